/** What a row of targets says besides whose and how much: weights, owners, versions, and the cells that say it. */
import type { Decimal } from '../../lib/decimal.ts';
import type { Place } from '../../model/place.ts';
import type { Target } from '../../model/target.ts';
import { readDay } from '../cells/read-day.ts';
import { readNumber } from '../cells/read-number.ts';
import type { RowKeys } from './row-keys.ts';
import type { PeriodReader } from './row-periods.ts';
import type { TargetTable } from './target-table.ts';

export class RowDetails {
  readonly #table: TargetTable;
  readonly #periods: PeriodReader;
  #cellsOfRow: { readonly row: number; readonly cells: Target['cells'] } | null = null;

  constructor(table: TargetTable, periods: PeriodReader) {
    this.#table = table;
    this.#periods = periods;
  }

  /** What a describing field says in a row; null for a blank one. */
  text(field: string, row: number): string | null {
    const text = this.#table.fieldText(field, row);
    return text === '' ? null : text;
  }

  /** Where the row says what it says; the same object for all values of a row. */
  cells(row: number, { columns }: RowKeys): Target['cells'] {
    const known = this.#cellsOfRow;
    if (known?.row === row) return known.cells;
    const period = this.#table.isWide ? null : this.#periods.column;
    const cells = {
      parent: this.#cell('parent', row),
      weight: this.#cell('weight', row),
      owner: this.#cell('owner', row),
      level: this.#cell('level', row),
      period: period === null ? null : this.#table.place(row, period),
      keys: new Map([...columns].map(([dimension, index]) => [dimension, this.#table.sourcePlace(row, index)])),
    };
    this.#cellsOfRow = { row, cells };
    return cells;
  }

  #cell(field: string, row: number): Place | null {
    const column = this.#table.column(field);
    return column === undefined ? null : this.#table.place(row, column.index);
  }

  number(field: string, row: number): Decimal | null {
    const reading = readNumber(this.#table.fieldText(field, row), this.#table.column(field)?.numberFormat ?? null);
    return reading.kind === 'number' ? reading.value : null;
  }

  effectiveFrom(row: number): number | null {
    const column = this.#table.column('effectiveFrom');
    if (column === undefined) return null;
    const date = this.#table.dateCell(column.index, row);
    if (date !== undefined) return date;
    const reading = readDay(this.#table.text(column.index, row), column.dateOrder);
    return reading.kind === 'day' ? reading.day : null;
  }
}
