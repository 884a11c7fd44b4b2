/** Flags that say what is computed → `ComputeOptions`. Names of KPIs and columns are judged where they are known. */

import { given } from '../../lib/given.ts';
import { parseIsoDay } from '../../model/day.ts';
import type { ComputeOptions } from '../../model/options.ts';
import { type PeriodContext, parsePeriodText } from '../../model/period-labels.ts';
import { UserError } from '../../problems/user-error.ts';
import type { EvaluateFlags } from './raw-flags.ts';
import { choice, commaList, decimalText, pair, wholeNumber, wrongValue } from './values.ts';

const grains = ['month', 'quarter', 'year'] as const;

/** `today`: `2024-01-31`, for `--as-of today`. Throws a UserError on a wrong value. */
export function computeOptions(flags: EvaluateFlags, today: () => string, fiscalYearStart?: number): ComputeOptions {
  const context = { year: null, ...given({ fiscalYearStart }) };
  return given({
    period: flags.period === undefined ? undefined : periodId(flags.period, context),
    grain: choice('--grain', flags.grain, grains),
    by: flags.by?.map((text) => commaList('--by', text, 'rep; rep,region')),
    kpis: flags.kpi?.flatMap((text) => commaList('--kpi', text, 'revenue,orders')),
    compare: flags.compare === undefined ? undefined : compareOf(flags.compare, context),
    targetVersion: flags.targetVersion,
    asOf: flags.asOf === undefined ? undefined : dayOf('--as-of', flags.asOf, today),
    only: onlyOf(flags.only),
    lookback: wholeNumber('--lookback', flags.lookback, 0),
    cohorts: choice('--cohorts', flags.cohorts === true ? 'month' : flags.cohorts, grains),
    failUnder: flags.failUnder === undefined ? undefined : percentText('--fail-under', flags.failUnder),
    allowSkipped: flags.allowSkipped === undefined ? undefined : allowance(flags.allowSkipped),
    expect: flags.expect?.map(expectation),
  });
}

function periodId(text: string, context: PeriodContext): string {
  if (text.trim().toLowerCase() === 'all') return 'all';
  const period = parsePeriodText(text, context);
  if (period === undefined) throw new UserError('period/unknown', { period: text });
  return period.id;
}

const compareWords = ['previous', 'year-ago', 'none'] as const;

function compareOf(text: string, context: PeriodContext): string {
  const word = compareWords.find((known) => known === text.trim().toLowerCase());
  if (word !== undefined) return word;
  const period = parsePeriodText(text, context);
  if (period === undefined) throw wrongValue('--compare', text, [...compareWords, '2023-Q1']);
  return period.id;
}

function dayOf(flag: string, text: string, today: () => string): number {
  const day = parseIsoDay(text.trim() === 'today' ? today() : text.trim());
  if (day === undefined) throw wrongValue(flag, text, '2024-01-31, today');
  return day;
}

function onlyOf(texts: readonly string[] | undefined): ReadonlyMap<string, readonly string[]> | undefined {
  if (texts === undefined) return undefined;
  const only = new Map<string, string[]>();
  for (const text of texts) {
    const [name, value] = pair('--only', text, 'region=East');
    only.set(name, [...(only.get(name) ?? []), value]);
  }
  return only;
}

function percentText(flag: string, text: string): string {
  const plain = text.trim().replace(/[%％]$/, '');
  if (!/^\d{1,9}(\.\d{1,12})?$/.test(plain)) throw wrongValue(flag, text, '95, 95%, 99.5%');
  return plain;
}

function allowance(text: string): NonNullable<ComputeOptions['allowSkipped']> {
  const plain = text.trim();
  if (/[%％]$/.test(plain)) return { percent: percentText('--allow-skipped', plain) };
  if (!/^\d{1,9}$/.test(plain)) throw wrongValue('--allow-skipped', text, '4, 0.5%');
  return { rows: Number(plain) };
}

const expectExample = 'revenue=10577000.00, revenue=10577000@0.01';

function expectation(text: string): NonNullable<ComputeOptions['expect']>[number] {
  const [kpi, rest] = pair('--expect', text, expectExample);
  const [value = '', tolerance = '0', ...more] = rest.split('@').map((part) => part.trim());
  if (more.length > 0) throw wrongValue('--expect', text, expectExample);
  return {
    kpi,
    value: decimalText('--expect', value, expectExample),
    tolerance: decimalText('--expect', tolerance, expectExample),
  };
}
