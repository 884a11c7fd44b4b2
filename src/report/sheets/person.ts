/** One page about one person, for the one-to-one: own numbers only, and room for what was agreed. */
import { compare, isZero } from '../../lib/decimal.ts';
import { textWidth } from '../../lib/text-width.ts';
import { formatDay } from '../../model/day.ts';
import type { Sheet } from '../../model/document.ts';
import type { PersonReport } from '../../model/people.ts';
import { linked, text } from '../cells.ts';
import { bulletChart } from '../charts/bullet-chart.ts';
import { trendChart } from '../charts/trend-chart.ts';
import { type PersonSheet, type ReportContext, valueWords } from '../context.ts';
import { personHeadline } from '../person-headline.ts';
import { SheetBuilder } from '../sheet-builder.ts';
import { kpiTitle } from '../words.ts';
import { putBoxes } from './person-boxes.ts';
import { putLists } from './person-lists.ts';
import { numberColumns, type PlacedNumbers, putNumbers } from './person-numbers.ts';
import { columnWidths, page } from './person-page.ts';
import { putTiles } from './person-tiles.ts';

const pageWidth = columnWidths.reduce((sum, width) => sum + width, 0);
const tilesTop = 5;
const chartsTop = 10;
const bulletRows = 5;
const trendRows = 12;

export function personSheet(context: ReportContext, { person, sheet: name }: PersonSheet, index: number): Sheet {
  const sheet = new SheetBuilder(name, 'page');
  sheet.portrait();
  putHead(context, sheet, person);
  const numbers = putNumbers(context, sheet, person, index);
  putTiles(context, sheet, person, { top: tilesTop, numbers });
  const lists = putCharts(context, sheet, person, numbers);
  const last = putBoxes(context, sheet, putLists(context, sheet, person, lists));
  sheet.print({ top: 1, left: 1, bottom: last, right: page.right });
  columnWidths.forEach((width, column) => {
    sheet.width(column + 1, width, width);
  });
  return sheet.build();
}

function putHead(context: ReportContext, sheet: SheetBuilder, person: PersonReport): void {
  const { evaluation, words } = context;
  const { report } = words;
  const { period } = evaluation;
  const comma = words.lang === 'en' ? ', ' : '，';
  const headline = personHeadline(context, person);
  sheet.put(
    1,
    1,
    linked(text(report.backToSummary, 'note'), { kind: 'sheet', sheet: report.sheets.summary, cell: 'B2' }),
  );
  sheet.put(2, page.left, text(headline, 'title', { wraps: true }));
  sheet.merge({ top: 2, left: page.left, bottom: 2, right: page.right });
  // At its size a title has room for half as many characters as the page in the body font.
  sheet.height(2, textWidth(headline) > pageWidth / 2 ? 52 : 28);
  const days = report.period({ start: formatDay(period.start), end: formatDay(period.end) });
  const facts = [
    `${period.id}${report.colon}${days}${comma}${period.complete ? report.complete : report.incomplete}`,
    evaluation.currency ?? '',
    report.asOf(formatDay(evaluation.asOf)),
  ];
  sheet.put(3, page.left, text(facts.filter((part) => part !== '').join('  |  '), 'subtitle'));
  if (evaluation.draft) sheet.put(4, page.left, text(report.draft, 'warning'));
}

/** Returns the first row below. */
function putCharts(
  context: ReportContext,
  sheet: SheetBuilder,
  { kpis: [kpi], trend }: PersonReport,
  { kpiRows, trendRows: months }: PlacedNumbers,
): number {
  let top = chartsTop;
  const { name, actual, target } = numberColumns;
  const area = (rows: number) => ({ top, left: page.left, bottom: top + rows - 1, right: page.right });
  const bullet =
    kpi &&
    kpiRows &&
    bulletChart(context, kpi, {
      rows: { ...kpiRows, last: kpiRows.first },
      columns: { name, actual, target },
      area: area(bulletRows),
    });
  if (bullet) {
    sheet.chart(bullet);
    top += bulletRows + 1;
  }
  const chart =
    months &&
    trendChart(context, trendTitle(context, trend), trend, {
      rows: months,
      columns: { period: name, actual, target },
      area: area(trendRows),
    });
  if (chart && hasCourse(trend)) {
    sheet.chart(chart);
    top += trendRows + 1;
  }
  return top;
}

/** One sub-period is no course. */
function hasCourse(trend: PersonReport['trend']): boolean {
  return trend.filter(({ kpi }) => kpi.actual !== null && !isZero(kpi.actual)).length > 1;
}

function trendTitle({ words, ...context }: ReportContext, trend: PersonReport['trend']): string {
  const { title } = words.report;
  const known = trend.flatMap(({ period, kpi }) => (kpi.actual === null ? [] : [{ period, kpi, actual: kpi.actual }]));
  const [first, ...others] = known;
  if (first === undefined) return title.noTrend;
  const best = others.reduce((most, one) => (compare(one.actual, most.actual) > 0 ? one : most), first);
  return title.trend({
    kpi: kpiTitle(words, best.kpi.id),
    best: best.period,
    actual: valueWords({ words, ...context }, best.kpi.unit, best.actual),
  });
}
