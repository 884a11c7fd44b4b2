/** Takes the sheets of an earlier run out of a workbook, with all that only they need: nothing grows from run to run. */
import type { EditedParts, PartRelationship } from '../package/edited-parts.ts';
import { withoutSheets } from './calc-chain.ts';
import { reached } from './reach.ts';
import type { GraftTarget } from './target.ts';

export async function removeEarlier(
  parts: EditedParts,
  { workbook, source }: GraftTarget,
  removed: ReadonlySet<number>,
  relationships: readonly PartRelationship[],
): Promise<void> {
  if (removed.size === 0) return;
  const gone = workbook.sheets.filter((_, place) => removed.has(place));
  const ids = new Set(gone.map(({ relationship }) => relationship));
  const sheets = relationships.flatMap(({ id, target }) => (ids.has(id) && target !== null ? [target] : []));
  const kept = await reached(parts, [''], (part, id) => part === source.workbook.name && ids.has(id));
  const reachable = await reached(parts, sheets);
  const unneeded = new Set([...reachable].filter((part) => !kept.has(part)));
  await parts.unrelate(source.workbook.name, ids);
  await cleanCalcChain(parts, source.workbook.name, relationships, new Set(gone.map(({ sheetId }) => sheetId)));
  await parts.remove(unneeded);
}

async function cleanCalcChain(
  parts: EditedParts,
  workbook: string,
  relationships: readonly PartRelationship[],
  sheetIds: ReadonlySet<number>,
): Promise<void> {
  const chain = relationships.find(({ type }) => type === 'calcChain');
  if (chain === undefined || chain.target === null) return;
  const before = await parts.text(chain.target);
  if (before === null) return;
  const after = withoutSheets(before, sheetIds);
  if (after === null) {
    await parts.unrelate(workbook, new Set([chain.id]));
    await parts.remove(new Set([chain.target]));
  } else if (after !== before) parts.set(chain.target, after);
}
