/** The facts of one evaluation: the rows that count, by day, with the columns every KPI looks at. */
import type { Day } from '../model/day.ts';
import type { AmountColumn, DayColumn, Facts, TextColumn } from '../model/table.ts';
import { factsByDay } from './facts-by-day.ts';

export interface Population {
  /** Only dated rows whose status counts, by day. */
  readonly facts: Facts;
  readonly amount: AmountColumn;
  readonly day: DayColumn;
  /** The customer key of the facts (contract §2: chosen per table), or null where there is none. */
  readonly customer: TextColumn | null;
  /** First and last day with any dated data row, whatever its status. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** `offsets[d - firstDay]` … `offsets[d - firstDay + 1]` are the rows of day d. */
  readonly offsets: Uint32Array;
  /** 0, 1, 2 …: the rows themselves, for slices to take stretches of. */
  readonly rows: Uint32Array;
}

interface Filter {
  /** Rows after it are in no figure. */
  readonly asOf: Day | undefined;
  /** 1 for rows wanted by `--only`; undefined: all. */
  readonly wanted: Uint8Array | undefined;
}

/** The population of the facts, or null where no row has a day. */
export function populationOf(facts: Facts, { asOf, wanted }: Filter): Population | null {
  const days = facts.columns.get('orderDate');
  if (days?.kind !== 'day') return null;
  const span = spanOf(facts, days, asOf);
  if (span === null) return null;
  const used = usedRows(facts, { present: days.present, wanted }, (row) => (days.days[row] ?? 0) <= span.lastDay);
  const sorted = factsByDay(facts, used, days, span);
  const [amount, day] = [sorted.facts.columns.get('amount'), sorted.facts.columns.get('orderDate')];
  if (amount?.kind !== 'amount' || day?.kind !== 'day') return null;
  const rows = new Uint32Array(sorted.facts.rowCount).map((_, row) => row);
  return { ...sorted, ...span, amount, day, customer: customerKey(sorted.facts), rows };
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

/** The stretch of rows whose days lie in start … end, both included: [from, to). */
export function stretchOf(
  { firstDay, lastDay, offsets }: Population,
  { start, end }: { readonly start: Day; readonly end: Day },
): readonly [number, number] {
  if (end < firstDay || start > lastDay) return [0, 0];
  const from = offsets[Math.max(start, firstDay) - firstDay] ?? 0;
  const to = offsets[Math.min(end, lastDay) - firstDay + 1] ?? 0;
  return [from, to];
}
