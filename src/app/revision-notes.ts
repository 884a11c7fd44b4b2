/** Who changed targets before and why, from the columns in which `targets revise` keeps it. */
import type { ReadOptions } from '../model/options.ts';
import { type RawTable, rawCellText } from '../model/raw-table.ts';
import { openFile } from '../read/open.ts';

export type RevisionNotes = ReadonlyMap<string, { readonly by: string; readonly reason: string }>;

/** By version name; empty for a file that has no such columns. `headings`: of version, by and reason, in every language. */
export async function readRevisionNotes(
  path: string,
  read: ReadOptions,
  headings: readonly Headings[],
): Promise<RevisionNotes> {
  const { tables } = await openFile(path, read);
  const notes = new Map<string, { by: string; reason: string }>();
  for (const table of tables) for (const names of headings) addNotes(table, names, notes);
  return notes;
}

const headRows = 10;

interface Headings {
  readonly version: string;
  readonly by: string;
  readonly reason: string;
}

function addNotes(table: RawTable, names: Headings, notes: Map<string, { by: string; reason: string }>): void {
  const texts = (row: number) => table.columns.map((column) => rawCellText(column, row).trim());
  const isHead = (heading: readonly string[]) =>
    [names.version, names.by, names.reason].every((name) => heading.includes(name));
  const rows = Array.from({ length: Math.min(headRows, table.rowCount) }, (_, row) => row);
  const head = rows.find((row) => isHead(texts(row)));
  if (head === undefined) return;
  const heading = texts(head);
  for (let row = head + 1; row < table.rowCount; row++) {
    const cells = texts(row);
    const of = (name: string) => cells[heading.indexOf(name)] ?? '';
    const version = of(names.version);
    if (version !== '' && !notes.has(version)) notes.set(version, { by: of(names.by), reason: of(names.reason) });
  }
}
