/** Cells as texts, where there is no spreadsheet to format them. */
import { grouped } from '../i18n/numbers.ts';
import { round, toFixed } from '../lib/decimal.ts';
import { formatDay } from '../model/day.ts';
import type { Cell, Value } from '../model/document.ts';
import { percentText, plus } from './numbers.ts';
import type { Words } from './words.ts';

/** What a cell shows; a bar shows nothing. */
export function cellText({ value }: Cell, words: Words): string {
  switch (value.kind) {
    case 'text':
    case 'status':
      return value.text;
    case 'number':
      return numberText(value, words);
    case 'day':
      return formatDay(value.day);
    case 'blank':
      return value.because;
    case 'bar':
    case 'unfilled':
      return '';
  }
}

function numberText({ of, value, digits, isSigned }: Value & { readonly kind: 'number' }, { report }: Words): string {
  const shown = of === 'ratio' ? percentText(value, digits) : grouped(toFixed(round(value, digits)));
  const text = isSigned ? `${plus(value)}${shown}` : shown;
  return of === 'points' ? report.pointsText(text) : text;
}
