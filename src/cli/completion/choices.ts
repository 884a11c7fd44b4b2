/** What can stand behind a flag or in place of an argument: for completion only; the flags themselves judge. */
import { datasetNames, datasets } from '../../model/fields.ts';
import { formulaModes } from '../../model/flat-table.ts';
import { knownKpis } from '../../model/kpi-traits.ts';
import { splitMethods } from '../../model/plan.ts';
import { reviseMethods } from '../../model/revision.ts';
import { starterKinds } from '../../model/starters.ts';
import { machineFormats } from '../../model/validation-formats.ts';
import { problemCodes } from '../../problems/catalogue.ts';

export interface Choices {
  readonly values: readonly string[];
  /** Several may follow, with commas between. */
  readonly isList?: boolean;
}

const grains = ['month', 'quarter', 'year'];
const fields = [...new Set(Object.values(datasets).flatMap((of) => Object.keys(of)))];
const list = (values: readonly string[]): Choices => ({ values, isList: true });
const one = (values: readonly string[]): Choices => ({ values });
const named = (names: readonly string[]): Choices => ({ values: names.map((name) => `${name}=`) });

const everywhere: Readonly<Record<string, Choices>> = {
  lang: one(['auto', 'en', 'zh-CN']),
  color: one(['auto', 'always', 'never']),
  format: one(['table', 'json']),
  grain: one(grains),
  cohorts: one(grains),
  compare: one(['previous', 'year-ago', 'none']),
  period: one(['all']),
  'as-of': one(['today']),
  tax: one(['included', 'excluded']),
  overlap: one(['keep', 'drop']),
  basis: one(['order', 'delivery', 'invoice', 'payment']),
  'date-order': one(['dmy', 'mdy', 'ymd']),
  encoding: one(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252']),
  delimiter: one(['comma', 'semicolon', 'tab', 'pipe']),
  kpi: list(knownKpis),
  by: list(['rep', 'team', 'region', 'product', 'category', 'customerName', 'channel', 'segment']),
  select: list(problemCodes),
  ignore: list(problemCodes),
  as: named(datasetNames),
  unit: named(datasetNames),
  column: named(fields),
  expect: named(knownKpis),
};

/** Where a command has its own. */
const own: Readonly<Record<string, Readonly<Record<string, Choices>>>> = {
  evaluate: { format: one(['table', 'json', 'csv', 'md']), 'csv-formulas': one(formulaModes) },
  validate: { format: one(['pretty', ...machineFormats]) },
  'targets breakdown': { method: one(splitMethods), to: list(['region', 'team', 'rep', 'month', 'quarter']) },
  'targets revise': { method: one(reviseMethods), by: one([]) },
};

export function flagChoices(command: string, flag: string): Choices | undefined {
  const table = Object.hasOwn(own, command) ? own[command] : undefined;
  if (table !== undefined && Object.hasOwn(table, flag)) return table[flag];
  return Object.hasOwn(everywhere, flag) ? everywhere[flag] : undefined;
}

/** Flags that name a file or folder: the shell completes those. */
const fileFlags: ReadonlySet<string> = new Set([
  'targets',
  'out',
  'out-dir',
  'retry',
  'schema',
  'annotate',
  'weights',
  'values',
  'actuals',
  'earlier',
  'against',
]);

export function namesFile(flag: string): boolean {
  return fileFlags.has(flag);
}

/** Words that a command takes in place of files. */
export function wordChoices(command: string): readonly string[] | undefined {
  if (command === 'init') return ['config', 'demo', 'targets', ...starterKinds];
  if (command === 'explain') return ['codes', 'kpis', 'presets', 'exit-codes', 'report', ...problemCodes, ...knownKpis];
  return undefined;
}
