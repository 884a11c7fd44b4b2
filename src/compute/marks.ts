/** Which rows of a population have a certain text: won among closed deals, promoters' surveys among all. */
import { keptPer } from '../lib/kept-per.ts';
import type { TextColumn } from '../model/table.ts';
import type { Population } from './population.ts';
import { mapGroups, type Slice } from './slice.ts';

const knownOf = keptPer((_: Population) => new Map<string, Uint8Array>());

/** 1 for rows whose `field` says `text`; found once per population. */
export function rowsWith(population: Population, field: string, text: string): Uint8Array {
  const known = knownOf(population);
  const key = `${field} ${text}`;
  const marks = known.get(key) ?? markRows(population, field, text);
  known.set(key, marks);
  return marks;
}

function markRows({ facts }: Population, field: string, text: string): Uint8Array {
  const column = facts.columns.get(field);
  if (column?.kind !== 'text') return new Uint8Array(facts.rowCount);
  const isMarked = isText(column, [text]);
  return new Uint8Array(facts.rowCount).map((_, row) => (isMarked(row) ? 1 : 0));
}

/** Whether a row's text is one of `texts`; each distinct text is compared once. */
export function isText(column: TextColumn, texts: readonly string[]): (row: number) => boolean {
  const isOne = Uint8Array.from({ length: column.size }, (_, code) => (texts.includes(column.text(code)) ? 1 : 0));
  return (row) => isOne[column.codes[row] ?? 0] === 1;
}

/** Σ of the marks of each group's rows: how many are marked, where marks are 0 and 1. */
export function countMarked(slice: Slice, marks: Uint8Array | Int8Array): number[] {
  return mapGroups(slice, (from, to) => {
    let total = 0;
    for (const row of slice.rows.subarray(from, to)) total += marks[row] ?? 0;
    return total;
  });
}
