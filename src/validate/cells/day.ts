/** Raw cells → days. */
import { dayOf, formatDay } from '../../model/day.ts';
import type { DateOrder } from '../../model/mapping.ts';
import { cellKind, type RawColumn, rawCellText } from '../../model/raw-table.ts';
import type { DayColumn } from '../../model/table.ts';

import { Faults } from './fault.ts';
import { type DayReading, readDay, readDayNumber } from './read-day.ts';

export interface DayCells {
  readonly column: DayColumn;
  readonly faults: Faults;
}

/** 1970-01-01, which stands for "no date" in many programs: never a day on which something was sold. */
const noDate = 0;

/** The days of the stored rows `rows` of `raw`. Cells that are no day are missing and listed as faults. */
export function dayCells(raw: RawColumn, rows: Uint32Array, order: DateOrder | null): DayCells {
  return new DayBuilder(raw, rows, order).build();
}

class DayBuilder {
  readonly #raw: RawColumn;
  readonly #rows: Uint32Array;
  readonly #order: DateOrder | null;
  readonly #faults = new Faults();
  /** By pool index; a day stands in `#days`, anything else here. */
  readonly #odd = new Map<number, DayReading>();
  #days = new Int32Array(0);
  #state = new Uint8Array(0);

  constructor(raw: RawColumn, rows: Uint32Array, order: DateOrder | null) {
    this.#raw = raw;
    this.#rows = rows;
    this.#order = order;
  }

  build(): DayCells {
    const { kinds, values } = this.#raw;
    const days = new Int32Array(this.#rows.length);
    const present = new Uint8Array(this.#rows.length);
    for (let row = 0; row < days.length; row += 1) {
      const stored = this.#rows[row] ?? 0;
      const kind = kinds[stored] ?? 0;
      if (kind === cellKind.empty) continue;
      const day = this.#dayOf(kind, values[stored] ?? 0, row);
      if (day === noDay) continue;
      days[row] = day;
      present[row] = 1;
    }
    // Not shared marks: a day far from all others is taken away later.
    return { column: { kind: 'day', days, present }, faults: this.#faults };
  }

  #dayOf(kind: number, value: number, row: number): number {
    if (kind === cellKind.text && this.#pooled(value) === isDay) return this.#plausible(this.#days[value] ?? 0, row);
    if (kind === cellKind.date) return this.#plausible(Math.floor(value), row);
    const reading = this.#slowReading(kind, value);
    if (reading.kind === 'day') return this.#plausible(reading.day, row);
    this.#fault(row, reading);
    return noDay;
  }

  #plausible(day: number, row: number): number {
    if (day > noDate && day < firstTooLate) return day;
    if (day >= firstOfTables && day < noDate) return day;
    this.#implausible(row);
    return noDay;
  }

  /** What the text at a pool index is; read once. */
  #pooled(index: number): number {
    if (this.#state.length === 0) {
      this.#state = new Uint8Array(this.#raw.pool.size);
      this.#days = new Int32Array(this.#raw.pool.size);
    }
    const known = this.#state[index] ?? 0;
    if (known !== unread) return known;
    const reading = readDay(this.#raw.pool.text(index), this.#order);
    if (reading.kind === 'day') this.#days[index] = reading.day;
    else this.#odd.set(index, reading);
    const state = reading.kind === 'day' ? isDay : isOdd;
    this.#state[index] = state;
    return state;
  }

  #slowReading(kind: number, value: number): DayReading {
    if (kind === cellKind.text) return this.#odd.get(value) ?? { kind: 'bad' };
    if (kind >= cellKind.decimal) return readDayNumber(value / 10 ** (kind - cellKind.decimal));
    return kind === cellKind.error ? { kind: 'error' } : { kind: kind === cellKind.noResult ? 'none' : 'bad' };
  }

  #fault(row: number, reading: Exclude<DayReading, { kind: 'day' }>): void {
    const stored = this.#rows[row] ?? 0;
    const value = () => rawCellText(this.#raw, stored);
    if (reading.kind === 'error') this.#faults.add(row, 'cell/error-value', value);
    else if (reading.kind === 'bad') this.#faults.add(row, 'cell/not-a-date', value);
    else if (reading.kind === 'implausible') this.#implausible(row);
    else if (reading.kind === 'no-such-date') {
      this.#faults.add(row, 'cell/no-such-date', value, { hint: reading.hint });
    } else if (this.#raw.kinds[stored] === cellKind.noResult) {
      this.#faults.add(row, 'cell/no-cached-value', value);
    }
  }

  /** The bounds of the plausible are known only when all days are: `describeBounds` fills them in. */
  #implausible(row: number): void {
    const value = () => rawCellText(this.#raw, this.#rows[row] ?? 0);
    this.#faults.add(row, 'cell/implausible-date', value, { first: '', last: '' });
  }
}

/** No day at all; out of the range of any. */
const noDay = -0x7fffffff;
/**
 * No table of sales is of another time than 1900 to 2199: 1899-12-30 and 9999-12-31 stand for "no date" too. One
 * mistyped year (6024) would make a trend of tens of thousands of months, which take gigabytes and tell nothing.
 */
const [firstOfTables, firstTooLate] = [dayOf(1900, 1, 1) ?? 0, dayOf(2200, 1, 1) ?? 0];
const unread = 0;
const isDay = 1;
const isOdd = 2;

/** Faults of implausible dates with the first and last plausible day of the column. */
export function describeBounds({ column, faults }: DayCells): Faults {
  if (!faults.has('cell/implausible-date')) return faults;
  const bounds = boundsOf(column);
  const params = { first: bounds ? formatDay(bounds.first) : '', last: bounds ? formatDay(bounds.last) : '' };
  return faults.withParams('cell/implausible-date', params);
}

/** First and last day of a column; undefined where it has none. */
export function boundsOf({ days, present }: DayColumn): { readonly first: number; readonly last: number } | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < days.length; row += 1) {
    if (present[row] !== 1) continue;
    const day = days[row] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return last < first ? undefined : { first, last };
}

/** The day of a row, or null where it is missing. */
export function dayAt(column: DayColumn, row: number): number | null {
  return column.present[row] === 1 ? (column.days[row] ?? 0) : null;
}
