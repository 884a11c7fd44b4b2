import { describe, expect, test } from 'vitest';
import { formatDay, parseIsoDay } from '../../../src/model/day.ts';
import { parsePeriod, periodOf, periodsBetween, previousPeriod, yearAgo } from '../../../src/model/period.ts';

const day = (text: string) => parseIsoDay(text) ?? Number.NaN;
const shown = (text: string) => {
  const period = parsePeriod(text);
  return period && `${formatDay(period.start)} ${formatDay(period.end)}`;
};

describe('parsePeriod', () => {
  test.each([
    ['2024', '2024-01-01 2024-12-31'],
    ['2024-H2', '2024-07-01 2024-12-31'],
    ['2024-Q1', '2024-01-01 2024-03-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2023-02', '2023-02-01 2023-02-28'],
    ['2024-02-29', '2024-02-29 2024-02-29'],
    ['2024-01..2024-03', '2024-01-01 2024-03-31'],
    ['2023-Q4..2024-01-15', '2023-10-01 2024-01-15'],
  ])('%s is %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each(['2024-Q5', '2024-13', '2024-00', 'Q1', '2024-03..2024-01', '24', '2024-1', '', 'all'])(
    '%j is none',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );
});

test.each([
  ['2024-Q1', '2023-Q4', '2023-Q1'],
  ['2024-01', '2023-12', '2023-01'],
  ['2024', '2023', '2023'],
  ['2024-02-29', '2024-02-28', '2023-02-28'],
  ['2024-01..2024-02', '2023-11..2023-12', '2023-01..2023-02'],
  ['2024-02..2024-02', '2024-01..2024-01', '2023-02..2023-02'],
])('before %s comes %s, a year ago %s', (text, before, lastYear) => {
  const period = parsePeriod(text);
  expect(period && previousPeriod(period).id).toBe(before);
  expect(period && yearAgo(period).id).toBe(lastYear);
});

test.each([
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
  ['2024-01-01', '2024-W01'],
])('%s lies in ISO week %s', (text, week) => {
  expect(periodOf(day(text), 'week').id).toBe(week);
});

test('sub-periods have no gaps', () => {
  const ids = periodsBetween(day('2023-11-30'), day('2024-02-01'), 'month').map(({ id }) => id);
  expect(ids).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
});
