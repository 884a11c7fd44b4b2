/** Raw cells → moments: the calendar day as written with the time of day, where the cell has one. */
import { foldText } from '../../lib/fold-text.ts';
import { cellKind, type RawColumn } from '../../model/raw-table.ts';
import type { DayColumn } from '../../model/table.ts';

export interface Moment {
  /** Seconds since midnight of the cell's day; null where it names no time of day. */
  readonly time: number | null;
  /** Seconds ahead of UTC; null where the cell does not say. */
  readonly offset: number | null;
}

const none: Moment = { time: null, offset: null };
const perDay = 86_400;

/** The time of day of each of the stored rows `rows`; `days` are their days as read. */
export function momentsOf(raw: RawColumn, rows: Uint32Array, days: DayColumn): (row: number) => Moment {
  const known = new Map<number, Moment>();
  const hasFractions = rows.some((row) => fractionOf(raw, row) > 0);
  return (row) => {
    const stored = rows[row] ?? 0;
    if (days.present[row] !== 1) return none;
    if (raw.kinds[stored] !== cellKind.text) return numberMoment(raw, stored, hasFractions);
    const index = raw.values[stored] ?? 0;
    const moment = known.get(index) ?? readMoment(raw.pool.text(index));
    known.set(index, moment);
    return moment;
  };
}

function numberMoment(raw: RawColumn, stored: number, hasFractions: boolean): Moment {
  const value = numberAt(raw, stored);
  // Seconds and milliseconds since 1970.
  if (value >= 3e11) return { time: Math.floor(value / 1000) % perDay, offset: 0 };
  if (value >= 3e8) return { time: value % perDay, offset: 0 };
  if (!hasFractions || value >= 80_000) return none;
  return { time: Math.round((value - Math.floor(value)) * perDay), offset: null };
}

function numberAt(raw: RawColumn, stored: number): number {
  const kind = raw.kinds[stored] ?? 0;
  const value = raw.values[stored] ?? 0;
  return kind >= cellKind.decimal ? value / 10 ** (kind - cellKind.decimal) : value;
}

/** The part of a day of a date cell or a serial; 0 for anything else. */
function fractionOf(raw: RawColumn, stored: number): number {
  const kind = raw.kinds[stored] ?? 0;
  if (kind !== cellKind.date && kind <= cellKind.decimal && kind !== cellKind.double) return 0;
  const value = numberAt(raw, stored);
  return value < 80_000 ? value - Math.floor(value) : 0;
}

const morning = '上午|凌晨|早上|清晨|a\\.?m\\.?';
const evening = '下午|中午|晚上|傍晚|p\\.?m\\.?';
const clock = new RegExp(
  `(?:(${morning}|${evening})\\s*)?(?<![\\d:])(\\d{1,2})[:时点](\\d{1,2})(?:[:分](\\d{1,2})(?:[.,](\\d+))?)?[分秒]?\\s*(${morning}|${evening})?`,
  'iu',
);
const isEvening = new RegExp(`^(?:${evening})$`, 'iu');
const isMorning = new RegExp(`^(?:${morning})$`, 'iu');
const zone = /(?:(z)|(?:utc|gmt)?\s*([+-])(\d{2}):?(\d{2})?)$/iu;

/** `2024-01-05 14:15:33`, `2024-01-05T14:15:33+01:00`, `3/5/2026, 2:15 PM`, `2024年1月5日 上午9:30`, `20240105083000`. */
export function readMoment(text: string): Moment {
  const folded = foldText(text);
  const compact = /^\d{8}(\d{2})(\d{2})(\d{2})$/.exec(folded);
  if (compact) return atTime(Number(compact[1]), Number(compact[2]), Number(compact[3]), null);
  const serial = /^\d{5}(\.\d+)$/.exec(folded);
  if (serial) return { time: Math.round(Number(serial[1]) * perDay), offset: null };
  const match = clock.exec(folded);
  if (!match) return none;
  const half = match[1] ?? match[6] ?? '';
  const hour = hourOf(Number(match[2]), half);
  const fraction = Number(`0.${match[5] ?? '0'}`);
  const second = Math.round(Number(match[4] ?? 0) + fraction);
  return atTime(hour, Number(match[3]), second, offsetOf(folded.slice(match.index + match[0].length)));
}

function hourOf(hour: number, half: string): number {
  if (isEvening.test(half) && hour < 12) return half === '中午' && hour === 11 ? hour : hour + 12;
  return isMorning.test(half) && hour === 12 ? 0 : hour;
}

function atTime(hour: number, minute: number, second: number, offset: number | null): Moment {
  if (hour > 24 || minute > 59 || second > 60) return none;
  return { time: hour * 3600 + minute * 60 + second, offset };
}

function offsetOf(rest: string): number | null {
  const match = zone.exec(rest.trim());
  if (!match) return null;
  if (match[1] !== undefined) return 0;
  const seconds = Number(match[3]) * 3600 + Number(match[4] ?? 0) * 60;
  return match[2] === '-' ? -seconds : seconds;
}
