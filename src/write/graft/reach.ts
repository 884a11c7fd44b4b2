/** Which parts of a package lead to which: what only the sheets of an earlier run need is removed with them. */
import type { EditedParts } from '../package/edited-parts.ts';

/** Parts that can be reached from `starts`, these included; relationships that `isCut` says are not followed. */
export async function reached(
  parts: EditedParts,
  starts: readonly string[],
  isCut: (part: string, id: string) => boolean = () => false,
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const waiting = [...starts];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    for (const { id, target } of await parts.relationships(part)) {
      if (target !== null && !isCut(part, id)) waiting.push(target);
    }
  }
  return seen;
}
