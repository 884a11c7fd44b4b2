import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configErrorText } from '../../../src/cli/present/config-error.ts';
import { readSettings } from '../../../src/config/settings.ts';
import { toText } from '../../../src/lib/decimal.ts';
import { ConfigError } from '../../../src/problems/config-error.ts';
import { UserError } from '../../../src/problems/user-error.ts';

const reading = (files: Record<string, string>) => (path: string) => {
  const text = files[path];
  if (text === undefined) return Promise.reject(new UserError('file/not-found', { file: path }));
  return Promise.resolve({ text, sha256: String(text.length) });
};

const settings = (text: string, others: Record<string, string> = {}) =>
  readSettings('c.yaml', reading({ 'c.yaml': text, ...others }));

async function faults(text: string, others: Record<string, string> = {}) {
  try {
    await settings(text, others);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('no fault was found');
}

const places = async (text: string, others: Record<string, string> = {}) =>
  (await faults(text, others)).faults.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);

test('the example of the design is understood, to the last key', async () => {
  const text = readFileSync(join(import.meta.dirname, 'whole.yaml'), 'utf8');
  const { recognise, validate, compute, lang, report, unused } = await settings(text);
  expect(lang).toBe('zh-CN');
  expect(recognise.headings?.get('orders')?.get('amount')).toEqual(['含税金额', '金額', 'Amount']);
  expect(recognise.withoutColumn?.get('orders')?.has('stage')).toBe(true);
  expect(validate.statuses?.get('已发货')).toBe('won');
  expect(validate.names?.get('wangfang')).toBe('王芳');
  expect(validate.people?.map(({ rep, place }) => [rep, place.row])).toEqual([
    ['王芳', 15],
    ['刘伟', 16],
  ]);
  expect(validate.tax).toBe('included');
  expect([...(compute.kpiTargets ?? [])].map(([id, target]) => [id, toText(target)])).toEqual([
    ['revenue', '11500000'],
    ['customer-retention', '0.9'],
    ['collectionRate', '0.95'],
  ]);
  expect(compute.severities?.get('status/unmapped')).toBe('error');
  expect([...(compute.kpiWeights ?? [])].map(([id, weight]) => [id, toText(weight)])).toEqual([
    ['revenue', '50'],
    ['customer-retention', '20'],
  ]);
  expect(report).toMatchObject({ html: true, perPerson: true, leaderboard: true });
  expect(unused).toEqual(['report.logo', 'forecast', 'commission']);
});

test('an error shows the line, the one before, and a mark under what is meant, with a near match', async () => {
  const text = 'kpis:\n  collectionRate:\n    title: 回款率\n    formla: collected / revenue\n';
  expect(configErrorText(await faults(text), 'en')).toBe(
    [
      'error[config/unknown-key] unknown key "formla"',
      '  --> c.yaml:4:5',
      '    3 |     title: 回款率',
      '    4 |     formla: collected / revenue',
      '      |     ^^^^^^ did you mean "format"?',
      '',
    ].join('\n'),
  );
  expect(configErrorText(await faults('lang: 中文的, 好\n'), 'zh-CN')).toBe(
    [
      '错误[config/not-allowed] “lang”不能是“中文的, 好”',
      '  --> c.yaml:1:7',
      '    1 | lang: 中文的, 好',
      '      |       ^^^^^^^^^^ 可用：auto、en、zh-CN',
      '',
    ].join('\n'),
  );
});

test('wide characters before the place move the mark by two cells, tabs and hidden characters do not break the line', async () => {
  const shown = configErrorText(await faults('people: [{ name: 王芳, nmae: x }]\n'), 'en').split('\n');
  expect(shown[2]).toBe('    1 | people: [{ name: 王芳, nmae: x }]');
  expect(shown[3]?.indexOf('^')).toBe('      | people: [{ name: 王芳, '.length + 2);
  expect(configErrorText(await faults('"x\\u202ey": 1\n'), 'en')).toContain('unknown key "x\\u202ey"');
});

test('all errors come at once, in the order of the file', async () => {
  const text = 'version: 2\ncalendar: { fiscalYearStart: 13 }\ncolumns: { ordrs: {} }\nexpect: { revenu: 1 }\n';
  expect(await places(text)).toEqual([
    'config/not-allowed c.yaml:1:10',
    'config/too-big c.yaml:2:30',
    'config/unknown-key c.yaml:3:12',
    'config/unknown-kpi c.yaml:4:11',
  ]);
});

test.each([
  ['lang: [', 'config/not-yaml', 1, 8],
  ['version: 1\nversion: 1\n', 'config/not-yaml', 2, 1],
  ['people: [{ team: x }]', 'config/missing-key', 1, 10],
  ['people: 5', 'config/wrong-type', 1, 9],
  ['money: { currency: yuan }', 'config/not-a-currency', 1, 20],
  ['calendar: { holidays: [2024-02-30] }', 'config/not-a-day', 1, 24],
  ['status: { met: 0.7, near: 0.8 }', 'config/near-above-met', 1, 27],
  ['kpis: { revenue: { better: lower } }', 'config/built-in-kpi', 1, 20],
  ['kpis: { revnue: { target: 1 } }', 'config/unknown-kpi', 1, 9],
  ['kpis: { revenue: { simple: { sum: amount } } }', 'config/kpi-taken', 1, 9],
  ['kpis: { a b: { simple: { sum: amount } } }', 'config/kpi-id', 1, 9],
  ['kpis: { a: { simple: { sum: amount }, derived: revenue } }', 'config/two-kinds', 1, 39],
  ['__proto__: { x: 1 }', 'config/unknown-key', 1, 1],
  ['columns: { orders: { __proto__: [x] } }', 'config/unknown-key', 1, 22],
])('%s', async (text, code, line, column) => {
  const [first] = (await faults(text)).faults;
  expect(first).toMatchObject({ code, line, column });
  expect(Object.keys({})).toEqual([]);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('what a config extends holds where it says nothing; a list is taken whole, a path is relative to its own file', async () => {
  const base =
    'lookback: 6\ncalendar: { fiscalYearStart: 4, holidays: days.txt }\npeople: [{ name: a }, { name: b }]\n';
  const { compute, validate, holidaysFile, source } = await settings(
    'extends: shared/base.yaml\ncalendar: { fiscalYearStart: 7 }\npeople: [{ name: c }]\n',
    { 'shared/base.yaml': base },
  );
  expect(compute).toMatchObject({ lookback: 6, fiscalYearStart: 7 });
  expect(validate.people?.map(({ rep }) => rep)).toEqual(['c']);
  expect(holidaysFile).toBe('shared/days.txt');
  expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(
    await places('extends: shared/base.yaml\n', { 'shared/base.yaml': 'lookbak: 6\nextends: base.yaml\n' }),
  ).toEqual(['config/unknown-key shared/base.yaml:1:1', 'config/extends-itself shared/base.yaml:2:10']);
});

test('numbers of control totals and targets are what was typed', async () => {
  const { compute } = await settings(
    'expect: { revenue: 10577000.00, orders: "5@0.5" }\nkpis: { units: { target: 0.1 } }',
  );
  expect(compute.expect).toEqual([
    { kpi: 'revenue', value: '10577000', tolerance: '0' },
    { kpi: 'orders', value: '5', tolerance: '0.5' },
  ]);
  expect(compute.kpiTargets?.get('units')).toEqual({ units: 1n, scale: 1 });
});

test('no text makes the reader crash: it is read, or refused with places', async () => {
  const words = fc.constantFrom(
    ...'version lang people name kpis simple sum where derived money rates columns orders amount ~ 1 -1 1e400 true [ ] { } : , - & * ! | > # " \' \n __proto__ constructor'.split(
      ' ',
    ),
    '\n  ',
    ': ',
    '王芳',
    '\t',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 30 }).map((list) => list.join('')),
      ),
      async (text) => {
        try {
          await settings(text);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          if (error instanceof ConfigError) expect(error.faults.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('aliases that explode and nesting without end are refused in no time', async () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefg'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[i]}`).join(',')}]`),
  ];
  expect((await faults(bomb.join('\n'))).code).toMatch(/^config\//);
  expect((await faults(`a: ${'['.repeat(20_000)}`)).code).toMatch(/^config\//);
  expect((await faults(`a: ${'{a: '.repeat(200)}1${'}'.repeat(200)}`)).code).toMatch(/^config\//);
});

test.each([
  ['derived: b + 1 }\n  b: { derived: a }', 'config/kpi-cycle', 2],
  ['derived: revenu / 2 }', 'config/unknown-kpi', 2],
  ['derived: pipelineCoverage / 2 }', 'config/unknown-kpi', 2],
  ['derived: "process.exit(1)" }', 'config/expression-part', 2],
  ['derived: revenue ** 2 }', 'config/expression-part', 2],
  ['derived: "revenue /" }', 'config/expression-unreadable', 2],
  [`derived: "${'('.repeat(70)}1${')'.repeat(70)} + ${'-'.repeat(70)}1" }`, 'config/expression', 2],
  [`derived: "${'1+'.repeat(6000)}1" }`, 'config/expression-too-long', 2],
  ['simple: { sum: ammount } }', 'config/unknown-field', 2],
  ['simple: { sum: orderId } }', 'config/unknown-field', 2],
  ['simple: { sum: amount, count: orderId } }', 'config/one-aggregate', 2],
  ['simple: { sum: amount, date: closeDate } }', 'config/not-allowed', 2],
  ['cumulative: { of: winRate } }', 'config/not-a-sum', 2],
])('an own KPI with a fault is told with its line: %s', async (entry, code, line) => {
  const [first] = (await faults(`kpis:\n  a: { ${entry}\n`)).faults;
  expect(first?.code.startsWith(code)).toBe(true);
  expect(first?.line).toBe(line);
});
