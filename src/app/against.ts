/** `--against`: the document of an earlier run, its rows, and what has changed since. */
import { dirname, isAbsolute, join } from 'node:path';
import { type Compared, compareRuns } from '../compute/against/compare-runs.ts';
import { keepRows } from '../compute/against/keep-rows.ts';
import { scopeOf } from '../compute/scope.ts';
import { type EarlierEvaluation, type EarlierInput, parseEarlierEvaluation } from '../config/earlier-evaluation.ts';
import type { Against, RunDifference } from '../model/against.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { KeptRows } from '../model/kept-rows.ts';
import type { ComputeOptions } from '../model/options.ts';
import { UserError } from '../problems/user-error.ts';
import { openSource } from '../read/source.ts';
import { load } from './load.ts';
import type { EvaluateFilesOptions, LoadOptions } from './options.ts';
import { readText } from './read-text.ts';

/** A document with the rows of a million orders is larger than most inputs; a text cannot be longer than this. */
const mostBytes = 500 << 20;

export interface Earlier {
  readonly path: string;
  readonly sha256: string;
  readonly document: EarlierEvaluation;
}

/** Throws the UserErrors of `parseEarlierEvaluation` and of the reader. */
export async function readEarlier(path: string): Promise<Earlier> {
  const { text, sha256 } = await readText(path, mostBytes);
  return { path, sha256, document: parseEarlierEvaluation(text, path) };
}

/** Numbers can only be compared over one period: that of the earlier run, unless another is asked for. */
export function withPeriodOf(options: EvaluateFilesOptions, { document }: Earlier): EvaluateFilesOptions {
  return { ...options, compute: { period: document.period, ...options.compute } };
}

type Now = Pick<Evaluation, 'kpis' | 'period' | 'currency' | 'config' | 'options' | 'tool'>;

/**
 * What has changed between the earlier run and `now`, whose rows are `rows`. Throws `against/input-gone` and
 * `against/input-changed` where the earlier rows cannot be had, and `against/other-period` where a document keeps them
 * for another period.
 */
export async function againstEarlier(
  earlier: Earlier,
  now: Now,
  rows: KeptRows,
  { load: loading, compute }: { readonly load: LoadOptions; readonly compute: ComputeOptions },
): Promise<Against> {
  const { path, sha256, document } = earlier;
  const isSamePeriod = document.period === now.period.id;
  if (document.rows && !isSamePeriod) {
    throw new UserError('against/other-period', { file: path, period: document.period, wanted: now.period.id });
  }
  const was = document.rows ?? (await rowsOfFiles(earlier, loading, { ...compute, period: now.period.id }));
  const { onlyFields, ...compared } = compareRuns({
    was,
    now: rows,
    kpis: now.kpis.filter(({ id }) => rows.actuals.has(id)),
    documented: isSamePeriod ? document.actuals : null,
  });
  return {
    path,
    sha256,
    asOf: document.asOf,
    rowsFrom: document.rows ? 'document' : 'files',
    runs: runDifferences(document, now, onlyFields),
    ...compared,
  };
}

/** Read as this run reads its own files. */
async function rowsOfFiles(
  earlier: Earlier,
  { accept: _, ...options }: LoadOptions,
  compute: ComputeOptions,
): Promise<KeptRows> {
  const inputs = earlier.document.inputs.filter(hasRows);
  const paths: string[] = [];
  for (const input of inputs) paths.push(await sameFile(input, earlier));
  const as = (options.recognise?.as ?? []).filter(({ file }) => paths.includes(file));
  const { data } = await load(paths, { ...options, recognise: { ...options.recognise, as } });
  return keepRows(scopeOf(data, compute));
}

/** Targets and sizes of markets are no rows of a figure: they may have changed meanwhile. */
function hasRows({ datasets }: EarlierInput): boolean {
  return datasets.some((dataset) => dataset !== 'targets' && dataset !== 'market');
}

/** As the earlier run named it, else beside its document; by its hash, because files are often written over. */
async function sameFile({ path, sha256 }: EarlierInput, { path: file }: Earlier): Promise<string> {
  const places = [path, ...(isAbsolute(path) ? [] : [join(dirname(file), path)])];
  let isThere = false;
  for (const place of path === '-' ? [] : places) {
    const found = await hashOf(place);
    if (found === sha256) return place;
    isThere ||= found !== null;
  }
  throw new UserError(isThere ? 'against/input-changed' : 'against/input-gone', { file, input: path });
}

/** Null where it cannot be read. */
async function hashOf(path: string): Promise<string | null> {
  try {
    const source = await openSource(path, {});
    try {
      return await source.sha256();
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Flags that change no number, or are told otherwise. */
const beside: ReadonlySet<string> = new Set([
  'against',
  'with-rows',
  'period',
  'strict',
  'expect',
  'fail-under',
  'allow-skipped',
  'accept',
  'cohorts',
  'targets',
  'kpi',
  'by',
  'grain',
  'compare',
]);

function runDifferences(
  document: EarlierEvaluation,
  { period, currency, config, options, tool }: Now,
  onlyFields: Compared['onlyFields'],
): RunDifference[] {
  const names = new Set(
    [...Object.keys(document.options), ...Object.keys(options)].filter((name) => !beside.has(name)),
  );
  const flags = [...names].map((name) => ({
    what: `--${name}`,
    was: optionText(document.options[name]),
    now: optionText(options[name]),
  }));
  return [
    { what: 'period', was: document.period, now: period.id },
    ...flags,
    { what: 'config', was: hashText(document.config), now: hashText(config?.sha256 ?? null) },
    { what: 'currency', was: document.currency ?? '', now: currency ?? '' },
    { what: 'tool', was: document.tool, now: tool.version },
    { what: 'fields', was: onlyFields.was.join(', '), now: onlyFields.now.join(', ') },
  ].filter(({ was, now }) => was !== now);
}

function optionText(value: Evaluation['options'][string] | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** As much of it as tells two apart. */
function hashText(sha256: string | null): string {
  return sha256?.slice(0, 12) ?? '';
}
