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
}

const dayMonth = orderBit.dmy | orderBit.mdy;

/** What all distinct texts of a column say of its order. */
export function dateEvidence(profile: ColumnProfile): DateEvidence {
  const rowsBySet = Array.from({ length: 8 }, () => 0);
  let openRows = 0;
  let openText: DateEvidence['openText'] = null;
  let [hasWritten, mark] = [false, ''];
  eachText(profile, (text, rows, index) => {
    const shape = dateShape(text);
    if (!shape) return;
    hasWritten = true;
    if (shape.orders === 0) return;
    mark ||= shape.mark;
    const isOpen = (shape.orders & dayMonth) === dayMonth && !shape.isSymmetric;
    if (isOpen) openRows += rows;
    if (isOpen && openText === null) openText = { text, index, shape };
    rowsBySet[shape.orders] = (rowsBySet[shape.orders] ?? 0) + rows;
  });
  return { rowsBySet, openRows, openText, hasWritten, mark };
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
  const ranked = (['dmy', 'mdy', 'ymd'] as const)
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
function settleTie(evidence: readonly DateEvidence[], orders: readonly DateOrder[]): DateOrder | 'open' {
  const isOpen = evidence.some(({ openRows }) => openRows > 0);
  if (!isOpen && orders.includes('dmy') && !orders.includes('ymd')) return 'dmy';
  return 'open';
}

/** Both readings of the first open date, as `cell/ambiguous-date` names them. */
export function readingsOf({ openText }: DateEvidence): string[] {
  const days = (['dmy', 'mdy', 'ymd'] as const).flatMap((order) => openText?.shape.dayIn(order) ?? []);
  return [...new Set(days.map(formatDay))];
}
