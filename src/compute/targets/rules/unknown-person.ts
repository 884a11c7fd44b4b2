/** People of targets that no list and no sale knows: misspelled, or new. The nearest name is offered, never applied. */
import { misspellings } from '../../../lib/closest.ts';
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { DataSet } from '../../../model/data-set.ts';
import type { Place } from '../../../model/place.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { factsOf } from '../../dimensions.ts';
import { type Found, othersThan, type Reviewed, spanOf } from './rule.ts';

interface Named {
  readonly name: string;
  readonly place: Place;
  readonly target: Target;
}

export function findUnknownPeople({ data, all }: Reviewed): Found[] {
  const known = data === null ? null : knownPeople(data);
  if (known === null || known.names.size === 0) return [];
  const unknown = all.flatMap(namesIn).filter(({ name }) => !known.names.has(foldText(name)));
  return [...groupBy(unknown, ({ name }) => foldText(name)).values()].flatMap((same) => foundOf(same, known, all));
}

function namesIn(target: Target): Named[] {
  const rep = target.keys.get('rep') ?? '';
  const { owner, cells, namePlace } = target;
  return [
    ...(rep === '' ? [] : [{ name: rep, place: namePlace, target }]),
    ...(owner === null || cells.owner === null ? [] : [{ name: owner, place: cells.owner, target }]),
  ];
}

interface Known {
  /** Folded → as spelled. */
  readonly names: ReadonlyMap<string, string>;
  /** A list of people knows everybody, sales only those who sold. */
  readonly isList: boolean;
}

function knownPeople(data: DataSet): Known {
  const listed = data.people.map(({ rep }) => rep);
  const names = listed.length > 0 ? listed : sellers(data);
  return { names: new Map(names.map((name) => [foldText(name), name])), isList: listed.length > 0 };
}

function sellers(data: DataSet): string[] {
  return factsOf(data).flatMap(([, facts]) => {
    const column = facts.dimension('rep');
    return column ? Array.from({ length: column.size - 1 }, (_, i) => column.text(i + 1)) : [];
  });
}

function foundOf(same: readonly Named[], known: Known, all: readonly Target[]): Found[] {
  const [first] = same;
  if (first === undefined) return [];
  const near = misspellings(first.name, [...known.names.values()]).filter(
    (name) => known.isList || !hasOwnTargets(name, same, all),
  );
  const params = { near, rows: new Set(same.map(({ place }) => place.row)).size };
  const places = same.map(({ place }) => place);
  const severity = known.isList || near.length > 0 ? ('error' as const) : ('warning' as const);
  const extras = { severity, value: first.name, related: othersThan(first.place, places) };
  const of = spanOf(same.map(({ target }) => target));
  return [{ problem: problem('row/unknown-person', first.place, params, extras), of }];
}

/** Somebody with targets of the same periods is another person, not the same one misspelled. */
function hasOwnTargets(name: string, same: readonly Named[], all: readonly Target[]): boolean {
  const periods = new Set(same.map(({ target }) => `${target.kpi} ${target.period.id}`));
  return all.some(
    ({ keys, kpi, period }) => foldText(keys.get('rep') ?? '') === foldText(name) && periods.has(`${kpi} ${period.id}`),
  );
}
