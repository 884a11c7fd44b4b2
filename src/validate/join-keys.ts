/** Which row of a joined table belongs to each row of the facts, and keys that name more than one. */
import type { DatasetName } from '../model/fields.ts';
import type { Column, DayColumn, TextColumn } from '../model/table.ts';
import { problem } from '../problems/catalogue.ts';
import { codesIn, noRow } from './columns.ts';
import type { Frame } from './frame.ts';
import type { Ledger } from './ledger.ts';

export interface KeyRows {
  /** The joined table's row for each row of the facts, or `noRow`. */
  readonly rows: Int32Array;
  /** As `rows`, also where the row found does not hold on that day: who it is, not what they were. */
  readonly named: Int32Array;
  readonly factsName: string;
  readonly tableName: string;
  readonly own: TextColumn;
  readonly key: TextColumn;
  /** By code of `own`, 1 where the table knows the key. */
  readonly isKnown: Uint8Array;
  /** Names of the facts that several people bear, with two of their rows. */
  readonly ambiguous: ReadonlyMap<number, readonly [number, number]>;
}

interface Keys {
  readonly dataset: DatasetName;
  /** Pairs of column names, facts' and table's, in the order in which they are tried. */
  readonly keys: readonly (readonly [string, string])[];
  /** The day of each row of the facts. */
  readonly days: DayColumn | undefined;
}

/** Keys that name one thing each; a table that repeats one is wrong. Others are keys only where they happen to be unique. */
export const naming: ReadonlySet<string> = new Set(['employeeId', 'rep', 'customerId', 'customerName', 'product']);

/** The rows that the first usable key gives; undefined where no key ties the two together. */
export function keyRows(facts: Frame, table: Frame, { dataset, keys, days }: Keys): KeyRows | undefined {
  for (const [factsName, tableName] of keys) {
    const [own, key] = [facts.dimension(factsName), table.dimension(tableName)];
    if (!own || !key) continue;
    const candidates = candidatesOf(key);
    const field = table.fieldOf(tableName) ?? tableName;
    if (!naming.has(field) && candidates.some((rows) => rows.length > 1)) continue;
    const isName = dataset === 'people' && field === 'rep';
    const matched = matchRows({ facts, table, own, key, candidates, days, isName });
    if (matched.named.some((row) => row !== noRow)) return { ...matched, factsName, tableName, own, key };
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
  readonly days: DayColumn | undefined;
  readonly isName: boolean;
}

function matchRows(match: Match): Pick<KeyRows, 'rows' | 'named' | 'isKnown' | 'ambiguous'> {
  const { own, key, candidates, isName } = match;
  const codes = codesIn(key, own);
  const firsts = Int32Array.from(codes, (code) => candidates[code]?.[0] ?? noRow);
  const isKnown = Uint8Array.from(firsts, (row) => (row === noRow ? 0 : 1));
  const named = new Int32Array(own.codes.length);
  for (let row = 0; row < named.length; row += 1) named[row] = firsts[own.codes[row] ?? 0] ?? noRow;
  const chooser = new Chooser(match);
  const ambiguous = new Map<number, readonly [number, number]>();
  if (!chooser.isDated && candidates.every((rows) => rows.length < 2))
    return { rows: named, named, isKnown, ambiguous };
  const rows = Int32Array.from(own.codes, (code, row) => {
    const found = chooser.choose(row, candidates[codes[code] ?? 0] ?? []);
    const [first = noRow, second] = found;
    if (isName && second !== undefined && !ambiguous.has(code)) {
      const other = found.find((one) => chooser.isOther(one, first));
      if (other !== undefined) ambiguous.set(code, [first, other]);
    }
    return first;
  });
  return {
    rows,
    named: chooser.isDated ? rows.map((row, i) => (row === noRow ? (named[i] ?? noRow) : row)) : rows,
    isKnown,
    ambiguous,
  };
}

/** Among the rows of one key: those valid on the row's day, of its team. */
class Chooser {
  /** The rows of the table hold from a day or to one. */
  readonly isDated: boolean;
  readonly #days: DayColumn | undefined;
  readonly #from: Column | undefined;
  readonly #to: Column | undefined;
  readonly #team: TextColumn | undefined;
  readonly #ownTeam: TextColumn | undefined;
  readonly #teamCodes: Uint32Array | undefined;
  readonly #employeeId: TextColumn | undefined;

  constructor({ facts, table, days }: Match) {
    this.#days = days;
    [this.#from, this.#to] = [table.column('from'), table.column('to')];
    this.isDated = this.#from !== undefined || this.#to !== undefined;
    [this.#ownTeam, this.#team] = [textOf(facts, 'team'), textOf(table, 'team')];
    this.#teamCodes = this.#ownTeam && this.#team ? codesIn(this.#team, this.#ownTeam) : undefined;
    this.#employeeId = textOf(table, 'employeeId');
  }

  choose(row: number, candidates: readonly number[]): readonly number[] {
    if (candidates.length === 0) return candidates;
    const day = dayOf(this.#days, row);
    const valid = this.isDated
      ? candidates.filter((one) => isValidOn(day, dayOf(this.#from, one), dayOf(this.#to, one)))
      : candidates;
    if (valid.length < 2) return valid;
    const wanted = this.#teamCodes?.[this.#ownTeam?.codes[row] ?? 0] ?? 0;
    const inTeam = wanted > 0 ? valid.filter((one) => this.#team?.codes[one] === wanted) : [];
    return inTeam.length > 0 ? inTeam : valid;
  }

  /** True where two rows of one name are two people, not one who moved. */
  isOther(a: number, b: number): boolean {
    if (a === b || !overlaps(this.#from, this.#to, a, b)) return false;
    const differs = ({ codes }: TextColumn) => codes[a] !== codes[b];
    if (this.#employeeId) return differs(this.#employeeId);
    return this.#team !== undefined && differs(this.#team);
  }
}

function textOf(frame: Frame, field: string): TextColumn | undefined {
  const column = frame.column(field);
  return column?.kind === 'text' ? column : undefined;
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

/** Keys that stand in two rows whose validity overlaps. A name in two teams is `row/ambiguous-person`, where facts use it. */
export function reportRepeated(table: Frame, dataset: DatasetName, ledger: Ledger): void {
  const field = ownKeys[dataset]?.find((name) => table.fields.includes(name));
  const key = field === undefined ? undefined : table.column(field);
  if (field === undefined || key?.kind !== 'text') return;
  const [from, to] = [table.column('from'), table.column('to')];
  const team = dataset === 'people' && field === 'rep' ? textOf(table, 'team') : undefined;
  const isOther = (a: number, b: number) => team !== undefined && team.codes[a] !== team.codes[b];
  const firsts = new Map<number, number[]>();
  for (const [row, code] of key.codes.entries()) {
    if (code === 0) continue;
    const earlier = firsts.get(code) ?? [];
    const clash = earlier.find((other) => overlaps(from, to, row, other) && !isOther(row, other));
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
    earlier.push(row);
    firsts.set(code, earlier);
  }
}

function overlaps(from: Column | undefined, to: Column | undefined, a: number, b: number): boolean {
  const [startA, startB] = [dayOf(from, a) ?? Number.NEGATIVE_INFINITY, dayOf(from, b) ?? Number.NEGATIVE_INFINITY];
  const [endA, endB] = [dayOf(to, a) ?? Number.POSITIVE_INFINITY, dayOf(to, b) ?? Number.POSITIVE_INFINITY];
  return startA <= endB && startB <= endA;
}
