/**
 * The library: what the commands do, without printing and without exiting. Each function takes paths and options, reads
 * the files as one data set, and returns the document that `--json` prints, exact decimals as doubles. The config is found
 * as the commands find it. Nothing is written unless an option names a file.
 */
import { type AskedOfFiles, type AskedOfNumbers, computeOptionsOf, givenOf, loadOptionsOf } from './app/asked.ts';
import {
  type EvaluationDocument,
  type ExplanationDocument,
  evaluationJson,
  type InspectionDocument,
  inspectionJson,
  type ValidationDocument,
  validationJson,
  writeExplanation,
} from './app/documents.ts';
import { evaluateFiles } from './app/evaluate.ts';
import { explainFiles } from './app/explain.ts';
import { type InspectOptions as InspectFileOptions, inspectFile } from './app/inspect.ts';
import type { EvaluateFilesOptions, ExplainFilesOptions, ValidateFilesOptions } from './app/options.ts';
import { settingsFor } from './app/settings.ts';
import { validateFiles } from './app/validate.ts';

/** Which config is read: its path, `none`, or (undefined) the nearest one from the first input's folder upwards. */
interface Configured {
  readonly config?: string;
}

export type EvaluateOptions = AskedOfNumbers & EvaluateFilesOptions & Configured;
export type ExplainOptions = AskedOfNumbers & ExplainFilesOptions & Configured;
export type ValidateOptions = AskedOfFiles & ValidateFilesOptions & Configured;
export type InspectOptions = AskedOfFiles & InspectFileOptions & Configured;

export type { AskedOfFiles, AskedOfNumbers } from './app/asked.ts';
export type {
  EvaluationDocument,
  ExplanationDocument,
  InspectionDocument,
  ValidationDocument,
} from './app/documents.ts';
export type { EvaluateFilesOptions, ExplainFilesOptions, LoadOptions, ValidateFilesOptions } from './app/options.ts';
export { UserError } from './problems/user-error.ts';

/**
 * Evaluates files as one data set: KPIs, targets, breakdowns, trend and gap (`salesmetrics.evaluation/1`). Ratios and means
 * come with numerator and denominator; what is not defined is null and says why. Problems in the data are in `problems`,
 * never thrown. Writes no workbook unless `out` names one. Throws a UserError where the command would exit 2.
 */
export async function evaluate(paths: readonly string[], options: EvaluateOptions = {}): Promise<EvaluationDocument> {
  const settings = await settingsFor(paths, options.config);
  const { evaluation } = await evaluateFiles(paths, {
    given: givenOf(options),
    ...options,
    ...loadOptionsOf(options, options),
    ...computeOptionsOf(options, options),
    settings,
    out: options.out ?? null,
  });
  return documentOf<EvaluationDocument>(evaluationJson(evaluation));
}

/** Finds every problem of files as one data set (`salesmetrics.validation/1`). Throws a UserError like `evaluate`. */
export async function validate(paths: readonly string[], options: ValidateOptions = {}): Promise<ValidationDocument> {
  const settings = await settingsFor(paths, options.config);
  const validation = await validateFiles(paths, { ...options, ...loadOptionsOf(options, options), settings });
  return documentOf<ValidationDocument>(validationJson(validation, options.lang ?? 'en'));
}

/** Says what one file is taken for and what can be computed from it (`salesmetrics.inspection/1`). */
export async function inspect(path: string, options: InspectOptions = {}): Promise<InspectionDocument> {
  const settings = await settingsFor([path], options.config);
  const inspection = await inspectFile(path, { ...options, ...loadOptionsOf(options, options), settings });
  return documentOf<InspectionDocument>(inspectionJson(inspection));
}

/**
 * One KPI's number with every row behind it, and the rows that are not in it with the reason
 * (`salesmetrics.explanation/1`). The first entry of `by` is the breakdown. Throws a UserError like `evaluate`.
 */
export async function explain(
  kpi: string,
  paths: readonly string[],
  options: ExplainOptions = {},
): Promise<ExplanationDocument> {
  const settings = await settingsFor(paths, options.config);
  const explanation = await explainFiles(kpi, paths, {
    given: givenOf(options),
    ...options,
    ...loadOptionsOf(options, options),
    ...computeOptionsOf(options, options),
    settings,
  });
  const pieces: string[] = [];
  writeExplanation(explanation, (text) => pieces.push(text));
  return documentOf<ExplanationDocument>(pieces.join(''));
}

// The text is our own, and a test holds it against the schema that the type comes from.
function documentOf<Document>(text: string): Document {
  const document: unknown = JSON.parse(text);
  return document as Document;
}
