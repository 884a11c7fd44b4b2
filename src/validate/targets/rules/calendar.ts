/** Thirteen months, months out of order, rows of another year than the title's. */

import { civilOf } from '../../../model/day.ts';
import type { PeriodColumn } from '../../../model/mapping.ts';
import { monthsIn } from '../../../model/period.ts';
import type { Place } from '../../../model/place.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import type { TargetTable } from '../target-table.ts';

export function findCalendarTroubles(table: TargetTable, targets: readonly Target[]): Problem[] {
  return [...wrongColumns(table), ...otherYear(table, targets)];
}

function wrongColumns(table: TargetTable): Problem[] {
  const months = table.mapping.periodColumns.filter(
    ({ role, period }) => role === 'target' && period.grain === 'month',
  );
  const kpis = new Set(months.map(({ kpi }) => kpi));
  return [...kpis].flatMap((kpi) => {
    const own = months.filter((column) => column.kpi === kpi);
    return [...thirteen(table, own), ...disordered(table, own)];
  });
}

function headingPlace(table: TargetTable, index: number): Place {
  return { ...table.place(null, index), row: table.mapping.headerRow };
}

function headingExtras(table: TargetTable, index: number) {
  const heading = table.columnAt(index)?.heading ?? null;
  return { heading, value: heading };
}

function thirteen(table: TargetTable, months: readonly PeriodColumn[]): Problem[] {
  const last = months[12];
  if (last === undefined || months.length !== 13) return [];
  const params = { kind: 'months', found: '13', expected: '12' };
  return [problem('targets/calendar', headingPlace(table, last.index), params, headingExtras(table, last.index))];
}

/** April to December and then January of the same year: the fiscal year goes on in the next. */
function disordered(table: TargetTable, months: readonly PeriodColumn[]): Problem[] {
  const at = months.findIndex(({ period }, i) => i > 0 && period.start < (months[i - 1]?.period.start ?? 0));
  const [before, column] = [months[at - 1], months[at]];
  if (before === undefined || column === undefined) return [];
  const params = { kind: 'order', found: column.period.id, expected: before.period.id };
  const related = [headingPlace(table, before.index)];
  const extras = { ...headingExtras(table, column.index), related };
  return [problem('targets/calendar', headingPlace(table, column.index), params, extras)];
}

/** Targets that lie wholly outside the year of the title, unless all of them make one fiscal year that touches it. */
function otherYear(table: TargetTable, targets: readonly Target[]): Problem[] {
  const year = yearOfTitle(table.mapping.statements.title ?? '');
  if (year === null || targets.length === 0) return [];
  const start = Math.min(...targets.map(({ period }) => period.start));
  const end = Math.max(...targets.map(({ period }) => period.end));
  const out = targets.filter(({ period }) => civilOf(period.start).year > year || civilOf(period.end).year < year);
  const [first, ...others] = out;
  const isFiscal = monthsIn({ start, end }) <= 12 && out.length < targets.length;
  if (first === undefined || isFiscal) return [];
  const place = periodPlace(table, first);
  const related = others.map((target) => periodPlace(table, target));
  const params = { kind: 'year', found: first.period.id, expected: String(year) };
  return [problem('targets/calendar', place, params, { value: first.period.id, related })];
}

function yearOfTitle(title: string): number | null {
  const years = [...title.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([text]) => Number(text));
  return new Set(years).size === 1 ? (years[0] ?? null) : null;
}

/** The cell of the period: the row's own, or the heading of its column. */
function periodPlace(table: TargetTable, { place }: Target): Place {
  const column = table.column('period') ?? table.column('periodStart');
  if (table.isWide) return { ...place, row: table.mapping.headerRow };
  return column === undefined ? place : { ...place, column: column.index + 1 };
}
