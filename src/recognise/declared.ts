/** What the user says of tables and columns: `--as`, `--sheet`, `--column`. */
import { closestTo } from '../lib/closest.ts';
import type { DatasetName } from '../model/fields.ts';
import type { RecogniseOptions } from '../model/options.ts';
import type { RawFile, RawTable } from '../model/raw-table.ts';
import { UserError } from '../problems/user-error.ts';
import { foldHeading, foldText } from './fold.ts';
import { factorNamed } from './money.ts';
import { noWishes, type Wishes } from './sheet.ts';

export interface Declared {
  /** The dataset that `--as` gives a table; null where it gives none. */
  datasetOf(raw: RawTable): DatasetName | null;
}

/** Checks that each `--as` and `--sheet` names something that was read, and each `--unit` a unit. */
export function declarationsOf(files: readonly RawFile[], options: RecogniseOptions): Declared {
  const byTable = new Map<RawTable, DatasetName>();
  for (const one of options.as ?? []) for (const raw of namedTables(files, one)) byTable.set(raw, one.dataset);
  checkSheets(files, options.sheets ?? []);
  checkUnits(options.units ?? new Map());
  return { datasetOf: (raw) => byTable.get(raw) ?? null };
}

type Naming = NonNullable<RecogniseOptions['as']>[number];

function namedTables(files: readonly RawFile[], { dataset, file, sheet }: Naming): readonly RawTable[] {
  const tables = files.filter(({ path }) => isFile(path, file)).flatMap((found) => found.tables);
  const named = sheet === null ? defaultTables(tables) : tables.filter((raw) => isSheet(raw, sheet));
  if (named.length > 0) return named;
  const value = `${dataset}=${file}${sheet === null ? '' : `#${sheet}`}`;
  throw new UserError('usage/wrong-value', { flag: '--as', value, near: tables.flatMap((raw) => raw.sheet ?? []) });
}

function checkUnits(units: ReadonlyMap<string, string>): void {
  for (const [dataset, unit] of units) {
    if (!factorNamed(unit)) throw new UserError('usage/wrong-value', { flag: '--unit', value: `${dataset}=${unit}` });
  }
}

function isFile(path: string, named: string): boolean {
  const plain = (text: string): string => text.replaceAll('\\', '/').replace(/^\.\//u, '');
  return path === named || plain(path) === plain(named);
}

function isSheet({ sheet }: RawTable, named: string): boolean {
  return sheet !== null && (sheet === named || foldText(sheet) === foldText(named));
}

// A workbook named without a sheet: its only table, else its first sheet with rows that is not hidden.
function defaultTables(tables: readonly RawTable[]): readonly RawTable[] {
  const shown = tables.filter(({ isHidden, rowCount }) => !isHidden && rowCount > 0);
  const own = shown.filter(({ isOwn }) => !isOwn);
  return (own.length > 0 ? own : shown.length > 0 ? shown : tables).slice(0, 1);
}

function checkSheets(files: readonly RawFile[], sheets: readonly string[]): void {
  const tables = files.flatMap((file) => file.tables);
  for (const name of sheets) {
    if (tables.some((raw) => isSheet(raw, name))) continue;
    throw new UserError('usage/wrong-value', {
      flag: '--sheet',
      value: name,
      near: tables.flatMap(({ sheet }) => sheet ?? []),
    });
  }
}

/** Why a table is not read, in words for `table/not-read`; null for one that is. */
export function notReadReason(raw: RawTable, options: RecogniseOptions, isDeclared: boolean): string | null {
  const sheets = options.sheets ?? [];
  if (isDeclared || sheets.some((name) => isSheet(raw, name))) return null;
  if (sheets.length > 0 && raw.sheet !== null) return 'other-sheet';
  if ((raw.file.split(/[/\\]/u).at(-1) ?? '').startsWith('~$')) return 'lock-file';
  if (raw.isOwn) return 'own-output';
  return raw.isHidden ? 'hidden-sheet' : null;
}

/** `--column`: folded heading → field. */
export function declaredColumns({ columns }: RecogniseOptions): ReadonlyMap<string, string> {
  return new Map([...(columns ?? [])].map(([field, heading]) => [foldHeading(heading).key, field]));
}

/** What a config says of headings: more of them for a field, or that none is meant. */
export function wishesOf({ headings, withoutColumn }: RecogniseOptions): Wishes {
  if (headings === undefined && withoutColumn === undefined) return noWishes;
  return {
    keysFor: (dataset, field) => (headings?.get(dataset)?.get(field) ?? []).map((heading) => foldHeading(heading).key),
    fieldsOf: (dataset) => [...(headings?.get(dataset)?.keys() ?? [])],
    isBarred: (dataset, field) => withoutColumn?.get(dataset)?.has(field) === true,
  };
}

/** Throws where `--column` names a heading that no table has. */
export function checkColumns(
  { columns }: RecogniseOptions,
  found: readonly { readonly heading: string; readonly keys: readonly string[] }[],
): void {
  for (const [field, heading] of columns ?? []) {
    const { key } = foldHeading(heading);
    if (found.some(({ keys }) => keys.includes(key))) continue;
    const near = closestTo(heading, [...new Set(found.map((column) => column.heading))]);
    throw new UserError('usage/wrong-value', { flag: '--column', value: `${field}=${heading}`, near });
  }
}
