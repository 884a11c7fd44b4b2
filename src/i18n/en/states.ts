/** Words for the reasons, cautions, statuses and units of results, English. */
import type { Caution, Status, Unit, Why } from '../../model/kpi.ts';
import type { RollUp } from '../../model/kpi-basis.ts';
import { counted } from '../numbers.ts';

/** Why a value is not defined; stands where the number would: `revenue: no rows in the period`. */
export const whys: Readonly<Record<Why, string>> = {
  'no-data': 'no rows in the period',
  'zero-denominator': 'nothing to divide by (0)',
  'negative-base': 'the base is not above 0',
  'left-censored': 'no history before the period',
  immature: 'not finished yet',
  'missing-field': 'a column is missing',
  'no-target': 'no target',
  'target-is-zero': 'the target is 0',
  'target-incomplete': 'targets do not cover the whole period',
  'target-met': 'the target is already met',
  'target-ambiguous': 'two different targets',
  'zero-actual': 'the actual is 0',
};

/** The same in the width of a number. */
export const shortWhys: Readonly<Record<Why, string>> = {
  'no-data': 'no data',
  'zero-denominator': 'base is 0',
  'negative-base': 'base <= 0',
  'left-censored': 'no history',
  immature: 'too early',
  'missing-field': 'no column',
  'no-target': 'no target',
  'target-is-zero': 'target is 0',
  'target-incomplete': 'no target',
  'target-met': 'target met',
  'target-ambiguous': 'two targets',
  'zero-actual': 'actual is 0',
};

export const cautions: Readonly<Record<Caution, string>> = {
  'short-history': 'the history before the period is short, so the number may be too high',
  immature: 'some are still open, so the number will change',
  'whole-order-returns': 'the list of returns has no amounts, so whole orders were taken back',
  'partial-cost': 'rows without a cost are left out of it',
  'without-amount': 'deals without an amount are not in it',
  'without-probability': 'deals without an amount or a probability are not in it',
  unreplied: 'some have no reply yet, so the number can only get worse',
  'tail-gap': 'the last days of the period have no rows',
};

/** The same where it is known of how many. */
export const countedCautions: Readonly<Partial<Record<Caution, (count: number) => string>>> = {
  'without-amount': (count) => `${counted(count, 'open deal')} without an amount ${isOrAre(count)} not in it`,
  'without-probability': (count) =>
    `${counted(count, 'open deal')} without an amount or a probability ${isOrAre(count)} not in it`,
  unreplied: (count) =>
    `${counted(count, 'ticket')} ${count === 1 ? 'has' : 'have'} no reply yet, so the number can only get worse`,
};

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

/** What a KPI tells beside its value; numbers come formatted. */
export const details = {
  quartiles: (low: string, high: string) => `the middle half took ${low} to ${high} days`,
  p90: (hours: string) => `90% took at most ${hours} hours`,
  invoiced: (amount: string) => `invoiced ${amount}`,
  due: (amount: string) => `due ${amount}`,
  lookback: (days: string) => `the data begins ${days} days before the period`,
};

export const rollUps: Readonly<Record<RollUp, string>> = {
  sum: 'parts add up',
  'ratio-of-sums': 'sums of both parts, divided',
  distinct: 'counted anew, never added',
  recounted: 'computed anew, never averaged',
};

export const units: Readonly<Record<Unit, string>> = {
  money: 'money',
  count: 'number',
  ratio: '%',
  days: 'days',
  hours: 'hours',
  points: 'points',
  'money-per-day': 'money per day',
};

export const statuses: Readonly<Record<Status, string>> = {
  met: 'met',
  near: 'near',
  below: 'below',
  'on-track': 'on track',
  behind: 'behind',
  unconfirmed: 'unconfirmed',
};
