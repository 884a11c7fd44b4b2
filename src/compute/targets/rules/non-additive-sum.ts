/** Rates, means and recounted customers whose total is nothing but the sum of its parts. */
import { isZero, toText } from '../../../lib/decimal.ts';
import { groupBy } from '../../../lib/group-by.ts';
import { problem } from '../../../problems/catalogue.ts';
import { differenceOf, type Equation, equationsAs } from '../equations.ts';
import type { Tile } from '../tiles.ts';
import { type Found, othersThan, type Reviewed, rowKey } from './rule.ts';

export function findNonAdditiveSums({ book }: Reviewed): Found[] {
  return book.kpis.flatMap((kpi) => {
    const adding = book.addingOf(kpi);
    const summed = equationsAs(book, kpi, { time: !adding.time, parts: !adding.parts }).filter(isSum);
    const rows = groupBy(summed, ({ left }) => rowKey(left[0]?.targets[0]?.place ?? noPlace));
    return [...rows.values()].flatMap(([first]) => (first ? foundOf(kpi, first) : []));
  });
}

const noPlace = { file: '', sheet: null, row: null, column: null };

function isSum(one: Equation): boolean {
  const parts = one.right.filter(({ value }) => !isZero(value));
  return parts.length > 1 && one.kind !== 'cuts' && isZero(differenceOf(one, ({ value }: Tile) => value));
}

function foundOf(kpi: string, { left, right, name, period }: Equation): Found[] {
  const target = left[0]?.targets[0];
  if (target === undefined) return [];
  const related = othersThan(
    target.place,
    right.flatMap(({ targets }) => targets.map(({ place }) => place)),
  );
  const params = { kpi, name: name === '' ? kpi : name, period: period.id };
  const extras = { related, value: toText(target.value) };
  return [{ problem: problem('targets/non-additive-sum', target.place, params, extras), of: period }];
}
