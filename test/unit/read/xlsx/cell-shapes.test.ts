/** Cells recognised by the look of the cell above them are what they are when every one is read by itself. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetters } from '../../../../src/model/place.ts';
import { limitsFor } from '../../../../src/read/limits.ts';
import { rechunk } from '../../../../src/read/xlsx/chunk-scanner.ts';
import { WorkbookRoom } from '../../../../src/read/xlsx/room.ts';
import { readSharedStrings } from '../../../../src/read/xlsx/shared-strings.ts';
import { scanSheet } from '../../../../src/read/xlsx/sheet-scanner.ts';
import { cellFormat } from '../../../../src/read/xlsx/styles.ts';
import { cellsOf } from '../../../support/cells.ts';

async function* one(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

async function cellsIn(rows: string, size: number): Promise<Record<string, string>> {
  const limits = limitsFor('workbook');
  const names = { file: 'b.xlsx', sheet: 'S', part: 's.xml', limits };
  const strings = await readSharedStrings(one('<sst><si><t>one</t></si><si><t>two</t></si></sst>'), names);
  const context = {
    file: 'b.xlsx',
    formats: ['General', 'yyyy-mm-dd', '0.00'].map(cellFormat),
    strings,
    is1904: false,
    room: new WorkbookRoom(limitsFor('workbook'), 'a.xlsx'),
    limits,
  };
  const scanned = await scanSheet(
    rechunk(one(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), size),
    context,
    names,
  );
  return cellsOf({ ...scanned, file: 'b.xlsx', sheet: 'S', isHidden: false, isOwn: false, isTyped: true });
}

/** Attributes behind the place, and what the cell holds. */
const kinds = [
  ['', '<v>7</v>'],
  ['', '<v>-12.5</v>'],
  [' s="1"', '<v>45000</v>'],
  [' s="2"', '<v>1E3</v>'],
  [' s="2"', '<f>A1+1</f><v>0.25</v>'],
  [' t="s"', '<v>0</v>'],
  [' s="1" t="s"', '<v>1</v>'],
  [' t="str"', '<v>a&amp;b</v>'],
  [' t="str"', '<v>text</v>'],
  [' t="b"', '<v>1</v>'],
  [' t="inlineStr"', '<is><t>in</t></is>'],
  [' s="2"', ''],
] as const;

const cell = fc.constantFrom(null, ...kinds);
const firstRow = fc.constantFrom(1, 997, 998, 999, 1000, 9998, 99_998, 999_998);
const sheet = fc.tuple(
  firstRow,
  fc.constantFrom(1, 25, 700),
  fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 2, maxLength: 6 }),
);

type Row = readonly ((typeof kinds)[number] | null)[];

function spell(
  first: number,
  left: number,
  rows: readonly Row[],
  attributes: (place: string, rest: string) => string,
): string {
  return rows
    .map((cells, index) => {
      const row = first + index;
      const inner = cells.map((kind, at) =>
        kind ? `<c${attributes(` r="${columnLetters(left + at)}${row}"`, kind[0])}>${kind[1]}</c>` : '',
      );
      return `<row r="${row}">${inner.join('')}</row>`;
    })
    .join('');
}

test.each([7, 64, 1 << 20])('whatever the cells above are, in pieces of %i bytes', async (size) => {
  await fc.assert(
    fc.asyncProperty(sheet, async ([first, left, rows]) => {
      const plain = spell(first, left, rows, (place, rest) => place + rest);
      // With its place last no cell is recognised.
      const turned = spell(first, left, rows, (place, rest) => rest + place);
      expect(await cellsIn(plain, size)).toEqual(await cellsIn(turned, size));
    }),
    { numRuns: 200 },
  );
});

test('a cell of another row or column is not taken for the one expected', async () => {
  const row = (r: number, place: string) => `<row r="${r}"><c r="${place}" s="2"><v>1</v></c></row>`;
  await expect(cellsIn(row(1000, 'A1000') + row(1001, 'A1000'), 1 << 20)).rejects.toThrow('another row');
  expect(await cellsIn(row(1000, 'A1000') + row(1001, 'B1001'), 1 << 20)).toEqual({ A1000: '1', B1001: '1' });
});
