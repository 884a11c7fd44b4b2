/** Tables out of HTML text, tolerantly: end tags may be missing, tables may lie in each other. */
import type { Limits } from '../model/options.ts';
import type { MergedRange, RawTable } from '../model/raw-table.ts';
import { htmlText } from './html-text.ts';
import { limitError } from './limits.ts';
import { TextTableBuilder } from './text-table.ts';

export type HtmlTable = Pick<RawTable, 'rowCount' | 'rowNumbers' | 'shownRows' | 'columns' | 'merges' | 'hiddenRows'>;

/** Tag, its attributes; or a comment or the whole of an element whose content is no text. */
const token =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|head|xml)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-zA-Z][\w:]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/** All tables that have a cell with content, in the order in which they begin. Throws a limit. */
export function findTables(html: string, file: string, limits: Limits): HtmlTable[] {
  const all: OpenTable[] = [];
  const stack: OpenTable[] = [];
  let last = 0;
  for (const match of html.matchAll(token)) {
    const table = stack.at(-1);
    table?.text(html.slice(last, match.index));
    last = match.index + match[0].length;
    const name = match[3]?.toLowerCase();
    if (name === 'table') {
      if (match[2] === '/') stack.pop()?.endCell();
      else {
        const opened = new OpenTable(file, limits);
        all.push(opened);
        stack.push(opened);
      }
    } else if (name !== undefined) table?.tag(name, match[2] === '/', match[4] ?? '');
  }
  for (const table of stack) table.endCell();
  return all.map((table) => table.finish()).filter(({ rowCount }) => rowCount > 0);
}

class OpenTable {
  readonly #cells = new TextTableBuilder();
  readonly #merges: MergedRange[] = [];
  /** Per column the last row that a cell from above reaches into. */
  readonly #reserved: number[] = [];
  readonly #file: string;
  readonly #limits: Limits;
  #row = 0;
  #column = 0;
  #cell: string | undefined;
  #span = { columns: 1, rows: 1 };

  constructor(file: string, limits: Limits) {
    this.#file = file;
    this.#limits = limits;
  }

  text(html: string): void {
    if (this.#cell !== undefined) this.#cell += html;
  }

  tag(name: string, isClose: boolean, attributes: string): void {
    if (name === 'tr') {
      this.endCell();
      if (!isClose) this.#beginRow();
    } else if (name === 'td' || name === 'th') {
      this.endCell();
      if (!isClose) this.#beginCell(attributes);
    } else if (this.#cell !== undefined) {
      // Marks for htmlText: a line break, and a border between blocks.
      if (name === 'br') this.#cell += '\u0001';
      else if (/^(?:p|div|li|h\d)$/.test(name)) this.#cell += ' ';
    }
  }

  endCell(): void {
    if (this.#cell === undefined) return;
    const text = htmlText(this.#cell);
    const { columns, rows } = this.#span;
    this.#cell = undefined;
    if (text !== '') this.#cells.set(this.#row, this.#column, text);
    if (columns > 1 || rows > 1) this.#merge(columns, rows);
    this.#column += columns - 1;
  }

  finish(): HtmlTable {
    return { ...this.#cells.finish(), merges: this.#merges, hiddenRows: new Set() };
  }

  #beginRow(): void {
    this.#row += 1;
    this.#column = 0;
    if (this.#row > this.#limits.maxRows) {
      throw limitError('maxRows', this.#limits, { file: this.#file, found: this.#row });
    }
  }

  #beginCell(attributes: string): void {
    if (this.#row === 0) this.#beginRow();
    this.#column += 1;
    while ((this.#reserved[this.#column] ?? 0) >= this.#row) this.#column += 1;
    this.#span = { columns: spanOf(attributes, 'colspan'), rows: spanOf(attributes, 'rowspan') };
    this.#cell = '';
    const right = this.#column + this.#span.columns - 1;
    if (right > this.#limits.maxColumns) {
      throw limitError('maxColumns', this.#limits, { file: this.#file, found: right, row: this.#row });
    }
  }

  #merge(columns: number, rows: number): void {
    const bottom = this.#row + rows - 1;
    for (let i = 0; i < columns && rows > 1; i += 1) this.#reserved[this.#column + i] = bottom;
    this.#merges.push({ top: this.#row, left: this.#column, bottom, right: this.#column + columns - 1 });
  }
}

/** HTML caps them: 1,000 columns, 65,534 rows. */
function spanOf(attributes: string, name: 'colspan' | 'rowspan'): number {
  const digits = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(attributes)?.[1];
  return Math.min(Math.max(1, Number(digits ?? 1)), name === 'colspan' ? 1000 : 65_534);
}
