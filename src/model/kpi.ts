export type Unit = 'money' | 'count' | 'ratio' | 'days' | 'hours' | 'points' | 'money-per-day';

/** Why a value is not defined (contract §4). */
export type Why =
  | 'no-data'
  | 'zero-denominator'
  | 'negative-base'
  | 'left-censored'
  | 'immature'
  | 'missing-field'
  | 'no-target'
  | 'target-is-zero'
  | 'target-incomplete'
  | 'target-met'
  | 'target-ambiguous'
  | 'zero-actual';

/** What a reader should know of a value that is defined. */
export type Caution =
  | 'short-history'
  | 'immature'
  | 'whole-order-returns'
  | 'partial-cost'
  | 'tail-gap'
  | 'without-amount'
  | 'without-probability'
  | 'unreplied';

export type Status = 'met' | 'near' | 'below' | 'on-track' | 'behind' | 'unconfirmed';
