/** The library: what the commands do, without printing and without exiting. */
import { type EvaluationDocument, evaluationJson, validationJson } from './app/documents.ts';
import { evaluateFiles } from './app/evaluate.ts';
import type { EvaluateFilesOptions, ValidateFilesOptions } from './app/options.ts';
import { settingsFor } from './app/settings.ts';
import { validateFiles } from './app/validate.ts';

/** Which config is read: its path, `none`, or (undefined) the nearest one from the first input's folder upwards. */
interface Configured {
  readonly config?: string;
}

export type EvaluateOptions = EvaluateFilesOptions & Configured;
export type ValidateOptions = ValidateFilesOptions & Configured;

export type { EvaluationDocument } from './app/documents.ts';
export type { EvaluateFilesOptions, LoadOptions, ValidateFilesOptions } from './app/options.ts';
export { UserError } from './problems/user-error.ts';

/** `salesmetrics.validation/1`. */
export interface ValidationDocument {
  readonly schema: 'salesmetrics.validation/1';
  readonly ok: boolean;
  readonly inputs: EvaluationDocument['inputs'];
  readonly problems: EvaluationDocument['problems'];
  readonly counts: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly byCode: Readonly<Record<string, number>>;
  };
}

/**
 * Evaluates files as one data set: the document that `evaluate --json` prints (`salesmetrics.evaluation/1`), its exact
 * decimals as doubles. Writes no workbook unless `out` names one. Throws a UserError where the command would exit 2.
 */
export async function evaluate(paths: readonly string[], options: EvaluateOptions = {}): Promise<EvaluationDocument> {
  const settings = await settingsFor(paths, options.config);
  const { evaluation } = await evaluateFiles(paths, { ...options, settings, out: options.out ?? null });
  return documentOf<EvaluationDocument>(evaluationJson(evaluation));
}

/** Validates files as one data set: the document that `validate --json` prints. Throws a UserError like `evaluate`. */
export async function validate(paths: readonly string[], options: ValidateOptions = {}): Promise<ValidationDocument> {
  const settings = await settingsFor(paths, options.config);
  const validation = await validateFiles(paths, { ...options, settings });
  return documentOf<ValidationDocument>(validationJson(validation, options.lang ?? 'en'));
}

// The text is our own, and a test holds it against the schema that the type comes from.
function documentOf<Document>(text: string): Document {
  const document: unknown = JSON.parse(text);
  return document as Document;
}
