/** Teams, the people in them, and their months in the period, each folded below the other. */
import { add, compare, type Decimal, zero } from '../../lib/decimal.ts';
import type { Cell } from '../../model/document.ts';
import type { KpiResult, RecentPoint, TeamEntry } from '../../model/evaluation.ts';
import { basisOf } from '../../model/kpi-basis.ts';
import { liesIn } from '../../model/period.ts';
import { blank, text } from '../cells.ts';
import { attainedCell, differenceCell, headlineTitle, type ReportContext, statusCell, valueCell } from '../context.ts';
import { attainmentLive, gapLive, statusFormula } from '../formulas.ts';
import { quotient } from '../numbers.ts';
import { address, type SheetBuilder } from '../sheet-builder.ts';
import { subPeriod } from '../sub-period.ts';
import { dimensionTitle } from '../words.ts';

const at = { target: 4, actual: 5, attained: 6 };

/** One row: a team, a person or a month, and which rows below it are its parts. */
interface Line {
  readonly level: 0 | 1 | 2;
  readonly names: readonly [team: string, person: string, period: string];
  readonly kpi: KpiResult;
  /** How far below the row its parts stand; null where they do not add up to it. */
  readonly actualParts: readonly number[] | null;
  readonly targetParts: readonly number[] | null;
}

/** Returns the first free row; `row` itself without teams. */
export function putTeams(context: ReportContext, sheet: SheetBuilder, row: number): number {
  const { words, evaluation } = context;
  if (evaluation.teams.length === 0) return row;
  const c = words.report.columns;
  sheet.put(row - 1, 1, text(words.report.byTeam(headlineTitle(context)), 'section'));
  const lines = linesOf(context);
  const table = sheet.table({
    name: 'tblTeams',
    top: row,
    left: 1,
    columns: [
      dimensionTitle(words, 'team'),
      dimensionTitle(words, 'rep'),
      c.period,
      ...[c.target, c.actual, c.attained, c.gap, c.status],
    ],
    items: lines,
    row: (line, place) => lineCells(context, line, place),
  });
  lines.forEach(({ level }, index) => {
    if (level > 0) sheet.outline(table.firstRow + index, level, level === 2);
  });
  return table.next + 3;
}

function linesOf(context: ReportContext): Line[] {
  const months = monthsInside(context);
  return context.evaluation.teams.flatMap((team) => {
    const people = team.people.map((person) => personLines(context, team, person, months));
    const starts = people.map((_, index) => 1 + people.slice(0, index).reduce((sum, { length }) => sum + length, 0));
    const own: Line = {
      level: 0,
      names: [team.team, '', ''],
      kpi: team.kpi,
      ...partsOf(
        context,
        team.kpi,
        team.people.map(({ kpi }) => kpi),
        starts,
      ),
    };
    return [own, ...people.flat()];
  });
}

function personLines(
  context: ReportContext,
  { team }: TeamEntry,
  { rep, kpi, points }: TeamEntry['people'][number],
  months: readonly { readonly id: string; readonly place: number }[],
): Line[] {
  const lines = months.map(({ id, place }): Line => {
    const point = points[place] ?? { actual: null, target: null };
    return { level: 2, names: [team, rep, id], kpi: monthOf(kpi, point), actualParts: null, targetParts: null };
  });
  const own = partsOf(
    context,
    kpi,
    lines.map((line) => line.kpi),
    lines.map((_, index) => index + 1),
  );
  return [{ level: 1, names: [team, rep, ''], kpi, ...own }, ...lines];
}

/** The sub-periods of the evaluated period, where there are several and all are known. */
function monthsInside({ evaluation }: ReportContext): { readonly id: string; readonly place: number }[] {
  const months = evaluation.recent.periods
    .map((id, place) => ({ id, place }))
    .filter(({ id }) => {
      const period = subPeriod(evaluation, id);
      return period !== undefined && liesIn(period, evaluation.period);
    });
  const [first] = months;
  const isWhole = first !== undefined && subPeriod(evaluation, first.id)?.start === evaluation.period.start;
  return isWhole && months.length > 1 ? months : [];
}

function monthOf(kpi: KpiResult, { actual, target }: RecentPoint): KpiResult {
  const attainment = actual === null || target === null ? null : quotient(actual, target);
  return { ...kpi, actual, target, attainment, attainmentWhy: target === null ? 'no-target' : null, status: null };
}

/** Sums are live only where the parts are the whole: distinct counts and ratios are not. */
function partsOf(
  { headline }: ReportContext,
  { actual, target }: KpiResult,
  parts: readonly KpiResult[],
  offsets: readonly number[],
): Pick<Line, 'actualParts' | 'targetParts'> {
  const isSum = headline !== undefined && basisOf(headline.id)?.rollUp === 'sum' && parts.length > 0;
  const equals = (whole: Decimal | null, pick: (part: KpiResult) => Decimal | null) =>
    isSum &&
    whole !== null &&
    compare(
      parts.reduce((sum, part) => add(sum, pick(part) ?? zero), zero),
      whole,
    ) === 0;
  return {
    actualParts: equals(actual, (part) => part.actual) ? offsets : null,
    targetParts: equals(target, (part) => part.target) ? offsets : null,
  };
}

function lineCells(context: ReportContext, { level, names, kpi, ...parts }: Line, row: number): Cell[] {
  const cell = (column: number) => address(column, row);
  const sum = (column: number, offsets: readonly number[] | null) =>
    offsets?.map((offset) => address(column, row + offset)).join('+') ?? null;
  const attained = attainmentLive(kpi, cell(at.actual), cell(at.target));
  const gap = gapLive(kpi, cell(at.actual), cell(at.target));
  return [
    ...names.map((name) => text(name, level === 0 ? 'total' : 'body')),
    valueCell(context, kpi, kpi.target, kpi.attainmentWhy ?? 'no-target', sum(at.target, parts.targetParts)),
    valueCell(context, kpi, kpi.actual, kpi.why, sum(at.actual, parts.actualParts)),
    attainedCell(context, attained.value, kpi.attainmentWhy, attained.formula),
    gap.value === null ? blank('-') : differenceCell(context, kpi, gap.value, gap.formula),
    statusCell(context, kpi.status, statusFormula(context, kpi, cell(at.attained))),
  ];
}
