/** Nodes named as parents that no row describes, where the parents of others are described. */
import { misspellings } from '../../../lib/closest.ts';
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { Place } from '../../../model/place.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { findRepeats } from '../repeats.ts';
import { nameOf, othersThan, type Reviewed, spanOf } from '../rules/rule.ts';
import { countLostRows } from './lost-rows.ts';
import type { Slip, SlipFinder } from './slip.ts';

export const findUnknownParents: SlipFinder = (all, reviewed) => {
  const described = new Map(all.flatMap((target) => namesOf(target).map((name) => [foldText(name), name] as const)));
  const withParent = all.filter(({ parent, cells }) => parent !== null && cells.parent !== null);
  const isKnown = ({ parent }: Target) => described.has(foldText(parent ?? ''));
  const levelsKnown = new Set(withParent.filter(isKnown).map(levelOf));
  const unknown = [
    ...groupBy(
      withParent.filter((target) => !isKnown(target)),
      ({ parent }) => foldText(parent ?? ''),
    ).values(),
  ];
  const named = new Set(withParent.map(({ parent }) => foldText(parent ?? '')));
  const slips = unknown.flatMap((same): Told[] => {
    const near = misspellings(same[0]?.parent ?? '', [...described.values()]);
    const own =
      near.length > 0 && same.length > 1 ? all.filter((one) => isOneOf(one, near) && !named.has(ownName(one))) : [];
    if (own.length > 0 && own.length < same.length) return misspelledNode(own, same);
    return near.length > 0 || same.some((target) => levelsKnown.has(levelOf(target))) ? unknownParent(same, near) : [];
  });
  const without = slips.filter(({ isNear }) => !isNear).length;
  const isLost = without > 0 && without <= countLostRows(all, reviewed, repeatedRows(all, reviewed));
  return slips.filter(({ isNear }) => isNear || !isLost).map(({ slip }) => slip);
};

function repeatedRows(all: readonly Target[], { book }: Reviewed): Place[] {
  return findRepeats(book.with(all)).map(({ problem: { place } }) => place);
}

interface Told {
  readonly slip: Slip;
  /** A name is offered: without one its row may be lost by another mistake. */
  readonly isNear: boolean;
}

function ownName(target: Target): string {
  return foldText(target.keys.size === 0 ? (target.name ?? '') : nameOf(target));
}

function isOneOf(target: Target, names: readonly string[]): boolean {
  return names.some((name) => foldText(name) === ownName(target));
}

/** Nobody names the node as it calls itself, several name it nearly so. */
function misspelledNode(own: readonly Target[], same: readonly Target[]): Told[] {
  const [[first], [naming]] = [own, same];
  if (first === undefined || naming?.parent == null) return [];
  const name = naming.parent;
  const cells = own.map(({ namePlace }) => namePlace);
  const params = { near: [name], rows: new Set(cells.map(({ row }) => row)).size };
  const extras = { value: first.name ?? nameOf(first), related: othersThan(first.namePlace, cells) };
  const concerned = new Set(own);
  const slip: Slip = {
    found: { problem: problem('targets/misspelled-name', first.namePlace, params, extras), of: spanOf(own) },
    concerns: (target) => concerned.has(target),
    meant: (target) => {
      const last = [...target.keys.keys()].at(-1);
      return { ...target, name, keys: last === undefined ? target.keys : new Map([...target.keys, [last, name]]) };
    },
  };
  return [{ slip, isNear: true }];
}

/** Its own name and those of the nodes above it that the row names. */
function namesOf(target: Target): string[] {
  const above = ['team', 'region'].flatMap((level) => target.keys.get(level) ?? []);
  return [target.name ?? '', nameOf(target), ...above].filter((name) => name !== '');
}

function levelOf({ keys }: Target): string {
  return [...keys.keys()].join(' ');
}

function unknownParent(same: readonly Target[], near: readonly string[]): Told[] {
  const [first] = same;
  const place = first?.cells.parent ?? null;
  if (first?.parent == null || place === null) return [];
  const cells = same.flatMap(({ cells: { parent } }) => parent ?? []);
  const extras = { value: first.parent, related: othersThan(place, cells) };
  const concerned = new Set(same);
  const [meant = null] = near;
  const slip: Slip = {
    found: { problem: problem('targets/unknown-parent', place, { near }, extras), of: spanOf(same) },
    concerns: (target) => concerned.has(target),
    meant: (target) => (meant === null ? target : { ...target, parent: meant, parentText: meant }),
  };
  return [{ slip, isNear: meant !== null }];
}
