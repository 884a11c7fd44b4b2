/** The order of day and month in each column of written dates, settled from all values. */
import { formatDay } from '../model/day.ts';
import type { DateOrder } from '../model/mapping.ts';
import { type DateShape, dateShape, orderBit } from './date-shape.ts';
import { type ColumnProfile, eachText } from './profile.ts';

export interface DateEvidence {
  /** Rows by set of orders in which they are a date (`orderBit`), symmetric ones apart. */
  readonly rowsBySet: readonly number[];
  /** Rows whose date depends on the order of day and month. */
  readonly openRows: number;
  /** The first of them; null where there is none. */
  readonly openText: { readonly text: string; readonly index: number; readonly shape: DateShape } | null;
  readonly hasWritten: boolean;
  readonly mark: string;
  /** First and last day by order, of dates with a year of two digits: the wrong order scatters them over decades. */
  readonly spans: ReadonlyMap<DateOrder, readonly [number, number]>;
}

const orders = ['dmy', 'mdy', 'ymd'] as const;

/** What all distinct texts of a column say of its order. */
export function dateEvidence(profile: ColumnProfile): DateEvidence {
  const rowsBySet = Array.from({ length: 8 }, () => 0);
  const spans = new Map<DateOrder, readonly [number, number]>();
  let openRows = 0;
  let openText: DateEvidence['openText'] = null;
  let [hasWritten, mark] = [false, ''];
  eachText(profile, (text, rows, index) => {
    const shape = dateShape(text);
    if (!shape) return;
    hasWritten = true;
    if (shape.orders === 0) return;
    mark ||= shape.mark;
    if (isOpen(shape)) {
      openRows += rows;
      openText ??= { text, index, shape };
    }
    if (shape.hasShortYear) widen(spans, shape);
    rowsBySet[shape.orders] = (rowsBySet[shape.orders] ?? 0) + rows;
  });
  return { rowsBySet, openRows, openText, hasWritten, mark, spans };
}

function isOpen(shape: DateShape): boolean {
  return new Set(daysOf(shape)).size > 1;
}

function daysOf(shape: DateShape): number[] {
  return orders.flatMap((order) => shape.dayIn(order) ?? []);
}

function widen(spans: Map<DateOrder, readonly [number, number]>, shape: DateShape): void {
  for (const order of orders) {
    const day = shape.dayIn(order);
    if (day === undefined) continue;
    const [first = day, last = day] = spans.get(order) ?? [];
    spans.set(order, [Math.min(first, day), Math.max(last, day)]);
  }
}

/** How many rows must speak for one order for each that speaks against it, before those against it are called wrong. */
const majority = 20;

/** The order that the evidence of one or several columns settles, `open` where it does not, null where none is needed. */
export function settleOrder(evidence: readonly DateEvidence[]): DateOrder | 'open' | null {
  const rowsBySet = Array.from({ length: 8 }, (_, set) =>
    evidence.reduce((sum, one) => sum + (one.rowsBySet[set] ?? 0), 0),
  );
  const total = rowsBySet.reduce((sum, rows) => sum + rows, 0);
  if (total === 0) return null;
  const supporting = (order: DateOrder): number =>
    rowsBySet.reduce((sum, rows, set) => ((set & orderBit[order]) === 0 ? sum : sum + rows), 0);
  const ranked = orders
    .map((order) => ({ order, against: total - supporting(order) }))
    .sort((a, b) => a.against - b.against);
  const [best, next] = ranked;
  if (!best || !next) return null;
  if (best.against === next.against)
    return settleTie(
      evidence,
      ranked.filter(({ against }) => against === best.against).map(({ order }) => order),
    );
  return best.against * majority <= next.against ? best.order : 'open';
}

// Nothing speaks for one of them: it does not matter where all such dates read the same.
function settleTie(evidence: readonly DateEvidence[], tied: readonly DateOrder[]): DateOrder | 'open' {
  const left = tied.includes('ymd') ? closest(evidence, tied) : tied;
  const [only] = left;
  if (left.length === 1 && only !== undefined) return only;
  const hasOpen = evidence.some(({ openRows }) => openRows > 0);
  return hasOpen || !left.includes('dmy') ? 'open' : 'dmy';
}

/** `24-1-5 … 24-1-31`: read with the year first they lie within weeks, read with the day first over decades. */
function closest(evidence: readonly DateEvidence[], tied: readonly DateOrder[]): readonly DateOrder[] {
  const width = (order: DateOrder): number => {
    const spans = evidence.flatMap((one) => endsOf(one, order));
    return spans.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...spans) - Math.min(...spans);
  };
  const yearFirst = width('ymd');
  const others = tied.filter((order) => order !== 'ymd');
  const narrowest = Math.min(...others.map(width));
  if (yearFirst * 3 < narrowest) return ['ymd'];
  return narrowest * 3 < yearFirst ? others : tied;
}

function endsOf({ spans }: DateEvidence, order: DateOrder): readonly number[] {
  return spans.get(order) ?? [];
}

/** Both readings of the first open date, as `cell/ambiguous-date` names them. */
export function readingsOf({ openText }: DateEvidence): string[] {
  return openText ? [...new Set(daysOf(openText.shape).map(formatDay))] : [];
}
