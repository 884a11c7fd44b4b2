/** Rows of KPIs by unit: a value that is not there says why, and a change is said in the KPI's own way. */
import { describe, expect, test } from 'vitest';
import { moneyScale } from '../../../src/cli/present/figures.ts';
import { kpiName, kpiRow } from '../../../src/cli/present/kpi-rows.ts';
import { type Session, sessionOf } from '../../../src/cli/session.ts';
import type { World } from '../../../src/cli/world.ts';
import { decimalFromText } from '../../../src/lib/decimal.ts';
import { kpiResult } from '../../support/evaluation.ts';

const world: World = {
  out: () => undefined,
  err: () => undefined,
  isOutTty: false,
  isErrTty: false,
  columns: undefined,
  env: {},
  locale: () => 'en-GB',
  now: () => 0,
  today: () => '2026-06-30',
  stamp: () => '2026-06-30T09:00:00Z',
  signal: new AbortController().signal,
};
const english = sessionOf({ lang: 'en' }, world);
const chinese = sessionOf({ lang: 'zh-CN' }, world);

function rowOf(id: string, spec: Parameters<typeof kpiResult>[1], session: Session = english) {
  const kpi = kpiResult(id, spec);
  const scale = moneyScale([kpi.actual], session.lang);
  const name = kpiName(kpi, { session, currency: 'CNY', scale });
  return kpiRow(name, kpi, { session, currency: 'CNY', scale, whole: null });
}

const changed = (actual: string, base: string, change: string) => ({
  actual,
  rest: { compare: { actual: decimalFromText(base), change: decimalFromText(change) } },
});

describe('a change', () => {
  test.each([
    ['revenue', 'money', changed('110', '100', '0.1'), '+10.0%'],
    ['orders', 'count', changed('11', '10', '0.1'), '+10.0%'],
    ['win-rate', 'ratio', changed('0.5', '0.4', '0.1'), '+10.0 pp'],
    ['first-response-time', 'hours', changed('4.5', '6', '-1.5'), '-1.5'],
    ['nps', 'points', changed('40', '35', '5'), '+5.0'],
    ['sales-velocity', 'money-per-day', changed('53983', '50000', '3983'), '+3,983'],
  ] as const)('of %s', (id, unit, spec, expected) => {
    expect(rowOf(id, { unit, ...spec }).versus).toBe(expected);
  });
});

test('a name tells the unit', () => {
  expect(rowOf('resolution-time', { unit: 'hours', actual: '4' }).name).toBe('Resolution time, hours');
  expect(rowOf('nps', { unit: 'points', actual: '4' }).name).toBe('NPS, points');
  expect(rowOf('sales-velocity', { unit: 'money-per-day', actual: '4' }).name).toBe('Sales velocity, per day');
  expect(rowOf('sales-velocity', { unit: 'money-per-day', actual: '4' }, chinese).name).toBe('销售速度(元/天)');
});

test('a value that is not there says why', () => {
  const of = (why: 'left-censored' | 'target-met', session: Session) =>
    rowOf('new-customers', { actual: null, rest: { why } }, session).actual;
  expect([of('left-censored', english), of('left-censored', chinese)]).toEqual(['no history', '无历史']);
  expect([of('target-met', english), of('target-met', chinese)]).toEqual(['target met', '目标已达']);
});
