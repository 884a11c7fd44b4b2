/** The rows of one stream that count, by day, with the columns every KPI looks at. */
import type { Day } from '../model/day.ts';
import type { AmountColumn, DayColumn, Facts, TextColumn } from '../model/table.ts';
import { factsByDay } from './facts-by-day.ts';

export interface Population {
  /** Only dated rows whose status counts, by day. */
  readonly facts: Facts;
  /** One value per row of the facts that the population comes from → one per row of it. */
  readonly inOrder: (values: Uint32Array) => Uint32Array;
  /** Money of the rows; a column without values where they have none. */
  readonly amount: AmountColumn;
  /** The day of each row that counts for this stream. */
  readonly day: DayColumn;
  /** The customer key of the facts (contract §2: chosen per table), or null where there is none. */
  readonly customer: TextColumn | null;
  /** First and last day with any dated data row, whatever its status; last before first where there is none. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** `offsets[d - firstDay]` … `offsets[d - firstDay + 1]` are the rows of day d. */
  readonly offsets: Uint32Array;
  /** 0, 1, 2 …: the rows themselves, for slices to take stretches of. */
  readonly rows: Uint32Array;
}

/** First and last day. */
export type Span = Pick<Population, 'firstDay' | 'lastDay'>;

interface Filter {
  /** Rows after it are in no figure. */
  readonly asOf: Day | undefined;
  /** 1 for rows wanted by `--only`; undefined: all. */
  readonly wanted: Uint8Array | undefined;
  /** Days of the data that the rows are a part of; those of the rows themselves where undefined. */
  readonly span?: Span | undefined;
}

/** The rows of `facts` that count, by `days`. */
export function populationOf(facts: Facts, days: DayColumn, { asOf, wanted, ...whole }: Filter): Population {
  const span = whole.span === undefined ? spanOf(facts, days, asOf) : daysOf(whole.span);
  const used = usedRows(facts, { present: days.present, wanted }, (row) => (days.days[row] ?? 0) <= span.lastDay);
  const sorted = factsByDay(facts, used, days, span);
  const amount = sorted.facts.columns.get('amount');
  const { rowCount } = sorted.facts;
  const rows = new Uint32Array(rowCount).map((_, row) => row);
  return {
    ...sorted,
    ...span,
    amount: amount?.kind === 'amount' ? amount : noAmounts(rowCount),
    day: daysByOffset(sorted.offsets, span.firstDay, rowCount),
    customer: customerKey(sorted.facts),
    rows,
  };
}

function daysOf({ firstDay, lastDay }: Span): Span {
  return { firstDay, lastDay };
}

/** First and last day of the data; the day before the first where none is dated. */
function spanOf(facts: Facts, { days, present }: DayColumn, asOf: Day = Number.POSITIVE_INFINITY): Span {
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < facts.rowCount; row++) {
    const day = days[row] ?? 0;
    if (facts.included[row] !== 1 || present[row] !== 1 || day > asOf) continue;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  return firstDay > lastDay ? { firstDay: 0, lastDay: -1 } : { firstDay, lastDay };
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

/** Rows stand by day, so their days are runs. */
function daysByOffset(offsets: Uint32Array, firstDay: Day, rowCount: number): DayColumn {
  const days = new Int32Array(rowCount);
  for (let slot = 0; slot + 1 < offsets.length; slot++) days.fill(firstDay + slot, offsets[slot], offsets[slot + 1]);
  return { kind: 'day', days, present: new Uint8Array(rowCount).fill(1) };
}

function noAmounts(rowCount: number): AmountColumn {
  return {
    kind: 'amount',
    scale: 0,
    units: new Float64Array(rowCount),
    present: new Uint8Array(rowCount),
    exact: new Map(),
  };
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
  if (lastDay < firstDay || end < firstDay || start > lastDay) return [0, 0];
  const from = offsets[Math.max(start, firstDay) - firstDay] ?? 0;
  const to = offsets[Math.min(end, lastDay) - firstDay + 1] ?? 0;
  return [from, to];
}
