/** Of targets that are split further: what the file itself says of parts and periods. */
import { type Decimal, sum, unitsAt } from '../../lib/decimal.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Period } from '../../model/period.ts';
import type { ColumnWeights } from './column-shares.ts';
import type { PartWeight } from './part-shares.ts';
import { keyOf, type Path } from './paths.ts';
import type { Budget } from './stated-budgets.ts';

/** The sums of the file where it states every column; null where periods are to be split. */
export function statedColumns(budgets: readonly Budget[], columns: readonly Period[]): ColumnWeights | null {
  const ids = new Set(columns.map(({ id }) => id));
  if (columns.length < 2 || !budgets.every(({ period }) => ids.has(period.id))) return null;
  const weights = columns.map(({ id }) => sumOf(budgets.filter(({ period }) => period.id === id)));
  return { weights, because: 'stated', bases: [], lacksSeason: false };
}

function sumOf(budgets: readonly Budget[]): Decimal {
  return sum(budgets.map(({ amount }) => amount));
}

/** The parts within the budgets; where a budget is a part itself, or nobody stands under it, its own amount is its share. */
export function statedParts(parts: readonly PartWeight[], budgets: readonly Budget[]): PartWeight[] {
  const stated = groupBy(budgets, ({ path }) => keyOf(path));
  const below = new Set(parts.flatMap(({ member }) => prefixesOf(member.path).slice(0, -1)));
  const bare = [...stated].filter(([key]) => !below.has(key) && key !== keyOf([]));
  const scale = Math.max(0, ...budgets.map(({ amount }) => amount.scale));
  const known = new Map(parts.map((part) => [keyOf(part.member.path), part.member]));
  const own = bare.map(([key, same]): PartWeight => {
    const basis = sumOf(same);
    const path = same[0]?.path ?? [];
    const member = known.get(key) ?? { path, past: null, from: null, to: null, person: null };
    return { member, weight: unitsAt(basis, scale), because: 'stated', basis };
  });
  // Members outside of every budget have nothing to get.
  const within = parts.filter(({ member }) => {
    const prefixes = prefixesOf(member.path);
    const isOwn = prefixes.length > 1 && stated.has(prefixes.at(-1) ?? '');
    return !isOwn && prefixes.some((key) => stated.has(key));
  });
  return [...within, ...own];
}

/** Keys of the nodes on the way down, the node's own last. */
function prefixesOf(path: Path): string[] {
  return ['', ...path].map((_, depth) => keyOf(path.slice(0, depth)));
}
