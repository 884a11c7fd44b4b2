/** Titles of our sheets and names of our tables that the user's workbook has not taken. */
import type { Document } from '../../model/document.ts';
import { sheetMarks } from '../../model/own-sheets.ts';
import type { GraftTarget } from './target.ts';

export interface ChosenNames {
  /** By the name wanted, in the order of the document. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
}

const mostCharacters = 31;

/** A sheet of an earlier run keeps the title that it has; a name that the user has is never taken. */
export function chosenNames({ workbook, own, takenNames }: GraftTarget, { sheets }: Document): ChosenNames {
  const marks = sheetMarks(sheets.map(({ name }) => name));
  const replaced = new Set(own.values());
  const titles = new Set(
    workbook.sheets.filter((_, place) => !replaced.has(place)).map(({ title }) => title.toLowerCase()),
  );
  const kept = marks.map((mark) => workbook.sheets[own.get(mark.toLowerCase()) ?? -1]?.title);
  for (const title of kept) if (title !== undefined) titles.add(title.toLowerCase());
  const names = new Map<string, string>();
  for (const [index, { name }] of sheets.entries()) {
    names.set(name, kept[index] ?? freeName(name, titles, (copy) => shortened(name, ` (${copy})`)));
  }
  const taken = new Set(takenNames);
  const tables = sheets.flatMap((sheet) => sheet.tables);
  return {
    sheets: names,
    tables: new Map(tables.map(({ name }) => [name, freeName(name, taken, (copy) => `${name}_${copy}`)])),
  };
}

/** `name`, or the first `copyOf` that is not taken; it is taken then. */
function freeName(name: string, taken: Set<string>, copyOf: (copy: number) => string): string {
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = copyOf(copy);
  taken.add(free.toLowerCase());
  return free;
}

function shortened(name: string, end: string): string {
  let kept = [...name];
  while (kept.join('').length + end.length > mostCharacters) kept = kept.slice(0, -1);
  return kept.join('') + end;
}
