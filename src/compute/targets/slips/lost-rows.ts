/** Rows whose target is not where it belongs, as other problems say already: what misses them is no mistake of its own. */
import type { Place } from '../../../model/place.ts';
import type { Target } from '../../../model/target.ts';
import { type Reviewed, rowKey } from '../rules/rule.ts';

/** How many there are: left out by the readers, without a number, or `twice`: under a name that stands twice. */
export function countLostRows(targets: readonly Target[], { data }: Reviewed, twice: readonly Place[]): number {
  const left = (data?.problems ?? []).filter(({ treatment }) => treatment === 'left-out').map(({ place }) => place);
  const blanks = (data?.blankTargets ?? []).map(({ place }) => place);
  if (left.length + blanks.length + twice.length === 0) return 0;
  const sheets = new Set(targets.map(({ place }) => rowKey({ ...place, row: null })));
  const unread = left.filter((place) => sheets.has(rowKey({ ...place, row: null })));
  return new Set([...unread, ...blanks, ...twice].map(rowKey)).size;
}
