/** Parts side by side: attainment over its ranges, or amounts where there is no target. */
import { compare, type Decimal, decimal, zero } from '../../lib/decimal.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { BarsChart, BulletChart, LegendItem } from '../../model/page-chart.ts';
import type { ReportContext } from '../context.ts';
import { type Breakdown, listed, type Member, sumOf } from '../members.ts';
import { attainmentText, percentText, quotient } from '../numbers.ts';
import { scaled, scaleOf } from './scale.ts';

/** More rows than that do not fit on a printed page. */
const mostBars = 24;
/** A bar of a tiny target would leave no room for the others; it ends here, and its label tells. */
const longestBar = decimal(2);
const near = decimal(8, 1);

/** What a chart shows of one part, or of several put together. */
export interface Shown {
  readonly name: string;
  readonly kpi: Pick<KpiResult, 'actual' | 'target' | 'attainment' | 'status' | 'better'>;
}

/** As the table lists them; of many the best and the last, the others between them as one. */
export function shownOf(context: ReportContext, breakdown: Breakdown): Shown[] {
  const { addsUp, hasTargets } = breakdown;
  const usable = listed(context, breakdown).filter(({ kpi }) => (hasTargets ? kpi.attainment : kpi.actual) !== null);
  if (usable.length <= mostBars) return usable;
  const isLower = context.headline?.better === 'lower';
  if (!addsUp || isLower) return usable.slice(0, mostBars);
  const last = hasTargets ? mostBars / 2 - 1 : 0;
  const first = mostBars - 1 - last;
  const between = usable.slice(first, usable.length - last);
  return [...usable.slice(0, first), together(context, between), ...usable.slice(usable.length - last)];
}

function together({ words }: ReportContext, members: readonly Member[]): Shown {
  const actual = sumOf(members, (kpi) => kpi.actual);
  const target = sumOf(members, (kpi) => kpi.target);
  const attainment = quotient(actual, target);
  const name = words.report.others(members.length);
  return { name, kpi: { actual, target, attainment, status: null, better: 'higher' } };
}

/** Null where nothing has a target. */
export function bulletChart(context: ReportContext, shown: readonly Shown[]): BulletChart | null {
  const { words } = context;
  const { onPage: page } = words.report;
  const bars = shown.flatMap(({ name, kpi }) => {
    if (kpi.attainment === null) return [];
    const word = kpi.status === null ? '' : ` ${words.statuses[kpi.status]}`;
    return [{ name, label: `${attainmentOf(kpi)}${word}`, ratio: kpi.attainment, status: kpi.status }];
  });
  if (bars.length === 0) return null;
  const isCut = bars.some(({ ratio }) => compare(ratio, longestBar) > 0);
  return {
    kind: 'bullet',
    near,
    longest: isCut ? longestBar : null,
    bars,
    description: bars.map(({ name, label }) => `${name} ${label}`).join(page.semicolon),
    legend: bulletLegend(context, bars),
    note: isCut ? page.cutBar(percentText(longestBar, 0)) : '',
  };
}

/** The status is decided on exact values, and the percent must not contradict it. */
function attainmentOf({ actual, target, attainment, better, status }: Shown['kpi']): string {
  if (attainment !== null && status === null) return percentText(attainment, 1);
  return attainmentText({ actual, target, attainment, better });
}

function bulletLegend({ words }: ReportContext, bars: BulletChart['bars']): LegendItem[] {
  const { onPage: page } = words.report;
  const statuses = (['met', 'on-track', 'near', 'unconfirmed', 'below', 'behind'] as const).filter((status) =>
    bars.some((bar) => bar.status === status),
  );
  return [
    ...statuses.map((status) => ({ look: status, text: words.statuses[status] })),
    { look: 'target', text: page.targetMark },
    { look: 'range-low', text: page.underNear },
    { look: 'range-high', text: page.underMet },
  ];
}

/** Null where there is nothing to compare: fewer than two parts. */
export function barsChart(context: ReportContext, kpi: KpiResult, shown: readonly Shown[]): BarsChart | null {
  if (shown.length < 2) return null;
  const scale = scaleOf(
    context,
    kpi,
    shown.map((item) => item.kpi.actual),
  );
  const bars = shown.map((item) => {
    const value: Decimal = item.kpi.actual ?? zero;
    return { name: item.name, value, label: scaled(value, scale) };
  });
  return {
    kind: 'bars',
    bars,
    description: bars.map(({ name, label }) => `${name} ${label}`).join(context.words.report.onPage.semicolon),
    legend: [],
    note: scale.unit,
  };
}
