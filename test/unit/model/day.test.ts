import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilOf, dayOf, formatDay, parseIsoDay, weekdayOf } from '../../../src/model/day.ts';

const anyDay = fc.integer({ min: -200_000, max: 2_932_896 });

test('a day and its date are each other', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { year, month, day: dayOfMonth } = civilOf(day);
      expect(dayOf(year, month, dayOfMonth)).toBe(day);
    }),
  );
});

test('agrees with the platform calendar in UTC', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = new Date(day * 86_400_000);
      expect(civilOf(day)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
      expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
    }),
  );
});

test.each(['2024-02-30', '2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-1-1', 'x'])(
  '%s is no day',
  (text) => {
    expect(parseIsoDay(text)).toBeUndefined();
  },
);

test.each(['2024-02-29', '2000-02-29', '1970-01-01', '1969-12-31', '9999-12-31'])('%s is a day', (text) => {
  expect(formatDay(parseIsoDay(text) ?? Number.NaN)).toBe(text);
});
