/** Every code whose fix is an edit of a cell: a file that has it, and the edit of its remedy after which it is gone. */
import { expect, test } from 'vitest';
import { evaluateDataSet } from '../../../../src/compute/evaluate.ts';
import { reviewTargets } from '../../../../src/compute/targets/review.ts';
import { cellName } from '../../../../src/model/place.ts';
import type { Problem } from '../../../../src/model/problem.ts';
import { problemCodes } from '../../../../src/problems/catalogue.ts';
import { dataSetOf } from '../../../support/data-set.ts';
import { at } from '../../../support/grid.ts';

type Lines = readonly string[];
type Files = Readonly<Record<string, Lines>>;

interface Case {
  readonly files: Files;
  /** `plan.csv!B7` → text; made of the problem itself where its remedy names cell and value. */
  readonly fix: (problem: Problem) => Readonly<Record<string, string>>;
  /** Of codes that only an evaluation finds. */
  readonly period?: string;
}

const here = ({ place }: Problem) => `${place.file}!${cellName(place) ?? ''}`;
const param = ({ params }: Problem, name: string) => String(params[name]);
/** The remedy says: write what is near. */
const near: Case['fix'] = (one) => ({ [here(one)]: param(one, 'near').split(',')[0] ?? '' });
const wanted: Case['fix'] = (one) => ({ [here(one)]: param(one, 'wanted') });
const set =
  (text: string): Case['fix'] =>
  (one) => ({ [here(one)]: text });

const rows = (head: string, ...lines: Lines): Files => ({ 'plan.csv': [head, ...lines] });
const flat = (...lines: Lines) =>
  rows('Period,Rep,KPI,Target,Unit,Owner', ...lines.map((line) => `${line},USD,Ann Lee`));
const months = ['2024-01', '2024-02', '2024-03'];
const each = (name: string, value: (month: string, i: number) => string) =>
  months.map((month, i) => `${month},${name},Revenue,${value(month, i)}`);
const wide = (...lines: Lines): Files => ({
  'plan.csv': ['2024 sales targets (USD),,,,,', 'Region,Rep,Jan,Feb,Mar,Q1', ...lines],
});
const people = ['Rep,Team,From,To', 'Ann Lee,East,,', 'Bob Ray,East,,2024-01-31', 'Cid Fox,West,,'];
const stayers = ['Rep,Team', 'Ann Lee,East', 'Bob Ray,East', 'Cid Fox,West'];
const three = [...each('Ann Lee', () => '100'), ...each('Bob Ray', () => '200'), ...each('Cid Fox', () => '300')];
const tree = (...lines: Lines) => rows('Period,Level,Name,Parent,Target', ...lines);
const orders = [
  'Order no.,Order date,Rep,Amount',
  ...months.flatMap((month) => [`SO-1${month},${month}-28,Ann Lee,90`]),
];

const cases: Readonly<Record<string, Case>> = {
  'targets/duplicate': { files: flat(...three, '2024-03,Ann Lee,Revenue,150'), fix: set('Dan Poe') },
  'targets/quarter-sum': {
    files: wide('East,Ann Lee,10,20,30,61'),
    fix: (one) => ({ [here(one)]: param(one, 'sum') }),
  },
  'targets/printed-total': {
    files: {
      'plan.csv': [
        '2024 sales targets (USD),,,',
        'Region,Rep,Jan,Feb',
        'East,Ann Lee,10,20',
        ',Bob Ray,1,2',
        ',Subtotal,11,23',
      ],
    },
    fix: wanted,
  },
  'targets/parent-sum': {
    files: tree('2024-01,Company,Acme,,650', '2024-01,Team,East,Acme,300', '2024-01,Team,West,Acme,300'),
    fix: (one) => ({ [here(one)]: param(one, 'sum') }),
  },
  'targets/half-sum': {
    files: rows('Period,Rep,Target', '2024-Q1,Ann Lee,100', '2024-Q2,Ann Lee,100', '2024-H1,Ann Lee,210'),
    fix: (one) => ({ [here(one)]: param(one, 'sum') }),
  },
  'targets/year-sum': {
    files: rows('Period,Rep,Target', ...[1, 2, 3, 4].map((q) => `2024-Q${q},Ann Lee,100`), '2024,Ann Lee,410'),
    fix: (one) => ({ [here(one)]: param(one, 'sum') }),
  },
  'targets/cut-sum': {
    files: {
      'plan.csv': ['Period,Rep,Target', '2024-01,Ann Lee,100', '2024-01,Bob Ray,200'],
      'products.csv': ['Period,Product,Target', '2024-01,Tea,100', '2024-01,Coffee,210'],
    },
    fix: () => ({ 'products.csv!C3': '200' }),
  },
  'targets/unknown-kpi': { files: rows('Period,Rep,KPI,Target', '2024-01,Ann Lee,Revnue,100'), fix: near },
  'targets/unknown-period': {
    files: rows('Period,Rep,Target', '2024-01,Ann Lee,100', '2024-13,Ann Lee,100'),
    fix: set('2024-02'),
  },
  'targets/unknown-parent': {
    files: tree(
      '2024-01,Team,Harbour,,300',
      '2024-01,Rep,Ann Lee,Harbour,100',
      '2024-01,Rep,Cid Fox,Harbour,100',
      '2024-01,Rep,Bob Ray,Hrabour,100',
    ),
    fix: near,
  },
  'targets/unknown-level': {
    files: tree(
      '2024-01,Team,Harbour,,200',
      ...[1, 2, 3].map((n) => `2024-01,Rep,Ann Lee ${n},Harbour,50`),
      '2024-01,Rpe,Bob Ray,Harbour,50',
    ),
    fix: near,
  },
  'targets/misspelled-name': {
    files: flat(...three.map((line) => line.replace('2024-02,Bob Ray', '2024-02,Bbo Ray'))),
    fix: near,
  },
  'targets/hierarchy': {
    files: tree(
      '2024-01,Company,Acme,,600',
      '2024-01,Team,East,Acme,300',
      '2024-01,Team,West,Acme,300',
      '2024-02,Company,Zenith,,600',
    ),
    fix: (one) => ({ [here(one)]: param(one, 'other') }),
  },
  'targets/unit-slip': {
    files: flat(...three.map((line) => line.replace(/00$/, '00000')).slice(1), '2024-01,Ann Lee,Revenue,10'),
    fix: (one) => ({ [here(one)]: param(one, 'usual') }),
  },
  'targets/negative': { files: rows('Period,Rep,Target', '2024-01,Ann Lee,-100'), fix: set('100') },
  'targets/gap': {
    files: flat(...three.slice(1), '2024-01,Ann Lee,Revenue,'),
    fix: set('100'),
  },
  'targets/inactive-owner': {
    files: { ...flat(...three), 'people.csv': people },
    fix: () => ({ 'people.csv!D3': '' }),
  },
  'targets/weights': {
    files: rows(
      'Period,Rep,KPI,Weight,Target',
      '2024-01,Ann Lee,Revenue,60%,100',
      '2024-01,Ann Lee,New customers,30%,5',
    ),
    fix: () => ({ 'plan.csv!D3': '40%' }),
  },
  'targets/overlap': {
    files: rows('Start,End,Rep,Target', '2024-01-01,2024-02-15,Ann Lee,100', '2024-02-01,2024-03-31,Ann Lee,100'),
    fix: () => ({ 'plan.csv!A3': '2024-02-16' }),
  },
  'targets/calendar': {
    files: flat(...three.map((line) => line.replace('2024-02,Bob Ray', '2042-02,Bob Ray'))),
    fix: (one) => ({ [here(one)]: param(one, 'expected') }),
  },
  'targets/floor-target-stretch': {
    files: rows('Period,Rep,Floor,Target,Stretch', '2024-01,Ann Lee,120,100,130'),
    fix: () => ({ 'plan.csv!C2': '80' }),
  },
  'targets/repeated-key': {
    files: rows('Period,Category,Target', '2024-01,Tea,100', '2024-01,Tea,200'),
    fix: () => ({ 'plan.csv!B3': 'Coffee' }),
  },
  'targets/several-versions': {
    files: rows('Version,Effective from,Period,Rep,Target', '1,,2024-01,Ann Lee,100', '2,,2024-01,Ann Lee,200'),
    fix: () => ({ 'plan.csv!B2': '2023-12-01', 'plan.csv!B3': '2024-01-01' }),
  },
  'targets/version-total': {
    files: rows(
      'Version,Effective from,Period,Rep,Target',
      '1,2023-12-01,2024-01,Ann Lee,100',
      '2,2024-01-01,2024-01,Ann Lee,200',
    ),
    fix: (one) => ({ 'plan.csv!E3': param(one, 'other') }),
  },
  'targets/late-version': {
    files: rows(
      'Version,Effective from,Period,Rep,Target',
      '1,2023-12-01,2024-01,Ann Lee,100',
      '1,2023-12-01,2024-02,Ann Lee,100',
      '2,2024-02-01,2024-01,Ann Lee,90',
      '2,2024-02-01,2024-02,Ann Lee,110',
    ),
    fix: () => ({ 'plan.csv!B4': '2024-01-01', 'plan.csv!B5': '2024-01-01' }),
  },
  'row/unknown-person': {
    files: { ...flat(...three.map((line) => line.replace('02,Ann Lee', '02,Ann Leee'))), 'people.csv': stayers },
    fix: near,
  },
  'cell/not-a-number': {
    files: rows('Period,Rep,Target', '2024-01,Ann Lee,6O0'),
    fix: (one) => ({ [here(one)]: param(one, 'hint') }),
  },
  'cell/error-value': { files: rows('Period,Rep,Target', '2024-01,Ann Lee,#REF!'), fix: set('100') },
  'cell/required': { files: rows('Period,Rep,Target', '2024-01,Ann Lee,100', ',Bob Ray,100'), fix: set('2024-01') },
  'cell/no-such-date': { files: { 'orders.csv': [...orders, 'SO-9,2024-02-30,Ann Lee,90'] }, fix: set('2024-02-29') },
  'cell/not-a-date': { files: { 'orders.csv': [...orders, 'SO-9,soon,Ann Lee,90'] }, fix: set('2024-02-29') },
  'targets/scale': {
    files: { ...rows('Period,Rep,Target', ...months.map((month) => `${month},Ann Lee,10000`)), 'orders.csv': orders },
    fix: () => ({ 'plan.csv!C2': '100', 'plan.csv!C3': '100', 'plan.csv!C4': '100' }),
    period: '2024-Q1',
  },
  'targets/tax-basis': {
    files: taxed('目标（不含税）'),
    fix: () => ({ 'plan.csv!C1': '目标（含税）' }),
    period: '2024-Q1',
  },
  'targets/tax-basis-unknown': {
    files: taxed('Target'),
    fix: () => ({ 'plan.csv!C1': '目标（含税）' }),
    period: '2024-Q1',
  },
  'targets/incomplete': {
    files: { ...rows('Period,Rep,Target', '2024-01,Ann Lee,90', '2024-02,Ann Lee,90'), 'orders.csv': orders },
    fix: () => ({ 'plan.csv!A2': '2024-Q1', 'plan.csv!A3': '2024-Q2' }),
    period: '2024-Q1',
  },
  'targets/year-only': {
    files: { ...rows('Period,Rep,Target', '2024,Ann Lee,360'), 'orders.csv': orders },
    fix: () => ({ 'plan.csv!A2': '2024-Q1' }),
    period: '2024-Q1',
  },
  'targets/outside-period': {
    files: { ...rows('Period,Rep,Target', '2024-01,Ann Lee,90', '2024-12,Ann Lee,90'), 'orders.csv': orders },
    fix: () => ({ 'plan.csv!A3': '2024-02' }),
    period: 'all',
  },
};

/** Remarks whose way out is no edit of one cell, shown elsewhere: review.test.ts and typed-total.test.ts. */
const shownElsewhere: ReadonlySet<string> = new Set([
  'targets/typed-total',
  'targets/hidden-rows',
  'targets/implausible',
  'targets/not-smart',
  'targets/non-additive-sum',
  // No KPI that a target file can name is without a computation at present.
  'targets/not-computed',
]);

function taxed(heading: string): Files {
  const sales = orders.map((line, i) => (i === 0 ? line.replace('Amount', '含税金额') : line));
  return { ...rows(`Period,Rep,${heading}`, ...months.map((month) => `${month},Ann Lee,90`)), 'orders.csv': sales };
}

async function problemsOf(files: Files, period: string | undefined): Promise<readonly Problem[]> {
  const data = await dataSetOf(files);
  if (period !== undefined) return evaluateDataSet(data, { period }).problems;
  return [...data.problems, ...reviewTargets(data)];
}

function edited(files: Files, edits: Readonly<Record<string, string>>): Files {
  const grids = new Map(Object.entries(files).map(([file, lines]) => [file, lines.map((line) => line.split(','))]));
  for (const [where, text] of Object.entries(edits)) {
    const [file = '', cell = ''] = where.split('!');
    const { row, column } = at(cell);
    const cells = grids.get(file)?.[row];
    if (cells === undefined) throw new Error(`no cell ${where}`);
    cells[column] = text;
  }
  return Object.fromEntries([...grids].map(([file, lines]) => [file, lines.map((cells) => cells.join(','))]));
}

test.each(Object.entries(cases))('%s: the fix is a fix', async (code, { files, fix, period }) => {
  const before = await problemsOf(files, period);
  const one = before.find((found) => found.code === code);
  const others = before.filter((found) => found.code !== code && found.severity === 'error');
  expect([code, one?.code, others]).toEqual([code, code, []]);
  if (one === undefined) return;
  const after = await problemsOf(edited(files, fix(one)), period);
  expect(after.filter((found) => found.code === code || found.severity === 'error')).toEqual([]);
});

test('every code of targets has a case', () => {
  const codes = problemCodes.filter((code) => code.startsWith('targets/'));
  expect(codes.filter((code) => !Object.hasOwn(cases, code) && !shownElsewhere.has(code))).toEqual([]);
});
