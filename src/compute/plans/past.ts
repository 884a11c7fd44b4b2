/** What the facts say of earlier periods: how much each part made, and how much each month of the year. */
import { add, type Decimal, signOf, zero } from '../../lib/decimal.ts';
import type { DataSet } from '../../model/data-set.ts';
import { calendarSpan, monthStart, type Period, yearAgo } from '../../model/period.ts';
import { groupCut, periodCut } from '../cut.ts';
import { factsOf, unassigned } from '../dimensions.ts';
import { groupingBy } from '../grouping.ts';
import { type History, historyOf } from '../history.ts';
import type { Kpi } from '../kpi.ts';
import { type Streams, streamsOf } from '../streams.ts';

export interface PastPart {
  readonly path: readonly string[];
  readonly amount: Decimal;
}

export interface Past {
  /** First and last day with facts of the KPI's own rows. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** The months before `period` from which shares of parts are taken: a year, or what there is. */
  partsBase(period: Period): Period | null;
  /** The same months a year, two and three years earlier, as far as the facts have them whole. */
  seasonBases(period: Period): readonly Period[];
  /** What each combination of `dimensions` made; null where the facts do not have them. */
  parts(dimensions: readonly string[], period: Period): readonly PastPart[] | null;
  /** The KPI's values as they are, also of ratios. */
  values(periods: readonly Period[]): readonly (Decimal | null)[];
  /** What each period made. */
  amounts(periods: readonly Period[]): readonly Decimal[];
}

const mostYears = 3;

/** Null where the data has nothing that the KPI is measured over. */
export function pastOf(data: DataSet, kpi: Kpi): Past | null {
  if (factsOf(data).length === 0) return null;
  const streams = streamsOf(data, {});
  const history = historyOf(streams, 0);
  const population = streams.population(kpi.stream);
  if (population === null || population.lastDay < population.firstDay || kpi.missing(history).length > 0) return null;
  const { firstDay, lastDay } = population;
  const values = (periods: readonly Period[]) => {
    const [first] = periods;
    const slice = first && periodCut(streams, periods, first).slice(kpi.stream);
    return slice ? kpi.measure(slice, history).map(({ actual }) => actual) : periods.map(() => null);
  };
  return {
    firstDay,
    lastDay,
    partsBase(period) {
      const yearBefore = monthStart(period.start, -12);
      const start = firstDay > yearBefore ? monthStart(firstDay) : yearBefore;
      return start >= period.start || lastDay < start ? null : calendarSpan(start, period.start - 1);
    },
    seasonBases(period) {
      const years: Period[] = [];
      for (
        let year = yearAgo(period);
        years.length < mostYears && year.start >= monthStart(firstDay);
        year = yearAgo(year)
      ) {
        if (monthStart(year.end) <= lastDay) years.push(year);
      }
      return years;
    },
    parts: (dimensions, period) => partsIn(data, streams, history, kpi, dimensions, period),
    values,
    amounts: (periods) => values(periods).map(notNegative),
  };
}

function partsIn(
  data: DataSet,
  streams: Streams,
  history: History,
  kpi: Kpi,
  dimensions: readonly string[],
  period: Period,
): readonly PastPart[] | null {
  if (!factsKnow(data, dimensions)) return null;
  const grouping = groupingBy(data, dimensions, []);
  const slice = groupCut(streams, period, grouping).slice(kpi.stream);
  if (slice === null) return null;
  const measures = kpi.measure(slice, history);
  return grouping.listed
    .filter(({ values }) => !values.includes(unassigned))
    .map(({ group, values }) => ({ path: values, amount: notNegative(measures[group]?.actual ?? null) }));
}

export function factsKnow(data: DataSet, dimensions: readonly string[]): boolean {
  return factsOf(data).some(([, facts]) => dimensions.every((name) => facts.dimension(name) !== undefined));
}

/** A part that only took goods back has no share, not a negative one. */
function notNegative(amount: Decimal | null): Decimal {
  return amount === null || signOf(amount) < 0 ? zero : amount;
}

export function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce(add, zero);
}
