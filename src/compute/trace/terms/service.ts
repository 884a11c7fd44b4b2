/** What the numbers of tickets and surveys are made of. */
import { decimal, divide } from '../../../lib/decimal.ts';
import { satisfiedRows } from '../../kpis/csat.ts';
import { sidesOf } from '../../kpis/nps.ts';
import type { StreamName } from '../../streams.ts';
import { type At, counting, type RowsTerm, type Term } from '../term.ts';

const side = (wanted: 1 | -1) => (at: At) => {
  const sides = sidesOf(at.slice.population);
  return (row: number) => sides[row] === wanted;
};

function secondsOf({ slice }: At, field: string): (row: number) => number | null {
  const column = slice.population.facts.columns.get(field);
  return (row) => (column?.kind === 'amount' && column.present[row] === 1 ? (column.units[row] ?? 0) : null);
}

/** Tickets with the hours that each took. */
function hours(key: RowsTerm['key'], stream: StreamName, field: string): RowsTerm {
  return {
    ...counting(key, 'part', stream, {
      wanted: (at) => {
        const seconds = secondsOf(at, field);
        return (row) => seconds(row) !== null;
      },
    }),
    unit: 'hours',
    adding(at) {
      const seconds = secondsOf(at, field);
      return { kind: 'each', amountOf: (row) => divide(decimal(seconds(row) ?? 0), decimal(3600)) };
    },
  };
}

export const termsOfService: Readonly<Record<string, readonly Term[]>> = {
  csat: [
    counting('satisfied', 'top', 'ratings', {
      wanted: ({ slice }) => {
        const rows = satisfiedRows(slice.population);
        return (row) => rows[row] === 1;
      },
    }),
    counting('rated', 'bottom', 'ratings'),
  ],
  nps: [
    counting('promoters', 'top', 'recommendations', { factor: 100, wanted: side(1) }),
    counting('detractors', 'top', 'recommendations', { factor: -100, wanted: side(-1) }),
    counting('answers', 'bottom', 'recommendations'),
  ],
  'first-response-time': [
    hours('replied', 'tickets', 'firstResponseSeconds'),
    counting('unreplied', 'part', 'tickets', {
      wanted: (at) => {
        const seconds = secondsOf(at, 'firstResponseSeconds');
        return (row) => seconds(row) === null;
      },
    }),
  ],
  'resolution-time': [hours('solved', 'resolved', 'resolutionSeconds')],
};
