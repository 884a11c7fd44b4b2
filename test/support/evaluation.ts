/** Hand-made evaluations for tests of reports: the example of the design pages, and its Chinese twin. */
import { type Decimal, decimalFromText, divide, subtract } from '../../src/lib/decimal.ts';
import { dayOf } from '../../src/model/day.ts';
import type { Evaluation, KpiResult } from '../../src/model/evaluation.ts';
import type { Unit } from '../../src/model/kpi.ts';
import { problem } from '../../src/problems/catalogue.ts';

const d = decimalFromText;

interface KpiSpec {
  readonly actual?: string | null;
  readonly target?: string | null;
  readonly base?: string | null;
  readonly unit?: Unit;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly rest?: Partial<KpiResult>;
}

/** A KPI result whose attainment, gap, status and change follow from its numbers. */
export function kpiResult(id: string, spec: KpiSpec): KpiResult {
  const unit = spec.unit ?? 'count';
  const [actual, target, base] = [read(spec.actual), read(spec.target), read(spec.base)];
  return {
    id,
    unit,
    better: 'higher',
    actual,
    numerator: read(spec.numerator),
    denominator: read(spec.denominator),
    why: actual ? null : 'no-data',
    cautions: [],
    details: {},
    rows: 1288,
    ...judged(actual, target),
    compare: base ? { actual: base, change: actual ? changeOf(actual, base, unit) : null } : null,
    ...spec.rest,
  };
}

function read(text: string | null | undefined): Decimal | null {
  return text === undefined || text === null ? null : d(text);
}

function judged(
  actual: Decimal | null,
  target: Decimal | null,
): Pick<KpiResult, 'target' | 'attainment' | 'attainmentWhy' | 'gap' | 'status'> {
  if (!actual || !target) return { target, attainment: null, attainmentWhy: 'no-target', gap: null, status: null };
  const attainment = divide(actual, target);
  const status = attainment.units >= 1_000_000n ? 'met' : attainment.units >= 800_000n ? 'near' : 'below';
  return { target, attainment, attainmentWhy: null, gap: subtract(actual, target), status };
}

function changeOf(actual: Decimal, base: Decimal, unit: Unit): Decimal | null {
  if (unit === 'ratio' || unit === 'days') return subtract(actual, base);
  return base.units <= 0n ? null : divide(subtract(actual, base), base);
}

const people: readonly (readonly [string, string, string, string, string | null])[] = [
  ['王芳', 'Wang Fang', '2868000', '2400000', '2343000'],
  ['李强', 'Li Qiang', '2104000', '2000000', '1928000'],
  ['赵敏', 'Zhao Min', '1914000', '2200000', '2008000'],
  ['陈静', 'Chen Jing', '1746000', '1800000', '1695000'],
  ['欧阳明日', 'Ouyang Mingri', '1120000', '1600000', '1838000'],
  ['刘伟', 'Liu Wei', '825000', '1500000', null],
];

const months: readonly (readonly [string, string, string | null])[] = [
  ['2023-01', '3100000', null],
  ['2023-02', '2900000', null],
  ['2023-03', '3812000', null],
  ['2023-04', '3300000', null],
  ['2023-12', '3900000', null],
  ['2024-01', '3400000', '3600000'],
  ['2024-02', '3100000', '3700000'],
  ['2024-03', '4077000', '4200000'],
];

const quarter = ['2024-01', '2024-02', '2024-03'];

function sumOf(members: typeof people, column: 2 | 3): string {
  return String(members.reduce((total, person) => total + Number(person[column]), 0));
}

/** A quarter in each of the first two months, half in the last. */
function pointsOf([, , actual, target]: (typeof people)[number]) {
  return [4n, 4n, 2n].map((part) => ({
    actual: { units: BigInt(actual) / part, scale: 0 },
    target: { units: BigInt(target) / part, scale: 0 },
  }));
}

function day(year: number, month: number, dayOfMonth: number): number {
  return dayOf(year, month, dayOfMonth) ?? 0;
}

/** The evaluation of `ux.md` 3.1 and 3.2: 92.0 % of the target, four rows left out, a draft. */
export function exampleEvaluation(lang: Evaluation['lang'] = 'en', changes: Partial<Evaluation> = {}): Evaluation {
  const isChinese = lang === 'zh-CN';
  const sheet = isChinese ? '订单' : 'Orders';
  const name = (person: (typeof people)[number]) => (isChinese ? person[0] : person[1]);
  const at = (row: number, column: number) => ({ file: 'q1.xlsx', sheet, row, column });
  const revenue = kpiResult('revenue', { actual: '10577000', target: '11500000', base: '9812000', unit: 'money' });
  return {
    tool: { name: 'salesmetrics', version: '0.1.0' },
    ok: false,
    draft: true,
    asOf: day(2024, 3, 31),
    currency: 'CNY',
    currencyFrom: 'number format of column F',
    lang,
    config: null,
    isRanked: true,
    options: { period: '2024-Q1' },
    controlled: [],
    ownKpis: [],
    thresholds: { met: { units: 1n, scale: 0 }, near: { units: 8n, scale: 1 } },
    taxBasis: { actual: 'included', target: null, from: 'heading' },
    period: {
      id: '2024-Q1',
      start: day(2024, 1, 1),
      end: day(2024, 3, 31),
      complete: true,
      completeBecause: 'data',
      from: 'targets',
    },
    grain: 'month',
    pace: null,
    failUnder: null,
    compare: { id: '2023-Q1', start: day(2023, 1, 1), end: day(2023, 3, 31) },
    inputs: [
      {
        path: 'q1.xlsx',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        bytes: 81_234,
        format: 'xlsx',
        tables: [
          {
            file: 'q1.xlsx',
            sheet,
            dataset: 'orders',
            preset: null,
            headerRow: 3,
            rows: 5021,
            leftOut: 4,
            encoding: null,
            delimiter: null,
            statuses: [
              { value: '已发货', rows: 4800, amount: d('39900000'), use: 'counts' },
              { value: '已取消', rows: 221, amount: d('310000'), use: 'not-counted' },
            ],
            columns: new Map([
              ['orderId', '订单号'],
              ['orderDate', '下单日期'],
              ['amount', '含税金额'],
            ]),
            columnCount: 12,
            notRead: null,
            factRows: [0, 5021],
            inPeriod: 1288,
          },
          {
            file: 'q1.xlsx',
            sheet: isChinese ? '目标' : 'Targets',
            dataset: 'targets',
            preset: null,
            headerRow: 1,
            rows: 18,
            leftOut: 0,
            encoding: null,
            delimiter: null,
            statuses: [],
            columns: new Map([['target', '目标']]),
            columnCount: 3,
            notRead: null,
            factRows: null,
            inPeriod: 18,
          },
        ],
      },
    ],
    kpis: [
      revenue,
      kpiResult('net-revenue', { actual: '10401500', base: '9700000', unit: 'money' }),
      kpiResult('orders', { actual: '1211', base: '1150' }),
      kpiResult('average-order-value', {
        actual: '8734.103',
        base: '8532.174',
        unit: 'money',
        numerator: '10577000',
        denominator: '1211',
        rest: { actual: divide(d('10577000'), d('1211')) },
      }),
      kpiResult('gross-margin', {
        actual: '0.312',
        base: '0.305',
        unit: 'ratio',
        numerator: '3300024',
        denominator: '10577000',
      }),
      kpiResult('active-customers', { actual: '618', base: '590' }),
      kpiResult('new-customers', { actual: '212', target: '200', base: '188' }),
    ],
    breakdown: people.map((person) => ({
      by: { rep: name(person) },
      kpis: [
        kpiResult('revenue', { actual: person[2], target: person[3], base: person[4], unit: 'money' }),
        kpiResult('orders', { actual: '201' }),
        kpiResult('active-customers', { actual: '103' }),
        kpiResult('new-customers', { actual: '35' }),
      ],
    })),
    by: [['rep']],
    trend: months.map(([period, actual, target]) => ({
      period,
      kpis: [kpiResult('revenue', { actual, target, unit: 'money' }), kpiResult('orders', { actual: '400' })],
    })),
    recent: {
      periods: quarter,
      entries: people.map((person) => ({ by: { rep: name(person) }, points: pointsOf(person) })),
    },
    teams: [people.slice(0, 3), people.slice(3)].map((members, index) => ({
      team: isChinese ? `${'一二'.slice(index, index + 1)}部` : `Team ${index + 1}`,
      kpi: kpiResult('revenue', { actual: sumOf(members, 2), target: sumOf(members, 3), unit: 'money' }),
      people: members.map((person) => ({
        rep: name(person),
        kpi: kpiResult('revenue', { actual: person[2], target: person[3], unit: 'money' }),
        points: pointsOf(person),
      })),
    })),
    runRate: { until: '2024', target: d('46000000'), actual: d('10577000'), monthsLeft: 9 },
    weights: new Map([
      ['revenue', d('70')],
      ['new-customers', d('30')],
    ]),
    cohorts: null,
    people: null,
    gap: {
      kpi: 'revenue',
      total: d('-923000'),
      parts: people
        .map((person) => ({ by: { rep: name(person) }, amount: subtract(d(person[2]), d(person[3])) }))
        .sort((a, b) => (a.amount.units < b.amount.units ? -1 : 1)),
    },
    against: null,
    rows: null,
    notComputed: [
      { id: 'discount-rate', why: 'missing-field', missing: ['orders.listAmount'] },
      { id: 'units', why: 'missing-field', missing: ['orders.quantity'] },
    ],
    problems: [
      problem(
        'cell/not-a-number',
        at(417, 6),
        { hint: 'letter-o' },
        { heading: '含税金额', value: '6O0', treatment: 'left-out' },
      ),
      problem(
        'cell/no-such-date',
        at(88, 2),
        { hint: '' },
        { heading: '下单日期', value: '2024-02-30', treatment: 'left-out' },
      ),
      problem(
        'cell/no-such-date',
        at(902, 2),
        { hint: '' },
        { heading: '下单日期', value: '=1+1', treatment: 'left-out' },
      ),
      problem(
        'row/repeated-line',
        { file: 'q1.xlsx', sheet, row: null, column: null },
        { rows: 3, amount: '1200.00', firstRow: 12 },
      ),
    ],
    leftOut: { rows: 4, amount: d('12300'), rowsWithoutAmount: 1, allowed: 0, accepted: 0, acceptedAmount: d('0') },
    outputs: [],
    ...changes,
  };
}
