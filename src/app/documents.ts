/** Results as JSON text, ready to print. */
export type { EvaluationDocument } from '../report/schemas/evaluation.ts';
export type { ExplanationDocument } from '../report/schemas/explanation.ts';
export type { InspectionDocument } from '../report/schemas/inspection.ts';
export type { ValidationDocument } from '../report/schemas/validation.ts';

import { inPieces } from '../lib/in-pieces.ts';
import type { Batch } from '../model/batch.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Inspection } from '../model/inspection.ts';
import type { TargetCheck } from '../model/target-check.ts';
import { batchDocument } from '../report/batch/batch-json.ts';
import { explanationDocument } from '../report/explanation-json.ts';
import { evaluationDocument, inspectionDocument, validationDocument } from '../report/json.ts';
import { checkJson } from '../report/plans/check-json.ts';
import { planJson } from '../report/plans/plan-json.ts';
import { revisionJson } from '../report/plans/revision-json.ts';
import { jsonText, writeJson } from '../write/json.ts';
import type { Breakdown } from './targets-breakdown.ts';
import type { Revised } from './targets-revise.ts';
import type { Validation } from './validate.ts';

/** Piece by piece: the rows behind a number can be longer than a string. */
export function writeExplanation(explanation: Explanation, put: (text: string) => void): void {
  const pieces = inPieces(put);
  writeJson(explanationDocument(explanation), pieces.put);
  pieces.end();
}

export function evaluationJson(evaluation: Evaluation): string {
  return jsonText(evaluationDocument(evaluation));
}

export function validationJson(validation: Validation, lang: 'en' | 'zh-CN'): string {
  return jsonText(validationDocument(validation, lang));
}

export function inspectionJson(inspection: Inspection): string {
  return jsonText(inspectionDocument(inspection));
}

export function batchJson(batch: Batch): string {
  return jsonText(batchDocument(batch));
}

export function planJsonText({ plan, problems, outputs }: Breakdown, lang: 'en' | 'zh-CN'): string {
  return jsonText(planJson(plan, problems, outputs, lang));
}

export function targetCheckJson(check: TargetCheck, lang: 'en' | 'zh-CN'): string {
  return jsonText(checkJson(check, lang));
}

export function revisionJsonText({ revision, problems, outputs }: Revised, lang: 'en' | 'zh-CN'): string {
  return jsonText(revisionJson(revision, problems, outputs, lang));
}

/** The JSON Schema of the evaluation document. */
export async function evaluationSchemaJson(): Promise<string> {
  const [{ documentJsonSchema }, { evaluationSchema }] = await Promise.all([
    import('../report/schemas/index.ts'),
    import('../report/schemas/evaluation.ts'),
  ]);
  return documentJsonSchema(evaluationSchema);
}
