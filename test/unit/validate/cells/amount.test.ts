import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, decimalFromText, toText } from '../../../../src/lib/decimal.ts';
import { cellKind, type RawColumn } from '../../../../src/model/raw-table.ts';
import { type AmountSpec, amountAt, amountCells } from '../../../../src/validate/cells/amount.ts';
import { sumColumn } from '../../../../src/validate/line-amount.ts';

const plain: AmountSpec = { format: null, unit: decimal(1) };

/** A raw column as a reader makes it: plain decimals as integers, all else as text. */
function columnOf(texts: readonly string[]): RawColumn {
  const pool = [...new Set(texts)];
  const kinds = new Uint8Array(texts.length);
  const values = new Float64Array(texts.length);
  for (const [row, text] of texts.entries()) {
    const match = /^-?(?:0|[1-9]\d*)(?:\.(\d{1,30}))?$/.exec(text);
    const digits = text.replace(/[-.]/g, '');
    if (match && digits.length <= 15 && !/^-0(?:\.0*)?$/.test(text)) {
      kinds[row] = cellKind.decimal + (match[1]?.length ?? 0);
      values[row] = Number(text.replace('.', ''));
    } else if (text !== '') {
      kinds[row] = cellKind.text;
      values[row] = pool.indexOf(text);
    }
  }
  return {
    kinds,
    values,
    pool: { size: pool.length, text: (index) => pool[index] ?? '', isPlain: false },
    formats: new Map(),
  };
}

function rowsOf(column: RawColumn): Uint32Array {
  return Uint32Array.from(column.kinds, (_, row) => row);
}

function read(texts: readonly string[], spec: AmountSpec = plain) {
  const raw = columnOf(texts);
  const cells = amountCells(raw, rowsOf(raw), spec);
  const shown = texts.map((_, row) => amountAt(cells.column, row)).map((value) => value && toText(value));
  return { ...cells, shown };
}

describe('amounts', () => {
  test('take the scale that the cells need, four digits at most', () => {
    expect(read(['1', '2.50', '3']).column.scale).toBe(2);
    expect(read(['1', '2']).column.scale).toBe(0);
    expect(read(['1.12345']).column.exact.size).toBe(1);
    expect(read(['1.120000', '7']).column.exact.size).toBe(0);
  });

  test('one cell of 13 decimals among many goes to the exact lane and all stay exact', () => {
    const { column, shown } = read(['10.25', '884.9557522123894', '1', '-0.5']);
    expect([...column.exact.keys()]).toEqual([1]);
    expect(shown).toEqual(['10.25', '884.9557522123894', '1', '-0.5']);
    expect(toText(sumColumn(column, () => true))).toBe('895.7057522123894');
  });

  test('numbers of 15 digits at a finer scale leave the plain lane, not their value', () => {
    const { column, shown } = read(['999999999999999', '0.0001', '-999999999999999']);
    expect(shown).toEqual(['999999999999999', '0.0001', '-999999999999999']);
    expect(toText(sumColumn(column, () => true))).toBe('0.0001');
  });

  test('a unit scales cells without one of their own, exactly', () => {
    const { shown, rounded } = read(['1.2345', '3', '5亿', '1.5万', '2,000'], { format: null, unit: decimal(10_000) });
    expect(shown).toEqual(['12345', '30000', '500000000', '15000', '20000000']);
    expect(rounded).toEqual({ rows: 2, first: 2 });
  });

  test('a unit that is no power of ten, and one below 1', () => {
    expect(read(['2', '0.5'], { format: null, unit: decimal(12) }).shown).toEqual(['24', '6']);
    expect(read(['12', '12.5', '30%'], { format: null, unit: { units: 1n, scale: 2 } }).shown).toEqual([
      '0.12',
      '0.125',
      '0.3',
    ]);
  });

  test('points that group thousands are not read as decimals', () => {
    const spec: AmountSpec = { format: { decimalMark: ',', groupMark: '.' }, unit: decimal(1) };
    expect(read(['4.800', '1.234,50', '12', '0,5'], spec).shown).toEqual(['4800', '1234.5', '12', '0.5']);
  });

  test('cells that are no number are missing, listed with row and text', () => {
    const { shown, faults } = read(['1', '6O0', '#N/A', '-', '']);
    expect(shown).toEqual(['1', null, null, null, null]);
    expect([...faults]).toEqual([
      { row: 1, code: 'cell/not-a-number', value: '6O0', params: { hint: '600' } },
      { row: 2, code: 'cell/error-value', value: '#N/A', params: {} },
    ]);
  });

  test('what a workbook holds beside numbers', () => {
    const raw: RawColumn = {
      kinds: Uint8Array.of(cellKind.error, cellKind.noResult, cellKind.boolean, cellKind.double, cellKind.date),
      values: Float64Array.of(0, 0, 1, 1.5e17, 19_727),
      pool: { size: 1, text: () => '#REF!', isPlain: true },
      formats: new Map(),
    };
    const { faults, column } = amountCells(raw, rowsOf(raw), plain);
    expect([...faults].map(({ code, value }) => [code, value])).toEqual([
      ['cell/error-value', '#REF!'],
      ['cell/no-cached-value', ''],
      ['cell/not-a-number', 'TRUE'],
      ['cell/not-a-number', '2024-01-05'],
    ]);
    expect(toText(sumColumn(column, () => true))).toBe('150000000000000000');
  });

  test('the sum of a column is the sum of its texts, whatever their digits', () => {
    const text = fc
      .tuple(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.nat({ max: 13 }),
        fc.bigInt({ min: 0n, max: 9_999_999_999_999n }),
      )
      .map(([whole, digits, fraction]) =>
        digits === 0 ? String(whole) : `${whole}.${fraction.toString().padStart(13, '0').slice(0, digits)}`,
      );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 50 }), (texts) => {
        const wanted = texts.reduce((sum, one) => {
          const { units, scale } = decimalFromText(one);
          return sum + units * 10n ** BigInt(13 - scale);
        }, 0n);
        const { column, faults } = read(texts);
        expect([...faults]).toEqual([]);
        expect(toText(sumColumn(column, () => true))).toBe(toText({ units: wanted, scale: 13 }));
      }),
      { numRuns: 300 },
    );
  });
});
