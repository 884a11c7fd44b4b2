/** Rows of long tables that say whose target and when, but leave the number out. */
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { BlankTarget } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { isThere } from './inactive-owner.ts';
import { type Found, nameOf, type Reviewed, rowKey, unitOf } from './rule.ts';

type Subject = Pick<BlankTarget, 'kpi' | 'period' | 'keys' | 'isNode'>;

/** One string per whose target, for what and when. */
export function slotOf(subject: Subject): string {
  return JSON.stringify([unitOf(subject), subject.kpi, subject.period.id]);
}

/** Blanks where the same node has targets at other times, or others of its level have one then; one per node. */
export function findBlanks(
  { all, data }: Reviewed,
  told: ReadonlySet<string>,
): { readonly found: Found[]; readonly slots: ReadonlySet<string> } {
  const stated = new Set(all.map(slotOf));
  const units = new Set(all.map((target) => JSON.stringify([unitOf(target), target.kpi])));
  const levels = new Set(all.map((target) => levelSlot(target)));
  const blanks = (data?.blankTargets ?? []).filter((blank) => {
    const isExpected = units.has(JSON.stringify([unitOf(blank), blank.kpi])) || levels.has(levelSlot(blank));
    return (
      isExpected && !stated.has(slotOf(blank)) && !told.has(rowKey(blank.place)) && mayHave(blank, data?.people ?? [])
    );
  });
  const nodes = groupBy(blanks, (blank) => JSON.stringify([unitOf(blank), blank.kpi]));
  return { found: [...nodes.values()].flatMap(foundOf), slots: new Set(blanks.map(slotOf)) };
}

function levelSlot({ keys, kpi, period }: Subject): string {
  return JSON.stringify([[...keys.keys()].sort(), kpi, period.id]);
}

function mayHave({ keys, period }: BlankTarget, people: NonNullable<Reviewed['data']>['people']): boolean {
  const rep = foldText(keys.get('rep') ?? '');
  const stays = people.filter((person) => foldText(person.rep) === rep);
  return stays.length === 0 || stays.some((stay) => isThere(stay, period));
}

function foundOf(blanks: readonly BlankTarget[]): Found[] {
  const [first] = blanks;
  if (first === undefined) return [];
  const { place, kpi, period } = first;
  const missing = blanks.map((blank) => blank.period.id);
  const params = { kind: 'months', name: nameOf(first) || kpi, kpi, missing };
  const extras = { related: blanks.slice(1).map((blank) => blank.place), value: '' };
  return [{ problem: problem('targets/gap', place, params, extras), of: period }];
}
