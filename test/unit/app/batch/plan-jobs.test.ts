import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planJobs } from '../../../../src/app/batch/plan-jobs.ts';

let folder = '';
const here = process.cwd();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-plan-'));
  process.chdir(folder);
  mkdirSync('in/south', { recursive: true });
  for (const name of ['b.csv', 'a.csv', 'ä.csv', 'south/a.csv', '~$a.csv', '.hidden.csv', 'x[1].csv', 'notes.md'])
    writeFileSync(join('in', name), 'x');
  writeFileSync('in/earlier.json', '{ "schema": "salesmetrics.batch/1" }');
});
afterEach(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

const planned = async (inputs: readonly string[], named: readonly string[] = []) =>
  (await planJobs(inputs, 'out', named)).jobs.map(({ files, report }) => [files.join(' '), report]);

test('a glob: by code point, without open, hidden and own files', async () => {
  expect(await planned(['in/*.{csv,json}'])).toEqual([
    ['in/a.csv', 'out/a.xlsx'],
    ['in/b.csv', 'out/b.xlsx'],
    ['in/x[1].csv', 'out/x[1].xlsx'],
    ['in/ä.csv', 'out/ä.xlsx'],
  ]);
  expect((await planJobs(['in/*'], 'out', [])).ownFiles).toEqual(['in/earlier.json']);
});

test('a folder stands for what can be read in it; a file there under its very name is no glob', async () => {
  expect((await planned(['in'])).map(([file]) => file)).toEqual(['in/a.csv', 'in/b.csv', 'in/x[1].csv', 'in/ä.csv']);
  expect(await planned(['in/x[1].csv'])).toEqual([['in/x[1].csv', 'out/x[1].xlsx']]);
});

test('files of one name in several folders have names of their own', async () => {
  expect(await planned(['in/**/a.csv'])).toEqual([
    ['in/a.csv', 'out/a.xlsx'],
    ['in/south/a.csv', 'out/south-a.xlsx'],
  ]);
});

test('a file that stands beside every job is none itself; a missing one is left to its reader', async () => {
  expect(await planned(['in/[ab].csv'], ['./in/b.csv#Sheet1'])).toEqual([['in/a.csv', 'out/a.xlsx']]);
  expect(await planned(['nope.csv'])).toEqual([['nope.csv', 'out/nope.xlsx']]);
});

test('a manifest sees its paths from its own folder', async () => {
  const jobs = [
    '  - { files: "[ab].csv", targets: plan.xlsx, as: orders=b.csv#May }',
    '  - { name: South, files: south/a.csv }',
  ];
  writeFileSync('in/month.yaml', ['version: 1', 'jobs:', ...jobs].join('\n'));
  const { jobs: found } = await planJobs(['in/month.yaml'], 'out', []);
  expect(found).toEqual([
    {
      name: 'a.csv',
      files: ['in/a.csv', 'in/b.csv'],
      report: 'out/a.xlsx',
      flags: { targets: ['in/plan.xlsx'], as: ['orders=in/b.csv#May'] },
    },
    { name: 'South', files: ['in/south/a.csv'], report: 'out/South.xlsx', flags: {} },
  ]);
  await expect(planJobs(['in/month.yaml', 'in/a.csv'], 'out', [])).rejects.toMatchObject({
    code: 'batch/manifest-among',
  });
});

test.each([[['in/*.xlsx']], [['in/*.json']]])('%s: nothing to do is wrong use', async (inputs) => {
  await expect(planJobs(inputs, 'out', [])).rejects.toMatchObject({ code: 'batch/no-files' });
});
