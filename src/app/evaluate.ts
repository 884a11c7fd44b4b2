/** `evaluate`: files → evaluation, and the files that are wanted of it. */
import { withEarlierDeals } from '../compute/earlier-deals.ts';
import { evaluateDataSet } from '../compute/evaluate.ts';
import type { Evaluation } from '../model/evaluation.ts';
import { type EvaluationText, evaluationText } from './evaluation-text.ts';
import { inputReports, type Loaded, load } from './load.ts';
import type { EvaluateFilesOptions } from './options.ts';
import type { Output } from './outputs/output.ts';
import { textOutput } from './outputs/text.ts';
import { workbookOutput } from './outputs/workbook.ts';
import { tool } from './version.ts';

export interface Evaluated {
  readonly evaluation: Evaluation;
  /** What `options.text` asks for, also where it was written to a file; null without. */
  readonly text: EvaluationText | null;
  /** By path of a workbook that was written: the names of its sheets. */
  readonly sheets: ReadonlyMap<string, readonly string[]>;
}

/**
 * Evaluates all files together. Writes the outputs unless `dryRun` is set, or `strict` is set and the data has errors;
 * `evaluation.outputs` lists what was (or, in a dry run, would be) written. Throws UserErrors.
 */
export async function evaluateFiles(paths: readonly string[], options: EvaluateFilesOptions): Promise<Evaluated> {
  const loaded = await loadWithEarlier(paths, options);
  const { inPeriod, ...computed } = evaluateDataSet(loaded.data, options.compute ?? {});
  const isHeldBack = options.strict === true && !computed.ok;
  const outputs = isHeldBack ? [] : outputsOf(paths, options);
  const evaluation: Evaluation = {
    ...computed,
    tool,
    lang: options.lang ?? 'en',
    config: null,
    options: options.given ?? {},
    inputs: inputReports(loaded, inPeriod),
    outputs: outputs.map(({ kind, path }) => ({ kind, path })),
  };
  // Made before anything is written: it may be refused.
  const text = options.text === undefined ? null : await evaluationText(evaluation, options.text);
  if (options.dryRun !== true) await save(outputs, { evaluation, text }, loaded, options);
  const sheets = new Map(outputs.map(({ path, sheets: names }) => [path, names?.() ?? []]));
  return { evaluation, text, sheets };
}

/** The files, and what the deals looked like in an earlier export of them: that one is listed, its rows count nowhere. */
async function loadWithEarlier(paths: readonly string[], options: EvaluateFilesOptions): Promise<Loaded> {
  const loaded = await load(paths, options);
  if (options.earlier === undefined) return loaded;
  const earlier = await load([options.earlier], { ...options, recognise: {} });
  const data = withEarlierDeals(loaded.data, earlier.data, options.earlier);
  const tables = earlier.data.tables.map((table) => ({ ...table, notRead: 'earlier', factRows: null }));
  return { files: [...loaded.files, ...earlier.files], data: { ...data, tables: [...data.tables, ...tables] } };
}

/** One line a kind of output. */
function outputsOf(paths: readonly string[], options: EvaluateFilesOptions): readonly Output[] {
  return [workbookOutput(paths, options), textOutput(options)].filter((output) => output !== null);
}

async function save(
  outputs: readonly Output[],
  { evaluation, text }: Pick<Evaluated, 'evaluation' | 'text'>,
  { files }: Loaded,
  { force, read }: EvaluateFilesOptions,
): Promise<void> {
  if (outputs.length === 0) return;
  const { saveFile } = await import('../write/save.ts');
  for (const { path, make } of outputs) {
    await saveFile(path, await make(evaluation, text), {
      inputs: files.map((file) => file.path),
      force: force === true,
      ...(read?.signal ? { signal: read.signal } : {}),
    });
  }
}
