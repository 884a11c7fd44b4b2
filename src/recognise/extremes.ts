/** Smallest and largest value of a column, as `inspect` shows them. */
import { type Decimal, decimal, decimalFromDouble, decimalFromText, toFixed } from '../lib/decimal.ts';
import { formatDay } from '../model/day.ts';
import type { ColumnType, DateOrder, NumberFormat, RowRole } from '../model/mapping.ts';
import { cellKind, type RawColumn } from '../model/raw-table.ts';
import { dateShape } from './date-shape.ts';
import { numberShape } from './number-shape.ts';
import type { SheetColumn } from './sheet.ts';

interface Reading {
  readonly type: ColumnType;
  readonly dateOrder: DateOrder | null;
  readonly numberFormat: NumberFormat | null;
}

export interface Extremes {
  readonly smallest: string | null;
  readonly largest: string | null;
}

const none: Extremes = { smallest: null, largest: null };

export function extremesOf(column: SheetColumn, reading: Reading, roles: ReadonlyMap<number, RowRole>): Extremes {
  if (reading.type === 'date') return shown(bounds(column, roles, dayReader(column, reading.dateOrder)), formatDay);
  if (reading.type === 'number' || reading.type === 'money') {
    return shown(bounds(column, roles, numberReader(column, reading.numberFormat)), numberText);
  }
  return none;
}

function shown(found: readonly [number, number] | null, text: (value: number) => string): Extremes {
  return found ? { smallest: text(found[0]), largest: text(found[1]) } : none;
}

function numberText(value: number): string {
  return toFixed(decimalFromDouble(value));
}

type Reader = (kind: number, value: number) => number | undefined;

function bounds(
  { raw, profile }: SheetColumn,
  roles: ReadonlyMap<number, RowRole>,
  read: Reader,
): readonly [number, number] | null {
  let [smallest, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of filledRowsOf(raw, profile.from, roles)) {
    const value = read(raw.kinds[row] ?? 0, raw.values[row] ?? 0);
    if (value === undefined) continue;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  return largest < smallest ? null : [smallest, largest];
}

/** Stored rows of data in which the column is not empty. */
export function* filledRowsOf(
  { kinds }: RawColumn,
  from: number,
  roles: ReadonlyMap<number, RowRole>,
): Generator<number> {
  for (let row = from; row < kinds.length; row += 1) {
    if (kinds[row] !== cellKind.empty && (roles.size === 0 || !roles.has(row))) yield row;
  }
}

function dayReader({ raw }: SheetColumn, order: DateOrder | null): Reader {
  const read = new Map<number, number | undefined>();
  const ofText = (index: number): number | undefined => {
    if (!read.has(index)) {
      const shape = dateShape(raw.pool.text(index));
      read.set(index, shape && (shape.orders === 0 || order !== null) ? shape.dayIn(order ?? 'dmy') : undefined);
    }
    return read.get(index);
  };
  return (kind, value) => {
    if (kind === cellKind.date) return Math.floor(value);
    if (kind === cellKind.text) return ofText(value);
    return kind === cellKind.decimal ? dayOfNumber(value) : undefined;
  };
}

// 20240105, a spreadsheet's serial, seconds or milliseconds since 1970.
function dayOfNumber(value: number): number | undefined {
  if (value >= 19000101 && value <= 29991231) {
    return dateShape(String(value))?.dayIn('ymd');
  }
  if (value >= 10000 && value < 80000) return value - 25569;
  if (value >= 3e8 && value < 5e9) return Math.floor(value / 86_400);
  return value >= 3e11 && value < 5e12 ? Math.floor(value / 86_400_000) : undefined;
}

function numberReader({ raw }: SheetColumn, format: NumberFormat | null): Reader {
  const read = new Map<number, number | undefined>();
  const ofText = (index: number): number | undefined => {
    if (!read.has(index)) {
      const value = decimalOfText(raw.pool.text(index), format);
      read.set(index, value && Number(toFixed(value)));
    }
    return read.get(index);
  };
  return (kind, value) => {
    if (kind === cellKind.double) return value;
    if (kind === cellKind.text) return ofText(value);
    return kind >= cellKind.decimal ? value / 10 ** (kind - cellKind.decimal) : undefined;
  };
}

/** The number that a text spells in the format of its column, own suffixes applied; undefined for anything else. */
export function decimalOfText(text: string, format: NumberFormat | null): Decimal | undefined {
  const shape = numberShape(text);
  if (!shape) return undefined;
  const mark = format?.decimalMark ?? '.';
  const group = mark === '.' ? ',' : '.';
  const plain = shape.body.replaceAll(/[’' ]/gu, '').replaceAll(group, '').replace(mark, '.');
  if (!/^\d*\.?\d*$/.test(plain) || !/\d/.test(plain)) return undefined;
  const [whole = '', fraction = ''] = plain.split('.');
  const value = decimalFromText(`${whole || '0'}${fraction ? `.${fraction}` : ''}`);
  const units = shape.isNegative ? -value.units : value.units;
  return shape.exponent >= 0
    ? decimal(units * 10n ** BigInt(shape.exponent), value.scale)
    : decimal(units, value.scale - shape.exponent);
}
