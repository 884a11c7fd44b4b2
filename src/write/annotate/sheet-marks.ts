/** Other formats for cells of a sheet part; cells and rows that the part does not hold are put in at their place. */
import { columnLetters } from '../../model/place.ts';
import {
  attribute,
  childrenOf,
  type Edit,
  edited,
  elementOf,
  masked,
  nextTag,
  prefixOf,
  type Tag,
  tagEnd,
  withAttribute,
} from '../package/tags.ts';

/** Row → column → what makes a cell's format from the one it has. */
export type Marks = ReadonlyMap<number, ReadonlyMap<number, (base: number) => number>>;

export function markCells(xml: string, marks: Marks): string {
  return new SheetMarker(xml, marks).marked();
}

class SheetMarker {
  readonly #xml: string;
  readonly #mask: string;
  readonly #marks: Marks;
  readonly #prefix: string;
  readonly #edits: Edit[] = [];
  readonly #columnFormats: readonly { readonly min: number; readonly max: number; readonly format: number }[];

  constructor(xml: string, marks: Marks) {
    this.#xml = xml;
    this.#mask = masked(xml);
    this.#marks = marks;
    this.#prefix = prefixOf(this.#mask);
    this.#columnFormats = this.#readColumns();
  }

  marked(): string {
    const data = elementOf(this.#mask.slice(0, this.#dataEnd()), 'sheetData');
    if (data === null) return this.#xml;
    const wanted = [...this.#marks.keys()].sort((a, b) => a - b);
    if (data.open === data.end) this.#fillEmptyData(data, wanted);
    else this.#markRows(data.open, data.close, wanted);
    return edited(this.#xml, this.#edits);
  }

  /** Past the sheet's data: what follows may be long, and is not looked at. */
  #dataEnd(): number {
    const close = this.#mask.indexOf(`</${this.#prefix}sheetData`);
    return close < 0 ? this.#mask.length : tagEnd(this.#mask, close);
  }

  #fillEmptyData(data: { readonly start: number; readonly end: number }, wanted: readonly number[]): void {
    const name = `${this.#prefix}sheetData`;
    const rows = wanted.map((row) => this.#newRow(row)).join('');
    this.#edits.push({ at: data.start, remove: data.end - data.start, insert: `<${name}>${rows}</${name}>` });
  }

  #markRows(from: number, to: number, wanted: readonly number[]): void {
    const present = this.#rowsAmong(from, to, new Set(wanted));
    const missing = wanted.filter((row) => !present.has(row));
    let number = 0;
    for (let row = this.#nextRow(from, to); row !== null; row = this.#nextRow(row.end, to)) {
      number = this.#rowNumber(row, number);
      while (missing[0] !== undefined && missing[0] < number)
        this.#insert(row.start, this.#newRow(missing.shift() ?? 0));
      const cells = this.#marks.get(number);
      if (cells !== undefined) this.#markRow(row, number, cells);
    }
    for (const row of missing) this.#insert(to, this.#newRow(row));
  }

  #rowsAmong(from: number, to: number, wanted: ReadonlySet<number>): ReadonlySet<number> {
    const present = new Set<number>();
    let number = 0;
    for (let row = this.#nextRow(from, to); row !== null; row = this.#nextRow(row.end, to)) {
      number = this.#rowNumber(row, number);
      if (wanted.has(number)) present.add(number);
    }
    return present;
  }

  #rowNumber({ start, end }: Tag, before: number): number {
    return Number(attribute(this.#xml.slice(start, end), 'r') ?? before + 1);
  }

  #nextRow(from: number, to: number): Tag | null {
    return this.#nextElement('row', from, to);
  }

  /** By its name, which is faster than looking at every tag: a sheet has millions. */
  #nextElement(name: string, from: number, to: number): Tag | null {
    const opening = `<${this.#prefix}${name}`;
    for (let start = this.#mask.indexOf(opening, from); start >= 0 && start < to; ) {
      if (/[\s/>]/.test(this.#mask[start + opening.length] ?? '')) return nextTag(this.#mask, start);
      start = this.#mask.indexOf(opening, start + 1);
    }
    return null;
  }

  #markRow(row: Tag, number: number, marks: ReadonlyMap<number, (base: number) => number>): void {
    const tag = this.#xml.slice(row.start, row.end);
    const rowFormat = attribute(tag, 'customFormat') === null ? null : Number(attribute(tag, 's') ?? 0);
    const missing = new Map([...marks].sort(([a], [b]) => a - b));
    if (row.isEmpty) {
      const open = tag.replace(/\s*\/>$/, '>');
      const insert = `${open}${this.#newCells(number, missing, rowFormat)}</${this.#prefix}row>`;
      this.#edits.push({ at: row.start, remove: tag.length, insert });
      return;
    }
    const close = this.#mask.indexOf(`</${this.#prefix}row`, row.end);
    for (const [cell, column] of this.#cells(row.end, close)) {
      const before = new Map([...missing].filter(([other]) => other < column));
      if (before.size > 0) this.#insert(cell.start, this.#newCells(number, before, rowFormat));
      for (const other of before.keys()) missing.delete(other);
      if (missing.delete(column)) this.#setFormat(cell, marks.get(column));
    }
    if (missing.size > 0) this.#insert(close, this.#newCells(number, missing, rowFormat));
  }

  /** The cells of a row with their columns; one without a reference follows the one before. */
  *#cells(from: number, to: number): Generator<readonly [Tag, number]> {
    let column = 0;
    for (let cell = this.#nextElement('c', from, to); cell !== null; cell = this.#nextElement('c', cell.end, to)) {
      const reference = attribute(this.#xml.slice(cell.start, cell.end), 'r');
      column = reference === null ? column + 1 : columnOf(reference);
      yield [cell, column];
    }
  }

  #setFormat({ start, end }: Tag, formatOf: ((base: number) => number) | undefined): void {
    if (formatOf === undefined) return;
    const tag = this.#xml.slice(start, end);
    const format = formatOf(Number(attribute(tag, 's') ?? 0));
    this.#edits.push({ at: start, remove: tag.length, insert: withAttribute(tag, 's', String(format)) });
  }

  #insert(at: number, insert: string): void {
    this.#edits.push({ at, remove: 0, insert });
  }

  #newRow(row: number): string {
    const cells = this.#newCells(row, this.#marks.get(row) ?? new Map(), null);
    return `<${this.#prefix}row r="${row}">${cells}</${this.#prefix}row>`;
  }

  /** An empty cell looks as its row says, else its column. */
  #newCells(row: number, marks: ReadonlyMap<number, (base: number) => number>, rowFormat: number | null): string {
    return [...marks]
      .sort(([a], [b]) => a - b)
      .map(([column, formatOf]) => {
        const own = this.#columnFormats.find(({ min, max }) => min <= column && column <= max)?.format ?? 0;
        return `<${this.#prefix}c r="${columnLetters(column)}${row}" s="${formatOf(rowFormat ?? own)}"/>`;
      })
      .join('');
  }

  #readColumns() {
    const end = this.#mask.indexOf(`<${this.#prefix}sheetData`);
    const head = this.#mask.slice(0, Math.max(0, end));
    const list = elementOf(head, 'cols');
    if (list === null) return [];
    return childrenOf(head, list.open, list.close).map(({ start, end: past }) => {
      const tag = head.slice(start, past);
      const read = (name: string) => Number(attribute(tag, name) ?? 0);
      return { min: read('min'), max: read('max'), format: read('style') };
    });
  }
}

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Za-z]+/.exec(reference)?.[0].toUpperCase() ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column;
}
