/** Raw cells → dictionary-coded text. */
import { foldText } from '../../lib/fold-text.ts';
import { formatDay } from '../../model/day.ts';
import { cellKind, decimalCellText, type RawColumn, rawCellText } from '../../model/raw-table.ts';
import type { TextColumn } from '../../model/table.ts';

import type { CellFault } from './fault.ts';

export interface TextCells {
  readonly column: TextColumn;
  readonly faults: readonly CellFault[];
}

/** The texts of the stored rows `rows` of `raw`. `isId`: numbers that lost digits are faults (they are kept all the same). */
export function textCells(raw: RawColumn, rows: Uint32Array, isId = false): TextCells {
  const kinds = kindsOf(raw, rows);
  const column = kinds.isOneInteger ? integerColumn(raw, rows) : new TextBuilder(raw, rows).build();
  return { column, faults: kinds.needsCheck || isId ? faultsOf(raw, rows, isId) : [] };
}

function kindsOf(raw: RawColumn, rows: Uint32Array): { isOneInteger: boolean; needsCheck: boolean } {
  const seen = new Uint8Array(256);
  for (let row = 0; row < rows.length; row += 1) seen[raw.kinds[rows[row] ?? 0] ?? 0] = 1;
  const others = seen.findIndex((bit, kind) => bit === 1 && kind !== cellKind.empty && kind !== cellKind.decimal);
  return {
    isOneInteger: others === -1 && seen[cellKind.decimal] === 1,
    needsCheck: seen[cellKind.error] === 1 || seen[cellKind.noResult] === 1 || seen[cellKind.double] === 1,
  };
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
  /** Pool index → code + 1. */
  #pooled = new Uint32Array(0);
  readonly #isPlainOnly: boolean;

  constructor(raw: RawColumn, rows: Uint32Array) {
    this.#raw = raw;
    this.#rows = rows;
    this.#isPlainOnly = raw.pool.isPlain && isTextOnly(raw, rows);
  }

  build(): TextColumn {
    const { kinds, values } = this.#raw;
    const codes = new Uint32Array(this.#rows.length);
    for (let row = 0; row < this.#rows.length; row += 1) {
      const stored = this.#rows[row] ?? 0;
      const kind = kinds[stored] ?? 0;
      if (kind === cellKind.text) codes[row] = this.#pooledCode(values[stored] ?? 0);
      else if (kind !== cellKind.empty && kind !== cellKind.error && kind !== cellKind.noResult) {
        codes[row] = this.#code(this.#otherText(stored, kind), undefined);
      }
    }
    const [spellings, pool] = [this.#spellings, this.#raw.pool];
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

  #otherText(stored: number, kind: number): string {
    if (kind >= cellKind.decimal) return decimalCellText(this.#raw.values[stored] ?? 0, kind - cellKind.decimal);
    // As a dimension a moment is its day.
    if (kind === cellKind.date) return formatDay(Math.floor(this.#raw.values[stored] ?? 0));
    return rawCellText(this.#raw, stored);
  }

  #pooledCode(index: number): number {
    if (this.#pooled.length === 0) this.#pooled = new Uint32Array(this.#raw.pool.size);
    const known = this.#pooled[index] ?? 0;
    if (known > 0) return known - 1;
    const code = this.#isPlainOnly ? this.#spellings.push(index) - 1 : this.#code(this.#raw.pool.text(index), index);
    this.#pooled[index] = code + 1;
    return code;
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

function isTextOnly(raw: RawColumn, rows: Uint32Array): boolean {
  for (let row = 0; row < rows.length; row += 1) {
    const kind = raw.kinds[rows[row] ?? 0] ?? 0;
    if (kind > cellKind.text && kind !== cellKind.error && kind !== cellKind.noResult) return false;
  }
  return true;
}

const lostDigits = /^\d(?:[.,]\d+)?E\+(\d{2})$/i;

function faultsOf(raw: RawColumn, rows: Uint32Array, isId: boolean): CellFault[] {
  const faults: CellFault[] = [];
  const lost = new Map<number, number>();
  for (let row = 0; row < rows.length; row += 1) {
    const stored = rows[row] ?? 0;
    const kind = raw.kinds[stored] ?? 0;
    if (kind === cellKind.error)
      faults.push({ row, code: 'cell/error-value', value: rawCellText(raw, stored), params: {} });
    else if (kind === cellKind.noResult) faults.push({ row, code: 'cell/no-cached-value', value: '', params: {} });
    else if (isId && (kind === cellKind.double || kind === cellKind.text)) {
      const digits = lostDigitsOf(raw, stored, kind, lost);
      if (digits > 0)
        faults.push({ row, code: 'cell/lost-digits', value: rawCellText(raw, stored), params: { digits } });
    }
  }
  return faults;
}

/** Digits of an id that a spreadsheet cut to 15: `1.23457E+17` had 18. 0 for any other text. */
function lostDigitsOf(raw: RawColumn, stored: number, kind: number, known: Map<number, number>): number {
  const value = raw.values[stored] ?? 0;
  if (kind === cellKind.double) return Number.isInteger(value) ? String(BigInt(value)).replace('-', '').length : 0;
  let digits = known.get(value);
  if (digits === undefined) {
    const match = lostDigits.exec(foldText(raw.pool.text(value)));
    digits = match ? Number(match[1]) + 1 : 0;
    known.set(value, digits);
  }
  return digits;
}
