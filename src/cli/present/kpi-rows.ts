/** Results as rows of text, in one money unit where they stand together. */
import { kpiWords, wordsOf } from '../../i18n/index.ts';
import { compare, type Decimal, divide, isZero, signOf, zero } from '../../lib/decimal.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { Session } from '../session.ts';
import {
  attainmentText,
  type MoneyScale,
  moneyText,
  moneyUnit,
  percent,
  plainText,
  pointsText,
  signed,
  signedMoney,
  signedPercent,
} from './figures.ts';

/** One row; a dash stands where there is no value. */
export interface KpiRow {
  readonly name: string;
  readonly actual: string;
  readonly target: string;
  readonly gap: string;
  readonly attained: string;
  readonly status: string;
  /** Change against the compared period. */
  readonly versus: string;
  /** Value of the compared period. */
  readonly before: string;
  readonly share: string;
  readonly attainment: Decimal | null;
}

const none = '-';

export interface Showing {
  readonly session: Session;
  readonly currency: string | null;
  readonly scale: MoneyScale;
  /** What 100 % of `share` is; null for no share. */
  readonly whole: Decimal | null;
}

export function kpiRow(name: string, result: KpiResult, showing: Showing): KpiRow {
  const { attainment, status } = result;
  return {
    name,
    actual: actualText(result, showing),
    target: targetText(result, showing),
    gap: gapText(result, showing),
    attained: attainment === null ? none : attainmentText(attainment),
    status: status === null ? none : statusText(status, showing.session),
    versus: changeText(result, showing),
    before: valueText(result.compare?.actual ?? null, result, showing.scale),
    share: shareText(result.actual, showing.whole),
    attainment,
  };
}

/** `Sales cycle, days`, `销售额(万元)`. */
export function kpiName(result: KpiResult, { session, currency, scale }: Omit<Showing, 'whole'>): string {
  const { words, lang } = session;
  const { title } = kpiWords(result.id, lang, session.ownKpis);
  if (result.unit === 'days') return title + words.daysUnit;
  if (result.unit === 'hours') return title + words.hoursUnit;
  if (result.unit === 'points') return title + words.pointsUnit;
  if (!isMoney(result)) return title;
  const unit = moneyUnit(scale, currency, lang);
  return title + (result.unit === 'money-per-day' ? words.perDayUnit(unit) : words.unitSuffix(unit));
}

export function isMoney({ unit }: Pick<KpiResult, 'unit'>): boolean {
  return unit === 'money' || unit === 'money-per-day';
}

export function valueText(value: Decimal | null, kpi: Pick<KpiResult, 'unit'>, scale: MoneyScale): string {
  if (value === null) return none;
  return isMoney(kpi) ? moneyText(value, scale) : plainText(value, kpi.unit);
}

/** A value that is not there says why, in the width of a number. */
function actualText({ actual, why, unit }: KpiResult, { session, scale }: Showing): string {
  if (actual === null && why !== null) return wordsOf(session.lang).shortWhys[why];
  return valueText(actual, { unit }, scale);
}

function targetText(result: KpiResult, { session, scale }: Showing): string {
  const text = valueText(result.target, result, scale);
  return result.better === 'lower' && result.target !== null ? session.words.atMost(text) : text;
}

function gapText(result: KpiResult, { session, scale }: Showing): string {
  const { gap, unit } = result;
  if (gap === null) return none;
  if (isMoney(result)) return signedMoney(gap, scale);
  if (unit === 'ratio') return session.words.pointsWide(pointsText(gap));
  return signed(gap, unit === 'count' ? 0 : 1);
}

/** `+7.8%` of money and counts, `+1.1 pp` of ratios, `-2.3` of days and hours; `new` where there was nothing before. */
function changeText(result: KpiResult, { session, scale }: Showing): string {
  const { compare: before, unit, actual } = result;
  if (before === null) return none;
  if (before.change === null) {
    const isNew = before.actual !== null && isZero(before.actual) && actual !== null && signOf(actual) > 0;
    return isNew ? session.words.isNew : none;
  }
  if (unit === 'ratio') return session.words.points(pointsText(before.change));
  if (unit === 'money-per-day') return signedMoney(before.change, scale);
  return unit === 'money' || unit === 'count' ? signedPercent(before.change) : signed(before.change, 1);
}

function shareText(value: Decimal | null, whole: Decimal | null): string {
  return value === null || whole === null || compare(whole, zero) <= 0 ? none : percent(divide(value, whole));
}

function statusText(status: NonNullable<KpiResult['status']>, { lang, paint }: Session): string {
  const word = wordsOf(lang).statuses[status];
  if (status === 'met' || status === 'on-track') return paint.blue(word);
  return status === 'near' ? paint.yellow(word) : status === 'unconfirmed' ? word : paint.red(word);
}
