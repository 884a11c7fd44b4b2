/** Periods as headings that a reader of target files takes for the same periods. */
import type { Catalogue } from '../../i18n/catalogue.ts';
import { civilOf } from '../../model/day.ts';
import type { Period } from '../../model/period.ts';

export function periodHeading({ id, grain, start }: Period, words: Catalogue['plans']): string {
  // A fiscal period: what its id says, its first day does not.
  if (id.startsWith('FY')) return id;
  const { year, month } = civilOf(start);
  if (grain === 'month') return words.monthHeading(year, month);
  if (grain === 'quarter') return words.quarterHeading(year, Math.ceil(month / 3));
  if (grain === 'half') return words.halfHeading(year, month < 7 ? 1 : 2);
  return grain === 'year' ? words.yearHeading(year) : id;
}
