/** What `init` writes is recognised heading by heading, and read once people have filled it in. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { starterKinds, starters } from '../src/model/starters.ts';
import { runSession } from './support/run-session.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sheetPart = 'xl/worksheets/sheet1.xml';

/** Types values into the cells of a row, as a spreadsheet program would: a day is its serial number. */
function fill(file: string, row: number, values: readonly (string | number | null)[]): void {
  const parts = unzipSync(readFileSync(join(folder, file)));
  let xml = strFromU8(parts[sheetPart] ?? new Uint8Array());
  for (const [column, value] of values.entries()) {
    if (value === null) continue;
    const cell = `${String.fromCharCode(65 + column)}${row}`;
    const empty = new RegExp(`<c r="${cell}"( s="\\d+")?(?: t="\\w+")?(?:/>|>.*?</c>)`);
    expect(xml).toMatch(empty);
    xml = xml.replace(empty, (_, style: string = '') =>
      typeof value === 'number'
        ? `<c r="${cell}"${style}><v>${value}</v></c>`
        : `<c r="${cell}"${style} t="inlineStr"><is><t>${value}</t></is></c>`,
    );
  }
  writeFileSync(join(folder, file), zipSync({ ...parts, [sheetPart]: strToU8(xml) }));
}

const [january, february] = [46_400, 46_430];

const filled = {
  orders: [
    ['SO-1', january, 'C-1', 'Aurora', 'Ann', 'East', 'Kit', 'Goods', 2, 50, 100, 60, null],
    ['SO-2', february, 'C-1', 'Aurora', 'Ann', 'East', 'Kit', 'Goods', 1, 50, 50.5, 30, null],
  ],
  customers: [['C-1', 'Aurora', 'Key', 'Health', 'East', 'Ann', january, january]],
  deals: [
    ['D-1', 'Big', 'C-1', 'Aurora', 'Ann', null, 900, 0.4, january, february, february, 'Fair'],
    ['D-2', 'Small', 'C-1', 'Aurora', 'Ann', null, 100, 0.4, january, february, february, 'Fair'],
  ],
  people: [['Ann', '7', 'Blue', 'East', 'Sue', 'Rep', january - 100, null]],
} as const;

const words = {
  en: { status: ['Delivered', 'Cancelled'], stage: ['Won', 'Lost'] },
  'zh-CN': { status: ['已完成', '已取消'], stage: ['赢单', '输单'] },
} as const;

const inspection = z.object({
  sheets: z.array(
    z.object({ dataset: z.string().nullable(), columns: z.array(z.object({ field: z.string().nullable() })) }),
  ),
});
const figures = z.object({ kpis: z.array(z.object({ id: z.string(), actual: z.number().nullable() })) });

describe.each(['en', 'zh-CN'] as const)('in %s', (lang) => {
  const run = (line: string) => runSession(folder, [...line.split(' '), '--lang', lang]);
  const rowsOf = (kind: keyof typeof filled) =>
    filled[kind].map((row, i) =>
      row.map((value, column) => {
        const cell = starters[kind][column]?.cell;
        return cell === 'status' || cell === 'stage' ? (words[lang][cell][i] ?? null) : value;
      }),
    );
  const make = async (kind: keyof typeof filled) => {
    const { code, written } = await run(`init ${kind}`);
    expect([code, written]).toEqual([0, [`${kind}.xlsx`]]);
    for (const [i, row] of rowsOf(kind).entries()) fill(`${kind}.xlsx`, 4 + i, row);
  };

  test.each(starterKinds)('%s: each heading is its field, and only the table is read', async (kind) => {
    await make(kind);
    const { out } = await run(`inspect ${kind}.xlsx --json`);
    const [table, ...others] = inspection.parse(JSON.parse(out)).sheets;
    expect(table?.dataset).toBe(kind);
    expect(table?.columns.map(({ field }) => field)).toEqual(starters[kind].map(({ field }) => field));
    expect(others.filter(({ dataset }) => dataset !== null)).toEqual([]);
  });

  test('filled in, all four are evaluated together', async () => {
    for (const kind of starterKinds) await make(kind);
    const files = 'orders.xlsx customers.xlsx deals.xlsx people.xlsx';
    const { code, out, both } = await run(`evaluate ${files} --period 2027 --by team --no-report --json`);
    expect(code, both).toBe(0);
    const kpis = new Map(figures.parse(JSON.parse(out)).kpis.map(({ id, actual }) => [id, actual]));
    expect([kpis.get('revenue'), kpis.get('gross-margin'), kpis.get('win-rate')]).toEqual([100, 0.4, 0.5]);
    expect(out).toContain('"team": "Blue"');
  });

  test('filled in, it is not replaced unasked', async () => {
    await make('orders');
    expect((await run('init orders')).code).toBe(2);
    expect((await run('init orders -F')).code).toBe(0);
  });
});

test('demo is the company of the first run, and can be evaluated', async () => {
  const { code, written, err } = await runSession(folder, ['init', 'demo']);
  expect([code, written]).toEqual([0, ['demo']]);
  expect(err).toBe('Next: salesmetrics evaluate demo/q1.xlsx\n');
  const example = readFileSync(join(import.meta.dirname, '../examples/first-run/q1.xlsx'));
  expect(readFileSync(join(folder, 'demo/q1.xlsx')).equals(example)).toBe(true);
  const { code: again } = await runSession(folder, ['init', 'demo']);
  expect(again).toBe(0);
});
