/** Typed columns put end to end, picked by row, or filled: what appending, joining and filling down are made of. */
import { foldText } from '../lib/fold-text.ts';
import { type AmountColumn, type Column, type DayColumn, exactScale, type TextColumn } from '../model/table.ts';

/** No row: the picked cell is missing. */
export const noRow = -1;

/** The cells of `column` at `rows`, in that order; `noRow` gives a missing cell. */
export function pick<Kind extends Column>(column: Kind, rows: Int32Array): Kind;
export function pick(column: Column, rows: Int32Array): Column {
  if (column.kind === 'text') return { ...column, codes: pickCodes(column, rows) };
  if (column.kind === 'day') return pickDays(column, rows);
  return pickAmounts(column, rows);
}

function pickCodes({ codes }: TextColumn, rows: Int32Array): Uint32Array {
  const picked = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) picked[i] = codes[rows[i] ?? noRow] ?? 0;
  return picked;
}

function pickDays(column: DayColumn, rows: Int32Array): DayColumn {
  const days = new Int32Array(rows.length);
  const present = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? noRow;
    days[i] = column.days[row] ?? 0;
    present[i] = column.present[row] ?? 0;
  }
  return { kind: 'day', days, present };
}

function pickAmounts(column: AmountColumn, rows: Int32Array): AmountColumn {
  const units = new Float64Array(rows.length);
  const present = new Uint8Array(rows.length);
  const exact = new Map<number, bigint>();
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? noRow;
    units[i] = column.units[row] ?? 0;
    present[i] = column.present[row] ?? 0;
    const value = column.exact.size > 0 ? column.exact.get(row) : undefined;
    if (value !== undefined) exact.set(i, value);
  }
  return { kind: 'amount', scale: column.scale, units, present, exact };
}

/** One part of a column put together: a column, or so many rows without one. */
export interface Part {
  readonly column: Column | undefined;
  readonly rowCount: number;
}

/** The parts end to end, or undefined where none has a column. Parts of another kind than the first count as missing. */
export function append(parts: readonly Part[]): Column | undefined {
  const first = parts.find(({ column }) => column !== undefined)?.column;
  if (parts.length === 1 || first === undefined) return first;
  const rowCount = parts.reduce((total, part) => total + part.rowCount, 0);
  if (first.kind === 'text') return appendTexts(parts, rowCount);
  return first.kind === 'day' ? appendDays(parts, rowCount) : appendAmounts(parts, rowCount);
}

function appendTexts(parts: readonly Part[], rowCount: number): TextColumn {
  const codes = new Uint32Array(rowCount);
  const merged = new Dictionary();
  let start = 0;
  for (const { column, rowCount: count } of parts) {
    if (column?.kind === 'text') {
      const codeOf = merged.addAll(column);
      for (let row = 0; row < count; row += 1) codes[start + row] = codeOf[column.codes[row] ?? 0] ?? 0;
    }
    start += count;
  }
  return merged.column(codes);
}

function appendDays(parts: readonly Part[], rowCount: number): DayColumn {
  const days = new Int32Array(rowCount);
  const present = new Uint8Array(rowCount);
  let start = 0;
  for (const { column, rowCount: count } of parts) {
    if (column?.kind === 'day') {
      days.set(column.days, start);
      present.set(column.present, start);
    }
    start += count;
  }
  return { kind: 'day', days, present };
}

function appendAmounts(parts: readonly Part[], rowCount: number): AmountColumn {
  const units = new Float64Array(rowCount);
  const present = new Uint8Array(rowCount);
  const exact = new Map<number, bigint>();
  const scale = parts.reduce(
    (most, { column }) => (column?.kind === 'amount' ? Math.max(most, column.scale) : most),
    0,
  );
  let start = 0;
  for (const { column, rowCount: count } of parts) {
    if (column?.kind === 'amount') {
      present.set(column.present, start);
      for (const [row, value] of column.exact) exact.set(start + row, value);
      rescaleInto(column, scale, { units, exact, start });
    }
    start += count;
  }
  return { kind: 'amount', scale, units, present, exact };
}

function rescaleInto(
  column: AmountColumn,
  scale: number,
  { units, exact, start }: { units: Float64Array; exact: Map<number, bigint>; start: number },
): void {
  const factor = 10 ** (scale - column.scale);
  for (let row = 0; row < column.units.length; row += 1) {
    const value = column.units[row] ?? 0;
    const scaled = value * factor;
    if (Number.isSafeInteger(scaled)) units[start + row] = scaled;
    else exact.set(start + row, BigInt(value) * 10n ** BigInt(exactScale - column.scale));
  }
}

/** Distinct texts of several columns: equal folded texts get one code, the first spelling is shown. */
export class Dictionary {
  readonly #codes = new Map<string, number>();
  readonly #spellings: string[] = [''];

  get size(): number {
    return this.#spellings.length;
  }

  /** The code here of each code of `column`. */
  addAll(column: TextColumn): Uint32Array {
    const codeOf = new Uint32Array(column.size);
    for (let code = 1; code < column.size; code += 1) codeOf[code] = this.add(column.text(code));
    return codeOf;
  }

  add(text: string): number {
    const folded = foldText(text);
    if (folded === '') return 0;
    const known = this.#codes.get(folded);
    if (known !== undefined) return known;
    const code = this.#spellings.push(text) - 1;
    this.#codes.set(folded, code);
    return code;
  }

  /** The code of `text`, or 0 where no column has it. */
  find(text: string): number {
    return this.#codes.get(foldText(text)) ?? 0;
  }

  column(codes: Uint32Array): TextColumn {
    const spellings = this.#spellings;
    return { kind: 'text', codes, size: spellings.length, text: (code) => spellings[code] ?? '' };
  }
}

/** For each code of `column` the code of the same text in `other`, 0 where it has none. */
export function codesIn(other: TextColumn, column: TextColumn): Uint32Array {
  const codeOf = new Uint32Array(column.size);
  if (other === column || (other.text === column.text && other.size === column.size)) {
    return codeOf.map((_, code) => code);
  }
  const dictionary = new Map<string, number>();
  for (let code = 1; code < other.size; code += 1) dictionary.set(foldText(other.text(code)), code);
  for (let code = 1; code < column.size; code += 1) codeOf[code] = dictionary.get(foldText(column.text(code))) ?? 0;
  return codeOf;
}

/** `own` where it has a value, else `other` at the same row. Only values that stand in some row get a code. */
export function coalesce(own: TextColumn, other: TextColumn): TextColumn {
  const merged = new Dictionary();
  const [ownCodes, otherCodes] = [new Uint32Array(own.size), new Uint32Array(other.size)];
  const codes = new Uint32Array(own.codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    const isOwn = (own.codes[row] ?? 0) > 0;
    const [column, known] = isOwn ? [own, ownCodes] : [other, otherCodes];
    const code = column.codes[row] ?? 0;
    if (code > 0 && known[code] === 0) known[code] = merged.add(column.text(code));
    codes[row] = known[code] ?? 0;
  }
  return merged.column(codes);
}

/** True where no row has a value. */
export function isMissing(column: Column, row: number): boolean {
  return column.kind === 'text' ? (column.codes[row] ?? 0) === 0 : column.present[row] !== 1;
}
