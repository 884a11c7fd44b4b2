import { describe, expect, test } from 'vitest';
import { formatDay } from '../../../../src/model/day.ts';
import type { DateOrder } from '../../../../src/model/mapping.ts';
import { readDay, readDayNumber } from '../../../../src/validate/cells/read-day.ts';

function read(text: string, order: DateOrder | null = null): string {
  const reading = readDay(text, order);
  return reading.kind === 'day' ? formatDay(reading.day) : reading.kind;
}

describe('dates as people write them', () => {
  test.each([
    ['2024-01-05'],
    ['2024/1/5'],
    ['2024.1.5'],
    ['20240105'],
    ['2024年1月5日'],
    ['２０２４年１月５日'],
    ['2024年01月05日 08:30'],
    ['5-Jan-24'],
    ['5 January 2024'],
    ['Jan 5, 2024'],
    ['Fri, 5 Jan 2024 10:00:00 GMT'],
    ['2024-01-05T23:15:33+01:00'],
    ['2024-01-05T23:59:59.999Z'],
    ['2024-01-05 23:13:25 -0500'],
    ['2024-1-5 上午9:30'],
    ['45296'],
    ['24年1月5日'],
  ])('%s is 5 January 2024', (text) => {
    expect(read(text)).toBe('2024-01-05');
  });

  test('the order of the column decides', () => {
    expect(read('01/05/2024', 'dmy')).toBe('2024-05-01');
    expect(read('01/05/2024', 'mdy')).toBe('2024-01-05');
    expect(read('3/5/2026, 2:15 PM', 'mdy')).toBe('2026-03-05');
    expect(read('24-1-5', 'ymd')).toBe('2024-01-05');
    expect(read('05.01.24', 'dmy')).toBe('2024-01-05');
    expect(read('05/01/69', 'dmy')).toBe('1969-01-05');
  });

  test('a month is its first day', () => {
    expect(read('2024年01月')).toBe('2024-01-01');
    expect(read('2024-03')).toBe('2024-03-01');
  });

  test('days that do not exist name the day that was probably meant', () => {
    expect(readDay('2023-02-29', null)).toEqual({ kind: 'no-such-date', hint: '2023-02-28' });
    expect(readDay('31/04/2024', 'dmy')).toEqual({ kind: 'no-such-date', hint: '2024-04-30' });
    expect(readDay('13/02/2024', 'mdy')).toEqual({ kind: 'no-such-date', hint: '2024-02-13' });
    expect(read('2024-13-01')).toBe('no-such-date');
    expect(read('0000-00-00')).toBe('no-such-date');
  });

  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2400-02-29', '2400-02-29'],
    ['1900-02-29', 'no-such-date'],
    ['2100-02-29', 'no-such-date'],
    ['2024-02-30', 'no-such-date'],
    ['2024-12-31T23:59:60Z', '2024-12-31'],
    ['2024-01-01T00:30:00+14:00', '2024-01-01'],
    ['2024-01-01T23:30:00-12:00', '2024-01-01'],
    ['10000-01-01', 'bad'],
    ['-2024-01-01', 'bad'],
  ])('leap days, leap seconds and far zones: %s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(['1900-01-00', '1900/1/0'])('%s stands for no date', (text) => {
    expect(read(text)).toBe('implausible');
  });

  test.each(['soon', '1月5日', '2024', '12', 'Q1 2024', '2024-01-05x', '5 Foo 2024'])('%s is no date', (text) => {
    expect(read(text)).toBe('bad');
  });

  test('bare numbers: days, serials, epochs', () => {
    const day = (value: number) => {
      const reading = readDayNumber(value);
      return reading.kind === 'day' ? formatDay(reading.day) : reading.kind;
    };
    expect(day(20240105)).toBe('2024-01-05');
    expect(day(20240230)).toBe('no-such-date');
    expect(day(45296)).toBe('2024-01-05');
    expect(day(45296.75)).toBe('2024-01-05');
    expect(day(1704412800)).toBe('2024-01-05');
    expect(day(1704412800000)).toBe('2024-01-05');
    expect(day(0)).toBe('implausible');
    expect(day(12)).toBe('bad');
    for (const value of [-1, 2958466, 1e20, -1e20, 2 ** 53]) expect(day(value)).toBe('bad');
  });
});
