/** Who and what a total is split to: people of the roster, parts of the history, nodes of a targets file. */
import type { Decimal } from '../../lib/decimal.ts';
import type { DataSet } from '../../model/data-set.ts';
import type { Day } from '../../model/day.ts';
import type { Period } from '../../model/period.ts';
import type { Person } from '../../model/person.ts';
import type { Target } from '../../model/target.ts';
import type { PastPart } from './past.ts';
import { byPath, keyOf, lastOf, type Path } from './paths.ts';
import { onePlaceEach, rosterOf } from './roster.ts';

export interface Member {
  readonly path: Path;
  /** Null where it has no history of its own. */
  readonly past: Decimal | null;
  /** A person's first and last day, where they are known. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly person: Person | null;
}

export interface Members {
  readonly members: readonly Member[];
  /** Names with history that are not among the people. */
  readonly leftOut: readonly string[];
  /** People whose history lies in several nodes above; they stand under the largest. */
  readonly severalParents: readonly string[];
}

interface Sources {
  readonly dimensions: readonly string[];
  readonly period: Period;
  /** Combinations of the history; null where the facts do not have the dimensions. */
  readonly past: readonly PastPart[] | null;
}

/** The members from all sources, by path; the order of rows in files changes nothing. */
export function membersOf(data: DataSet, { dimensions, period, past }: Sources): Members {
  if (dimensions.length === 0) return { members: [whole], leftOut: [], severalParents: [] };
  const isByPerson = dimensions.at(-1) === 'rep';
  const sold = (past ?? []).filter(({ amount }) => amount.units > 0n);
  const placed = isByPerson ? onePlaceEach(sold) : { parts: sold, several: [] };
  const roster = isByPerson ? rosterOf(data.people, period, dimensions, placed.parts) : null;
  if (roster === null || roster.members.length === 0) {
    const found = new Map(statedPaths(data.targets, dimensions).map((path) => [keyOf(path), { ...whole, path }]));
    for (const { path, amount } of placed.parts) found.set(keyOf(path), { ...whole, path, past: amount });
    return { members: inOrder([...found.values()]), leftOut: [], severalParents: placed.several };
  }
  const names = new Set(roster.members.map(({ path }) => lastOf(path)));
  const strangers = placed.parts.filter(({ path }) => !names.has(lastOf(path)));
  return {
    members: inOrder(roster.members),
    leftOut: [...new Set([...strangers.map(({ path }) => path.at(-1) ?? ''), ...roster.placeless])].sort(),
    severalParents: placed.several,
  };
}

const whole: Member = { path: [], past: null, from: null, to: null, person: null };

function inOrder(members: readonly Member[]): Member[] {
  return [...members].sort((a, b) => byPath(a.path, b.path));
}

/** Nodes that target files name by just these dimensions. */
function statedPaths(targets: readonly Target[], dimensions: readonly string[]): Path[] {
  return targets.flatMap(({ keys }) => {
    const path = dimensions.map((name) => keys.get(name) ?? '');
    return path.includes('') ? [] : [path];
  });
}
