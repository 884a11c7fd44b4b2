/** Medians of durations in hours, from whole seconds. */
import { decimal } from '../lib/decimal.ts';
import { type Fraction, fraction, times, toDecimal } from '../lib/fraction.ts';
import { quantile } from './aggregate/quantile.ts';
import { defined, type Measure, notDefined } from './kpi.ts';
import { mapGroups, type Slice } from './slice.ts';

const perHour = fraction(decimal(1), decimal(3600));

/** The median per group of a column of seconds, with p90 and how many rows have none. */
export function medianHours(slice: Slice, field: string, isUnfinished: 'unreplied' | null): Measure[] {
  const seconds = slice.population.facts.columns.get(field);
  return mapGroups(slice, (from, to) => {
    const rows = slice.rows.subarray(from, to);
    const took =
      seconds?.kind === 'amount'
        ? Float64Array.from(
            rows.filter((row) => seconds.present[row] === 1),
            (row) => seconds.units[row] ?? 0,
          ).sort()
        : new Float64Array();
    const open = decimal(rows.length - took.length);
    const details = isUnfinished ? { [isUnfinished]: open } : {};
    const [median, p90] = [quantile(took, 1, 2), quantile(took, 9, 10)];
    if (median === null || p90 === null) return notDefined('no-data', details);
    const cautions = isUnfinished && took.length < rows.length ? [isUnfinished] : [];
    return defined(hours(median), cautions, { p90: hours(p90), ...details });
  });
}

function hours(seconds: Fraction) {
  return toDecimal(times(seconds, perHour));
}
