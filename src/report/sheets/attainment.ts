/** Every part of every breakdown: target, attainment, gap and the other KPIs; live row by row. */
import type { Decimal } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { blank, linked, number, text, withRole } from '../cells.ts';
import { memberChart } from '../charts/member-chart.ts';
import {
  attainedCell,
  changeCell,
  differenceCell,
  dimensionsText,
  headlineTitle,
  kpiOf,
  linkToPerson,
  putHead,
  type ReportContext,
  statusCell,
  valueCell,
  valueOrReason,
} from '../context.ts';
import { attainmentLive, changeLive, gapLive, shareLive, statusFormula } from '../formulas.ts';
import { type Breakdown, breakdownsOf, type Member, sumOf, wholeOf } from '../members.ts';
import { percentText, quotient } from '../numbers.ts';
import { address, type PlacedTable, SheetBuilder, tableColumn } from '../sheet-builder.ts';
import { dimensionTitle, kpiTitle } from '../words.ts';
import { putOtherKpis } from './attainment-kpis.ts';
import { putRecent } from './attainment-recent.ts';
import { putTeams } from './attainment-teams.ts';

const top = 5;

/** Sheet row of the first member of the first breakdown; the others follow in its order. */
export const firstMemberRow = top + 1;

export function attainmentSheet(context: ReportContext): Sheet {
  const sheet = new SheetBuilder(context.words.report.sheets.attainment, 'data');
  const breakdowns = breakdownsOf(context);
  putHead(context, sheet, attainmentTitle(context, breakdowns[0]));
  let row = top;
  breakdowns.forEach((breakdown, index) => {
    row = putBreakdown(context, sheet, breakdown, row, index);
    if (index === 0) {
      row = putRecent(context, sheet, breakdown, row);
      row = putTeams(context, sheet, row);
    }
    row = putOtherKpis(context, sheet, breakdown, { row, index });
  });
  sheet.freeze(3, breakdowns.length === 1 ? (breakdowns[0]?.dimensions.length ?? 0) : 0);
  return sheet.build();
}

/** The finding: how many reached their target, else who brings most. */
export function attainmentTitle(context: ReportContext, breakdown: Breakdown | undefined): string {
  const { title } = context.words.report;
  const first = breakdown?.members[0];
  if (!breakdown || !first) return title.noBreakdown;
  const by = dimensionsText(context, breakdown.dimensions);
  const judged = breakdown.members.filter(({ kpi }) => kpi.attainment !== null);
  if (judged.length > 0)
    return title.members({ met: judged.filter(({ kpi }) => kpi.status === 'met').length, of: judged.length, by });
  const whole = context.headline?.actual;
  const share = first.kpi.actual && whole ? quotient(first.kpi.actual, whole) : null;
  return share === null
    ? title.leader({ name: first.name, share: '-', by })
    : title.leader({ name: first.name, share: percentText(share, 1), by });
}

/** Returns the first row below. */
function putBreakdown(
  context: ReportContext,
  sheet: SheetBuilder,
  breakdown: Breakdown,
  row: number,
  index: number,
): number {
  const { words } = context;
  const c = words.report.columns;
  const { dimensions, members } = breakdown;
  const extra = besideRevenue.filter((id) => kpiOf(context.evaluation.kpis, id)?.actual);
  const base = context.evaluation.compare?.id ?? null;
  sheet.put(
    row - 1,
    1,
    text(words.report.attainmentBy(headlineTitle(context), dimensionsText(context, dimensions)), 'section'),
  );
  const layout: Layout = {
    names: dimensions.length,
    extra,
    base,
    total: row + members.length + 1,
    breakdown,
    ...shareBases(context, breakdown),
  };
  const table = sheet.table({
    name: index === 0 ? 'tblAttainmentFull' : `tblAttainmentFull${index + 1}`,
    top: row,
    left: 1,
    columns: [
      ...dimensions.map((dimension) => dimensionTitle(words, dimension)),
      ...[c.target, c.actual, c.attained, c.gap, c.status, c.share, c.shareOfGap],
      ...(base === null ? [] : [words.report.versus(base), c.change]),
      ...extra.map((id) => kpiTitle(words, id)),
    ],
    items: members,
    row: (member, at) => memberCells(context, layout, member, at),
  });
  sheet.putRow(table.next, 1, totalCells(context, layout, table));
  pushChecks(context, breakdown, table);
  dimensions.forEach((_, column) => {
    sheet.width(column + 1, 14, 34);
  });
  putBullets(context, sheet, breakdown, table);
  return table.next + 4;
}

/** What a person sells to whom; all other KPIs have a table of their own, so that both can be read on paper. */
const besideRevenue = ['orders', 'active-customers'];
/** Bars that can be told apart, and rows that they take. */
const mostBars = 30;

/** Bars of the members on the right of their table; its rows are theirs, so the chart is as long as it needs. */
function putBullets(context: ReportContext, sheet: SheetBuilder, breakdown: Breakdown, table: PlacedTable): void {
  const shown = breakdown.members.slice(0, mostBars);
  const names = breakdown.dimensions.length;
  const left = table.headings.length + 2;
  const chart = memberChart(context, attainmentTitle(context, breakdown), shown, {
    rows: { sheet: sheet.name, first: table.firstRow, last: table.firstRow + shown.length - 1 },
    columns: { name: names, target: breakdown.hasTargets ? names + 1 : null, actual: names + 2 },
    area: { top: table.top, left, bottom: table.top + Math.max(13, shown.length + 4), right: left + 6 },
  });
  if (chart !== null) sheet.chart(chart);
}

function shareBases({ headline }: ReportContext, breakdown: Breakdown): Pick<Layout, 'actualOf' | 'gapOf'> {
  if (!headline || !breakdown.addsUp) return { actualOf: null, gapOf: null };
  const isShared = headline.gap !== null && wholeOf(headline, breakdown).isTargetSum;
  return { actualOf: headline.actual, gapOf: isShared ? headline.gap : null };
}

interface Layout {
  readonly names: number;
  readonly extra: readonly string[];
  readonly base: string | null;
  readonly total: number;
  /** What shares are of; null where the parts do not add up to it. */
  readonly actualOf: Decimal | null;
  readonly gapOf: Decimal | null;
  readonly breakdown: Breakdown;
}

function memberCells(
  context: ReportContext,
  { names, extra, base, total, actualOf, gapOf, breakdown }: Layout,
  { values, kpi, kpis }: Member,
  row: number,
): Cell[] {
  const at = (offset: number, line: number | `$${number}` = row) => address(names + offset, line);
  const attained = attainmentLive(kpi, at(2), at(1));
  const gap = gapLive(kpi, at(2), at(1));
  return [
    ...values.map((value, place) =>
      linked(text(value), breakdown.dimensions[place] === 'rep' ? linkToPerson(context, value) : null),
    ),
    valueCell(context, kpi, kpi.target, kpi.attainmentWhy ?? 'no-target'),
    valueCell(context, kpi, kpi.actual, kpi.why),
    attainedCell(context, attained.value, kpi.attainmentWhy, attained.formula),
    gap.value === null ? blank('-') : differenceCell(context, kpi, gap.value, gap.formula),
    statusCell(context, kpi.status, statusFormula(context, kpi, at(3))),
    shareCell(kpi.actual && actualOf ? shareLive(kpi.actual, actualOf, at(2), at(2, `$${total}`)) : null),
    shareCell(kpi.gap && gap.value && gapOf ? shareLive(gap.value, gapOf, at(4), at(4, `$${total}`)) : null),
    ...(base === null ? [] : baseCells(context, kpi, at(2), at(8))),
    ...extra.map((id) => valueOrReason(context, kpiOf(kpis, id))),
  ];
}

function shareCell(live: { value: Decimal | null; formula: string | null } | null): Cell {
  return !live || live.value === null ? blank('-') : number('ratio', live.value, 1, { formula: live.formula });
}

function baseCells(context: ReportContext, kpi: KpiResult, actual: string, base: string): Cell[] {
  const change = changeLive(kpi, actual, base);
  return [valueCell(context, kpi, kpi.compare?.actual ?? null, null), changeCell(context, kpi, change)];
}

/** Sums where parts add up; of everything else the whole's own number. */
function totalCells(context: ReportContext, layout: Layout, table: PlacedTable): Cell[] {
  const { headline, words, evaluation } = context;
  if (!headline) return [];
  const { names, extra, base, breakdown } = layout;
  const { isActualSum, isTargetSum } = wholeOf(headline, breakdown);
  const at = (offset: number) => address(names + offset, table.next);
  const sum = (offset: number) => sumFormula(table, names + offset);
  const attained = attainmentLive(headline, at(2), at(1));
  const gap = gapLive(headline, at(2), at(1));
  const cells = [
    text(words.report.total),
    ...Array.from({ length: names - 1 }, () => text('')),
    valueCell(context, headline, headline.target, headline.attainmentWhy ?? 'no-target', isTargetSum ? sum(1) : null),
    valueCell(context, headline, headline.actual, headline.why, isActualSum ? sum(2) : null),
    attainedCell(context, attained.value, headline.attainmentWhy, attained.formula),
    gap.value === null ? blank('-') : differenceCell(context, headline, gap.value, gap.formula),
    statusCell(context, headline.status, statusFormula(context, headline, at(3))),
    text(''),
    text(''),
    ...(base === null ? [] : baseCells(context, headline, at(2), at(8))),
    ...extra.map((id) => valueOrReason(context, kpiOf(evaluation.kpis, id))),
  ];
  return cells.map((cell) => withRole(cell, 'total'));
}

/** The sum of column `column` (from 1) of a table. */
function sumFormula(table: PlacedTable, column: number): string {
  return `SUM(${tableColumn(table.name, table.headings[column - 1] ?? '')})`;
}

function pushChecks(context: ReportContext, breakdown: Breakdown, table: PlacedTable): void {
  const { checks, words, headline, checkDigits } = context;
  if (!headline?.actual || !breakdown.addsUp) return;
  const { checkNames } = words.report.audit;
  const names = breakdown.dimensions.length;
  const by = dimensionsText(context, breakdown.dimensions);
  const digits = headline.unit === 'money' ? checkDigits : 0;
  checks.push({
    name: checkNames.members(kpiTitle(words, headline.id), by),
    formula: sumFormula(table, names + 2),
    value: sumOf(breakdown.members, ({ actual }) => actual),
    engine: headline.actual,
    digits,
  });
  if (!headline.target || !wholeOf(headline, breakdown).isTargetSum) return;
  checks.push({
    name: checkNames.memberTargets(by),
    formula: sumFormula(table, names + 1),
    value: sumOf(breakdown.members, ({ target }) => target),
    engine: headline.target,
    digits,
  });
}
