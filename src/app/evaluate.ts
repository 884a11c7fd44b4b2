/** `evaluate`: files → evaluation, and the files that are wanted of it. */
import { withEarlierDeals } from '../compute/earlier-deals.ts';
import { evaluateScope } from '../compute/evaluate.ts';
import { type Scope, scopeOf } from '../compute/scope.ts';
import type { Against } from '../model/against.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { KeptRows } from '../model/kept-rows.ts';
import type { SheetList } from '../report/workbook.ts';
import { type EvaluationText, evaluationText } from './evaluation-text.ts';
import { inputReports, type Loaded, load, loadAnd, type Understood } from './load.ts';
import type { EvaluateFilesOptions, LoadOptions } from './options.ts';
import type { WorkbookCopy } from './outputs/copy.ts';
import type { Output } from './outputs/output.ts';
import { pageOutput } from './outputs/page.ts';
import { type Split, splitOf } from './outputs/split.ts';
import { textOutput } from './outputs/text.ts';
import { workbookOutput } from './outputs/workbook.ts';
import { looksOf, withReportSettings } from './report-settings.ts';
import { computeWith, type Settings } from './settings.ts';
import { tool } from './version.ts';

type Now = Omit<Evaluation, 'against' | 'rows'>;

export interface Evaluated {
  readonly evaluation: Evaluation;
  /** What `options.text` asks for, also where it was written to a file; null without. */
  readonly text: EvaluationText | null;
  /** By path of a workbook that was written: the names of its sheets. */
  readonly sheets: ReadonlyMap<string, SheetList>;
  /** What `--split` wrote, or in a dry run would write; null where it was not asked for or `strict` held it back. */
  readonly split: Split | null;
}

/**
 * Evaluates all files together. Writes the outputs unless `dryRun` is set, or `strict` is set and the data has errors;
 * `evaluation.outputs` lists what was (or, in a dry run, would be) written. Throws UserErrors.
 */
export async function evaluateFiles(paths: readonly string[], given: EvaluateFilesOptions): Promise<Evaluated> {
  const asked = withReportSettings(given);
  const earlier = await earlierOf(asked);
  const options = earlier?.options ?? asked;
  const copy = await copyOf(options);
  try {
    return await evaluateInto(copy, paths, options, earlier);
  } finally {
    await copy?.close();
  }
}

/** Loaded only when it is asked for. */
async function copyOf(options: EvaluateFilesOptions): Promise<WorkbookCopy | null> {
  if (options.into === undefined) return null;
  const { WorkbookCopy: Copy } = await import('./outputs/copy.ts');
  return await Copy.open(options.into, options);
}

async function evaluateInto(
  copy: WorkbookCopy | null,
  paths: readonly string[],
  options: EvaluateFilesOptions,
  earlier: EarlierRun | null,
): Promise<Evaluated> {
  const loaded = await loadWithEarlier(paths, options, () => null);
  const wantsWorkbook = options.out !== null && options.dryRun !== true;
  const compute = computeWith(options.settings, options.compute);
  const scope = scopeOf(loaded.data, compute);
  const { inPeriod, ...computed } = evaluateScope(scope, { workbook: wantsWorkbook });
  const isHeldBack = options.strict === true && !computed.ok;
  const split = isHeldBack ? null : splitOf(loaded, options);
  const outputs = isHeldBack ? [] : [...outputsOf(copy, paths, options), ...(split?.outputs ?? [])];
  copy?.checkSame(loaded.files);
  const figures = {
    ...computed,
    ...looksOf(computed, options),
    tool,
    lang: options.lang ?? 'en',
    config: options.settings ? { ...options.settings.source, unused: options.settings.unused } : null,
    options: options.given ?? {},
    inputs: inputReports(loaded, inPeriod),
    outputs: outputs.map(({ kind, path }) => ({ kind, path })),
  };
  const evaluated: Evaluation = { ...figures, ...(await besideEarlier(scope, figures, earlier, options)) };
  const told = (await copy?.problems(evaluated)) ?? [];
  const evaluation = told.length === 0 ? evaluated : { ...evaluated, problems: [...evaluated.problems, ...told] };
  // Made before anything is written: it may be refused.
  const text = options.text === undefined ? null : await evaluationText(evaluation, options.text);
  if (options.dryRun !== true) await save(outputs, { evaluation, text }, loaded, options);
  return { evaluation, split, text, sheets: sheetsIn(outputs) };
}

function sheetsIn(outputs: readonly Output[]): Evaluated['sheets'] {
  return new Map(
    outputs.flatMap(({ path, sheets: list }) => {
      const found = list?.() ?? null;
      return found === null ? [] : [[path, found] as const];
    }),
  );
}

interface EarlierRun {
  readonly options: EvaluateFilesOptions;
  compare(now: Now, rows: KeptRows): Promise<Against>;
}

/** Loaded only when it is asked for. */
async function earlierOf(options: EvaluateFilesOptions): Promise<EarlierRun | null> {
  if (options.against === undefined) return null;
  const { againstEarlier, readEarlier, withPeriodOf } = await import('./against.ts');
  const earlier = await readEarlier(options.against);
  const own = withPeriodOf(options, earlier);
  const compute = computeWith(own.settings, own.compute);
  return {
    options: own,
    compare: async (now, rows) => await againstEarlier(earlier, now, rows, { load: own, compute }),
  };
}

/** The rows, where they are to be kept or held against those of an earlier run. */
async function besideEarlier(
  scope: Scope,
  now: Now,
  earlier: EarlierRun | null,
  { withRows = false }: EvaluateFilesOptions,
): Promise<Pick<Evaluation, 'against' | 'rows'>> {
  if (earlier === null && !withRows) return { against: null, rows: null };
  const { keepRows } = await import('../compute/against/keep-rows.ts');
  const rows = keepRows(scope);
  return { against: earlier && (await earlier.compare(now, rows)), rows: withRows ? rows : null };
}

/** The files, and what the deals looked like in an earlier export of them: that one is listed, its rows count nowhere. */
export async function loadWithEarlier<Seen>(
  paths: readonly string[],
  options: LoadOptions & Pick<EvaluateFilesOptions, 'earlier'>,
  look: (understood: Understood) => Seen,
): Promise<Loaded & { readonly seen: Seen }> {
  const loaded = await loadAnd(paths, options, look);
  if (options.earlier === undefined) return loaded;
  const earlier = await load([options.earlier], {
    ...options,
    settings: withoutTables(options.settings),
    recognise: {},
  });
  const data = withEarlierDeals(loaded.data, earlier.data, options.earlier);
  const tables = earlier.data.tables.map((table) => ({ ...table, notRead: 'earlier', factRows: null }));
  return {
    ...loaded,
    files: [...loaded.files, ...earlier.files],
    data: { ...data, tables: [...data.tables, ...tables] },
  };
}

/** The rates of a config are read with the files. */
function withoutTables(settings: Settings | null | undefined): Settings | null {
  if (!settings) return null;
  const { as: _, ...recognise } = settings.recognise;
  return { ...settings, recognise };
}

/** Of all the data; one line a kind of output. A copy that holds the report's sheets stands in the place of the report. */
function outputsOf(
  copy: WorkbookCopy | null,
  paths: readonly string[],
  options: EvaluateFilesOptions,
): readonly Output[] {
  const workbook = copy ? copy.output() : workbookOutput(paths, options);
  return [workbook, pageOutput(paths, options), textOutput(options)].filter((output) => output !== null);
}

async function save(
  outputs: readonly Output[],
  { evaluation, text }: Pick<Evaluated, 'evaluation' | 'text'>,
  { files }: Loaded,
  { force, into, read, splitTo, settings }: EvaluateFilesOptions,
): Promise<void> {
  if (outputs.length === 0) return;
  const { checkFile, saveFile } = await import('../write/save.ts');
  const saving = {
    inputs: [
      ...files.map((file) => file.path),
      ...(into === undefined ? [] : [into]),
      ...(settings ? [settings.source.path] : []),
    ],
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
  const wanted = settings?.report.lang;
  return wanted === undefined || wanted === 'auto' ? lang : wanted;
}
