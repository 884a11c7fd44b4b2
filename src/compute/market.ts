/** How large the market of a group is in a period. */
import { type Decimal, sum } from '../lib/decimal.ts';
import { foldText } from '../lib/fold-text.ts';
import type { MarketSize } from '../model/data-set.ts';
import type { Period } from '../model/period.ts';
import { liesIn } from '../model/period.ts';
import type { History } from './history.ts';

const dimensions = ['region', 'segment'] as const;

/**
 * Σ size over the rows of the period; null where they do not cover it, or where the group is of a dimension that the
 * market is not known by. Of a total and its parts the total counts.
 */
export function marketSizeOf(
  { data }: Pick<History, 'data'>,
  period: Period,
  keys: ReadonlyMap<string, string>,
): Decimal | null {
  if ([...keys.keys()].some((name) => !dimensions.some((dimension) => dimension === name))) return null;
  const within = data.market.filter((row) => liesIn(row.period, period));
  const tiles = coarsest(narrowed(within, keys), period);
  return tiles && sum(tiles.map(({ size }) => size));
}

/** Rows of the group; of a dimension that is not asked for its totals, else all its parts. */
function narrowed(market: readonly MarketSize[], keys: ReadonlyMap<string, string>): readonly MarketSize[] {
  let rows = market;
  for (const dimension of dimensions) {
    const wanted = keys.get(dimension);
    if (wanted === undefined) {
      const totals = rows.filter((row) => row[dimension] === null);
      rows = totals.length > 0 ? totals : rows;
    } else rows = rows.filter((row) => row[dimension] !== null && foldText(row[dimension]) === foldText(wanted));
  }
  return rows;
}

/** The rows that fill the period without overlap, the longest periods first; null where a day of it is in none. */
function coarsest(rows: readonly MarketSize[], period: Period): readonly MarketSize[] | null {
  const taken: MarketSize[] = [];
  let next = period.start;
  while (next <= period.end) {
    const here = rows.filter((row) => row.period.start === next);
    const end = Math.max(...here.map((row) => row.period.end));
    if (here.length === 0) return null;
    taken.push(...here.filter((row) => row.period.end === end));
    next = end + 1;
  }
  return taken;
}
