/** What share of a running period's target should be reached by now (contract §3). */
import { type Decimal, decimal, isZero, sum } from '../lib/decimal.ts';
import { compareFractions, type Fraction, fraction, times, toDecimal, whole } from '../lib/fraction.ts';
import { type Day, weekdayOf } from '../model/day.ts';
import { type Period, periodsBetween } from '../model/period.ts';

export interface ExpectedShare {
  readonly share: Fraction;
  readonly basis: 'monthly-targets' | 'workdays';
}

/** Days from Monday to Friday that are no holidays, both ends included. */
export function workdaysBetween(start: Day, end: Day, holidays: ReadonlySet<Day>): number {
  let days = 0;
  for (let day = start; day <= end; day++) if (weekdayOf(day) < 5 && !holidays.has(day)) days += 1;
  return days;
}

/** The part of the period's workdays (where it has none, of its days) that is over on the evening of `asOf`. */
export function elapsedShare(period: Period, asOf: Day, holidays: ReadonlySet<Day>): Fraction {
  if (asOf >= period.end) return whole(decimal(1));
  if (asOf < period.start) return whole(decimal(0));
  const all = workdaysBetween(period.start, period.end, holidays);
  if (all === 0) return fraction(decimal(asOf - period.start + 1), decimal(period.end - period.start + 1));
  return fraction(decimal(workdaysBetween(period.start, asOf, holidays)), decimal(all));
}

/**
 * The share of the target of `period` expected by `asOf`: months that are over count with their own targets, the
 * running one by its workdays, as far as every month of the period has a target; else by workdays of the period.
 * `monthlyTarget` gives null for a month without one.
 */
export function expectedShare(
  period: Period,
  asOf: Day,
  holidays: ReadonlySet<Day>,
  monthlyTarget: (month: Period) => Decimal | null,
): ExpectedShare {
  const months = periodsBetween(period.start, period.end, 'month');
  const isWhole = months[0]?.start === period.start && months.at(-1)?.end === period.end;
  const targets = isWhole && months.length > 1 ? months.map((month) => ({ month, target: monthlyTarget(month) })) : [];
  const all = sum(targets.map(({ target }) => target ?? decimal(0)));
  if (targets.length === 0 || isZero(all) || targets.some(({ target }) => target === null)) {
    return { share: elapsedShare(period, asOf, holidays), basis: 'workdays' };
  }
  const over = sum(targets.flatMap(({ month, target }) => (month.end <= asOf && target ? [target] : [])));
  const running = targets.find(({ month }) => month.start <= asOf && asOf < month.end);
  return { share: shareOf(over, running, all, asOf, holidays), basis: 'monthly-targets' };
}

function shareOf(
  over: Decimal,
  running: { readonly month: Period; readonly target: Decimal | null } | undefined,
  all: Decimal,
  asOf: Day,
  holidays: ReadonlySet<Day>,
): Fraction {
  if (!running?.target) return fraction(over, all);
  const part = times(whole(running.target), elapsedShare(running.month, asOf, holidays));
  const done: Fraction = {
    n: sum([part.n, { units: over.units * part.d.units, scale: over.scale + part.d.scale }]),
    d: part.d,
  };
  return times(done, fraction(decimal(1), all));
}

/** What should have been reached: `target × share`, rounded half up to 6 decimals. */
export function expectedBy(target: Decimal, { share }: ExpectedShare): Decimal {
  return toDecimal(times(whole(target), share));
}

/**
 * `on-track` when the actual is at least what is expected by now; a KPI that does not grow over the period (a ratio, a
 * mean, a level) is held against its whole target.
 */
export function paceStatus(
  actual: Fraction,
  target: Decimal,
  share: Fraction | null,
  better: 'higher' | 'lower',
): 'on-track' | 'behind' {
  const expected = share === null ? whole(target) : times(whole(target), share);
  const order = compareFractions(actual, expected);
  return (better === 'higher' ? order >= 0 : order <= 0) ? 'on-track' : 'behind';
}
