/** Which rows of a population have a certain text: won among closed deals, promoters' surveys among all. */
import { keptPer } from '../lib/kept-per.ts';
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
  const isText = Uint8Array.from({ length: column.size }, (_, code) => (column.text(code) === text ? 1 : 0));
  return Uint8Array.from(column.codes, (code) => isText[code] ?? 0);
}

/** Σ of the marks of each group's rows: how many are marked, where marks are 0 and 1. */
export function countMarked(slice: Slice, marks: Uint8Array | Int8Array): number[] {
  return mapGroups(slice, (from, to) => {
    let total = 0;
    for (const row of slice.rows.subarray(from, to)) total += marks[row] ?? 0;
    return total;
  });
}
