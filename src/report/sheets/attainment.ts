/** Every part of every breakdown: target, attainment, gap and the other KPIs; live row by row. */
import { type Decimal, subtract } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { blank, number, signed, text, withRole } from '../cells.ts';
import {
  attainedCell,
  differenceCell,
  dimensionsText,
  headlineTitle,
  kpiOf,
  putHead,
  type ReportContext,
  statusCell,
  valueCell,
} from '../context.ts';
import { attainmentLive, changeLive, gapLive, shareLive, statusFormula } from '../formulas.ts';
import { type Breakdown, breakdownsOf, type Member, sumOf } from '../members.ts';
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
  const extra = context.evaluation.kpis
    .filter(({ id, actual }) => id !== context.headline?.id && actual !== null)
    .map(({ id }) => id);
  const base = context.evaluation.compare?.id ?? null;
  sheet.put(
    row - 1,
    1,
    text(words.report.attainmentBy(headlineTitle(context), dimensionsText(context, dimensions)), 'section'),
  );
  const layout: Layout = { names: dimensions.length, extra, base, total: row + members.length + 1, breakdown };
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

interface Layout {
  readonly names: number;
  readonly extra: readonly string[];
  readonly base: string | null;
  readonly total: number;
  readonly breakdown: Breakdown;
}

function memberCells(
  context: ReportContext,
  { names, extra, base, total, breakdown }: Layout,
  { values, kpi, kpis }: Member,
  row: number,
): Cell[] {
  const at = (offset: number, line: number | `$${number}` = row) => address(names + offset, line);
  const attained = attainmentLive(kpi, at(2), at(1));
  const gap = gapLive(kpi, at(2), at(1));
  const wholeActual = sumOf(breakdown.members, ({ actual }) => actual);
  const wholeGap = subtract(
    wholeActual,
    sumOf(breakdown.members, ({ target }) => target),
  );
  return [
    ...values.map((value) => text(value)),
    valueCell(context, kpi, kpi.target, kpi.attainmentWhy ?? 'no-target'),
    valueCell(context, kpi, kpi.actual, kpi.why),
    attainedCell(context, attained.value, kpi.attainmentWhy, attained.formula),
    gap.value === null ? blank('-') : differenceCell(context, kpi, gap.value, gap.formula),
    statusCell(context, kpi.status, statusFormula(context, kpi, at(3))),
    shareCell(
      kpi.actual === null || !breakdown.addsUp ? null : shareLive(kpi.actual, wholeActual, at(2), at(2, `$${total}`)),
    ),
    shareCell(
      gap.value === null || !breakdown.addsUp ? null : shareLive(gap.value, wholeGap, at(4), at(4, `$${total}`)),
    ),
    ...(base === null ? [] : baseCells(context, kpi, at(2), at(8))),
    ...extra.map((id) => extraCell(context, kpiOf(kpis, id))),
  ];
}

function shareCell(live: { value: Decimal | null; formula: string | null } | null): Cell {
  return !live || live.value === null ? blank('-') : number('ratio', live.value, 1, { formula: live.formula });
}

function baseCells(context: ReportContext, kpi: KpiResult, actual: string, base: string): Cell[] {
  const change = changeLive(kpi, actual, base);
  return [
    valueCell(context, kpi, kpi.compare?.actual ?? null, 'no-data'),
    change.value === null
      ? blank('-')
      : signed(kpi.unit === 'ratio' ? 'points' : 'ratio', change.value, 1, { formula: change.formula }),
  ];
}

function extraCell(context: ReportContext, kpi: KpiResult | undefined): Cell {
  return kpi ? valueCell(context, kpi, kpi.actual, kpi.why) : blank('-');
}

/** Sums where parts add up; of everything else the whole's own number. */
function totalCells(context: ReportContext, { names, extra, base, breakdown }: Layout, table: PlacedTable): Cell[] {
  const { headline, words, evaluation } = context;
  if (!headline) return [];
  const at = (offset: number) => address(names + offset, table.next);
  const { addsUp, hasTargets, members } = breakdown;
  const sum = (offset: number) =>
    addsUp ? `SUM(${tableColumn(table.name, table.headings[names + offset - 1] ?? '')})` : null;
  const target = addsUp && hasTargets ? sumOf(members, (kpi) => kpi.target) : headline.target;
  const actual = addsUp ? sumOf(members, (kpi) => kpi.actual) : headline.actual;
  const whole: KpiResult = {
    ...headline,
    actual,
    target,
    attainment: target === null || actual === null ? null : quotient(actual, target),
  };
  const attained = attainmentLive(whole, at(2), at(1));
  const gap = gapLive(whole, at(2), at(1));
  const cells = [
    text(words.report.total),
    ...Array.from({ length: names - 1 }, () => text('')),
    target === null
      ? blank(words.whys[headline.attainmentWhy ?? 'no-target'])
      : valueCell(context, whole, target, null, breakdown.hasTargets ? sum(1) : null),
    valueCell(context, whole, actual, headline.why, sum(2)),
    attainedCell(context, attained.value, headline.attainmentWhy ?? 'no-target', attained.formula),
    gap.value === null ? blank('-') : differenceCell(context, whole, gap.value, gap.formula),
    text(''),
    text(''),
    text(''),
    ...(base === null ? [] : baseCells(context, whole, at(2), at(8))),
    ...extra.map((id) => extraCell(context, kpiOf(evaluation.kpis, id))),
  ];
  return cells.map((cell) => withRole(cell, 'total'));
}

function pushChecks(
  { checks, words, headline, moneyDigits, ...rest }: ReportContext,
  breakdown: Breakdown,
  table: PlacedTable,
): void {
  if (!headline || headline.actual === null || !breakdown.addsUp) return;
  const { checkNames } = words.report.audit;
  const names = breakdown.dimensions.length;
  const by = dimensionsText({ checks, words, headline, moneyDigits, ...rest }, breakdown.dimensions);
  const sum = (offset: number) => `SUM(${tableColumn(table.name, table.headings[names + offset - 1] ?? '')})`;
  const digits = headline.unit === 'money' ? moneyDigits : 0;
  checks.push({
    name: checkNames.members(kpiTitle(words, headline.id), by),
    formula: sum(2),
    value: sumOf(breakdown.members, ({ actual }) => actual),
    engine: headline.actual,
    digits,
  });
  if (!breakdown.hasTargets) return;
  const targets = sumOf(breakdown.members, ({ target }) => target);
  checks.push({ name: checkNames.memberTargets(by), formula: sum(1), value: targets, engine: targets, digits });
}
