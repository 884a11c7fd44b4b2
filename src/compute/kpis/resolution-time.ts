import { medianHours } from '../durations.ts';
import { declared, type Kpi } from '../kpi.ts';

/** Median hours from creation to solution, of tickets solved in the period. */
export const resolutionTime: Kpi = {
  ...declared('resolution-time'),
  stream: 'resolved',
  rollUp: 'recounted',
  missing: ({ data }) => (data.facts.tickets?.columns.has('resolutionSeconds') ? [] : ['tickets.resolvedAt']),
  measure: (slice) => medianHours(slice, 'resolutionSeconds', null),
};
