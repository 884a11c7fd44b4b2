/** Totals typed over formulas, from workbooks as the reader sees them. */
import { expect, test } from 'vitest';
import { reviewTargets } from '../../../../src/compute/targets/review.ts';
import { cellName } from '../../../../src/model/place.ts';
import { memorySource } from '../../../../src/read/source.ts';
import { readWorkbook } from '../../../../src/read/xlsx/read-workbook.ts';
import { recognise } from '../../../../src/recognise/recognise.ts';
import { buildDataSet } from '../../../../src/validate/build-data-set.ts';
import { changed, type Grid, type GridCell, xlsxOf } from '../../../support/grid.ts';

const sum = (formula: string, value: number): GridCell => ({ formula: `SUM(${formula})`, value });

const plan: Grid = [
  ['2024 sales targets (USD)'],
  ['Region', 'Rep', 'Jan', 'Feb', 'Mar', 'Q1'],
  ['East', 'Ann Lee', 10, 20, 30, sum('C3:E3', 60)],
  ['', 'Bob Ray', 11, 22, 33, sum('C4:E4', 66)],
  ['', 'Subtotal', sum('C3:C4', 21), sum('D3:D4', 42), sum('E3:E4', 63), sum('C5:E5', 126)],
  ['West', 'Cid Fox', 12, 24, 36, sum('C6:E6', 72)],
  ['', 'Dan Poe', 13, 26, 39, sum('C7:E7', 78)],
  ['', 'Subtotal', sum('C6:C7', 25), sum('D6:D7', 50), sum('E6:E7', 75), sum('C8:E8', 150)],
  ['Total', '', sum('C5,C8', 46), sum('D5,D8', 92), sum('E5,E8', 138), sum('C9:E9', 276)],
];

async function found(changes: Readonly<Record<string, GridCell>>): Promise<unknown[]> {
  const raw = await readWorkbook(memorySource('plan.xlsx', xlsxOf(changed(plan, changes))));
  const data = buildDataSet(recognise([raw], {}), [raw], {});
  return [...data.problems, ...reviewTargets(data)]
    .filter(({ code }) => code !== 'targets/not-smart')
    .map(({ code, place, related, params }) => [
      code,
      cellName(place),
      related.map(cellName).join(' '),
      ...(code === 'targets/typed-total' ? [params['neighbour'], params['formulas']] : []),
    ]);
}

test('all totals are formulas', async () => {
  expect(await found({})).toEqual([]);
});

test('one total is typed', async () => {
  expect(await found({ D5: 42 })).toEqual([['targets/typed-total', 'D5', '', 'C5', 3]]);
  expect(await found({ F4: 66 })).toEqual([['targets/typed-total', 'F4', '', 'F3', 6]]);
});

test('two of a row are one remark', async () => {
  expect(await found({ C9: 46, F9: 276 })).toEqual([['targets/typed-total', 'C9', 'F9', 'D9', 2]]);
});

test('a wrong one is an error, not a remark on top', async () => {
  expect((await found({ D5: 41 })).map((one) => (one as string[]).slice(0, 2))).toEqual([
    ['targets/quarter-sum', 'D5'],
  ]);
});

test('typed all over is a way to work', async () => {
  const typed = plan.flatMap((row, i) =>
    row.flatMap((cell, j) =>
      typeof cell === 'object' && cell ? [[`${'ABCDEF'[j] ?? ''}${i + 1}`, cell.value] as const] : [],
    ),
  );
  expect(await found(Object.fromEntries(typed))).toEqual([]);
});
