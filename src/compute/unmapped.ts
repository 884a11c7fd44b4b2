/** A report whose money stands on statuses nobody mapped is a draft (contract §2). */
import { compare, type Decimal, multiply, zero } from '../lib/decimal.ts';
import { sumWhere } from './aggregate/sum.ts';
import type { Scope } from './scope.ts';
import { wholeSlice } from './slice.ts';

const largestShare: Decimal = { units: 5n, scale: 3 };

/** True when rows of unmapped statuses hold more than 0.5 % of the period's money. */
export function hasManyUnmapped({ data, population, period }: Scope): boolean {
  const status = population.facts.columns.get('status');
  const unmapped = new Set(
    data.tables.flatMap(({ statuses }) => statuses.filter(({ use }) => use === 'unmapped').map(({ value }) => value)),
  );
  if (status?.kind !== 'text' || unmapped.size === 0) return false;
  const isUnmapped = Uint8Array.from({ length: status.size }, (_, code) => (unmapped.has(status.text(code)) ? 1 : 0));
  const marks = Uint8Array.from(status.codes, (code) => isUnmapped[code] ?? 0);
  const slice = wholeSlice(population, period);
  const [share = zero] = sumWhere(slice, population.amount, marks);
  const [whole = zero] = sumWhere(slice, population.amount, undefined);
  return compare(share, multiply(whole, largestShare)) > 0;
}
