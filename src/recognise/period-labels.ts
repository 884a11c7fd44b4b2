/** Where recognition looks for period labels; `validate` needs them too, hence their home in `model`. */
export { isYearlessLabel, type PeriodContext, parsePeriodLabel, parsePeriodText } from '../model/period-labels.ts';
export { findPeriodIn, yearStatedIn } from '../model/period-search.ts';
