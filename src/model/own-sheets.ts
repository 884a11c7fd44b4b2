/**
 * How sheets that salesmetrics put into a user's workbook are known again: by defined names of the workbook, because a
 * sheet may be renamed, and a copy that somebody makes of it is theirs (names of a whole workbook are not copied along).
 */

/** Name of the defined name that marks a sheet; behind it stands the title that salesmetrics gave the sheet. */
export const sheetMark = '_salesmetrics.sheet.';
/** Names the version of the data sheets that the workbook's layout reads. */
export const versionMark = '_salesmetrics.version';
/** Version of names and meaning of the data sheets' columns: a layout made for another may read nothing. */
export const dataVersion = 1;

/** Names of the marks of these titles, in their order: no two alike, whatever the case. */
export function sheetMarks(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = `${sheetMark}${title.replaceAll(/[^\p{L}\p{N}.]/gu, '_')}`;
    let name = plain;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${plain}.${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

export function isSheetMark(name: string): boolean {
  return name.toLowerCase().startsWith(sheetMark);
}

/** The sheet that a reference to one cell names: `'Wang ''s'!$A$1`, `KPIs!$A$1`; null for any other formula. */
export function sheetOfReference(reference: string): string | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?[A-Z]{1,3}\$?\d+$/.exec(reference.trim());
  if (match === null) return null;
  return match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
}
