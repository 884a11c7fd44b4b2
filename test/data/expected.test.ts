/** The published answers of real data sets, end to end. Absent data is said aloud, never passed over. */
import { afterAll, expect, test } from 'vitest';
import { figuresOf } from './figures-of.ts';
import { hasData, variants } from './sets.ts';
import { detailsOf, figuresTable, type SetFigures } from './table.ts';

const sets: SetFigures[] = [];

if (!hasData) console.warn('SKIPPED: no shared data folder beside the repository, so no expected figures are checked');

test.skipIf(!hasData).each(variants)('$name', { timeout: 60_000 }, async (variant) => {
  const figures = await figuresOf(variant);
  sets.push({ name: variant.name, figures });
  expect(figures.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
  expect(figures.some(({ verdict }) => verdict === 'agreed')).toBe(true);
});

afterAll(() => {
  if (sets.length > 0) process.stdout.write(`\n${sets.map(detailsOf).join('')}\n${figuresTable(sets)}\n`);
});
