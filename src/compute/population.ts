/** The rows that figures are made of, in the order of their days: every period is one stretch of them. */
import type { AmountColumn, DayColumn, Facts, TextColumn } from '../model/table.ts';
import type { Day } from '../model/day.ts';

export interface Population {
  readonly facts: Facts;
  readonly amount: AmountColumn;
  readonly day: DayColumn;
  /** The customer key of the facts (contract §2: chosen per table), or null where there is none. */
  readonly customer: TextColumn | null;
  /** First and last day with any dated data row, whatever its status. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Dated rows whose status counts, by day; rows of one day in the order of the file. */
  readonly rows: Uint32Array;
  /** `offsets[d - firstDay]` … `offsets[d - firstDay + 1]` are the places in `rows` of day d. */
  readonly offsets: Uint32Array;
}

interface Filter {
  /** Rows after it are in no figure. */
  readonly asOf: Day | undefined;
  /** 1 for rows wanted by `--only`; undefined: all. */
  readonly wanted: Uint8Array | undefined;
}

/** The population of the facts, or null where no row has a day. */
export function populationOf(facts: Facts, { asOf, wanted }: Filter): Population | null {
  const amount = facts.columns.get('amount');
  const day = facts.columns.get('orderDate');
  if (amount?.kind !== 'amount' || day?.kind !== 'day') return null;
  const span = spanOf(facts, day, asOf);
  if (span === null) return null;
  const { firstDay, lastDay } = span;
  const { rows, offsets } = sortByDay(facts, day, span, wanted);
  return { facts, amount, day, customer: customerKey(facts), firstDay, lastDay, rows, offsets };
}

/** First and last day of the data, or null where none is dated. */
function spanOf(facts: Facts, { days, present }: DayColumn, asOf: Day = Number.POSITIVE_INFINITY) {
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < facts.rowCount; row++) {
    const day = days[row] ?? 0;
    if (facts.included[row] !== 1 || present[row] !== 1 || day > asOf) continue;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  return firstDay > lastDay ? null : { firstDay, lastDay };
}

/** A counting sort: days are few, rows are many. */
function sortByDay(
  { rowCount, included, counts }: Facts,
  { days, present }: DayColumn,
  { firstDay, lastDay }: { firstDay: Day; lastDay: Day },
  wanted: Uint8Array | undefined,
): { rows: Uint32Array; offsets: Uint32Array } {
  const isUsed = (row: number, day: number) =>
    included[row] === 1 &&
    counts[row] === 1 &&
    present[row] === 1 &&
    day <= lastDay &&
    (wanted === undefined || wanted[row] === 1);
  const offsets = new Uint32Array(lastDay - firstDay + 2);
  for (let row = 0; row < rowCount; row++) {
    const day = days[row] ?? 0;
    if (isUsed(row, day)) offsets[day - firstDay + 1] = (offsets[day - firstDay + 1] ?? 0) + 1;
  }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0);
  const next = offsets.slice();
  const rows = new Uint32Array(offsets[offsets.length - 1] ?? 0);
  for (let row = 0; row < rowCount; row++) {
    const day = days[row] ?? 0;
    if (!isUsed(row, day)) continue;
    const place = next[day - firstDay] ?? 0;
    rows[place] = row;
    next[day - firstDay] = place + 1;
  }
  return { rows, offsets };
}

function customerKey(facts: Facts): TextColumn | null {
  for (const field of ['customerId', 'customerName']) {
    const column = facts.columns.get(field);
    if (column?.kind === 'text' && column.size > 1) return column;
  }
  return null;
}

/** The stretch of `rows` whose days lie in start … end, both included: [from, to). */
export function stretchOf(
  { firstDay, lastDay, offsets }: Population,
  { start, end }: { readonly start: Day; readonly end: Day },
): readonly [number, number] {
  if (end < firstDay || start > lastDay) return [0, 0];
  const from = offsets[Math.max(start, firstDay) - firstDay] ?? 0;
  const to = offsets[Math.min(end, lastDay) - firstDay + 1] ?? 0;
  return [from, to];
}
