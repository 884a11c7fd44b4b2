import { expect, test } from 'vitest';
import { formatDay } from '../../../../src/model/day.ts';
import { dayOfSerial } from '../../../../src/read/xlsx/serial.ts';

function shown(serial: number, is1904: boolean): string | undefined {
  const day = dayOfSerial(serial, 'date', is1904);
  return day === undefined ? undefined : formatDay(Math.floor(day));
}

// Excel's 1900 system believes that 29 February 1900 was a day: serial 60 is none, and before it all are one off.
test.each([
  [0, '1899-12-30', '1904-01-01'],
  [1, '1900-01-01', '1904-01-02'],
  [59, '1900-02-28', '1904-02-29'],
  [60, undefined, '1904-03-01'],
  [60.5, undefined, '1904-03-01'],
  [61, '1900-03-01', '1904-03-02'],
  [45350, '2024-02-28', '2028-02-29'],
  [45350.999_999, '2024-02-28', '2028-02-29'],
  [2_958_465, '9999-12-31', undefined],
  [2_958_466, undefined, undefined],
  [-1, undefined, undefined],
  [Number.NaN, undefined, undefined],
  [Number.POSITIVE_INFINITY, undefined, undefined],
  [1e20, undefined, undefined],
])('serial %d is %s, with 1904 %s', (serial, in1900, in1904) => {
  expect([shown(serial, false), shown(serial, true)]).toEqual([in1900, in1904]);
});
