/** The finding in one line: how much of the target the headline KPI reached, else its value. */

import stringWidth from 'string-width';
import { inSentence, kpiWords, whyText, wordsOf } from '../../i18n/index.ts';
import { type Decimal, isZero, signOf } from '../../lib/decimal.ts';
import { formatDay } from '../../model/day.ts';
import type { Evaluation, KpiResult } from '../../model/evaluation.ts';
import type { Session } from '../session.ts';
import {
  attainmentText,
  type MoneyScale,
  magnitude,
  moneyInSentence,
  moneyScale,
  percent,
  plainText,
  pointsText,
  signed,
  signedMoney,
  signedPercent,
} from './figures.ts';
import { isMoney } from './kpi-rows.ts';
import { padLeft, wrapText } from './wrap.ts';

/** The headline, `DRAFT` at its right where it is one, and the pace line of a running period. */
export function headlineLines(evaluation: Evaluation, session: Session): string[] {
  const { words, width, paint } = session;
  const headline = evaluation.kpis[0];
  const text = headline === undefined ? evaluation.period.id : sentence(headline, evaluation, session);
  const lines = wrapText(text, width);
  const painted = lines.map((line) => paint.bold(line));
  const pace = paceLines(evaluation, headline, session);
  if (!evaluation.draft) return [...painted, ...pace];
  const last = lines.at(-1) ?? '';
  const room = Math.min(width, 120) - 1 - stringWidth(last) - stringWidth(words.draft);
  if (room < 2) return [...painted, paint.bold(words.draft), ...pace];
  return [...painted.slice(0, -1), `${painted.at(-1) ?? ''}${' '.repeat(room)}${words.draft}`, ...pace];
}

function sentence(kpi: KpiResult, evaluation: Evaluation, session: Session): string {
  const { words, lang } = session;
  const title = inSentence(kpiWords(kpi.id, lang, session.ownKpis).title);
  const { period } = evaluation;
  if (kpi.actual === null) {
    return words.noActual(period.id, title, kpi.why === null ? '-' : whyText(kpi.id, kpi.why, lang));
  }
  if (kpi.attainment === null || kpi.gap === null) return actualSentence(kpi, kpi.actual, title, evaluation, session);
  const reached = attainmentText(kpi.attainment);
  const lead = period.complete ? words.reached(period.id, reached, title) : words.isAt(period.id, reached, title);
  const separator = lang === 'en' ? words.colon : words.comma;
  return lead + separator + gapWords(kpi, kpi.gap, evaluation, session);
}

function gapWords(kpi: KpiResult, gap: Decimal, evaluation: Evaluation, session: Session): string {
  const { words } = session;
  if (isZero(gap)) return words.exactly;
  const amount = amountWords(magnitude(gap), kpi, evaluation, session);
  const isAbove = signOf(gap) > 0;
  if (kpi.better === 'lower') return isAbove ? words.overLimit(amount) : words.underLimit(amount);
  return isAbove ? words.above(amount) : words.short(amount);
}

function actualSentence(
  kpi: KpiResult,
  actual: Decimal,
  title: string,
  evaluation: Evaluation,
  session: Session,
): string {
  const { words } = session;
  const text = words.actualOnly(evaluation.period.id, title, amountWords(actual, kpi, evaluation, session));
  const change = kpi.compare?.change ?? null;
  if (change === null || evaluation.compare === null) return text;
  return text + words.comma + words.against(changeWords(change, kpi, session), evaluation.compare.id);
}

function changeWords(change: Decimal, kpi: KpiResult, { words, lang }: Session): string {
  if (kpi.unit === 'ratio') return words.points(pointsText(change));
  if (kpi.unit === 'money-per-day') return signedMoney(change, scaleOf(kpi, lang));
  return kpi.unit === 'money' || kpi.unit === 'count' ? signedPercent(change) : signed(change, 1);
}

function amountWords(value: Decimal, kpi: KpiResult, { currency }: Evaluation, { lang, words }: Session): string {
  if (isMoney(kpi)) return moneyInSentence(value, scaleOf(kpi, lang), currency, lang);
  return kpi.unit === 'ratio' && kpi.gap !== null
    ? words.pointsWide(pointsText(value).replace('+', ''))
    : plainText(value, kpi.unit);
}

function scaleOf(kpi: KpiResult, lang: Session['lang']): MoneyScale {
  return moneyScale([kpi.actual, kpi.target], lang);
}

function paceLines({ pace, asOf, currency }: Evaluation, headline: KpiResult | undefined, session: Session): string[] {
  if (pace === null || headline === undefined) return [];
  const { words, lang, width } = session;
  const expected =
    pace.expected === null || !isMoney(headline)
      ? null
      : moneyInSentence(pace.expected, scaleOf(headline, lang), currency, lang);
  const status = pace.status === null ? null : wordsOf(lang).statuses[pace.status];
  const basis = `${words.paceBasis[pace.basis]}${words.comma}${words.asOf(formatDay(asOf))}`;
  return wrapText(words.pace(percent(pace.elapsed), expected, basis, status), width);
}

/** `text` with `mark` at the right end of a line of `width` cells; on a line of its own where there is no room. */
export function withRightMark(text: string, mark: string, width: number): string {
  const room = width - stringWidth(text);
  return room < stringWidth(mark) + 2 ? `${text}\n${mark}` : text + padLeft(mark, room);
}
