/** The rows that figures are made of, in the order of their days: every period is one stretch of them. */

import type { Day } from '../model/day.ts';
import type { AmountColumn, DayColumn, Facts, TextColumn } from '../model/table.ts';

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
  facts: Facts,
  { days, present }: DayColumn,
  { firstDay, lastDay }: { firstDay: Day; lastDay: Day },
  wanted: Uint8Array | undefined,
): { rows: Uint32Array; offsets: Uint32Array } {
  const used = usedRows(facts, { present, wanted }, (row) => (days[row] ?? 0) <= lastDay);
  const offsets = new Uint32Array(lastDay - firstDay + 2);
  for (const row of used) {
    const slot = (days[row] ?? 0) - firstDay + 1;
    offsets[slot] = (offsets[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < offsets.length; slot++) offsets[slot] = (offsets[slot] ?? 0) + (offsets[slot - 1] ?? 0);
  const next = offsets.slice();
  const rows = new Uint32Array(used.length);
  for (const row of used) {
    const slot = (days[row] ?? 0) - firstDay;
    const place = next[slot] ?? 0;
    rows[place] = row;
    next[slot] = place + 1;
  }
  return { rows, offsets };
}

/** Rows that are data, dated, wanted and of a status that counts, in the order of the file. */
function usedRows(
  { rowCount, included, counts }: Facts,
  { present, wanted }: { readonly present: Uint8Array; readonly wanted: Uint8Array | undefined },
  isInTime: (row: number) => boolean,
): Uint32Array {
  const rows = new Uint32Array(rowCount);
  let used = 0;
  for (let row = 0; row < rowCount; row++) {
    const isData = included[row] === 1 && counts[row] === 1 && present[row] === 1;
    if (!isData || wanted?.[row] === 0 || !isInTime(row)) continue;
    rows[used] = row;
    used += 1;
  }
  return rows.subarray(0, used);
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
