/** One file per person: nobody's numbers, names, customers or problems in another's, found byte by byte. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { escapeXml } from '../../../../src/lib/xml-text.ts';
import { dumpWorkbook } from '../../../support/dump-workbook.ts';
import { runSession } from '../../../support/run-session.ts';
import { unpack } from '../../../support/unpack.ts';

interface Person {
  readonly rep: string;
  readonly id: string;
  readonly team: string;
  /** A word that stands in all that is theirs: customers, deals, orders. */
  readonly mark: string;
  /** Begins every amount of theirs. */
  readonly digits: string;
}

const people: readonly Person[] = [
  { rep: 'Abelard Quint', id: 'E901', team: 'Harbour', mark: 'Quintile', digits: '61' },
  { rep: '欧阳明日', id: 'E902', team: 'Harbour', mark: '明日之星', digits: '73' },
  { rep: "D'Arcy <Zoë> & Co", id: 'E903', team: 'Valley', mark: 'Zoemark', digits: '87' },
  { rep: 'Namesake', id: 'E904', team: 'Valley', mark: 'Firstling', digits: '53' },
  { rep: 'Namesake', id: 'E905', team: 'Mountain', mark: 'Secondling', digits: '97' },
];

const months = ['2023-01', '2023-02', '2023-03', '2023-12', '2024-01', '2024-02', '2024-03'];
const amount = ({ digits }: Person, at: number) => `${digits}${String(at).padStart(3, '0')}.${digits}`;

/** Numbers of all rows of a person. */
const places = [...months.keys(), 444, 500, 501, 502, 503, 504, 700, 701, 702];

/** Words that stand in what is `other`'s and not in what is `person`'s, as typed and as XML spells them. */
function wordsOf(other: Person, person: Person): string[] {
  const { id, mark, rep, team } = other;
  const names = [rep, rep.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'), escapeXml(rep)];
  return [...[id, mark], ...(rep === person.rep ? [] : names), ...(team === person.team ? [] : [team])];
}

const csv = (rows: readonly (readonly string[])[]) =>
  rows
    .map((row) => `${row.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`)
    .join('');

function orders(): string[][] {
  const rows = people.flatMap((person, index) =>
    months.map((month, at) => [
      `${person.mark}-${at}`,
      `${month}-${10 + index + at}`,
      person.rep,
      person.id,
      person.team,
      `C-${person.mark}-${at % 3}`,
      `${person.mark} Ltd ${at % 3}`,
      at === 2 ? `Parked ${person.mark}` : 'Shipped',
      amount(person, at),
    ]),
  );
  const bad = people.map((person) => [
    `${person.mark}-bad`,
    '2024-03-20',
    person.rep,
    person.id,
    person.team,
    `C-${person.mark}-9`,
    `${person.mark} bad`,
    'Shipped',
    `${amount(person, 444)}x`,
  ]);
  const nobody = ['Orphan-1', '2024-03-05', '', '', '', 'C-orphan', 'Orphan Ltd', 'Shipped', '31337.25'];
  const last = ['Orphan-2', '2024-03-31', '', '', '', 'C-orphan', 'Orphan Ltd', 'Shipped', '1'];
  const head = [
    'Order ID',
    'Order Date',
    'Rep',
    'Employee ID',
    'Team',
    'Customer ID',
    'Customer Name',
    'Status',
    'Amount',
  ];
  return [head, ...rows, ...bad, nobody, last];
}

function deals(): string[][] {
  const head = [
    'Deal ID',
    'Deal Name',
    'Rep',
    'Team',
    'Customer Name',
    'Stage',
    'Amount',
    'Created Date',
    'Close Date',
  ];
  const stages = ['Won', 'Won', 'Lost', 'Negotiation', 'Proposal'];
  const rows = people.flatMap((person) =>
    stages.map((stage, at) => [
      `D-${person.mark}-${at}`,
      `${person.mark} project ${at}`,
      person.rep,
      person.team,
      `${person.mark} Ltd ${at % 3}`,
      stage,
      amount(person, 500 + at),
      '2024-01-02',
      at < 3 ? `2024-02-1${at}` : '',
    ]),
  );
  return [head, ...rows];
}

function targets(): string[][] {
  const rows = people.flatMap((person) =>
    ['2024-01', '2024-02', '2024-03'].map((month, at) => [
      person.rep,
      person.id,
      month,
      amount(person, 700 + at),
      `Owner ${person.mark}`,
    ]),
  );
  return [['Rep', 'Employee ID', 'Month', 'Target', 'Owner'], ...rows];
}

const staff = () => [
  ['Rep', 'Employee ID', 'Team', 'Manager'],
  ...people.map(({ rep, id, team, mark }) => [rep, id, team, `Boss of ${mark}`]),
];

let folder = '';
let files: readonly string[] = [];
let said = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'split-'));
  const tables = { 'orders.csv': orders(), 'deals.csv': deals(), 'targets.csv': targets(), 'staff.csv': staff() };
  for (const [name, rows] of Object.entries(tables)) writeFileSync(join(folder, name), csv(rows));
  const args = ['evaluate', ...Object.keys(tables), '--period', '2024-Q1', '--split', '--out-dir', 'out/one'];
  const { code, err } = await runSession(folder, args);
  said = err;
  expect(code, err).toBe(1);
  files = readdirSync(join(folder, 'out/one')).sort();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const partsOf = (file: string) => unpack(readFileSync(join(folder, 'out/one', file)));
const fileOf = ({ rep, id }: Person) => {
  const name = rep === 'Namesake' ? `Namesake (${id})` : rep.replaceAll(/[<>]/g, '-');
  return `${name} 2024-Q1.xlsx`;
};

test('everybody has a file under a safe name, namesakes by their ids', () => {
  expect(files).toEqual(people.map(fileOf).sort());
});

describe.each(people)('$rep ($id)', (person) => {
  test('finds the own numbers in the own file', async () => {
    const dump = await dumpWorkbook(readFileSync(join(folder, 'out/one', fileOf(person))));
    expect(dump).toContain(person.mark);
    for (const at of [500, 501, 502, 503]) expect(dump).toContain(amount(person, at));
    for (const at of [700, 701, 702]) expect(dump).toContain(amount(person, at));
    // The own row that was left out is told.
    expect(dump).toContain(`${amount(person, 444)}x`);
  });

  test('finds nothing of anybody else in any part of it', () => {
    const others = people.filter((other) => other !== person);
    const words = [...others.flatMap((other) => wordsOf(other, person)), 'Orphan', '31337'];
    const amounts = others.flatMap((other) => places.map((at) => amount(other, at)));
    for (const [name, xml] of partsOf(fileOf(person))) {
      const numbers = new Set(xml.match(/\d[\d.]*/g));
      expect(
        words.filter((word) => xml.includes(word)),
        name,
      ).toEqual([]);
      expect(
        amounts.filter((value) => numbers.has(value)),
        name,
      ).toEqual([]);
    }
  });

  test('finds no total of all, nor what part of it others have', () => {
    const all = people.flatMap((one) => [4, 5, 6].map((at) => Number(amount(one, at))));
    const total = (all.reduce((sum, value) => sum + value, 0) + 31_338.25).toFixed(2);
    const xml = [...partsOf(fileOf(person)).values()].join('\n');
    expect(xml).not.toContain(total);
    expect(xml).not.toContain(total.split('.')[0]);
  });
});

test('rows that are nobody’s are said, and in no file', () => {
  expect(said).toContain("2 rows of the period (31,338) are in nobody's file");
});

const inputs = ['orders.csv', 'deals.csv', 'targets.csv', 'staff.csv', '--period', '2024-Q1'];

test('a second run writes the same bytes over its own files', async () => {
  const bytes = () => files.map((file) => readFileSync(join(folder, 'out/one', file)));
  const before = bytes();
  const { code } = await runSession(folder, ['evaluate', ...inputs, '--split', '--out-dir', 'out/one']);
  expect(code).toBe(1);
  bytes().forEach((after, at) => {
    expect(after.equals(before[at] ?? Buffer.of())).toBe(true);
  });
}, 30_000);

test('the document lists every file, the one of all first', async () => {
  const { out } = await runSession(folder, ['evaluate', ...inputs, '--split', '--out-dir', 'new', '-n', '--json']);
  const { outputs } = JSON.parse(out) as { outputs: { kind: string; path: string }[] };
  const [first, ...others] = outputs;
  expect(first).toEqual({ kind: 'xlsx', path: 'orders.evaluation.xlsx' });
  expect(others.map(({ path }) => path).sort()).toEqual(files.map((file) => join('new', file)).sort());
  expect(readdirSync(folder)).not.toContain('new');
});

test('nothing is written where --strict holds the report back', async () => {
  const { code, err } = await runSession(folder, ['evaluate', ...inputs, '--split', '--out-dir', 'new', '--strict']);
  expect({ code, said: err.includes('Nothing written') }).toEqual({ code: 1, said: true });
  expect(readdirSync(folder)).not.toContain('new');
});

test('a file that is not ours is refused before anything is written; -F replaces it', async () => {
  mkdirSync(join(folder, 'theirs'));
  const last = fileOf(people[2] ?? people[0] ?? { rep: '', id: '', team: '', mark: '', digits: '' });
  writeFileSync(join(folder, 'theirs', last), 'notes');
  const args = [
    'evaluate',
    'orders.csv',
    'staff.csv',
    '--period',
    '2024-Q1',
    '--no-report',
    '--split',
    '--out-dir',
    'theirs',
  ];
  const refused = await runSession(folder, args);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('output/exists');
  expect(readdirSync(join(folder, 'theirs'))).toEqual([last]);
  const forced = await runSession(folder, [...args, '-F']);
  expect(forced.code, forced.err).toBe(1);
  expect(readdirSync(join(folder, 'theirs'))).toHaveLength(people.length);
}, 30_000);
