export const units = ['money', 'count', 'ratio', 'days', 'hours', 'points', 'money-per-day'] as const;
export type Unit = (typeof units)[number];

/** Why a value is not defined (contract §4). */
export const whys = [
  'no-data',
  'zero-denominator',
  'negative-base',
  'left-censored',
  'immature',
  'missing-field',
  'no-target',
  'target-is-zero',
  'target-incomplete',
  'target-met',
  'target-ambiguous',
  'zero-actual',
] as const;
export type Why = (typeof whys)[number];

/** What a reader should know of a value that is defined. */
export const cautions = [
  'short-history',
  'immature',
  'whole-order-returns',
  'partial-cost',
  'tail-gap',
  'without-amount',
  'without-probability',
  'unreplied',
] as const;
export type Caution = (typeof cautions)[number];

export const statuses = ['met', 'near', 'below', 'on-track', 'behind', 'unconfirmed'] as const;
export type Status = (typeof statuses)[number];
