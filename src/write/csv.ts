/** CSV as RFC 4180 has it: commas, CRLF; numbers exact, text that begins like a formula neutralised. */
import { isDecimal, toText } from '../lib/decimal.ts';
import type { FlatTable, FlatValue, FormulaMode } from '../model/flat-table.ts';
import { UserError } from '../problems/user-error.ts';

/** Spreadsheets skip spaces, quotes and a mark of byte order before the sign that makes a formula. */
const trigger = /^[\s"'\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const plainNumber = /^[+-]?\d[\d.,]*(?:e[+-]?\d+)?%?$/iu;
/** The mark of byte order, by which spreadsheet programs know UTF-8. */
const mark = '\uFEFF';

/** Text that a spreadsheet program would run gets an apostrophe; what has one already keeps it. */
export function harmless(text: string): string {
  const isArmed = trigger.test(text) && !text.startsWith("'") && !plainNumber.test(text.trim());
  return isArmed ? `'${text}` : text;
}

/** Rows of text for people: with the mark, formulas neutralised. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${mark}${rows.map((cells) => `${cells.map((text) => field(harmless(text), text)).join(',')}\r\n`).join('')}`;
}

export interface TableCsv {
  readonly text: string;
  /** Texts that got a `'` in front. */
  readonly escaped: number;
}

/** A table for programs. Throws the UserError `output/formula` in the mode `refuse`. */
export function tableCsv({ columns, rows }: FlatTable, formulas: FormulaMode, hasMark = false): TableCsv {
  let escaped = 0;
  const cell = (value: FlatValue): string => {
    if (typeof value !== 'string') return plainText(value);
    const safe = harmless(value);
    if (safe === value) return field(value, value);
    if (formulas === 'refuse') throw new UserError('output/formula', { value: value.slice(0, 40) });
    if (formulas === 'raw') return quoted(value);
    escaped += 1;
    return field(safe, value);
  };
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(row.map(cell).join(','));
  return { text: `${hasMark ? mark : ''}${lines.join('\r\n')}\r\n`, escaped };
}

/** Told by type: a negative number is a number. */
function plainText(value: Exclude<FlatValue, string>): string {
  if (value === null) return '';
  return isDecimal(value) ? toText(value) : String(value);
}

/** What was neutralised is quoted too. */
function field(safe: string, text: string): string {
  return safe !== text || /[",\r\n\t]|^\s|\s$/u.test(safe) ? quoted(safe) : safe;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
