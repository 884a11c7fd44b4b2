/** One label with a blank at its end and without: we read them as one, formulas of the workbook do not. */
import { groupBy } from '../../../lib/group-by.ts';
import type { Place } from '../../../model/place.ts';
import type { Problem } from '../../../model/problem.ts';
import { cellKind, rawCellText } from '../../../model/raw-table.ts';
import { problem } from '../../../problems/catalogue.ts';
import type { TargetTable } from '../target-table.ts';

interface Label {
  readonly text: string;
  readonly place: Place;
  readonly heading: string;
}

export function findPaddedLabels(table: TargetTable): Problem[] {
  const labels = table.mapping.columns.flatMap(({ index, heading, field }) =>
    field === 'owner' || field === 'unit' || field === 'currency' ? [] : labelsIn(table, index, heading),
  );
  const bare = new Set(labels.flatMap(({ text }) => (isPadded(text) ? [] : [text])));
  const padded = groupBy(
    labels.filter(({ text }) => isPadded(text) && bare.has(text.trim())),
    ({ text }) => text.trim(),
  );
  return [...padded].flatMap(([name, [first, ...others]]) => {
    if (first === undefined) return [];
    const extras = { value: first.text, heading: first.heading, related: others.map(({ place }) => place) };
    return [problem('targets/hierarchy', first.place, { kind: 'space', name, other: '' }, extras)];
  });
}

function isPadded(text: string): boolean {
  return text.trim() !== text;
}

function labelsIn(table: TargetTable, index: number, heading: string): Label[] {
  const column = table.raw.columns[index];
  if (column === undefined) return [];
  return [...table.rows()].flatMap((row) => {
    if (table.kind(index, row) !== cellKind.text) return [];
    const text = rawCellText(column, row);
    return /\p{L}/u.test(text) ? [{ text, place: table.place(row, index), heading }] : [];
  });
}
