/** Every part of every breakdown: target, attainment, gap and the other KPIs; live row by row. */
import type { Decimal } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { blank, linked, number, text, withRole } from '../cells.ts';
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
  sideKpis,
  statusCell,
  valueCell,
} from '../context.ts';
import { attainmentLive, changeLive, gapLive, shareLive, statusFormula } from '../formulas.ts';
import { type Breakdown, breakdownsOf, type Member, sumOf, wholeOf } from '../members.ts';
import { percentText, quotient } from '../numbers.ts';
import { address, type PlacedTable, SheetBuilder, tableColumn } from '../sheet-builder.ts';
import { dimensionTitle, kpiTitle } from '../words.ts';

const top = 5;

export function attainmentSheet(context: ReportContext): Sheet {
  const sheet = new SheetBuilder(context.words.report.sheets.attainment, 'data');
  const breakdowns = breakdownsOf(context);
  putHead(context, sheet, attainmentTitle(context, breakdowns[0]));
  let row = top;
  breakdowns.forEach((breakdown, index) => {
    row = putBreakdown(context, sheet, breakdown, row, index);
  });
  sheet.freeze(
    breakdowns.length === 1 ? top : 3,
    breakdowns.length === 1 ? (breakdowns[0]?.dimensions.length ?? 0) : 0,
  );
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
  const extra = sideKpis(context).filter((id) => kpiOf(context.evaluation.kpis, id)?.actual);
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
  return table.next + 4;
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
    ...extra.map((id) => extraCell(context, kpiOf(kpis, id))),
  ];
}

function shareCell(live: { value: Decimal | null; formula: string | null } | null): Cell {
  return !live || live.value === null ? blank('-') : number('ratio', live.value, 1, { formula: live.formula });
}

function baseCells(context: ReportContext, kpi: KpiResult, actual: string, base: string): Cell[] {
  const change = changeLive(kpi, actual, base);
  return [valueCell(context, kpi, kpi.compare?.actual ?? null, null), changeCell(context, kpi, change)];
}

function extraCell(context: ReportContext, kpi: KpiResult | undefined): Cell {
  return kpi ? valueCell(context, kpi, kpi.actual, kpi.why) : blank('-');
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
    ...extra.map((id) => extraCell(context, kpiOf(evaluation.kpis, id))),
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
