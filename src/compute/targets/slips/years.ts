/** A row of another year, where the same month of the year of all others is missing. */
import { groupBy } from '../../../lib/group-by.ts';
import { civilOf, dayOf } from '../../../model/day.ts';
import { type Period, periodOf } from '../../../model/period.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { cellKey, rowKey, tableOf, unitOf } from '../rules/rule.ts';
import type { Slip, SlipFinder } from './slip.ts';

export const findOtherYears: SlipFinder = (targets, { data }) => {
  const told = new Set(
    (data?.problems ?? []).filter(({ code }) => code === 'targets/calendar').map(({ place }) => cellKey(place)),
  );
  const long = targets.filter(({ cells, period }) => cells.period !== null && grains.has(period.grain));
  return [...groupBy(long, (target) => cellKey(tableOf(target))).values()].flatMap((own) => slipsIn(own, told));
};

const grains: ReadonlySet<Period['grain']> = new Set(['month', 'quarter', 'half']);

function slipsIn(targets: readonly Target[], told: ReadonlySet<string>): Slip[] {
  const years = [...groupBy(targets, yearOf)].sort(([, a], [, b]) => b.length - a.length);
  const [usual, ...others] = years;
  if (usual === undefined) return [];
  const [year, same] = usual;
  const stated = new Set(same.map((target) => slotOf(target, target.period)));
  const periods = new Set(same.map(({ period }) => period.id));
  return others.flatMap(([, rows]) => {
    // A row may hold targets of several KPIs.
    const byRow = groupBy(rows, ({ place }) => rowKey(place));
    if (byRow.size > 1 || rows.length * 3 > same.length) return [];
    const meant = rows.map((target) => ({ target, period: inYear(target.period, year) }));
    const fits = meant.every(({ target, period }) => periods.has(period.id) && !stated.has(slotOf(target, period)));
    return fits ? slipOf(meant, told) : [];
  });
}

function yearOf({ period }: Target): number {
  return civilOf(period.start).year;
}

function slotOf(target: Target, { id }: Period): string {
  return JSON.stringify([unitOf(target), target.kpi, target.kind, target.version, id]);
}

function inYear(period: Period, year: number): Period {
  const { grain, start } = period;
  if (grain === 'range' || grain === 'all') return period;
  return periodOf(dayOf(year, civilOf(start).month, 1) ?? start, grain);
}

function slipOf(
  meant: readonly { readonly target: Target; readonly period: Period }[],
  told: ReadonlySet<string>,
): Slip[] {
  const [first] = meant;
  const place = first?.target.cells.period ?? null;
  if (first === undefined || place === null) return [];
  const byTarget = new Map(meant.map(({ target, period }) => [target, period]));
  const params = { kind: 'row', found: first.target.period.id, expected: first.period.id };
  const found = {
    problem: problem('targets/calendar', place, params, { value: params.found }),
    of: first.target.period,
  };
  return [
    {
      found: told.has(cellKey(place)) ? null : found,
      concerns: (target) => byTarget.has(target),
      meant: (target) => ({ ...target, period: byTarget.get(target) ?? target.period }),
    },
  ];
}
