/** Columns that take over the arrays of the reader give what a copy of them gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../../../../src/lib/decimal.ts';
import type { RawColumn } from '../../../../src/model/raw-table.ts';
import { amountCells } from '../../../../src/validate/cells/amount.ts';
import { dayCells } from '../../../../src/validate/cells/day.ts';
import { textCells } from '../../../../src/validate/cells/text.ts';
import { readBytes, tableOf } from '../../../support/read-cells.ts';

const spec = { format: null, unit: decimal(1) };

async function columnOf(cells: readonly string[]): Promise<RawColumn> {
  // A second column, so that a row whose first cell is blank is stored.
  const [column] = tableOf(await readBytes(cells.map((cell) => `${cell},x\n`).join(''))).columns;
  if (!column) throw new Error('no column');
  return column;
}

/** As the reader would hand it on if it had nothing to share. */
function copyOf(raw: RawColumn): RawColumn {
  return { ...raw, values: raw.values instanceof Uint32Array ? Float64Array.from(raw.values) : raw.values };
}

function rowsOf(raw: RawColumn, first: number): Uint32Array {
  return Uint32Array.from({ length: raw.kinds.length - first }, (_, row) => row + first);
}

function textsOf(raw: RawColumn, first: number) {
  const { column } = textCells(raw, rowsOf(raw, first));
  const spellings = Array.from({ length: column.size }, (_, code) => column.text(code));
  return { codes: [...column.codes], spellings, isShared: column.codes.buffer === raw.values.buffer };
}

test.each([
  [['Region', 'North', 'South', 'North', ''], true],
  [['Region', 'North', 'Region', 'South'], false],
  [['Region', ' North', 'North'], false],
  [['Region', 'North', '12'], false],
])('texts of %j: shared is %s', async (cells, isShared) => {
  expect(textsOf(await columnOf(cells), 1).isShared).toBe(isShared);
});

test('texts have the codes and spellings of a copy', async () => {
  const cell = fc.constantFrom('', 'H', 'a', 'b', 'c', 'd', ' a', 'Ａ', '7', '2024-01-31');
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 12 }), fc.nat(2), async (cells, first) => {
      const raw = await columnOf(['H', ...cells]);
      const { codes, spellings } = textsOf(raw, first);
      expect({ codes, spellings }).toMatchObject({
        codes: textsOf(copyOf(raw), first).codes,
        spellings: textsOf(copyOf(raw), first).spellings,
      });
    }),
  );
});

test.each([
  [['Price', '1.50', '', '-2.25'], true],
  [['Price', '1.5', '2.25'], false],
  [['Price', '1.50', 'n/a'], false],
])('amounts of %j: shared is %s', async (cells, isShared) => {
  const raw = await columnOf(cells);
  const { column } = amountCells(raw, rowsOf(raw, 1), spec);
  expect(column.units.buffer === raw.values.buffer).toBe(isShared);
  expect([...column.present]).toEqual(cells.slice(1).map((text) => (/\d/.test(text) ? 1 : 0)));
  expect(column.scale).toBe(2);
});

test('a day taken away from one column stays in all others', async () => {
  const raw = await columnOf(['Date', '2024-01-31', '2024-02-01']);
  const [one, other] = [dayCells(raw, rowsOf(raw, 1), null).column, dayCells(raw, rowsOf(raw, 1), null).column];
  one.present[0] = 0;
  expect([...other.present]).toEqual([1, 1]);
});
