/** The finding about one person, in one sentence. */
import { isZero, signOf } from '../lib/decimal.ts';
import { formatDay } from '../model/day.ts';
import type { KpiResult } from '../model/evaluation.ts';
import type { PersonReport } from '../model/people.ts';
import { changeWords, type ReportContext, valueWords } from './context.ts';
import { absolute, attainmentText } from './numbers.ts';
import { kpiTitle } from './words.ts';

export function personHeadline(context: ReportContext, { name, kpis: [kpi] }: PersonReport): string {
  if (kpi === undefined) return name;
  return targetText(context, name, kpi) ?? actualText(context, name, kpi);
}

function targetText(context: ReportContext, name: string, kpi: KpiResult): string | undefined {
  const { evaluation, words } = context;
  const { attainment, gap, status } = kpi;
  if (attainment === null || gap === null) return undefined;
  const { person } = words.report;
  const percent = attainmentText(kpi);
  if (!evaluation.period.complete && (status === 'on-track' || status === 'behind'))
    return person.running({ name, percent, asOf: formatDay(evaluation.asOf), status: words.statuses[status] });
  if (isZero(gap)) return person.exact({ name });
  const sentence = signOf(gap) < 0 ? person.short : person.above;
  return sentence({ name, percent, gap: valueWords(context, kpi.unit, absolute(gap)) });
}

function actualText(context: ReportContext, name: string, kpi: KpiResult): string {
  const { evaluation, words } = context;
  const { person } = words.report;
  const title = kpiTitle(words, kpi.id);
  if (kpi.actual === null) return person.undefined({ name, kpi: title, why: words.whys[kpi.why ?? 'no-data'] });
  const actual = valueWords(context, kpi.unit, kpi.actual);
  const change = kpi.compare?.change;
  if (!change || !evaluation.compare) return person.actual({ name, kpi: title, actual });
  return person.change({
    name,
    kpi: title,
    actual,
    change: changeWords(context, kpi.unit, change),
    base: evaluation.compare.id,
  });
}
