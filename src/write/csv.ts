/** A table as CSV (RFC 4180): UTF-8, commas, CRLF; numbers exact, text that begins like a formula neutralised. */
import { isDecimal, toText } from '../lib/decimal.ts';
import type { FlatTable, FlatValue, FormulaMode } from '../model/flat-table.ts';
import { UserError } from '../problems/user-error.ts';

export interface CsvText {
  readonly text: string;
  /** Texts that got a `'` in front. */
  readonly escaped: number;
}

/** Spreadsheets skip spaces, quotes and a mark of byte order before the sign that makes a formula. */
const likeFormula = /^[\s"'\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const plainNumber = /^[+-]?\d[\d.,]*(?:e[+-]?\d+)?%?$/i;
const needsQuotes = /[",\r\n\t]|^\s|\s$/;

/** Throws the UserError `output/formula` in the mode `refuse`. */
export function csvText({ columns, rows }: FlatTable, formulas: FormulaMode, hasMark = false): CsvText {
  let escaped = 0;
  const field = (value: FlatValue): string => {
    if (typeof value !== 'string') return plainText(value);
    if (!isLikeFormula(value)) return quoted(value, false);
    if (formulas === 'refuse') throw new UserError('output/formula', { value: value.slice(0, 40) });
    if (formulas === 'raw') return quoted(value, true);
    escaped += 1;
    return quoted(`'${value}`, true);
  };
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(row.map(field).join(','));
  return { text: `${hasMark ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`, escaped };
}

/** Told by type: a negative number is a number. */
function plainText(value: Exclude<FlatValue, string>): string {
  if (value === null) return '';
  return isDecimal(value) ? toText(value) : String(value);
}

function isLikeFormula(text: string): boolean {
  return likeFormula.test(text) && !plainNumber.test(text.trim());
}

function quoted(text: string, isAlways: boolean): string {
  return isAlways || needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
