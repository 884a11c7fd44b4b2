/** The page about one person: own numbers only, one sheet of paper, nothing empty for what is not known. */
import { describe, expect, test } from 'vitest';
import { decimal, decimalFromText } from '../../../src/lib/decimal.ts';
import type { Cell, Document, Sheet } from '../../../src/model/document.ts';
import type { Evaluation } from '../../../src/model/evaluation.ts';
import type { PersonReport } from '../../../src/model/people.ts';
import { personDocument, workbookDocument } from '../../../src/report/workbook.ts';
import { writeWorkbook } from '../../../src/write/xlsx/workbook.ts';
import { dumpWorkbook } from '../../support/dump-workbook.ts';
import { exampleEvaluation, kpiResult } from '../../support/evaluation.ts';
import { examplePeople } from '../../support/people.ts';

function made(changes: Partial<Evaluation> = {}, lang: Evaluation['lang'] = 'en'): Document {
  const evaluation = exampleEvaluation(lang, { draft: false, ...changes });
  return workbookDocument({ ...evaluation, people: changes.people ?? examplePeople(evaluation) });
}

function sheetOf(document: Document, name: string): Sheet {
  const found = document.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name} among ${document.sheets.map((sheet) => sheet.name).join(', ')}`);
  return found;
}

const cellsOf = ({ rows }: Sheet): Cell[] => rows.flatMap((cells) => cells.flatMap((cell) => cell ?? []));
const wordsOf = (sheet: Sheet): string[] =>
  cellsOf(sheet).flatMap(({ value }) => (value.kind === 'text' || value.kind === 'status' ? [value.text] : []));

function withPerson(changes: Partial<PersonReport>, evaluation: Partial<Evaluation> = {}): Sheet {
  const [first, ...others] = examplePeople().list;
  if (!first) throw new Error('no person');
  const person = { ...first, ...changes };
  return sheetOf(made({ people: { list: [person, ...others], all: 6 }, ...evaluation }), person.name);
}

test('stands between the other sheets, one for each, in their order', () => {
  expect(made().sheets.map(({ name }) => name)).toEqual([
    ...['Summary', 'KPIs', 'Attainment', 'Trend', 'Gap'],
    ...['Wang Fang', 'Li Qiang', 'Zhao Min', 'Chen Jing', 'Ouyang Mingri', 'Liu Wei'],
    ...['Data quality', 'Definitions', 'Audit'],
  ]);
});

test.each([
  ['en', 'Wang Fang: 119.5% of target, CNY 468,000 above'],
  ['zh-CN', '王芳：完成目标的 119.5%，超出 46.8 万元'],
] as const)('says the finding as its title (%s)', (lang, title) => {
  const [, , , , , sheet] = made({}, lang).sheets;
  expect(wordsOf(sheet ?? sheetOf(made(), ''))).toContain(title);
});

test.each([
  [{ actual: '825000', target: '1500000' }, 'Wang Fang: 55.0% of target, CNY 675,000 short'],
  [{ actual: '100', target: '100' }, 'Wang Fang: target reached exactly'],
  [{ actual: '110', base: '100' }, 'Wang Fang: revenue CNY 110, +10.0% against 2023-Q1'],
  [{ actual: '110' }, 'Wang Fang: revenue CNY 110'],
  [{ actual: null }, 'Wang Fang: revenue is not computed (no rows in the period)'],
])('%o: %s', (spec, title) => {
  expect(wordsOf(withPerson({ kpis: [kpiResult('revenue', { unit: 'money', ...spec })] }))).toContain(title);
});

test('of a running period says how far it is', () => {
  const { period } = exampleEvaluation();
  const kpi = kpiResult('revenue', { unit: 'money', actual: '50', target: '100', rest: { status: 'behind' } });
  const running = { period: { ...period, complete: false, completeBecause: null } };
  expect(wordsOf(withPerson({ kpis: [kpi] }, running))).toContain('Wang Fang: 50.0% of target by 2024-03-31, behind');
});

describe('the page', () => {
  const sheet = sheetOf(made(), 'Wang Fang');

  test('is one portrait sheet of paper without the numbers that its charts stand on', () => {
    expect({ kind: sheet.kind, isLandscape: sheet.isLandscape }).toEqual({ kind: 'page', isLandscape: false });
    const { right = 0 } = sheet.printArea ?? {};
    expect(right).toBe(10);
    for (const { area } of sheet.tables) expect(area.left).toBeGreaterThan(right);
    for (const { area } of sheet.charts) expect(area.right).toBeLessThanOrEqual(right);
  });

  test('names nobody else', () => {
    const others = ['Li Qiang', 'Zhao Min', 'Chen Jing', 'Ouyang Mingri', 'Liu Wei', 'D1', 'D2'];
    const all = JSON.stringify(sheet, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(others.filter((name) => all.includes(name))).toEqual([]);
  });

  test('has both charts, described with their numbers', () => {
    expect(sheet.charts.map(({ title }) => title)).toEqual([
      'Revenue: CNY 2,868,000 against a target of CNY 2,400,000',
      'Best revenue: CNY 300,000 in 2024-02',
    ]);
    expect(sheet.charts[1]?.description).toBe('2024-01 250,000; 2024-02 300,000; 2024-03 275,000');
  });

  test('has three boxes to write in, and a day', () => {
    const words = wordsOf(sheet);
    expect(words).toEqual(
      expect.arrayContaining(['What went well', 'What gets in the way', 'Agreed until next time', 'Next time on']),
    );
    expect(sheet.inputRules.map(({ allows }) => allows)).toEqual([{ kind: 'day' }]);
    expect(cellsOf(sheet).filter(({ role }) => role === 'input').length).toBeGreaterThan(20);
  });

  test('counts all customers, names the largest, and says where there is none', () => {
    expect(wordsOf(sheet)).toEqual(
      expect.arrayContaining(['Customers gained: 1,200', 'D0 New', 'Customers of 2023-Q4 who did not buy: 0', 'none']),
    );
  });

  test('links back; the summary and the attainment sheet lead to it', () => {
    const link = { kind: 'sheet', sheet: 'Wang Fang', cell: 'B2' };
    expect(sheet.rows[0]?.[0]?.link).toEqual({ kind: 'sheet', sheet: 'Summary', cell: 'B2' });
    for (const name of ['Summary', 'Attainment']) {
      const cell = cellsOf(sheetOf(made(), name)).find(
        ({ value }) => value.kind === 'text' && value.text === 'Wang Fang',
      );
      expect(cell?.link, name).toEqual(link);
    }
  });
});

describe('what is not known is left out', () => {
  test('lists', () => {
    const words = wordsOf(sheetOf(made(), 'Liu Wei'));
    for (const title of ['Largest deals won', 'Largest orders', 'none']) expect(words).not.toContain(title);
    expect(words.some((word) => word.startsWith('Customers'))).toBe(false);
  });

  test('the bullet without a target, the course of a single month', () => {
    const kpis = [kpiResult('revenue', { unit: 'money', actual: '5' })];
    expect(withPerson({ kpis, trend: examplePeople().list[0]?.trend.slice(0, 1) ?? [] }).charts).toEqual([]);
  });

  test('with orders only these stand in the place of deals', () => {
    const lists = {
      ...{ won: null, openOrLost: null, gained: null, lost: null },
      orders: [{ name: 'SO-1', customer: 'Acme', amount: decimal(7), day: 19_800, stage: null }],
      customers: [{ name: 'Acme', amount: decimalFromText('7') }],
    };
    const words = wordsOf(withPerson({ lists }));
    expect(words).toEqual(expect.arrayContaining(['Largest orders', 'SO-1', 'Largest customers', 'Acme']));
    expect(words).not.toContain('Largest deals won');
  });
});

test('namesakes have sheets of their own; their common row leads to neither', () => {
  const twins = examplePeople()
    .list.slice(0, 2)
    .map((person, at) => ({
      ...person,
      name: `Wang Fang (E${at})`,
      by: { rep: 'Wang Fang', employeeId: `E${at}` },
    }));
  const document = made({ people: { list: twins, all: 2 } });
  expect(document.sheets.slice(5, 7).map(({ name }) => name)).toEqual(['Wang Fang (E0)', 'Wang Fang (E1)']);
  const cell = cellsOf(sheetOf(document, 'Attainment')).find(
    ({ value }) => value.kind === 'text' && value.text === 'Wang Fang',
  );
  expect(cell?.link).toBeNull();
});

test('the summary says how many people have no sheet', () => {
  const people = { ...examplePeople(), all: 340 };
  expect(wordsOf(sheetOf(made({ people }), 'Summary')).join('\n')).toContain(
    'Sheets are made for the first 6 of 340 people, by revenue',
  );
});

test('the workbook for one person begins with the page and has its finding as title', () => {
  const evaluation = exampleEvaluation('en', { draft: false });
  const [person] = examplePeople(evaluation).list;
  const document = personDocument({ ...evaluation, people: { list: person ? [person] : [], all: 1 } });
  expect(document.sheets.slice(0, 2).map(({ name }) => name)).toEqual(['Wang Fang', 'Summary']);
  expect(document.title).toBe('Wang Fang: 119.5% of target, CNY 468,000 above');
});

test.each(['en', 'zh-CN'] as const)('reads so (%s)', async (lang) => {
  const evaluation = exampleEvaluation(lang, { draft: true });
  const [person] = examplePeople(evaluation).list;
  const document = workbookDocument({ ...evaluation, people: { list: person ? [person] : [], all: 1 } });
  const sheets = document.sheets.filter(({ name }) => name === person?.name);
  const dump = await dumpWorkbook(await writeWorkbook({ ...document, sheets }));
  await expect(dump).toMatchFileSnapshot(`golden/person-${lang.toLowerCase()}.txt`);
});
