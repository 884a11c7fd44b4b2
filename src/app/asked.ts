/** What a caller of the library asks for, in the words of the command line → options of the stages. */
import { given } from '../lib/given.ts';
import { parseIsoDay } from '../model/day.ts';
import { UserError } from '../problems/user-error.ts';
import type { EvaluateFilesOptions, LoadOptions } from './options.ts';

/** How files are to be read, where recognition needs help. */
export interface AskedOfFiles {
  /** Files of targets (`--targets`), read beside the paths. */
  readonly targets?: readonly string[];
  /** Our field → heading of the file (`--column`): `{ rep: 'Salesperson' }`. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** What is computed. */
export interface AskedOfNumbers extends AskedOfFiles {
  /** `2024-Q1`, `2024-03`, `2024`, `2024-01..2024-03`, `all` (`--period`); the default period where not said. */
  readonly period?: string;
  /** One breakdown each, dimensions with commas between (`--by`): `['rep', 'region,category']`. */
  readonly by?: readonly string[];
  /** Ids of KPIs (`--kpi`); all that can be computed where not said. */
  readonly kpis?: readonly string[];
  /** `previous`, `year-ago`, `none` or a period (`--compare`). */
  readonly compare?: string;
  /** `2024-03-31`: rows after it are in no figure (`--as-of`). */
  readonly asOf?: string;
  /** Dimension → value, or values of which one is enough (`--only`). */
  readonly only?: Readonly<Record<string, string | readonly string[]>>;
}

/** The load options with what was asked; what `recognise` says in full goes first. */
export function loadOptionsOf({ targets, columns }: AskedOfFiles, { recognise }: LoadOptions): LoadOptions {
  const as = (targets ?? []).map((file) => ({ dataset: 'targets' as const, file, sheet: null }));
  const asked = given({
    as: as.length === 0 ? undefined : as,
    columns: columns && new Map(Object.entries(columns)),
  });
  return { recognise: { ...asked, ...recognise } };
}

/** The compute options with what was asked; what `compute` says in full goes first. Throws a UserError on no day. */
export function computeOptionsOf(
  { period, by, kpis, compare, asOf, only }: AskedOfNumbers,
  { compute }: Pick<EvaluateFilesOptions, 'compute'>,
): Pick<EvaluateFilesOptions, 'compute'> {
  const asked = given({
    period,
    by: by?.map((names) => names.split(',').map((name) => name.trim())),
    kpis,
    compare,
    asOf: asOf === undefined ? undefined : dayOf(asOf),
    only: only && new Map(Object.entries(only).map(([name, value]) => [name, [value].flat()])),
  });
  return { compute: { ...asked, ...compute } };
}

function dayOf(text: string): number {
  const day = parseIsoDay(text);
  if (day === undefined) throw new UserError('usage/wrong-value', { flag: 'asOf', value: text, allowed: '2024-01-31' });
  return day;
}

/** What was asked, by the long names of the flags, as the document and the Audit sheet show it. */
export function givenOf({
  period,
  by,
  kpis,
  compare,
  asOf,
  only,
  targets,
  columns,
}: AskedOfNumbers): NonNullable<EvaluateFilesOptions['given']> {
  return given({
    period,
    by,
    kpi: kpis,
    compare,
    'as-of': asOf,
    targets,
    column: columns && pairs(columns),
    only: only && pairs(only),
  });
}

function pairs(map: Readonly<Record<string, string | readonly string[]>>): string[] {
  return Object.entries(map).flatMap(([name, value]) => [value].flat().map((one) => `${name}=${one}`));
}
