/** Which of the user's sheets have formulas over ours: until they are computed again, they show what was there before. */
import { EditedParts } from '../package/edited-parts.ts';
import { plainText } from '../package/tags.ts';
import type { GraftTarget } from './target.ts';

/** Larger parts are data, not layouts; they are not searched. */
const mostBytes = 32 << 20;

/** Titles of the user's sheets with a formula that names one of these sheets or tables. */
export async function readingSheets(
  { source, workbook, own }: GraftTarget,
  names: { readonly sheets: Iterable<string>; readonly tables: Iterable<string> },
): Promise<string[]> {
  // Without sheets of an earlier run there was nothing to read.
  if (own.size === 0) return [];
  const parts = new EditedParts(source);
  const relationships = await parts.relationships(source.workbook.name);
  const removed = new Set(own.values());
  const sizes = new Map(source.parts.map(({ name, size }) => [name, size]));
  const found: string[] = [];
  for (const [place, { title, relationship }] of workbook.sheets.entries()) {
    const part = relationships.find(({ id }) => id === relationship)?.target ?? null;
    if (removed.has(place) || part === null || (sizes.get(part) ?? 0) > mostBytes) continue;
    const formulas = ((await parts.text(part)) ?? '').match(/<(?:\w+:)?f[ >][^<]*<\/(?:\w+:)?f>/g) ?? [];
    if (formulas.some((formula) => isReading(plainText(formula).toLowerCase(), names))) found.push(title);
  }
  return found;
}

function isReading(
  formula: string,
  { sheets, tables }: { readonly sheets: Iterable<string>; readonly tables: Iterable<string> },
): boolean {
  for (const table of tables) if (formula.includes(`${table.toLowerCase()}[`)) return true;
  for (const sheet of sheets) {
    const name = sheet.toLowerCase();
    if (formula.includes(`${name}!`) || formula.includes(`'${name.replaceAll("'", "''")}'!`)) return true;
  }
  return false;
}
