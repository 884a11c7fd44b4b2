/** Raw cells → dictionary-coded text. */
import { foldText } from '../../lib/fold-text.ts';
import { formatDay } from '../../model/day.ts';
import { cellKind, decimalCellText, type RawColumn, rawCellText } from '../../model/raw-table.ts';
import type { TextColumn } from '../../model/table.ts';

import { type CellFault, Faults, noFaults } from './fault.ts';
import { isOnly, seenKinds, stretchOf } from './stored.ts';

export interface TextCells {
  readonly column: TextColumn;
  readonly faults: Faults;
}

/** The texts of the stored rows `rows` of `raw`. `isId`: numbers that lost digits are faults (they are kept all the same). */
export function textCells(raw: RawColumn, rows: Uint32Array, isId = false): TextCells {
  const seen = seenKinds(raw.kinds, rows);
  return { column: unwrapped(columnOf(raw, rows, seen)), faults: faultsOf(raw, rows, seen, isId) };
}

// Programs write ids so that a spreadsheet keeps all their digits: `="123456789012345678"`, `'00123`.
const wrapped = /^="([^"]*)"$|^'(?=\d)/;

/** Without the marks of formula text; the same column where its first value has none, as all of an export's have them. */
function unwrapped(column: TextColumn): TextColumn {
  if (column.size < 2 || !wrapped.test(column.text(1))) return column;
  return respelled(column, (text) => text.replace(wrapped, '$1').trim());
}

/** The column with each text spelled anew; texts that become equal share a code. */
export function respelled(column: TextColumn, spell: (text: string) => string): TextColumn {
  const spellings = [''];
  const known = new Map<string, number>([['', 0]]);
  const codeOf = Uint32Array.from({ length: column.size }, (_, code) => {
    const text = spell(column.text(code));
    const found = known.get(text) ?? spellings.push(text) - 1;
    known.set(text, found);
    return found;
  });
  const codes = column.codes.map((code) => codeOf[code] ?? 0);
  return { kind: 'text', codes, size: spellings.length, text: (code) => spellings[code] ?? '' };
}

function columnOf(raw: RawColumn, rows: Uint32Array, seen: Uint8Array): TextColumn {
  if (isOnly(seen, cellKind.decimal)) return integerColumn(raw, rows);
  return sharedColumn(raw, rows, seen) ?? new TextBuilder(raw, rows, seen).build();
}

/**
 * Most columns have their heading as the first text of the pool and plain texts in the order of their first rows behind it.
 * The places in the pool are codes then, as `TextBuilder` would give them, and a million rows need not be copied.
 */
function sharedColumn({ kinds, values, pool }: RawColumn, rows: Uint32Array, seen: Uint8Array): TextColumn | undefined {
  const stretch = stretchOf(rows);
  if (!stretch || !pool.isPlain || !isOnly(seen, cellKind.text) || !(values instanceof Uint32Array)) return undefined;
  const [first, end] = stretch;
  let highest = 0;
  for (let row = first; row < end; row += 1) {
    const place = values[row] ?? 0;
    if (place > highest + 1 || (place === 0 && kinds[row] !== cellKind.empty)) return undefined;
    if (place > highest) highest = place;
  }
  if (highest + 1 !== pool.size) return undefined;
  const text = (code: number) => (code === 0 ? '' : pool.text(code));
  return { kind: 'text', codes: values.subarray(first, end), size: pool.size, text };
}

/** Whole numbers only: coded without making a string of any of them. */
function integerColumn(raw: RawColumn, rows: Uint32Array): TextColumn {
  const codes = new Uint32Array(rows.length);
  const distinct = new IntegerCodes(rows.length);
  for (let row = 0; row < rows.length; row += 1) {
    const stored = rows[row] ?? 0;
    if (raw.kinds[stored] !== cellKind.empty) codes[row] = distinct.code(raw.values[stored] ?? 0);
  }
  return { kind: 'text', codes, size: distinct.size, text: (code) => (code === 0 ? '' : String(distinct.value(code))) };
}

/** Codes from 1 for distinct numbers: open addressing, about three times as fast as a Map. */
class IntegerCodes {
  #table: Uint32Array;
  #values = new Float64Array(1024);
  size = 1;

  constructor(expected: number) {
    this.#table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.min(expected, 4096) * 2 + 16)));
  }

  value(code: number): number {
    return this.#values[code] ?? 0;
  }

  code(value: number): number {
    const mask = this.#table.length - 1;
    let slot = spread(value) & mask;
    for (;;) {
      const code = this.#table[slot] ?? 0;
      if (code === 0) return this.#add(value, slot);
      if (this.#values[code] === value) return code;
      slot = (slot + 1) & mask;
    }
  }

  #add(value: number, slot: number): number {
    const code = this.size;
    if (code === this.#values.length) {
      const values = new Float64Array(code * 2);
      values.set(this.#values);
      this.#values = values;
    }
    this.#values[code] = value;
    this.#table[slot] = code;
    this.size += 1;
    if (this.size * 2 > this.#table.length) this.#grow();
    return code;
  }

  #grow(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let code = 1; code < this.size; code += 1) {
      let slot = spread(this.#values[code] ?? 0) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = code;
    }
    this.#table = table;
  }
}

function spread(value: number): number {
  const low = Math.imul(value | 0, 0x9e3779b1) ^ Math.imul((value / 4294967296) | 0, 0x85ebca6b);
  return low ^ (low >>> 15);
}

class TextBuilder {
  readonly #raw: RawColumn;
  readonly #rows: Uint32Array;
  /** Folded text → code, where equal texts could come from different cells; unused for a plain pool of text only. */
  readonly #codes = new Map<string, number>();
  /** Spellings by code, or the pool index that has it. */
  readonly #spellings: (string | number)[] = [''];
  readonly #isPlainOnly: boolean;

  constructor(raw: RawColumn, rows: Uint32Array, seen: Uint8Array) {
    this.#raw = raw;
    this.#rows = rows;
    this.#isPlainOnly = raw.pool.isPlain && isOnly(seen, cellKind.text);
  }

  build(): TextColumn {
    const { kinds, values, pool } = this.#raw;
    const codes = new Uint32Array(this.#rows.length);
    /** Pool index → code + 1. */
    const pooled = new Uint32Array(pool.size);
    for (let row = 0; row < codes.length; row += 1) {
      const stored = this.#rows[row] ?? 0;
      const kind = kinds[stored] ?? 0;
      if (kind !== cellKind.text) {
        codes[row] = this.#otherCode(stored, kind);
        continue;
      }
      const index = values[stored] ?? 0;
      const known = pooled[index] ?? 0;
      const code = known > 0 ? known - 1 : this.#pooledCode(index);
      pooled[index] = code + 1;
      codes[row] = code;
    }
    const spellings = this.#spellings;
    return {
      kind: 'text',
      codes,
      size: spellings.length,
      text(code) {
        const spelling = spellings[code] ?? '';
        return typeof spelling === 'number' ? pool.text(spelling).trim() : spelling;
      },
    };
  }

  #otherCode(stored: number, kind: number): number {
    const isBlank = kind === cellKind.empty || kind === cellKind.error || kind === cellKind.noResult;
    return isBlank ? 0 : this.#code(this.#otherText(stored, kind), undefined);
  }

  #otherText(stored: number, kind: number): string {
    if (kind >= cellKind.decimal) return decimalCellText(this.#raw.values[stored] ?? 0, kind - cellKind.decimal);
    // As a dimension a moment is its day.
    if (kind === cellKind.date) return formatDay(Math.floor(this.#raw.values[stored] ?? 0));
    return rawCellText(this.#raw, stored);
  }

  #pooledCode(index: number): number {
    if (this.#isPlainOnly) return this.#spellings.push(index) - 1;
    return this.#code(this.#raw.pool.text(index), index);
  }

  #code(text: string, index: number | undefined): number {
    const folded = foldText(text);
    if (folded === '') return 0;
    const known = this.#codes.get(folded);
    if (known !== undefined) return known;
    const code = this.#spellings.push(index ?? text.trim()) - 1;
    this.#codes.set(folded, code);
    return code;
  }
}

function faultsOf(raw: RawColumn, rows: Uint32Array, seen: Uint8Array, isId: boolean): Faults {
  const lost = isId ? lostDigitsOf(raw, seen) : undefined;
  if (!lost && seen[cellKind.error] !== 1 && seen[cellKind.noResult] !== 1) return noFaults;
  const faults = new Faults();
  for (let row = 0; row < rows.length; row += 1) {
    const stored = rows[row] ?? 0;
    const fault = faultAt(raw, stored, lost);
    if (fault) faults.add(row, fault.code, () => fault.value, fault.params);
  }
  return faults;
}

function faultAt(raw: RawColumn, stored: number, lost: LostDigits | undefined): Omit<CellFault, 'row'> | undefined {
  const kind = raw.kinds[stored] ?? 0;
  if (kind === cellKind.error) return { code: 'cell/error-value', value: rawCellText(raw, stored), params: {} };
  if (kind === cellKind.noResult) return { code: 'cell/no-cached-value', value: '', params: {} };
  const digits = lost?.(kind, raw.values[stored] ?? 0) ?? 0;
  return digits === 0 ? undefined : { code: 'cell/lost-digits', value: rawCellText(raw, stored), params: { digits } };
}

/** How many digits an id had of which a spreadsheet kept 15 or fewer; 0 for an id that lost none. */
type LostDigits = (kind: number, value: number) => number;

const cutId = /^\d(?:[.,]\d+)?E\+(\d{2})$/i;

/** Undefined where no cell lost digits: `1.23457E+17` as text, or a number of more than 15 digits. */
function lostDigitsOf({ pool }: RawColumn, seen: Uint8Array): LostDigits | undefined {
  const texts = new Map<number, number>();
  const mayBeCut = seen[cellKind.text] === 1 && pool.mayContain?.('+') !== false;
  for (let index = 0; mayBeCut && index < pool.size; index += 1) {
    const text = pool.text(index);
    // `+` stands third from the end; anything else costs no more than this look.
    if (text.charCodeAt(text.length - 3) !== 0x2b) continue;
    const match = cutId.exec(text.trim());
    if (match) texts.set(index, Number(match[1]) + 1);
  }
  if (texts.size === 0 && seen[cellKind.double] !== 1) return undefined;
  return (kind, value) => {
    if (kind === cellKind.text) return texts.get(value) ?? 0;
    return kind === cellKind.double && Number.isInteger(value) ? String(BigInt(Math.abs(value))).length : 0;
  };
}
