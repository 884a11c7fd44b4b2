/** Serial dates of both date systems as days since 1970-01-01. */
import { dayOf } from '../../model/day.ts';
import type { FormatKind } from './number-format.ts';

const epoch1900 = 25_569;
const epoch1904 = 24_107;
/** The day after 9999-12-31. */
const endOfDates = 2_958_466;

/**
 * The day (time as fraction) that a serial with a date or time format stands for, or undefined where it is a number all
 * the same: a time of day alone, the day 60 that the 1900 system invented (29 February 1900), or no date at all.
 */
export function dayOfSerial(serial: number, kind: FormatKind, is1904: boolean): number | undefined {
  if (kind === 'number' || (kind === 'time' && serial < 1) || !(serial >= 0)) return undefined;
  if (is1904) return serial < endOfDates - 1462 ? serial - epoch1904 : undefined;
  if (serial >= 61) return serial < endOfDates ? serial - epoch1900 : undefined;
  if (serial >= 60) return undefined;
  // Before its invented day the 1900 system is one day behind; its day 0 is shown by other programs as 1899-12-30.
  return serial < 1 ? serial - epoch1900 : serial - epoch1900 + 1;
}

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(?:Z|\+00:00)?)?$/;

/** The day that the text of a `t="d"` cell spells (ISO 8601, calendar date with or without time), or undefined. */
export function dayOfIso(text: string): number | undefined {
  const match = iso.exec(text.trim());
  if (!match) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  const [hours, minutes, seconds] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (day === undefined || hours > 23 || minutes > 59 || seconds >= 60) return undefined;
  return day + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
