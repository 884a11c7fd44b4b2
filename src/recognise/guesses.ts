/** Columns whose headings are spelled much like a known one: shown as a guess, never used. */
import { distance } from 'fastest-levenshtein';
import { type DatasetName, fieldKind } from '../model/fields.ts';
import type { Candidates, Decision } from './decide.ts';
import { fieldsOfDataset } from './decide.ts';
import { keysOf } from './headings.ts';
import type { SheetColumn } from './sheet.ts';

/** Guessed fields by column index. */
export function guessesOf(candidates: Candidates, decision: Decision): ReadonlyMap<number, string> {
  const { dataset, assignment } = decision;
  const guesses = new Map<number, string>();
  if (dataset === null || assignment === null) return guesses;
  const used = new Set([...assignment.fields.values()].map(({ index }) => index));
  const { wishes } = candidates.sheet;
  const free = fieldsOfDataset(dataset).filter(
    (field) => !assignment.fields.has(field) && !wishes.isBarred(dataset, field),
  );
  for (const { index, keys } of candidates.sheet.columns) {
    const key = keys[0] ?? '';
    if (used.has(index) || key.length < 3) continue;
    const field = free.find((name) => keysOf(dataset, name).some((known) => isNear(key, known)));
    if (field !== undefined) guesses.set(index, field);
  }
  return guesses;
}

/** One letter wrong in a short heading, two in a long one. */
function isNear(key: string, known: string): boolean {
  if (known.length < 3 || Math.abs(key.length - known.length) > 2) return false;
  const most = isWide(known) ? (known.length >= 4 ? 1 : 0) : known.length >= 14 ? 2 : known.length >= 5 ? 1 : 0;
  return distance(key, known) <= most;
}

function isWide(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Headings of columns that could be meant for `field`, the nearest first: for `header/missing-column`. */
export function nearHeadings(columns: readonly SheetColumn[], dataset: DatasetName, field: string): string[] {
  const known = keysOf(dataset, field);
  return columns
    .filter((column) => column.heading !== '' && couldBe(column, fieldKind(dataset, field)))
    .map(({ heading, keys }) => ({ heading, away: Math.min(...known.map((word) => awayFrom(keys[0] ?? '', word))) }))
    .filter(({ away }) => away <= 0.5)
    .sort((a, b) => a.away - b.away || (a.heading < b.heading ? -1 : 1))
    .slice(0, 3)
    .map(({ heading }) => heading);
}

function couldBe({ looks }: SheetColumn, kind: ReturnType<typeof fieldKind>): boolean {
  if (looks.isBlank) return true;
  return kind === 'day' ? looks.hasDays : kind !== 'amount' || looks.hasNumbers;
}

function awayFrom(key: string, word: string): number {
  if (key === '') return 1;
  if (word.length >= 2 && (key.includes(word) || (key.length >= 2 && word.includes(key)))) return 0.25;
  return distance(key, word) / Math.max(key.length, word.length);
}
