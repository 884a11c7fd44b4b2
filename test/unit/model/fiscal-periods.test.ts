import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../../src/model/day.ts';
import { periodOf, periodsBetween, previousPeriod } from '../../../src/model/period.ts';
import { parsePeriodText } from '../../../src/model/period-labels.ts';

test.each([
  ['2024-04-01', 4, 'quarter', 'FY2025-Q1'],
  ['2024-03-31', 4, 'quarter', 'FY2024-Q4'],
  ['2024-03-31', 4, 'half', 'FY2024-H2'],
  ['2024-12-31', 7, 'year', 'FY2025'],
  ['2024-05-05', 4, 'month', '2024-05'],
  ['2024-05-05', 1, 'quarter', '2024-Q2'],
] as const)('%s with a year from month %i: the %s is %s', (day, firstMonth, grain, id) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  expect(periodOf(dayOf(year, month, date) ?? 0, grain, firstMonth).id).toBe(id);
});

test('a fiscal period holds its day, is what its name says, and follows the one before without a gap', () => {
  const grain = fc.constantFrom('quarter', 'half', 'year' as const);
  fc.assert(
    fc.property(
      fc.integer({ min: 4000, max: 30_000 }),
      grain,
      fc.integer({ min: 2, max: 12 }),
      (day, of, firstMonth) => {
        const period = periodOf(day, of, firstMonth);
        expect(period.start <= day && day <= period.end).toBe(true);
        expect(parsePeriodText(period.id, { year: null, fiscalYearStart: firstMonth })).toEqual(period);
        expect(periodsBetween(previousPeriod(period).start, day, of, firstMonth)).toEqual([
          previousPeriod(period),
          period,
        ]);
      },
    ),
  );
});
