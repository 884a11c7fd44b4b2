/** Targets of people who have not come yet or have left. */
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import { formatDay } from '../../../model/day.ts';
import type { Period } from '../../../model/period.ts';
import type { Person } from '../../../model/person.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { type Found, othersThan, type Reviewed } from './rule.ts';

export function findInactiveOwners({ data, all }: Reviewed): Found[] {
  const people = groupBy(data?.people ?? [], ({ rep }) => foldText(rep));
  const away = all.flatMap((target) => {
    const name = target.keys.get('rep') ?? target.owner ?? '';
    const stays = people.get(foldText(name)) ?? [];
    return stays.length > 0 && target.value.units !== 0n && !stays.some((stay) => isThere(stay, target.period))
      ? [{ target, name, stays }]
      : [];
  });
  return [...groupBy(away, ({ name }) => foldText(name)).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : foundOf(
          first.name,
          first.stays,
          same.map(({ target }) => target),
        );
  });
}

/** True where the person is there on some day of the period. */
export function isThere({ from, to }: Person, { start, end }: Period): boolean {
  return (from === null || from <= end) && (to === null || to >= start);
}

function foundOf(name: string, stays: readonly Person[], targets: readonly Target[]): Found[] {
  const [first] = targets;
  if (first === undefined) return [];
  const { place, period } = first;
  const left = stays.flatMap(({ to }) => (to !== null && to < period.start ? [to] : []));
  const begins = stays.flatMap(({ from }) => (from !== null && from > period.end ? [from] : []));
  const params = {
    name,
    period: period.id,
    from: left.length > 0 || begins.length === 0 ? '' : formatDay(Math.min(...begins)),
    to: left.length > 0 ? formatDay(Math.max(...left)) : '',
  };
  const related = othersThan(place, [...targets.map((target) => target.place), ...stays.map((stay) => stay.place)]);
  return [{ problem: problem('targets/inactive-owner', place, params, { value: name, related }), of: period }];
}
