/** What a number format says its numbers are. Codes: ISO 29500-1, 18.8.30 and 18.8.31. */

/** `time`: a time of day alone; a duration (`[h]:mm`) is a number. */
export type FormatKind = 'number' | 'date' | 'time';

const builtin: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

/** The code of a builtin id. 27 to 36 and 50 to 58 are dates whose spelling depends on the language of the program. */
export function builtinFormat(id: number): string {
  const known = builtin.get(id);
  if (known !== undefined) return known;
  const isEastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isEastAsianDate ? 'yyyy/m/d' : 'General';
}

/** Judges the section for positive numbers, after leaving out all that is only shown. */
export function formatKind(code: string): FormatKind {
  const section = shownSection(code).toLowerCase();
  const letters = section
    .replaceAll('general', '')
    .replaceAll(/e[+-]/g, '')
    .replaceAll(/am\/pm|a\/p/g, 'h');
  // Fractions of a second are the only digits that a date format has.
  if (/[0#?]/.test(letters.replaceAll(/s+[.,]0+/g, 's'))) return 'number';
  if (/[yd]/.test(letters) || /e|aaa/.test(letters)) return 'date';
  if (/[hs]/.test(letters)) return 'time';
  return letters.includes('m') ? 'date' : 'number';
}

/** The first section without quoted and escaped text, padding (`_x`), filling (`*x`), colours, locales, durations. */
function shownSection(code: string): string {
  let kept = '';
  for (let i = 0; i < code.length; i += 1) {
    const char = code.charAt(i);
    if (char === ';') break;
    if (char === '"') i = skipTo(code, '"', i);
    else if (char === '[') i = skipTo(code, ']', i);
    else if (char === '\\' || char === '_' || char === '*') i += 1;
    else kept += char;
  }
  return /\[(?:h+|m+|s+)\]/i.test(code) ? withoutTimes(kept) : kept;
}

function skipTo(code: string, mark: string, from: number): number {
  const at = code.indexOf(mark, from + 1);
  return at < 0 ? code.length : at;
}

/** A duration's own minutes and seconds are no time of day; with a year or a day it is a date all the same. */
function withoutTimes(section: string): string {
  return /[yd]/i.test(section) ? section : '';
}
