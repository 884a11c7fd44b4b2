/** Dates as text, for the plain oracle. */
import type { Span } from './world.ts';

export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

export function moved(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first of the month that lies so many months after the one of `date`. */
export function firstOfMonth(date: string, months = 0): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

export function lastOfMonth(date: string): string {
  return moved(firstOfMonth(date, 1), -1);
}

/** The same day a year before; of 29 February the 28th. */
export function yearBefore(date: string): string {
  const year = Number(date.slice(0, 4)) - 1;
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

const lengths = { month: 1, quarter: 3, year: 12 } as const;

/** The period of the same kind just before. */
export function preceding({ kind, from, to }: Span): Span {
  const before = moved(from, -1);
  if (kind !== 'range' && kind !== 'all') return { kind, from: firstOfMonth(from, -lengths[kind]), to: before };
  const isWholeMonths = from === firstOfMonth(from) && to === lastOfMonth(to);
  if (!isWholeMonths) return { kind, from: moved(from, -daysBetween(from, to) - 1), to: before };
  let months = 1;
  while (firstOfMonth(from, months) <= to) months += 1;
  return { kind, from: firstOfMonth(from, -months), to: before };
}

/** The span that an id names: `2024-02`, `2024-Q1`, `2024`, `2024-01-15..2024-02-10`, `2023-12..2024-01`. */
export function spanNamed(id: string): Span {
  const [first = '', last] = id.split('..');
  if (last !== undefined) {
    const end = last.length === 7 ? lastOfMonth(`${last}-01`) : last;
    return { kind: 'range', from: first.length === 7 ? `${first}-01` : first, to: end };
  }
  const kind = id.length === 4 ? 'year' : id.includes('Q') ? 'quarter' : 'month';
  const quarter = (Number(id.slice(6)) - 1) * 3 + 1;
  const month = kind === 'year' ? '01' : kind === 'month' ? id.slice(5) : String(quarter).padStart(2, '0');
  const from = `${id.slice(0, 4)}-${month}-01`;
  return { kind, from, to: moved(firstOfMonth(from, lengths[kind]), -1) };
}

/** The ids of all periods of a kind from one day to another. */
export function idsBetween(from: string, to: string, kind: 'month' | 'quarter' | 'year'): string[] {
  const ids: string[] = [];
  for (let day = firstOfMonth(from); day <= to; day = firstOfMonth(day, 1)) {
    const id = idOf(day, kind);
    if (ids.at(-1) !== id) ids.push(id);
  }
  return ids;
}

export function idOf(day: string, kind: 'month' | 'quarter' | 'year'): string {
  const year = day.slice(0, 4);
  if (kind === 'year') return year;
  return kind === 'month' ? day.slice(0, 7) : `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
