/** People: who is there in the period, and under which node above each stands. */
import { add, compare } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { Day } from '../../model/day.ts';
import type { Period } from '../../model/period.ts';
import type { Person } from '../../model/person.ts';
import type { Member } from './members.ts';
import type { PastPart } from './past.ts';
import { byPath, lastOf, type Path } from './paths.ts';

export interface Roster {
  readonly members: readonly Member[];
  /** People of whom nothing says under which node they stand. */
  readonly placeless: readonly string[];
}

/** A person is one node: all of its history counts under the node above where most of it lies. */
export function onePlaceEach(parts: readonly PastPart[]): { readonly parts: PastPart[]; readonly several: string[] } {
  const byName = new Map<string, PastPart[]>();
  for (const part of parts) byName.set(lastOf(part.path), [...(byName.get(lastOf(part.path)) ?? []), part]);
  const several: string[] = [];
  const placed = [...byName.values()].flatMap((same): PastPart[] => {
    const [most] = [...same].sort((a, b) => compare(b.amount, a.amount) || byPath(a.path, b.path));
    if (most === undefined) return [];
    if (same.length > 1) several.push(most.path.at(-1) ?? '');
    return [{ path: most.path, amount: same.map(({ amount }) => amount).reduce(add) }];
  });
  return { parts: placed, several: several.sort() };
}

/** People employed in the period, each under what the roster says, else where its history lies; null without a roster. */
export function rosterOf(
  people: readonly Person[],
  period: Period,
  dimensions: readonly string[],
  past: readonly PastPart[],
): Roster | null {
  if (people.length === 0) return null;
  const known = new Map(past.map((part) => [lastOf(part.path), part]));
  const since = firstDays(people);
  const members: Member[] = [];
  const placeless: string[] = [];
  for (const person of latestRows(people, period)) {
    const part = known.get(foldText(person.rep));
    const path = pathOf(person, dimensions, part);
    const from = since.get(foldText(person.rep)) ?? null;
    if (path === null) placeless.push(person.rep);
    else members.push({ path, past: part?.amount ?? null, from, to: person.to, person });
  }
  return { members, placeless };
}

function pathOf({ rep, texts }: Person, dimensions: readonly string[], part: PastPart | undefined): Path | null {
  const path = dimensions.map((name, i) => (name === 'rep' ? rep : (texts.get(name) ?? part?.path[i] ?? '')));
  return path.includes('') ? null : path;
}

/** A person who moved has a row per place: the latest one counts for what is to come. */
function latestRows(people: readonly Person[], { start, end }: Period): Person[] {
  const latest = new Map<string, Person>();
  for (const person of people) {
    const { rep, from, to } = person;
    if ((to !== null && to < start) || (from !== null && from > end)) continue;
    const before = latest.get(foldText(rep));
    if (before === undefined || (before.from ?? 0) < (from ?? 0)) latest.set(foldText(rep), person);
  }
  return [...latest.values()];
}

/** Folded name → the first day with us; null where a row says none: then there was no start to wait for. */
function firstDays(people: readonly Person[]): Map<string, Day | null> {
  const days = new Map<string, Day | null>();
  for (const { rep, from } of people) {
    const key = foldText(rep);
    const known = days.has(key) ? (days.get(key) ?? null) : from;
    days.set(key, known === null || from === null ? null : Math.min(known, from));
  }
  return days;
}
