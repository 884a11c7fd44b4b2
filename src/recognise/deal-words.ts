/** Words in cells that mean an ended deal. */
import type { Assignment } from './assignment.ts';
import { foldText } from './fold.ts';
import { sampleTexts } from './profile.ts';
import type { Sheet } from './sheet.ts';

const ended = /^(?:closed )?(?:won|lost)$|^(?:closedwon|closedlost|赢单|输单|丢单|已赢单|已输单|成单|战败)$/u;

/** True where the status or stage column holds won or lost. */
export function hasWonOrLost(sheet: Sheet, { fields }: Assignment): boolean {
  let found = false;
  for (const field of ['status', 'stage']) {
    const column = sheet.columns[fields.get(field)?.index ?? -1];
    if (!column) continue;
    sampleTexts(column.profile, (text) => {
      found ||= ended.test(foldText(text));
    });
  }
  return found;
}
