/** Two different names for the whole: one of them is misspelled, or is that of a node below. */
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import { nodeLevels, type Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { nameOf, othersThan, spanOf, unitOf } from '../rules/rule.ts';
import type { Slip, SlipFinder } from './slip.ts';

export const findSecondTops: SlipFinder = (targets) => {
  const tops = targets.filter(
    ({ isNode, isTotal, keys, name }) => isNode && !isTotal && keys.size === 0 && name !== null,
  );
  const groups = [...groupBy(tops, ({ name }) => foldText(name ?? '')).values()];
  const top = groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return groups.flatMap((same) => (same === top ? [] : slipsOf(same, top, targets)));
};

function slipsOf(same: readonly Target[], top: readonly Target[], targets: readonly Target[]): Slip[] {
  const [first] = same;
  if (first === undefined) return [];
  // A name that others know as a node has the wrong level, unless that node has its target already; another is itself wrong.
  const named = targets.find((one) => one.keys.size > 0 && foldText(nameOf(one)) === foldText(first.name ?? ''));
  const isStated = targets.some(
    (one) => named !== undefined && unitOf(one) === unitOf(named) && slotOf(one) === slotOf(first),
  );
  const node = isStated ? undefined : named;
  const child = targets.find(({ parent }) => foldText(parent ?? '') === foldText(first.name ?? ''));
  const keys = node?.keys ?? (named === undefined && child ? keysAbove(child, first.name ?? '') : null);
  const isLevel = keys !== null;
  const cell = ({ cells, namePlace }: Target) => (isLevel ? (cells.level ?? namePlace) : namePlace);
  const place = cell(first);
  const name = first.name ?? '';
  const params = { kind: 'root', name, other: top[0]?.name ?? '' };
  const concerned = new Set(same);
  const stated = new Set(top.map(slotOf));
  return [
    {
      found: {
        problem: problem('targets/hierarchy', place, params, {
          value: name,
          related: othersThan(place, same.map(cell)),
        }),
        of: spanOf(same),
      },
      concerns: (target) => concerned.has(target),
      meant: (target) => {
        if (keys !== null) return { ...target, keys, parent: node?.parent ?? null };
        return stated.has(slotOf(target)) ? null : target;
      },
    },
  ];
}

/** A node of the level above `child`. */
function keysAbove({ keys }: Target, name: string): ReadonlyMap<string, string> {
  const level = nodeLevels.findLast((one) => keys.has(one)) ?? '';
  return new Map([[nodeLevels[nodeLevels.indexOf(level) - 1] ?? 'region', name]]);
}

function slotOf({ kpi, kind, version, period }: Target): string {
  return JSON.stringify([kpi, kind, version, period.id]);
}
