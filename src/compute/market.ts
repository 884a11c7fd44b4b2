/** How large the market of a group is in a period. */
import { type Decimal, sum } from '../lib/decimal.ts';
import { foldText } from '../lib/fold-text.ts';
import type { MarketSize } from '../model/data-set.ts';
import type { Period } from '../model/period.ts';
import { liesIn } from '../model/period.ts';
import type { History } from './history.ts';
import type { At, ListedRow } from './trace/term.ts';

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
  const tiles = marketTiles({ data }, period, keys);
  return tiles && sum(tiles.map(({ size }) => size));
}

/** The rows that the size of a group's market is made of. */
export function marketRowsOf({ cut, group, history }: Pick<At, 'cut' | 'group' | 'history'>): ListedRow[] {
  const tiles = marketTiles(history, cut.periodOf(group), cut.keysOf(group)) ?? [];
  return tiles.map(({ place, size, region, segment, period }) => ({
    place,
    day: period.start,
    name: region ?? segment,
    adds: size,
  }));
}

function marketTiles(
  { data }: Pick<History, 'data'>,
  period: Period,
  keys: ReadonlyMap<string, string>,
): readonly MarketSize[] | null {
  if ([...keys.keys()].some((name) => !dimensions.some((dimension) => dimension === name))) return null;
  const within = data.market.filter((row) => liesIn(row.period, period));
  return coarsest(narrowed(within, keys), period);
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
