/** Rows whose target is not where it belongs, as other problems say already: what misses them is no mistake of its own. */
import type { Target } from '../../../model/target.ts';
import { findRepeats } from '../repeats.ts';
import { type Reviewed, rowKey } from '../rules/rule.ts';

/** How many there are: left out by the readers, without a number, under a name that stands twice. */
export function countLostRows(targets: readonly Target[], { data, book }: Reviewed): number {
  const sheets = new Set(targets.map(({ place }) => rowKey({ ...place, row: null })));
  const unread = (data?.problems ?? []).filter(
    ({ treatment, place }) => treatment === 'left-out' && sheets.has(rowKey({ ...place, row: null })),
  );
  const blanks = data?.blankTargets ?? [];
  const twice = findRepeats(book.with(targets)).map(({ problem }) => problem);
  return new Set([...unread, ...blanks, ...twice].map(({ place }) => rowKey(place))).size;
}
