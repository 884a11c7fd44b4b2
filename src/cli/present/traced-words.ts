/** What the parts of an explained number have in common. */
import { kpiWords, wordsOf } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import { compare, type Decimal, round, toFixed, toText } from '../../lib/decimal.ts';
import type { TracedTerm } from '../../model/explanation.ts';
import type { Session } from '../session.ts';
import { wrapText } from './wrap.ts';

export function termText({ key, now, base, kpi }: TracedTerm, { lang, ownKpis }: Session): string {
  return kpi === null ? wordsOf(lang).terms[key](now, base) : kpiWords(kpi, lang, ownKpis).title;
}

/** All digits there are; at least cents where there are any. */
export function exact(value: Decimal): string {
  const cents = round(value, 2);
  const isCents = cents.scale === 2 && compare(cents, value) === 0 && compare(round(value, 0), value) !== 0;
  return grouped(isCents ? toFixed(cents) : toText(value));
}

export function indented(text: string, width: number): string[] {
  return wrapText(text, width - 2).map((line) => `  ${line}`);
}
