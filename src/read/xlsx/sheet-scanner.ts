/**
 * The sheet part, scanned as bytes while it streams in: rows and cells go straight into columns, no tree and no string
 * per cell. Longer than other files because all of it works on one position in one buffer.
 */
import { isUtf8 } from 'node:buffer';
import { columnLetters } from '../../model/place.ts';
import type { MergedRange } from '../../model/raw-table.ts';
import { limitError } from '../limits.ts';
import { FastCells } from './cell-fast.ts';
import { columnOf, parseRange } from './cell-reference.ts';
import { readCell, storeCell } from './cell-slow.ts';
import { scanChunks } from './chunk-scanner.ts';
import { damaged } from './damaged.ts';
import { elementEnd, TagSpan } from './elements.ts';
import { SheetBuilder, type SheetCells, type WorkbookContext } from './sheet-builder.ts';
import { readXml, XmlError } from './xml.ts';

export interface ScannedSheet extends SheetCells {
  readonly merges: readonly MergedRange[];
}

const names = {
  cell: Buffer.from('c'),
  row: Buffer.from('row'),
  sheetData: Buffer.from('sheetData'),
  mergeCell: Buffer.from('mergeCell'),
};
/** A cell, a tag or a comment that is longer is refused: Excel's cells end at 32,767 characters. */
const maxThing = 16 << 20;
const maxDepth = 256;

/** Reads one worksheet part from its UTF-8 chunks. Throws UserError `file/damaged` or a limit. */
export async function scanSheet(
  chunks: AsyncIterable<Buffer>,
  context: WorkbookContext,
  { sheet, part, onRows }: { readonly sheet: string; readonly part: string; readonly onRows?: (rows: number) => void },
): Promise<ScannedSheet> {
  const scanner = new SheetScanner(context, sheet, part);
  const left = await scanChunks(
    chunks,
    (buffer, end) => {
      const done = scanner.scan(buffer, end);
      onRows?.(scanner.rowCount);
      return done;
    },
    maxThing,
    (pending) =>
      limitError('maxCell', { ...context.limits, maxCell: maxThing }, { file: context.file, found: pending }),
  );
  return scanner.finish(left);
}

class SheetScanner {
  readonly #file: string;
  readonly #part: string;
  readonly #builder: SheetBuilder;
  readonly #room: WorkbookContext['room'];
  readonly #cells: FastCells;
  readonly #tag = new TagSpan();
  readonly #merges: MergedRange[] = [];
  /** Open elements; in the rows of `sheetData` it is 2, within a row 3. */
  #depth = 0;
  #isInData = false;
  #hasRoot = false;
  #row = 0;
  /** False while a row that does not give its number waits for its first cell to say it. */
  #isRowKnown = false;
  #isRowHidden = false;

  constructor(context: WorkbookContext, sheet: string, part: string) {
    this.#file = context.file;
    this.#part = part;
    this.#room = context.room;
    this.#builder = new SheetBuilder(context, sheet);
    this.#cells = new FastCells(this.#builder);
  }

  get rowCount(): number {
    return this.#builder.rowCount;
  }

  scan(bytes: Buffer, end: number): number {
    let at = 0;
    for (;;) {
      at = this.#fast(bytes, at, end);
      const start = bytes[at] === 0x3c ? at : bytes.indexOf(0x3c, at);
      if (start < 0 || start >= end) return end;
      // White space between cells: what follows it may be plain again.
      if (start > at) at = this.#fast(bytes, start, end);
      if (at > start) continue;
      const next = this.#step(bytes, start, end);
      if (next < 0) return start;
      at = next;
    }
  }

  /** Reads on as long as everything looks as it does in nearly all sheets; returns where something does not. */
  #fast(bytes: Buffer, start: number, end: number): number {
    if (this.#depth !== 3 || !this.#isInData || !this.#isRowKnown) return start;
    let at = start;
    for (;;) {
      at = this.#cells.read(bytes, at, end);
      const next = this.#nextRow(bytes, at, end);
      if (next < 0) return at;
      at = next;
    }
  }

  /** `</row><row r="8" …>`, the new row neither empty nor hidden; -1 for anything else. */
  #nextRow(bytes: Buffer, start: number, end: number): number {
    if (!hasMark(bytes, start, nextRowMark)) return -1;
    let at = start + nextRowMark.length;
    let row = 0;
    for (let digit = (bytes[at] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - 0x30) {
      row = row * 10 + digit;
      at += 1;
    }
    const next = bytes[at] === 0x22 && row > 0 ? afterShownRow(bytes, at + 1, end) : -1;
    if (next < 0) return -1;
    this.#builder.countRow();
    this.#beginRow(row, false);
    return next;
  }

  finish(left: number): ScannedSheet {
    if (left > 0 || this.#depth !== 0 || !this.#hasRoot) throw this.#damaged('is cut off');
    return { ...this.#builder.finish(), merges: this.#merges };
  }

  /** Takes in one tag (or a whole cell) at `at`; -1 when it is not complete before `end`. */
  #step(bytes: Buffer, at: number, end: number): number {
    const tag = this.#tag;
    if (!tag.read(bytes, at, end)) return -1;
    if (tag.kind === 'x') return tag.end;
    if (tag.kind === 'd') throw this.#damaged('holds a document type (DOCTYPE)');
    if (tag.kind === 'c') return this.#close();
    if (!this.#isInData) return this.#openOutside(bytes, at);
    if (this.#depth === 3 && tag.is(bytes, names.cell)) return this.#cell(bytes, at, end);
    if (this.#depth === 2 && tag.is(bytes, names.row)) return this.#openRow(bytes, at);
    // Nothing else belongs here; what a newer program put here is passed over with all that it holds.
    const next = elementEnd(bytes, at, end);
    if (next === -2) throw this.#damaged('holds a document type (DOCTYPE)');
    return next;
  }

  #close(): number {
    this.#depth -= 1;
    if (this.#depth < 0) throw this.#damaged('closes what is not open');
    if (this.#depth < 2) this.#isInData = false;
    return this.#tag.end;
  }

  #openOutside(bytes: Buffer, at: number): number {
    const tag = this.#tag;
    this.#hasRoot = true;
    if (this.#depth === 2 && tag.is(bytes, names.mergeCell)) this.#merge(bytes.toString('utf8', at, tag.end));
    if (tag.isEmpty) return tag.end;
    if (this.#depth === 1 && tag.is(bytes, names.sheetData)) this.#isInData = true;
    this.#depth += 1;
    if (this.#depth > maxDepth) throw this.#damaged('is nested too deeply');
    return tag.end;
  }

  #openRow(bytes: Buffer, at: number): number {
    const tag = this.#tag;
    this.#readRowAttributes(bytes, at, tag.end);
    this.#cells.lastColumn = 0;
    if (!tag.isEmpty) this.#depth = 3;
    return tag.end;
  }

  #readRowAttributes(bytes: Buffer, at: number, end: number): void {
    this.#builder.countRow();
    const number = plainNumber(bytes, this.#tag.nameEnd);
    const hasHidden = bytes.subarray(this.#tag.nameEnd, end).includes('hidden');
    if (number > 0 && !hasHidden) {
      this.#beginRow(number, false);
      return;
    }
    const attributes = this.#attributes(bytes.toString('utf8', at, end), this.#tag.isEmpty);
    const r = attributes.get('r');
    this.#isRowHidden = ['1', 'true'].includes(attributes.get('hidden') ?? '');
    if (r === undefined) {
      this.#row += 1;
      this.#isRowKnown = false;
      return;
    }
    if (!/^\s*\d{1,7}\s*$/.test(r) || Number(r) === 0) throw this.#damaged(`has a row numbered ${r.slice(0, 20)}`);
    this.#beginRow(Number(r), this.#isRowHidden);
  }

  #beginRow(row: number, isHidden: boolean): void {
    this.#row = row;
    this.#isRowKnown = true;
    this.#cells.beginRow(row);
    this.#builder.beginRow(row, isHidden);
  }

  #cell(bytes: Buffer, at: number, end: number): number {
    const next = elementEnd(bytes, at, end);
    if (next === -2) throw this.#damaged('holds a document type (DOCTYPE)');
    if (next < 0) return -1;
    if (!isUtf8(bytes.subarray(at, next))) throw this.#damaged(`is not valid UTF-8 in row ${this.#row}`);
    try {
      const cell = readCell(bytes.toString('utf8', at, next));
      storeCell(cell, this.#place(cell.reference), this.#builder);
    } catch (error) {
      if (error instanceof XmlError) throw this.#damaged(`${error.message} (row ${this.#row})`, error);
      throw error;
    }
    return next;
  }

  /** The column of a cell, and the row where the `row` element did not say it. */
  #place(reference: string | undefined): number {
    const column = reference === undefined ? this.#cells.lastColumn + 1 : columnOf(reference);
    if (column === undefined) throw new XmlError(`a cell is named ${(reference ?? '').slice(0, 40)}`);
    const row = reference === undefined ? this.#row : Number(/\d+$/.exec(reference.trim())?.[0] ?? this.#row);
    if (!this.#isRowKnown) this.#beginRow(row, this.#isRowHidden);
    if (row !== this.#row) throw new XmlError(`cell ${columnLetters(column)}${row} stands in another row`);
    this.#cells.lastColumn = column;
    return column;
  }

  #merge(tag: string): void {
    const range = parseRange(this.#attributes(tag, this.#tag.isEmpty).get('ref') ?? '');
    if (!range) return;
    this.#room.takeMerge();
    this.#merges.push(range);
  }

  #attributes(tag: string, isEmpty: boolean): ReadonlyMap<string, string> {
    try {
      const [first] = readXml(isEmpty ? tag : `${tag.slice(0, -1)}/>`);
      return first?.kind === 'open' ? first.attributes : new Map();
    } catch (error) {
      if (error instanceof XmlError) throw this.#damaged(error.message, error);
      throw error;
    }
  }

  #damaged(what: string, cause?: unknown): Error {
    return damaged(this.#file, `${this.#part} ${what}`, cause);
  }
}

const nextRowMark = Buffer.from('</row><row r="');
// From the second letter on: few other attributes have an i.
const hiddenMark = Buffer.from('idden=');
const shownMark = Buffer.from('idden="false"');

/** Behind the `>` of a row's tag; -1 for a hidden row, one without cells, or one that is cut off. */
function afterShownRow(bytes: Buffer, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 0x3e) return bytes[at - 1] === 0x2f ? -1 : at + 1;
    if (byte === 0x3c) return -1;
    if (byte === 0x69 && hasMark(bytes, at, hiddenMark) && !hasMark(bytes, at, shownMark)) return -1;
  }
  return -1;
}

function hasMark(bytes: Buffer, at: number, mark: Buffer): boolean {
  for (let i = 0; i < mark.length; i += 1) {
    if (bytes[at + i] !== mark[i]) return false;
  }
  return true;
}

/** The number in ` r="123"` at `at`; 0 when something else stands there. */
function plainNumber(bytes: Buffer, at: number): number {
  if (bytes[at] !== 0x20 || bytes[at + 1] !== 0x72 || bytes[at + 2] !== 0x3d || bytes[at + 3] !== 0x22) return 0;
  let number = 0;
  let i = at + 4;
  for (; i < at + 12; i += 1) {
    const digit = (bytes[i] ?? 0) - 0x30;
    if (!(digit >= 0 && digit <= 9)) break;
    number = number * 10 + digit;
  }
  return bytes[i] === 0x22 ? number : 0;
}
