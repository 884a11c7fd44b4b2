/** Fixes of what can be wrong with targets. */
import { type Files, type Fix, named, near, param, set } from '../fix.ts';

const rows = (head: string, ...lines: readonly string[]): Files => ({ 'plan.csv': [head, ...lines] });
const flat = (...lines: readonly string[]) =>
  rows('Period,Rep,KPI,Target,Unit,Owner', ...lines.map((line) => `${line},USD,Ann Lee`));
const months = ['2024-01', '2024-02', '2024-03'];
const each = (name: string, value: (month: string, i: number) => string) =>
  months.map((month, i) => `${month},${name},Revenue,${value(month, i)}`);
const wide = (...lines: readonly string[]): Files => ({
  'plan.csv': ['2024 sales targets (USD),,,,,', 'Region,Rep,Jan,Feb,Mar,Q1', ...lines],
});
const people = ['Rep,Team,From,To', 'Ann Lee,East,,', 'Bob Ray,East,,2024-01-31', 'Cid Fox,West,,'];
const stayers = ['Rep,Team', 'Ann Lee,East', 'Bob Ray,East', 'Cid Fox,West'];
const three = [...each('Ann Lee', () => '100'), ...each('Bob Ray', () => '200'), ...each('Cid Fox', () => '300')];
const tree = (...lines: readonly string[]) => rows('Period,Level,Name,Parent,Target', ...lines);
const orders = [
  'Order no.,Order date,Rep,Amount',
  ...months.flatMap((month) => [`SO-1${month},${month}-28,Ann Lee,90`]),
];

export const targetFixes: Readonly<Record<string, Fix>> = {
  'targets/duplicate': { files: flat(...three, '2024-03,Ann Lee,Revenue,150'), edit: set('Dan Poe') },
  'targets/quarter-sum': {
    files: wide('East,Ann Lee,10,20,30,61'),
    edit: named('sum'),
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
    edit: named('wanted'),
  },
  'targets/parent-sum': {
    files: tree('2024-01,Company,Acme,,650', '2024-01,Team,East,Acme,300', '2024-01,Team,West,Acme,300'),
    edit: named('sum'),
  },
  'targets/half-sum': {
    files: rows('Period,Rep,Target', '2024-Q1,Ann Lee,100', '2024-Q2,Ann Lee,100', '2024-H1,Ann Lee,210'),
    edit: named('sum'),
  },
  'targets/year-sum': {
    files: rows('Period,Rep,Target', ...[1, 2, 3, 4].map((q) => `2024-Q${q},Ann Lee,100`), '2024,Ann Lee,410'),
    edit: named('sum'),
  },
  'targets/cut-sum': {
    files: {
      'plan.csv': ['Period,Rep,Target', '2024-01,Ann Lee,100', '2024-01,Bob Ray,200'],
      'products.csv': ['Period,Product,Target', '2024-01,Tea,100', '2024-01,Coffee,210'],
    },
    edit: () => ({ 'products.csv!C3': '200' }),
  },
  'targets/unknown-kpi': { files: rows('Period,Rep,KPI,Target', '2024-01,Ann Lee,Revnue,100'), edit: near },
  'targets/unknown-period': {
    files: rows('Period,Rep,Target', '2024-01,Ann Lee,100', '2024-13,Ann Lee,100'),
    edit: set('2024-02'),
  },
  'targets/unknown-parent': {
    files: tree(
      '2024-01,Team,Harbour,,300',
      '2024-01,Rep,Ann Lee,Harbour,100',
      '2024-01,Rep,Cid Fox,Harbour,100',
      '2024-01,Rep,Bob Ray,Hrabour,100',
    ),
    edit: near,
  },
  'targets/unknown-level': {
    files: tree(
      '2024-01,Team,Harbour,,200',
      ...[1, 2, 3].map((n) => `2024-01,Rep,Ann Lee ${n},Harbour,50`),
      '2024-01,Rpe,Bob Ray,Harbour,50',
    ),
    edit: near,
  },
  'targets/misspelled-name': {
    files: flat(...three.map((line) => line.replace('2024-02,Bob Ray', '2024-02,Bbo Ray'))),
    edit: near,
  },
  'targets/hierarchy': {
    files: tree(
      '2024-01,Company,Acme,,600',
      '2024-01,Team,East,Acme,300',
      '2024-01,Team,West,Acme,300',
      '2024-02,Company,Zenith,,600',
    ),
    edit: named('other'),
  },
  'targets/unit-slip': {
    files: flat(...three.map((line) => line.replace(/00$/, '00000')).slice(1), '2024-01,Ann Lee,Revenue,10'),
    edit: named('usual'),
  },
  'targets/negative': { files: rows('Period,Rep,Target', '2024-01,Ann Lee,-100'), edit: set('100') },
  'targets/gap': {
    files: flat(...three.slice(1), '2024-01,Ann Lee,Revenue,'),
    edit: set('100'),
  },
  'targets/inactive-owner': {
    files: { ...flat(...three), 'people.csv': people },
    edit: () => ({ 'people.csv!D3': '' }),
  },
  'targets/weights': {
    files: rows(
      'Period,Rep,KPI,Weight,Target',
      '2024-01,Ann Lee,Revenue,60%,100',
      '2024-01,Ann Lee,New customers,30%,5',
    ),
    edit: () => ({ 'plan.csv!D3': '40%' }),
  },
  'targets/overlap': {
    files: rows('Start,End,Rep,Target', '2024-01-01,2024-02-15,Ann Lee,100', '2024-02-01,2024-03-31,Ann Lee,100'),
    edit: () => ({ 'plan.csv!A3': '2024-02-16' }),
  },
  'targets/calendar': {
    files: flat(...three.map((line) => line.replace('2024-02,Bob Ray', '2042-02,Bob Ray'))),
    edit: named('expected'),
  },
  'targets/floor-target-stretch': {
    files: rows('Period,Rep,Floor,Target,Stretch', '2024-01,Ann Lee,120,100,130'),
    edit: () => ({ 'plan.csv!C2': '80' }),
  },
  'targets/repeated-key': {
    files: rows('Period,Category,Target', '2024-01,Tea,100', '2024-01,Tea,200'),
    edit: () => ({ 'plan.csv!B3': 'Coffee' }),
  },
  'targets/several-versions': {
    files: rows('Version,Effective from,Period,Rep,Target', '1,,2024-01,Ann Lee,100', '2,,2024-01,Ann Lee,200'),
    edit: () => ({ 'plan.csv!B2': '2023-12-01', 'plan.csv!B3': '2024-01-01' }),
  },
  'targets/version-total': {
    files: rows(
      'Version,Effective from,Period,Rep,Target',
      '1,2023-12-01,2024-01,Ann Lee,100',
      '2,2024-01-01,2024-01,Ann Lee,200',
    ),
    edit: (one) => ({ 'plan.csv!E3': param(one, 'other') }),
  },
  'targets/late-version': {
    files: rows(
      'Version,Effective from,Period,Rep,Target',
      '1,2023-12-01,2024-01,Ann Lee,100',
      '1,2023-12-01,2024-02,Ann Lee,100',
      '2,2024-02-01,2024-01,Ann Lee,90',
      '2,2024-02-01,2024-02,Ann Lee,110',
    ),
    edit: () => ({ 'plan.csv!B4': '2024-01-01', 'plan.csv!B5': '2024-01-01' }),
  },
  'row/unknown-person': {
    files: { ...flat(...three.map((line) => line.replace('02,Ann Lee', '02,Ann Leee'))), 'people.csv': stayers },
    edit: near,
  },
  'cell/not-a-number': {
    files: rows('Period,Rep,Target', '2024-01,Ann Lee,6O0'),
    edit: named('hint'),
  },
  'cell/error-value': { files: rows('Period,Rep,Target', '2024-01,Ann Lee,#REF!'), edit: set('100') },
  'cell/required': { files: rows('Period,Rep,Target', '2024-01,Ann Lee,100', ',Bob Ray,100'), edit: set('2024-01') },
  'cell/no-such-date': { files: { 'orders.csv': [...orders, 'SO-9,2024-02-30,Ann Lee,90'] }, edit: set('2024-02-29') },
  'cell/not-a-date': { files: { 'orders.csv': [...orders, 'SO-9,soon,Ann Lee,90'] }, edit: set('2024-02-29') },
  'targets/scale': {
    files: { ...rows('Period,Rep,Target', ...months.map((month) => `${month},Ann Lee,10000`)), 'orders.csv': orders },
    edit: () => ({ 'plan.csv!C2': '100', 'plan.csv!C3': '100', 'plan.csv!C4': '100' }),
    command: 'evaluate --no-report --period 2024-Q1',
  },
  'targets/tax-basis': {
    files: taxed('目标（不含税）'),
    edit: () => ({ 'plan.csv!C1': '目标（含税）' }),
    command: 'evaluate --no-report --period 2024-Q1',
  },
  'targets/tax-basis-unknown': {
    files: taxed('Target'),
    edit: () => ({ 'plan.csv!C1': '目标（含税）' }),
    command: 'evaluate --no-report --period 2024-Q1',
  },
  'targets/incomplete': {
    files: { ...rows('Period,Rep,Target', '2024-01,Ann Lee,90', '2024-02,Ann Lee,90'), 'orders.csv': orders },
    edit: () => ({ 'plan.csv!A2': '2024-Q1', 'plan.csv!A3': '2024-Q2' }),
    command: 'evaluate --no-report --period 2024-Q1',
  },
  'targets/year-only': {
    files: { ...rows('Period,Rep,Target', '2024,Ann Lee,360'), 'orders.csv': orders },
    edit: () => ({ 'plan.csv!A2': '2024-Q1' }),
    command: 'evaluate --no-report --period 2024-Q1',
  },
  'targets/outside-period': {
    files: { ...rows('Period,Rep,Target', '2024-01,Ann Lee,90', '2024-12,Ann Lee,90'), 'orders.csv': orders },
    edit: () => ({ 'plan.csv!A3': '2024-02' }),
    command: 'evaluate --no-report --period all',
  },
};

function taxed(heading: string): Files {
  const sales = orders.map((line, i) => (i === 0 ? line.replace('Amount', '含税金额') : line));
  return { ...rows(`Period,Rep,${heading}`, ...months.map((month) => `${month},Ann Lee,90`)), 'orders.csv': sales };
}
