/** `evaluate`: files → evaluation, and the files that are wanted of it. */
import { withEarlierDeals } from '../compute/earlier-deals.ts';
import { evaluateDataSet } from '../compute/evaluate.ts';
import type { Evaluation } from '../model/evaluation.ts';
import { type EvaluationText, evaluationText } from './evaluation-text.ts';
import { inputReports, type Loaded, load } from './load.ts';
import type { EvaluateFilesOptions } from './options.ts';
import type { Output } from './outputs/output.ts';
import { type Split, splitOf } from './outputs/split.ts';
import { textOutput } from './outputs/text.ts';
import { workbookOutput } from './outputs/workbook.ts';
import { computeWith, type Settings } from './settings.ts';
import { tool } from './version.ts';

export interface Evaluated {
  readonly evaluation: Evaluation;
  /** What `options.text` asks for, also where it was written to a file; null without. */
  readonly text: EvaluationText | null;
  /** By path of a workbook that was written: the names of its sheets. */
  readonly sheets: ReadonlyMap<string, readonly string[]>;
  /** What `--split` wrote, or in a dry run would write; null where it was not asked for or `strict` held it back. */
  readonly split: Split | null;
}

/**
 * Evaluates all files together. Writes the outputs unless `dryRun` is set, or `strict` is set and the data has errors;
 * `evaluation.outputs` lists what was (or, in a dry run, would be) written. Throws UserErrors.
 */
export async function evaluateFiles(paths: readonly string[], options: EvaluateFilesOptions): Promise<Evaluated> {
  const loaded = await loadWithEarlier(paths, options);
  const wantsPeople = options.out !== null && options.dryRun !== true;
  const compute = computeWith(options.settings, options.compute);
  const { inPeriod, ...computed } = evaluateDataSet(loaded.data, compute, { people: wantsPeople });
  const isHeldBack = options.strict === true && !computed.ok;
  const split = isHeldBack ? null : splitOf(loaded, options);
  const outputs = isHeldBack ? [] : [...outputsOf(paths, options), ...(split?.outputs ?? [])];
  const evaluation: Evaluation = {
    ...computed,
    tool,
    lang: options.lang ?? 'en',
    config: options.settings ? { ...options.settings.source, unused: options.settings.unused } : null,
    options: options.given ?? {},
    inputs: inputReports(loaded, inPeriod),
    outputs: outputs.map(({ kind, path }) => ({ kind, path })),
  };
  // Made before anything is written: it may be refused.
  const text = options.text === undefined ? null : await evaluationText(evaluation, options.text);
  if (options.dryRun !== true) await save(outputs, { evaluation, text }, loaded, options);
  const sheets = new Map(outputs.map(({ path, sheets: names }) => [path, names?.() ?? []]));
  return { evaluation, split, text, sheets };
}

/** The files, and what the deals looked like in an earlier export of them: that one is listed, its rows count nowhere. */
async function loadWithEarlier(paths: readonly string[], options: EvaluateFilesOptions): Promise<Loaded> {
  const loaded = await load(paths, options);
  if (options.earlier === undefined) return loaded;
  const earlier = await load([options.earlier], {
    ...options,
    settings: withoutTables(options.settings),
    recognise: {},
  });
  const data = withEarlierDeals(loaded.data, earlier.data, options.earlier);
  const tables = earlier.data.tables.map((table) => ({ ...table, notRead: 'earlier', factRows: null }));
  return { files: [...loaded.files, ...earlier.files], data: { ...data, tables: [...data.tables, ...tables] } };
}

/** The rates of a config are read with the files. */
function withoutTables(settings: Settings | null | undefined): Settings | null {
  if (!settings) return null;
  const { as: _, ...recognise } = settings.recognise;
  return { ...settings, recognise };
}

/** Of all the data; one line a kind of output. */
function outputsOf(paths: readonly string[], options: EvaluateFilesOptions): readonly Output[] {
  return [workbookOutput(paths, options), textOutput(options)].filter((output) => output !== null);
}

async function save(
  outputs: readonly Output[],
  { evaluation, text }: Pick<Evaluated, 'evaluation' | 'text'>,
  { files }: Loaded,
  { force, read, splitTo, settings }: EvaluateFilesOptions,
): Promise<void> {
  if (outputs.length === 0) return;
  const { checkFile, saveFile } = await import('../write/save.ts');
  const saving = {
    inputs: [...files.map((file) => file.path), ...(settings ? [settings.source.path] : [])],
    force: force === true,
    ...(read?.signal ? { signal: read.signal } : {}),
  };
  if (splitTo !== undefined) await (await import('../write/folder.ts')).makeFolder(splitTo);
  // A refusal half-way would leave some people's files new and some old.
  if (outputs.length > 1) for (const { path } of outputs) await checkFile(path, saving);
  for (const { path, make } of outputs) {
    saving.signal?.throwIfAborted();
    await saveFile(path, await make({ ...evaluation, lang: reportLang(evaluation, settings) }, text), saving);
  }
}

/** The files may speak another language than the messages. */
function reportLang({ lang }: Evaluation, settings: EvaluateFilesOptions['settings']): Evaluation['lang'] {
  const wanted = settings?.reportLang;
  return wanted === undefined || wanted === 'auto' ? lang : wanted;
}
