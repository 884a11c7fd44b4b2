/** Cells of one column as the type that a schema declares, each distinct text read once. */
import type { SchemaField } from '../../config/schema/schema-file.ts';
import { type Decimal, decimal, decimalFromDouble, multiply, toText, trim } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import { formatDay } from '../../model/day.ts';
import type { MappedColumn } from '../../model/mapping.ts';
import { cellKind, type RawColumn, rawCellText } from '../../model/raw-table.ts';
import { readDay, readDayNumber } from '../cells/read-day.ts';
import { readNumber } from '../cells/read-number.ts';

/** What a cell is: nothing, a value that compares by `key`, or not what its type says. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'bad'; readonly hint: string }
  | { readonly kind: 'value'; readonly key: string; readonly order: Decimal | number | null };

const empty: Reading = { kind: 'empty' };
const bad: Reading = { kind: 'bad', hint: '' };

export class CellReader {
  readonly raw: RawColumn;
  readonly mapped: MappedColumn;
  readonly #type: SchemaField['type'];
  /** By the number of a text: those are dense, and an array is ten times as fast as a map here. */
  readonly #known: (Reading | undefined)[] = [];

  constructor(raw: RawColumn, mapped: MappedColumn, type: SchemaField['type']) {
    this.raw = raw;
    this.mapped = mapped;
    this.#type = type;
  }

  /**
   * True for a cell that is a value of the type without a look at it, so that a million numbers cost nothing where no
   * rule asks more of them.
   */
  isValue(row: number): boolean {
    const kind = this.raw.kinds[row] ?? cellKind.empty;
    if (this.#type === 'number' || this.#type === 'money') return kind >= cellKind.double;
    return this.#type === 'text' && kind >= cellKind.double;
  }

  /** Of a column of texts: none of them is changed by folding, so that equal values have equal numbers. */
  get isPlainText(): boolean {
    return this.#type === 'text' && this.raw.pool.isPlain;
  }

  /** The number of a text among the column's distinct texts; undefined for other cells. */
  textIndex(row: number): number | undefined {
    return this.raw.kinds[row] === cellKind.text ? this.raw.values[row] : undefined;
  }

  text(row: number): string {
    return rawCellText(this.raw, row);
  }

  read(row: number): Reading {
    const kind = this.raw.kinds[row] ?? cellKind.empty;
    if (kind === cellKind.empty) return empty;
    if (kind === cellKind.error || kind === cellKind.noResult) return bad;
    if (kind !== cellKind.text) return this.#typed(row, kind);
    const index = this.raw.values[row] ?? 0;
    const known = this.#known[index];
    if (known) return known;
    const reading = this.#written(this.raw.pool.text(index));
    this.#known[index] = reading;
    return reading;
  }

  #typed(row: number, kind: number): Reading {
    const value = this.raw.values[row] ?? 0;
    switch (this.#type) {
      case 'text':
        return textReading(this.text(row));
      case 'boolean':
        return kind === cellKind.boolean || value === 0 || value === 1 ? booleanReading(value !== 0) : bad;
      case 'date':
        return kind === cellKind.date ? dayReading(Math.floor(value)) : this.#dayOfNumber(kind, value, row);
      case 'number':
      case 'integer':
      case 'money':
        return kind >= cellKind.double ? this.#number(numberOf(kind, value), false) : bad;
    }
  }

  #dayOfNumber(kind: number, value: number, row: number): Reading {
    if (kind < cellKind.double) return bad;
    const number = kind === cellKind.double ? value : Number(this.text(row));
    const found = readDayNumber(number);
    return found.kind === 'day' ? dayReading(found.day) : bad;
  }

  #written(text: string): Reading {
    if (foldText(text) === '') return empty;
    switch (this.#type) {
      case 'text':
        return textReading(text);
      case 'boolean':
        return booleanWord(text);
      case 'date':
        return writtenDay(text, this.mapped);
      case 'number':
      case 'integer':
      case 'money':
        return this.#writtenNumber(text);
    }
  }

  #writtenNumber(text: string): Reading {
    const found = readNumber(text, this.mapped.numberFormat);
    if (found.kind === 'none') return empty;
    if (found.kind === 'number') return this.#number(found.value, found.hasUnit);
    return found.kind === 'bad' ? { kind: 'bad', hint: found.hint } : bad;
  }

  /** In base units: what is stated for the column holds where the cell has no unit of its own. */
  #number(value: Decimal, hasUnit: boolean): Reading {
    const scaled = trim(hasUnit ? value : multiply(value, this.mapped.unit));
    if (this.#type === 'integer' && scaled.scale > 0) return bad;
    return { kind: 'value', key: toText(scaled), order: scaled };
  }
}

function numberOf(kind: number, value: number): Decimal {
  return kind === cellKind.double ? decimalFromDouble(value) : decimal(value, kind - cellKind.decimal);
}

function textReading(text: string): Reading {
  return { kind: 'value', key: foldText(text), order: null };
}

function dayReading(day: number): Reading {
  return { kind: 'value', key: formatDay(day), order: day };
}

function writtenDay(text: string, { dateOrder }: MappedColumn): Reading {
  const found = readDay(text, dateOrder);
  if (found.kind === 'day') return dayReading(found.day);
  if (found.kind === 'none') return empty;
  return found.kind === 'no-such-date' ? { kind: 'bad', hint: found.hint } : bad;
}

const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1', '是', '真', '√'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', '否', '假', '×'].map((word) => [word, false] as const),
]);

function booleanWord(text: string): Reading {
  const value = words.get(foldText(text).toLowerCase());
  return value === undefined ? bad : booleanReading(value);
}

function booleanReading(value: boolean): Reading {
  return { kind: 'value', key: String(value), order: null };
}
