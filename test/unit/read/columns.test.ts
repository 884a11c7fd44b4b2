import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellKind } from '../../../src/model/raw-table.ts';
import { ColumnBuilder, NumberList } from '../../../src/read/columns.ts';
import { TextPoolBuilder } from '../../../src/read/text-pool.ts';

const pool = new TextPoolBuilder();

describe('ColumnBuilder', () => {
  test.each([0, 1, 63, 64, 65, 127, 128, 129, 1000, 4097])('keeps every value of %i rows', (rowCount) => {
    const builder = new ColumnBuilder();
    for (let row = 0; row < rowCount; row += 1) builder.set(row, cellKind.decimal + 2, row * 3);
    const { kinds, values } = builder.finish(rowCount, pool);
    expect([kinds.length, values.length]).toEqual([rowCount, rowCount]);
    expect([...values]).toEqual(Array.from({ length: rowCount }, (_, row) => row * 3));
    expect(kinds.every((kind) => kind === cellKind.decimal + 2)).toBe(true);
  });

  test('a column that appears late is empty before, and after its last cell', () => {
    const builder = new ColumnBuilder();
    builder.set(5000, cellKind.boolean, 1);
    const { kinds, values } = builder.finish(7001, pool);
    expect([kinds.length, kinds[4999], kinds[5000], values[5000], kinds[7000]]).toEqual([7001, 0, 3, 1, 0]);
  });

  test('does not hold on to much room that was reserved in vain', () => {
    const builder = new ColumnBuilder();
    builder.reserve(10_000);
    builder.set(0, cellKind.text, 7);
    expect(builder.finish(1, pool).values.buffer.byteLength).toBe(4);
  });

  test('keeps the texts that stood before the first number', () => {
    const builder = new ColumnBuilder();
    for (let row = 0; row < 100; row += 1) builder.set(row, cellKind.text, row);
    expect(builder.values).toBeInstanceOf(Uint32Array);
    builder.set(100, cellKind.double, 0.5);
    expect([...builder.finish(101, pool).values]).toEqual([...Array(100).keys(), 0.5]);
  });

  test('equals a plain array, whatever order rows come in', () => {
    const sets = fc.array(fc.tuple(fc.nat(700), fc.integer()), { maxLength: 300 });
    fc.assert(
      fc.property(sets, (cells) => {
        const builder = new ColumnBuilder();
        const expected = Array.from({ length: 701 }, () => 0);
        for (const [row, value] of cells) {
          builder.set(row, cellKind.double, value);
          expected[row] = value;
        }
        expect([...builder.finish(701, pool).values]).toEqual(expected);
      }),
    );
  });
});

test.each([0, 1, 64, 65, 129])('NumberList keeps %i numbers', (length) => {
  const list = new NumberList();
  for (let item = 0; item < length; item += 1) list.push(item * 7);
  expect([...list.finish()]).toEqual(Array.from({ length }, (_, item) => item * 7));
});
