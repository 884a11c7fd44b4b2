/** The scanner against csv-parse, and against itself in pieces of every size. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBytes, readCells, tableOf } from '../../../support/read-cells.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const endings = ['\n', '\r\n', '\r'] as const;

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    ' ',
    '0',
    '-0',
    '007',
    '1.50',
    '-12',
    '1e5',
    '华东',
    'é',
    '"',
    '""',
    '\n',
    '\r\n',
    'a"b',
    '#',
    "'",
  ),
  fc.string({
    unit: fc.constantFrom('a', '1', '.', '-', ' ', ',', ';', '|', '\t', '"', '\n', '\r', '中', '\\', "'"),
    maxLength: 8,
  }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map(String),
);

const file = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
  delimiter: fc.constantFrom(...delimiters),
  ending: fc.constantFrom(...endings),
  isClosed: fc.boolean(),
  quotesAll: fc.boolean(),
});

type File = typeof file extends fc.Arbitrary<infer Value> ? Value : never;

function spell({ rows, delimiter, ending, isClosed, quotesAll }: File): string {
  const quoted = (text: string): string => {
    const mustQuote = quotesAll || /["\r\n]/.test(text) || text.includes(delimiter) || text.startsWith(' ');
    return mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(quoted).join(delimiter)).join(ending) + (isClosed ? ending : '');
}

/** Rows of csv-parse that have content, without the empty cells at their ends, which no column needs to hold. */
function oracle(text: string, delimiter: string): string[][] {
  const rows = parse(text, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  return rows.map(trimmed).filter((row) => row.length > 0);
}

function trimmed(row: readonly string[]): string[] {
  return row.slice(0, row.findLastIndex((text) => text !== '') + 1);
}

test('reads what csv-parse reads', async () => {
  await fc.assert(
    fc.asyncProperty(file, async (made) => {
      const text = spell(made);
      fc.pre(text.length > 0);
      const cells = await readCells(text, { delimiter: made.delimiter, encoding: 'utf-8' });
      expect(cells.map(trimmed)).toEqual(oracle(text, made.delimiter));
    }),
    { numRuns: 300 },
  );
});

test('reads the same in pieces of every size, line numbers and notes too', async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.constantFrom(1, 2, 3, 7, 64), async (made, chunkSize) => {
      const text = spell(made);
      fc.pre(text.length > 0);
      const options = { delimiter: made.delimiter };
      const [whole, pieces] = [await readBytes(text, options), await readBytes(text, { ...options, chunkSize })];
      expect(await readCells(text, { ...options, chunkSize })).toEqual(await readCells(text, options));
      expect({ ...pieces, tables: [] }).toEqual({ ...whole, tables: [] });
      expect([...tableOf(pieces).rowNumbers]).toEqual([...tableOf(whole).rowNumbers]);
      expect([...tableOf(pieces).shownRows]).toEqual([...tableOf(whole).shownRows]);
    }),
    { numRuns: 200 },
  );
});

test('row numbers are the physical lines on which records start', async () => {
  await fc.assert(
    fc.asyncProperty(file, async (made) => {
      const text = spell(made);
      fc.pre(text.length > 0);
      const { rowNumbers } = tableOf(await readBytes(text, { delimiter: made.delimiter }));
      const starts: number[] = [];
      let line = 1;
      for (const row of made.rows) {
        if (row.some((content) => content !== '')) starts.push(line);
        line += 1 + row.join('').split(/\r\n|\n|\r/).length - 1;
      }
      // Cells that join to a CR LF that neither holds alone would be counted as one break here.
      fc.pre(
        !made.rows.some(
          (row) =>
            row.join('').split(/\r\n|\n|\r/).length !== row.reduce((n, c) => n + c.split(/\r\n|\n|\r/).length - 1, 1),
        ),
      );
      expect([...rowNumbers]).toEqual(starts);
    }),
    { numRuns: 200 },
  );
});

test('any bytes are read or refused by name, never with another error', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 });
  const likely = fc
    .array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x31, 0x41, 0x5c, 0x27, 0xe5, 0x8d, 0x8e, 0, 0x20), { minLength: 1 })
    .map((array) => Uint8Array.from(array));
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, likely), async (content) => {
      await readBytes(content).catch((error: unknown) => {
        expect(error).toMatchObject({ name: 'UserError', params: { file: 't.csv' } });
      });
    }),
    { numRuns: 500 },
  );
});
