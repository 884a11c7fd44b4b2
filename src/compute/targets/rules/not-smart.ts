/** Remarks on plans for people: specific, measurable, achievable, relevant, time-bound. One per table and criterion. */
import { compare, decimal } from '../../../lib/decimal.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import type { TargetBook } from '../target-book.ts';
import { cellKey, type Found, type Reviewed, spanOf, tableOf } from './rule.ts';

type Why = 'kpi' | 'owner' | 'unit' | 'implausible' | 'unlinked' | 'yearly';

const criteria: Readonly<Record<Why, string>> = {
  kpi: 'S',
  owner: 'S',
  unit: 'M',
  implausible: 'A',
  unlinked: 'R',
  yearly: 'T',
};

export function findNotSmart({ all, book, data }: Reviewed, earlier: readonly Found[]): Found[] {
  const isFar = (table: string) =>
    earlier.some(
      ({ problem: { code, place } }) =>
        code === 'targets/implausible' && cellKey({ ...place, row: null, column: null }) === table,
    );
  const tables = groupBy(all, (target) => cellKey(tableOf(target)));
  return [...tables].flatMap(([table, targets]) => {
    const [first] = targets;
    // Keys without nodes are a finer view of a plan, not the plan of anybody.
    if (first === undefined || !targets.some(({ isNode, keys }) => isNode && keys.size > 0)) return [];
    const why: Why[] = [
      ...lacking(targets, data?.currency ?? null, book),
      ...(isFar(table) ? ['implausible' as const] : []),
    ];
    return why.map((one) => ({
      problem: problem('targets/not-smart', tableOf(first), { criterion: criteria[one], why: one }),
      of: spanOf(targets),
    }));
  });
}

type IsLacking = (targets: readonly Target[], currency: string | null, book: TargetBook) => boolean;

const checks: readonly (readonly [Why, IsLacking])[] = [
  ['kpi', (targets) => targets.every(({ isKpiStated }) => !isKpiStated)],
  ['owner', (targets) => targets.every(({ keys, owner }) => owner === null && !keys.has('rep') && !keys.has('team'))],
  ['unit', (targets, currency, book) => currency === null && hasBareMoney(targets, book)],
  ['unlinked', isUnlinked],
  ['yearly', (targets) => targets.every(({ period }) => period.end - period.start > 300)],
];

function lacking(targets: readonly Target[], currency: string | null, book: TargetBook): Why[] {
  return checks.flatMap(([why, isLacking]) => (isLacking(targets, currency, book) ? [why] : []));
}

const one = decimal(1);

function hasBareMoney(targets: readonly Target[], book: TargetBook): boolean {
  const money = targets.filter(({ kpi }) => book.traitsOf(kpi)?.unit === 'money');
  return money.length > 0 && money.every(({ currency, unit }) => currency === null && compare(unit, one) === 0);
}

function isUnlinked(targets: readonly Target[]): boolean {
  return targets.every(({ keys, parentText, weight }) => parentText === null && weight === null && keys.size === 1);
}
