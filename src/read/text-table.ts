/** Columns out of cells of text that come one by one. */
import { cellKind, type RawTable } from '../model/raw-table.ts';
import { ColumnBuilder, NumberList } from './columns.ts';
import { TextPoolBuilder } from './text-pool.ts';

interface Column {
  readonly cells: ColumnBuilder;
  readonly pool: TextPoolBuilder;
}

/** Rows must come in ascending order; rows without cells are not stored. */
export class TextTableBuilder {
  readonly #columns: Column[] = [];
  readonly #rows = new NumberList();
  #row = 0;

  /** Row and column from 1; text that is not empty. */
  set(row: number, column: number, text: string): void {
    if (row !== this.#row) {
      this.#row = row;
      this.#rows.push(row);
    }
    while (this.#columns.length < column) {
      this.#columns.push({ cells: new ColumnBuilder(), pool: new TextPoolBuilder() });
    }
    const target = this.#columns[column - 1];
    const number = plainDecimal(text);
    if (number) target?.cells.set(this.#rows.length - 1, cellKind.decimal + number.decimals, number.value);
    else target?.cells.set(this.#rows.length - 1, cellKind.text, target.pool.internText(text));
  }

  finish(): Pick<RawTable, 'rowCount' | 'rowNumbers' | 'shownRows' | 'columns'> {
    const rowCount = this.#rows.length;
    const rowNumbers = this.#rows.finish();
    const columns = this.#columns.map(({ cells, pool }) => cells.finish(rowCount, pool.finish()));
    return { rowCount, rowNumbers, shownRows: rowNumbers, columns };
  }
}

/** The integer and its decimals for a text spelled as a text file's decimal cell is (see `RawColumn`). */
function plainDecimal(text: string): { readonly value: number; readonly decimals: number } | undefined {
  const match = /^-?(0|[1-9]\d{0,14})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits.length > 15 || (digits === '' && text.startsWith('-'))) return undefined;
  return { value: (text.startsWith('-') ? -1 : 1) * Number(digits), decimals: fraction.length };
}
