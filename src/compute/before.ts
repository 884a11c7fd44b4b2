/** What is known of the time before a period. */

import type { Why } from '../model/kpi.ts';
import type { Period } from '../model/period.ts';
import type { History } from './history.ts';
import type { Population } from './population.ts';

/** Why nothing can be said of the preceding period: all of the data has none, and before its first day nobody knows. */
export function whyNoPreceding(period: Period, preceding: Period, { population }: History): Why | null {
  if (period.grain === 'all') return 'no-data';
  return population.lastDay < population.firstDay || preceding.end < population.firstDay ? 'no-data' : null;
}

/** Why nothing can be said of earlier purchases; a customer list that states first orders says it all. */
export function whyNoEarlier(period: Period, { population, data }: History): Why | null {
  if (period.grain === 'all') return 'no-data';
  return data.firstOrderDays === null && !hasRowsBefore(period, population) ? 'no-data' : null;
}

export function hasRowsBefore({ start }: Period, { firstDay, lastDay }: Population): boolean {
  return lastDay >= firstDay && firstDay < start;
}
