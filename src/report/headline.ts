/** The finding of the whole report, in one sentence. */
import { isZero, signOf } from '../lib/decimal.ts';
import { formatDay } from '../model/day.ts';
import type { KpiResult } from '../model/evaluation.ts';
import { changeWords, moneyWords, type ReportContext, valueWords } from './context.ts';
import { attainmentText } from './numbers.ts';
import { kpiTitle } from './words.ts';

export function headlineText(context: ReportContext): string {
  const { evaluation, headline, words } = context;
  if (!headline) return words.report.subject(evaluation.period.id);
  return targetText(context, headline) ?? actualText(context, headline);
}

function targetText(context: ReportContext, kpi: KpiResult): string | undefined {
  const { evaluation, words } = context;
  const { attainment, gap } = kpi;
  if (attainment === null || gap === null) return undefined;
  const { title } = words.report;
  const said = { period: evaluation.period.id, kpi: kpiTitle(words, kpi.id), percent: attainmentText(kpi) };
  if (!evaluation.period.complete && evaluation.pace) {
    const pace = evaluation.pace.status;
    return title.running({
      ...said,
      asOf: formatDay(evaluation.asOf),
      status: pace === null ? '' : words.statuses[pace],
    });
  }
  if (isZero(gap)) return title.exact(said);
  const sentence = signOf(gap) < 0 ? title.short : title.above;
  return sentence({
    ...said,
    gap: kpi.unit === 'money' ? moneyWords(context, gap) : valueWords(context, kpi.unit, gap),
  });
}

function actualText(context: ReportContext, kpi: KpiResult): string {
  const { evaluation, words } = context;
  const { title } = words.report;
  const said = { period: evaluation.period.id, kpi: kpiTitle(words, kpi.id) };
  if (kpi.actual === null) return title.undefined({ ...said, why: words.whys[kpi.why ?? 'no-data'] });
  const actual = valueWords(context, kpi.unit, kpi.actual);
  const change = kpi.compare?.change;
  if (!change || !evaluation.compare) return title.actual({ ...said, actual });
  return title.change({ ...said, actual, change: changeWords(context, kpi.unit, change), base: evaluation.compare.id });
}
