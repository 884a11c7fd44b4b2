import { medianHours } from '../durations.ts';
import { declared, type Kpi } from '../kpi.ts';

/** Median hours from creation to first reply, of tickets created in the period; unreplied ones are counted apart. */
export const firstResponseTime: Kpi = {
  ...declared('first-response-time'),
  stream: 'tickets',
  rollUp: 'recounted',
  missing: ({ data }) => (data.facts.tickets?.columns.has('firstResponseSeconds') ? [] : ['tickets.firstResponseAt']),
  measure: (slice) => medianHours(slice, 'firstResponseSeconds', 'unreplied'),
};
