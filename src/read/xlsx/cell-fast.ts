/**
 * The cells that nearly all sheets consist of, read from bytes without a string: `<c r="B7" s="3" t="s"><v>12</v></c>`
 * with attributes in any order, a formula before the value, or a plain inline text. Whatever looks otherwise is left
 * where it stands for the slow path, which knows everything. One long function because it runs once per cell.
 */
import { cellKind } from '../../model/raw-table.ts';
import { CellShapes } from './cell-shapes.ts';
import { NumberParser } from './number-bytes.ts';
import type { SheetBuilder } from './sheet-builder.ts';

const type = { number: 0, shared: 1, text: 2, inline: 3, boolean: 4, error: 5 } as const;
const maxColumn = 16_384;

export class FastCells {
  /** Sheet row of the cells. */
  #row = 0;
  /** Column of the cell before, for cells that do not say theirs. */
  lastColumn = 0;
  readonly #builder: SheetBuilder;
  readonly #number = new NumberParser();
  readonly #shapes = new CellShapes();
  #viewed: Buffer = Buffer.alloc(0);
  #view: DataView = new DataView(this.#viewed.buffer, 0, 0);

  constructor(builder: SheetBuilder) {
    this.#builder = builder;
  }

  beginRow(row: number): void {
    this.#row = row;
    this.lastColumn = 0;
    this.#shapes.setRow(row);
  }

  /** Reads cells from `start` on; returns where the first thing stands that is none it knows, or is not complete. */
  read(bytes: Buffer, start: number, end: number): number {
    if (this.#viewed !== bytes) {
      this.#viewed = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    let at = start;
    for (;;) {
      const next = this.#cell(bytes, at, end);
      if (next < 0) return at;
      at = next;
    }
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a hot loop, split in no place that would not cost a call
  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: the same
  #cell(bytes: Buffer, start: number, end: number): number {
    const expected = this.lastColumn + 1;
    const shapes = this.#shapes;
    const valueAt = shapes.match(this.#view, start, expected);
    if (valueAt > 0) return this.#value(bytes, valueAt, end, 0, expected, shapes.style, shapes.kind);
    if (bytes[start] !== 0x3c) return -1;
    // `<c` or, with a prefix, `<x:c`: its length is the same in every tag of the cell.
    let prefix = 0;
    if (bytes[start + 1] !== 0x63 || (bytes[start + 2] ?? 0) > 0x3e || bytes[start + 2] === 0x3a) {
      while (prefix < 8 && bytes[start + 1 + prefix] !== 0x3a) prefix += 1;
      prefix += 1;
      if (bytes[start + prefix] !== 0x3a || bytes[start + 1 + prefix] !== 0x63) return -1;
    }
    let at = start + 2 + prefix;
    let column = 0;
    let style = 0;
    let kind: number = type.number;
    while (bytes[at] === 0x20) {
      const attribute = bytes[at + 1];
      if (bytes[at + 2] !== 0x3d || bytes[at + 3] !== 0x22) return -1;
      at += 4;
      if (attribute === 0x72) {
        let letter = bytes[at] ?? 0;
        while (letter >= 0x41 && letter <= 0x5a) {
          column = column * 26 + letter - 0x40;
          at += 1;
          letter = bytes[at] ?? 0;
        }
        let row = 0;
        let digit = letter - 0x30;
        while (digit >= 0 && digit <= 9) {
          row = row * 10 + digit;
          at += 1;
          digit = (bytes[at] ?? 0) - 0x30;
        }
        if (row !== this.#row || column === 0 || column > maxColumn) return -1;
      } else if (attribute === 0x73) {
        let digit = (bytes[at] ?? 0) - 0x30;
        while (digit >= 0 && digit <= 9) {
          style = style * 10 + digit;
          at += 1;
          digit = (bytes[at] ?? 0) - 0x30;
        }
      } else if (attribute === 0x74) {
        const first = bytes[at];
        if (first === 0x73 && bytes[at + 1] === 0x22) kind = type.shared;
        else if (first === 0x73 && bytes[at + 1] === 0x74 && bytes[at + 2] === 0x72) {
          kind = type.text;
          at += 2;
        } else if (first === 0x69 && bytes[at + 8] === 0x72) {
          // inlineStr
          kind = type.inline;
          at += 8;
        } else if (first === 0x62) kind = type.boolean;
        else if (first === 0x65) kind = type.error;
        else if (first !== 0x6e) return -1;
        at += 1;
      } else return -1;
      if (bytes[at] !== 0x22 || at >= end) return -1;
      at += 1;
    }
    if (column === 0) column = this.lastColumn + 1;
    if (bytes[at] === 0x2f && bytes[at + 1] === 0x3e) {
      // A cell with nothing but a format is nothing.
      if (at + 2 > end) return -1;
      this.lastColumn = column;
      return at + 2;
    }
    if (bytes[at] !== 0x3e || bytes[at + 1] !== 0x3c) return -1;
    at += 1;
    if (bytes[at + 1 + prefix] === 0x66) {
      at = afterFormula(bytes, at, end, prefix);
      if (at < 0 || bytes[at] !== 0x3c) return -1;
      this.#builder.markFormula(column);
    }
    const element = bytes[at + 1 + prefix];
    if (element === 0x76) {
      if (bytes[at + 2 + prefix] !== 0x3e || kind === type.inline) return -1;
      if (prefix === 0) shapes.learn(this.#view, start, at + 3, { column, style, kind });
      return this.#value(bytes, at + 3 + prefix, end, prefix, column, style, kind);
    }
    return element === 0x69 && kind === type.inline && prefix === 0 ? this.#inline(bytes, at, end, column) : -1;
  }

  /** From within `<v>` on; -1 where anything is unusual. */
  #value(
    bytes: Buffer,
    from: number,
    end: number,
    prefix: number,
    column: number,
    style: number,
    kind: number,
  ): number {
    if (kind === type.number) return this.#numeric(bytes, from, end, prefix, column, style);
    if (kind === type.shared) return this.#shared(bytes, from, end, prefix, column);
    const to = plainTextEnd(bytes, from, end);
    const next = afterValue(bytes, to, prefix);
    // An empty `v` means different things by what else the cell holds.
    if (next < 0 || next > end || to === from) return -1;
    if (kind === type.text) this.#builder.setBytes(column, bytes, from, to);
    else if (kind === type.boolean && to === from + 1 && (bytes[from] === 0x30 || bytes[from] === 0x31)) {
      this.#builder.setBoolean(column, bytes[from] === 0x31);
    } else return -1;
    this.lastColumn = column;
    return next;
  }

  #shared(bytes: Buffer, from: number, end: number, prefix: number, column: number): number {
    let to = from;
    let index = 0;
    for (let digit = (bytes[to] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[to] ?? 0) - 0x30) {
      index = index * 10 + digit;
      to += 1;
    }
    const next = afterValue(bytes, to, prefix);
    if (next < 0 || next > end || to === from) return -1;
    this.#builder.setShared(column, index);
    this.lastColumn = column;
    return next;
  }

  /** Plain numbers of up to 15 digits here, all others by the parser. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a hot loop, split in no place that would not cost a call
  #numeric(bytes: Buffer, from: number, end: number, prefix: number, column: number, style: number): number {
    let to = bytes[from] === 0x2d ? from + 1 : from;
    const first = to;
    let mantissa = 0;
    for (let digit = (bytes[to] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[to] ?? 0) - 0x30) {
      mantissa = mantissa * 10 + digit;
      to += 1;
    }
    let decimals = 0;
    if (bytes[to] === 0x2e) {
      const point = to;
      to += 1;
      for (let digit = (bytes[to] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[to] ?? 0) - 0x30) {
        mantissa = mantissa * 10 + digit;
        to += 1;
      }
      decimals = to - point - 1;
    }
    const isPlain = bytes[to] === 0x3c && to > first && to - first <= 15 && mantissa !== 0 && bytes[to - 1] !== 0x2e;
    if (!isPlain || (decimals > 0 && bytes[to - 1] === 0x30)) {
      return this.#parsed(bytes, from, end, prefix, column, style);
    }
    const next = afterValue(bytes, to, prefix);
    if (next < 0 || next > end) return -1;
    this.#builder.setNumber(column, style, cellKind.decimal + decimals, first === from ? mantissa : -mantissa);
    this.lastColumn = column;
    return next;
  }

  #parsed(bytes: Buffer, from: number, end: number, prefix: number, column: number, style: number): number {
    let to = from;
    while (to < end && bytes[to] !== 0x3c) to += 1;
    const next = afterValue(bytes, to, prefix);
    if (next < 0 || next > end || to === from || !this.#number.parse(bytes, from, to)) return -1;
    this.#builder.setNumber(column, style, this.#number.kind, this.#number.value);
    this.lastColumn = column;
    return next;
  }

  /** `<is><t>text</t></is></c>`, without anything to decode. */
  #inline(bytes: Buffer, at: number, end: number, column: number): number {
    let from = afterMark(bytes, at, openInline);
    if (from < 0) from = afterMark(bytes, at, openSpacedInline);
    if (from < 0) return -1;
    const to = plainTextEnd(bytes, from, end);
    const next = afterMark(bytes, to, closeInline);
    if (next < 0 || next > end) return -1;
    this.#builder.setBytes(column, bytes, from, to);
    this.lastColumn = column;
    return next;
  }
}

const openInline = Buffer.from('<is><t>');
const openSpacedInline = Buffer.from('<is><t xml:space="preserve">');
const closeInline = Buffer.from('</t></is></c>');

/** Where the text ends at a `<`; at the first thing to decode for text that is not plain, which then fits no closing tag. */
function plainTextEnd(bytes: Buffer, from: number, end: number): number {
  let at = from;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x3c || byte === 0x26 || byte === 0x0d || (byte === 0x5f && bytes[at + 1] === 0x78)) break;
  }
  return at;
}

/** Behind `<f …/>` or `<f …>…</f>`; -1 where it is not complete or holds a tag. */
function afterFormula(bytes: Buffer, start: number, end: number, prefix: number): number {
  let at = start + 2 + prefix;
  if (bytes[at] !== 0x20 && bytes[at] !== 0x3e && bytes[at] !== 0x2f) return -1;
  while (at < end && bytes[at] !== 0x3e) at += 1;
  if (bytes[at - 1] === 0x2f) return at + 1;
  while (at < end && bytes[at] !== 0x3c) at += 1;
  const isClose = bytes[at + 1] === 0x2f && bytes[at + 2 + prefix] === 0x66 && bytes[at + 3 + prefix] === 0x3e;
  return isClose && at + 4 + prefix <= end ? at + 4 + prefix : -1;
}

/** Behind `</v></c>`; -1 where anything else stands. */
function afterValue(bytes: Buffer, at: number, prefix: number): number {
  if (bytes[at] !== 0x3c || bytes[at + 1] !== 0x2f || bytes[at + 2 + prefix] !== 0x76) return -1;
  const cell = at + 4 + prefix;
  if (bytes[cell - 1] !== 0x3e || bytes[cell] !== 0x3c || bytes[cell + 1] !== 0x2f) return -1;
  return bytes[cell + 2 + prefix] === 0x63 && bytes[cell + 3 + prefix] === 0x3e ? cell + 4 + prefix : -1;
}

function afterMark(bytes: Buffer, at: number, mark: Buffer): number {
  for (let i = 0; i < mark.length; i += 1) {
    if (bytes[at + i] !== mark[i]) return -1;
  }
  return at + mark.length;
}
