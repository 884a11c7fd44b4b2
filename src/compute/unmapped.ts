/** A report whose money stands on statuses nobody mapped is a draft (contract §2). */
import { compare, type Decimal, multiply, zero } from '../lib/decimal.ts';
import { sumWhere } from './aggregate/sum.ts';
import { wholeCut } from './cut.ts';
import type { Scope } from './scope.ts';

const largestShare: Decimal = { units: 5n, scale: 3 };

/** True when rows of unmapped statuses hold more than 0.5 % of the period's money. */
export function hasManyUnmapped({ data, streams, period }: Scope): boolean {
  const slice = wholeCut(streams, period).slice('sales');
  const status = slice?.population.facts.columns.get('status');
  const unmapped = new Set(
    data.tables.flatMap(({ statuses }) => statuses.filter(({ use }) => use === 'unmapped').map(({ value }) => value)),
  );
  if (!slice || status?.kind !== 'text' || unmapped.size === 0) return false;
  const isUnmapped = Uint8Array.from({ length: status.size }, (_, code) => (unmapped.has(status.text(code)) ? 1 : 0));
  const marks = Uint8Array.from(status.codes, (code) => isUnmapped[code] ?? 0);
  const [share = zero] = sumWhere(slice, slice.population.amount, marks);
  const [whole = zero] = sumWhere(slice, slice.population.amount, undefined);
  return compare(share, multiply(whole, largestShare)) > 0;
}
