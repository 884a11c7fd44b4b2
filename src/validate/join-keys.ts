/** Which row of a joined table belongs to each row of the facts, and keys that name more than one. */
import type { DatasetName } from '../model/fields.ts';
import type { Column, TextColumn } from '../model/table.ts';
import { problem } from '../problems/catalogue.ts';
import { codesIn, noRow } from './columns.ts';
import type { Frame } from './frame.ts';
import type { Ledger } from './ledger.ts';

export interface KeyRows {
  /** The joined table's row for each row of the facts, or `noRow`. */
  readonly rows: Int32Array;
  readonly factsName: string;
}

interface Keys {
  readonly dataset: DatasetName;
  /** Pairs of column names, facts' and table's, in the order in which they are tried. */
  readonly keys: readonly (readonly [string, string])[];
}

/** Keys that name one thing each; a table that repeats one is wrong. Others are keys only where they happen to be unique. */
const naming: ReadonlySet<string> = new Set(['employeeId', 'rep', 'customerId', 'customerName', 'product']);

/** The rows that the first usable key gives; undefined where no key ties the two together. */
export function keyRows(facts: Frame, table: Frame, { dataset, keys }: Keys, ledger: Ledger): KeyRows | undefined {
  reportRepeated(table, dataset, ledger);
  for (const [factsName, tableName] of keys) {
    const [own, key] = [facts.dimension(factsName), table.dimension(tableName)];
    if (!own || !key) continue;
    const candidates = candidatesOf(key);
    const isNaming = naming.has(table.fieldOf(tableName) ?? tableName);
    if (!isNaming && candidates.some((rows) => rows.length > 1)) continue;
    const rows = matchRows({ facts, table, own, key, candidates });
    if (rows.some((row) => row !== noRow)) return { rows, factsName };
  }
  return undefined;
}

function candidatesOf({ codes, size }: TextColumn): number[][] {
  const rows: number[][] = Array.from({ length: size }, () => []);
  for (const [row, code] of codes.entries()) if (code !== 0) rows[code]?.push(row);
  return rows;
}

interface Match {
  readonly facts: Frame;
  readonly table: Frame;
  readonly own: TextColumn;
  readonly key: TextColumn;
  readonly candidates: readonly (readonly number[])[];
}

function matchRows({ facts, table, own, key, candidates }: Match): Int32Array {
  const codes = codesIn(key, own);
  const choose = chooserOf(facts, table);
  return Int32Array.from(own.codes, (code, row) => {
    const rows = candidates[codes[code] ?? 0] ?? [];
    return rows.length > 1 ? choose(row, rows) : (rows[0] ?? noRow);
  });
}

/** Among several rows of one key: the one valid on the row's day, of its team; else the first. */
function chooserOf(facts: Frame, table: Frame): (row: number, rows: readonly number[]) => number {
  const [days, from, to] = [facts.column('orderDate'), table.column('from'), table.column('to')];
  const [ownTeam, team] = [facts.column('team'), table.column('team')];
  const teamCodes = ownTeam?.kind === 'text' && team?.kind === 'text' ? codesIn(team, ownTeam) : undefined;
  return (row, rows) => {
    const valid = rows.filter((candidate) => isValidOn(dayOf(days, row), dayOf(from, candidate), dayOf(to, candidate)));
    const wanted = ownTeam?.kind === 'text' ? teamCodes?.[ownTeam.codes[row] ?? 0] : undefined;
    const inTeam = wanted && team?.kind === 'text' ? valid.filter((candidate) => team.codes[candidate] === wanted) : [];
    return inTeam[0] ?? valid[0] ?? (from || to ? noRow : (rows[0] ?? noRow));
  };
}

function dayOf(column: Column | undefined, row: number): number | null {
  return column?.kind === 'day' && column.present[row] === 1 ? (column.days[row] ?? null) : null;
}

function isValidOn(day: number | null, from: number | null, to: number | null): boolean {
  return day === null || ((from === null || from <= day) && (to === null || day <= to));
}

const ownKeys: Readonly<Partial<Record<DatasetName, readonly string[]>>> = {
  people: ['employeeId', 'rep'],
  customers: ['customerId', 'customerName'],
  products: ['product'],
};

/** Keys that stand in two rows whose validity overlaps. */
function reportRepeated(table: Frame, dataset: DatasetName, ledger: Ledger): void {
  const field = ownKeys[dataset]?.find((name) => table.fields.includes(name));
  const key = field === undefined ? undefined : table.column(field);
  if (field === undefined || key?.kind !== 'text') return;
  const [from, to] = [table.column('from'), table.column('to')];
  const firsts = new Map<number, number[]>();
  for (const [row, code] of key.codes.entries()) {
    if (code === 0) continue;
    const earlier = firsts.get(code) ?? [];
    const clash = earlier.find((other) => overlaps(from, to, row, other));
    if (clash !== undefined) {
      const related = table.placeOf(clash);
      const params = { key: key.text(code), firstRow: related.row ?? 0 };
      const place = { ...table.placeOf(row) };
      ledger.report(
        problem('row/duplicate-key', place, params, {
          related: [related],
          value: key.text(code),
          treatment: 'ignored',
        }),
      );
    }
    firsts.set(code, [...earlier, row]);
  }
}

function overlaps(from: Column | undefined, to: Column | undefined, a: number, b: number): boolean {
  const [startA, startB] = [dayOf(from, a) ?? Number.NEGATIVE_INFINITY, dayOf(from, b) ?? Number.NEGATIVE_INFINITY];
  const [endA, endB] = [dayOf(to, a) ?? Number.POSITIVE_INFINITY, dayOf(to, b) ?? Number.POSITIVE_INFINITY];
  return startA <= endB && startB <= endA;
}
