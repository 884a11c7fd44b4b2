/** What `report:` of a config makes of the files that are written: as the flags of the same meaning do, which go before it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dumpWorkbook } from '../../support/dump-workbook.ts';
import { runSession } from '../../support/run-session.ts';
import { writeSessionInputs } from '../../support/session-inputs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-report-'));
  writeSessionInputs(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function workbookWith(config: string): Promise<string> {
  writeFileSync(join(folder, 'salesmetrics.yaml'), config);
  const { code } = await runSession(folder, ['evaluate', 'q1.csv', 'targets.csv', '-o', 'r.xlsx', '-q']);
  expect(code).toBe(0);
  return await dumpWorkbook(readFileSync(join(folder, 'r.xlsx')));
}

/** Names of the table on the first sheet, in their order, with what stands before them. */
function listedOn(dump: string): string[] {
  const [, summary = ''] = dump.split('[Summary]');
  const names = ['Wang Fang', 'Li Qiang', 'Chen Jing', 'Zhao Min', 'Ouyang Mingri', 'Liu Wei'];
  const cells = new Map(
    summary
      .split('\n[')[0]
      ?.split('\n')
      .map((line) => line.split('  '))
      .map(([address = '', value = '']) => [address, value.replaceAll('"', '')]),
  );
  return [...cells].flatMap(([address, value]) =>
    address.startsWith('C') && names.includes(value)
      ? [`${cells.get(address.replace('C', 'B')) ?? ''} ${value}`.trim()]
      : [],
  );
}

test('people are ranked by attainment and have a sheet each, unless the config says no', async () => {
  const usual = await workbookWith('version: 1\n');
  expect(usual).toContain('[Liu Wei]');
  expect(listedOn(usual)).toEqual([
    '1 Wang Fang',
    '2 Li Qiang',
    '3 Chen Jing',
    '4 Zhao Min',
    '5 Ouyang Mingri',
    '6 Liu Wei',
  ]);
  const plain = await workbookWith('report: { perPerson: false, leaderboard: false }\n');
  expect(plain).not.toContain('[Liu Wei]');
  expect(plain).not.toContain('"Rank"');
  expect(listedOn(plain)).toEqual(['Wang Fang', 'Li Qiang', 'Zhao Min', 'Chen Jing', 'Ouyang Mingri', 'Liu Wei']);
});

test('weights of the config make the score of the workbook', async () => {
  const dump = await workbookWith('kpis: { revenue: { weight: 60 }, orders: { target: 20, weight: 40 } }\n');
  // 60 × 10,577,000 ÷ 11,500,000 + 40 × 18 ÷ 20 = 91.18 of 100
  expect(dump).toMatch(/ {2}91\.1\d+ {2}=SUM/);
});

test('the page stands beside the report that a flag or a batch names, and not without one', async () => {
  writeFileSync(join(folder, 'salesmetrics.yaml'), 'report: { html: true }\n');
  await runSession(folder, ['evaluate', 'q1.csv', '-q', '--no-report']);
  expect(readdirSync(folder).filter((name) => name.endsWith('.html'))).toEqual([]);
  await runSession(folder, ['evaluate', 'q1.csv', '-q', '-o', 'mine.xlsx']);
  await runSession(folder, ['evaluate', 'q1.csv', '-q', '--html', 'other.html']);
  expect(readdirSync(folder).filter((name) => name.endsWith('.html'))).toEqual(['mine.html', 'other.html']);
  const { code } = await runSession(folder, ['batch', 'q1.csv', '--out-dir', 'reports', '-q']);
  expect(code).toBe(0);
  expect(existsSync(join(folder, 'reports', 'q1.html'))).toBe(true);
});
