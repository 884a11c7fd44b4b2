/** Why a table was set aside, by the key that recognition gives; any other text is shown as it is. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['hidden-sheet', 'a hidden sheet'],
  ['hidden', 'a hidden sheet'],
  ['own-output', 'written by salesmetrics'],
  ['own', 'written by salesmetrics'],
  ['lock-file', 'a lock file of Excel'],
  ['earlier', 'an earlier export, for what slips'],
  ['other-sheet', 'another sheet was asked for'],
  ['empty', 'no cells'],
  ['stage-history', 'a history of changes, no figure is made of it'],
  ['summary', 'a summary of another table'],
]);

export function notReadWhy(why: string): string {
  return reasons.get(why) ?? why;
}
