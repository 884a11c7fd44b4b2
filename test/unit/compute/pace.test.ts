import { describe, expect, test } from 'vitest';
import { elapsedShare, expectedBy, expectedShare, paceStatus, workdaysBetween } from '../../../src/compute/pace.ts';
import { decimal, toText } from '../../../src/lib/decimal.ts';
import { toDecimal, whole } from '../../../src/lib/fraction.ts';
import { parseIsoDay } from '../../../src/model/day.ts';
import { type Period, parsePeriod } from '../../../src/model/period.ts';

const none: ReadonlySet<number> = new Set();

function day(text: string): number {
  const found = parseIsoDay(text);
  if (found === undefined) throw new Error(text);
  return found;
}

function period(id: string): Period {
  const found = parsePeriod(id);
  if (!found) throw new Error(id);
  return found;
}

test('workdays are Monday to Friday without holidays', () => {
  expect(workdaysBetween(day('2024-01-01'), day('2024-01-31'), none)).toBe(23);
  expect(workdaysBetween(day('2024-01-01'), day('2024-01-31'), new Set([day('2024-01-01'), day('2024-01-06')]))).toBe(
    22,
  );
});

describe('the share that is over', () => {
  test.each([
    ['2024-02-01', '2024-01-31', '0'],
    ['2024-02-01', '2024-02-01', '1'],
  ])('of a day %s as of %s is %s', (id, asOf, share) => {
    expect(toText(toDecimal(elapsedShare(period(id), day(asOf), none)))).toBe(share);
  });

  test('a month without workdays is measured in days', () => {
    const weekend = {
      id: '2024-01-06..2024-01-07',
      grain: 'range',
      start: day('2024-01-06'),
      end: day('2024-01-07'),
    } as const;
    expect(toText(toDecimal(elapsedShare(weekend, weekend.start, none)))).toBe('0.5');
  });
});

describe('what is expected by now', () => {
  const monthly = (values: Record<string, number>) => (month: Period) => {
    const value = values[month.id];
    return value === undefined ? null : decimal(value);
  };

  test('months that are over count whole, the running one by its workdays', () => {
    const targets = monthly({ '2024-01': 100, '2024-02': 200, '2024-03': 300 });
    // February 2024 has 21 workdays, 15 of them up to the 21st.
    const expected = expectedShare(period('2024-Q1'), day('2024-02-21'), none, targets);
    expect(expected.basis).toBe('monthly-targets');
    expect(toText(expectedBy(decimal(600), expected))).toBe('242.857143');
  });

  test('without a target for every month the workdays of the period count', () => {
    const expected = expectedShare(period('2024-Q1'), day('2024-02-21'), none, monthly({ '2024-01': 100 }));
    expect(expected.basis).toBe('workdays');
    expect(toText(toDecimal(expected.share))).toBe('0.584615');
  });

  test('at the end all is expected', () => {
    const targets = monthly({ '2024-01': 100, '2024-02': 200, '2024-03': 300 });
    expect(toText(expectedBy(decimal(600), expectedShare(period('2024-Q1'), day('2024-03-31'), none, targets)))).toBe(
      '600',
    );
  });
});

test('on track is at least what is expected, exactly', () => {
  const half = { n: decimal(1), d: decimal(2) };
  expect(paceStatus(whole(decimal(50)), decimal(100), half, 'higher')).toBe('on-track');
  expect(paceStatus(whole(decimal(4999, 2)), decimal(100), half, 'higher')).toBe('behind');
  expect(paceStatus(whole(decimal(40)), decimal(45), null, 'lower')).toBe('on-track');
});
