/** Collects the cells of one sheet in columns: rows without cells are not stored, columns may begin anywhere. */
import { isUtf8 } from 'node:buffer';
import type { Limits } from '../../model/options.ts';
import { columnLetters } from '../../model/place.ts';
import { cellCode, cellKind, mostFormulas, type RawColumn, type RawTable } from '../../model/raw-table.ts';
import { ColumnBuilder, NumberList } from '../columns.ts';
import { limitError } from '../limits.ts';
import { TextPoolBuilder } from '../text-pool.ts';
import { damaged } from './damaged.ts';
import { doubleOf } from './number-bytes.ts';
import type { WorkbookRoom } from './room.ts';
import { RowOrder } from './row-order.ts';
import { dayOfIso, dayOfSerial } from './serial.ts';
import type { SharedStrings } from './shared-strings.ts';
import { type CellFormat, generalFormat } from './styles.ts';

/** What all sheets of a workbook share. */
export interface WorkbookContext {
  readonly file: string;
  readonly formats: readonly CellFormat[];
  readonly strings: SharedStrings;
  readonly is1904: boolean;
  readonly limits: Limits;
  readonly room: WorkbookRoom;
}

interface Column {
  readonly cells: ColumnBuilder;
  readonly pool: TextPoolBuilder;
  /** Pool index + 1 per shared string; made when the first one is met. */
  shared: Uint32Array;
  readonly formats: Map<string, number>;
  /** Cells of one format mostly follow each other: they are counted by the run. */
  runFormat: CellFormat;
  runLength: number;
}

export type SheetCells = Pick<
  RawTable,
  'rowCount' | 'rowNumbers' | 'shownRows' | 'columns' | 'hiddenRows' | 'formulas'
>;

/** 64 MiB of them. */
const maxRemembered = 16 << 20;

export class SheetBuilder {
  readonly #context: WorkbookContext;
  readonly #sheet: string;
  readonly #columns: (Column | undefined)[] = [];
  readonly #rowNumbers = new NumberList();
  readonly #hiddenRows = new Set<number>();
  readonly #formulas = new Set<number>();
  readonly #order = new RowOrder();
  readonly #noMap = new Uint32Array(0);
  #used = 0;
  #remembered = 0;
  #row = 0;
  #isHidden = false;
  /** Where the current row is stored; -1 until it has a cell. */
  #stored = -1;
  #rowElements = 0;

  constructor(context: WorkbookContext, sheet: string) {
    this.#context = context;
    this.#sheet = sheet;
  }

  /** Rows stored so far. */
  get rowCount(): number {
    return this.#rowNumbers.length;
  }

  /** Notes one more `row` element: without cells, or named again, it is stored nowhere, but takes its time. Throws `limit/rows`. */
  countRow(): void {
    const { limits, file } = this.#context;
    this.#rowElements += 1;
    if (this.#rowElements > limits.maxRows) throw limitError('maxRows', limits, { file, found: this.#rowElements });
  }

  /** Begins sheet row `row`; rows may come again and in any order. Throws `limit/rows`. */
  beginRow(row: number, isHidden: boolean): void {
    const { limits, file } = this.#context;
    if (row > limits.maxRows) throw limitError('maxRows', limits, { file, found: row, row });
    this.#row = row;
    this.#isHidden = isHidden;
    this.#stored = this.#order.find(row, () => this.#rowNumbers.finish());
  }

  /** Notes that a cell of the current row has a formula; it may be said twice. */
  markFormula(column: number): void {
    if (this.#formulas.size < mostFormulas) this.#formulas.add(cellCode(this.#row, column));
  }

  setShared(column: number, index: number): void {
    const { strings } = this.#context;
    if (index >= strings.count) throw this.#wrong(column, 'names a shared string that is not there');
    const target = this.#column(column);
    let pooled = target.shared[index] ?? 0;
    if (pooled === 0) {
      const start = strings.start(index);
      const end = strings.end(index);
      // Text of no characters is an empty cell.
      if (start === end) return;
      pooled = this.#intern(target.pool, strings.bytes, start, end) + 1;
      this.#remember(target, index, pooled);
    }
    target.cells.set(this.#place(column), cellKind.text, pooled - 1);
  }

  /** Text as UTF-8 bytes of the part. */
  setBytes(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    const { pool, cells } = this.#column(column);
    const before = pool.size;
    const index = this.#intern(pool, bytes, start, end);
    if (pool.size !== before && !isUtf8(bytes.subarray(start, end))) throw this.#wrong(column, 'is not valid UTF-8');
    cells.set(this.#place(column), cellKind.text, index);
  }

  setText(column: number, text: string): void {
    if (text === '') return;
    const target = this.#column(column);
    const bytes = Buffer.from(text, 'utf8');
    target.cells.set(this.#place(column), cellKind.text, this.#intern(target.pool, bytes, 0, bytes.length));
  }

  #intern(pool: TextPoolBuilder, bytes: Uint8Array, start: number, end: number): number {
    const before = pool.size;
    const index = pool.intern(bytes, start, end);
    if (pool.size !== before) this.#context.room.takeText(end - start);
    return index;
  }

  setError(column: number, text: string): void {
    const target = this.#column(column);
    target.cells.set(this.#place(column), cellKind.error, target.pool.internText(text));
  }

  setBoolean(column: number, value: boolean): void {
    this.#column(column).cells.set(this.#place(column), cellKind.boolean, value ? 1 : 0);
  }

  setNoResult(column: number): void {
    this.#column(column).cells.set(this.#place(column), cellKind.noResult, 0);
  }

  /** A number as `NumberParser` gives it, a date where the format of `style` says so. */
  setNumber(column: number, style: number, kind: number, value: number): void {
    const target = this.#column(column);
    const format = this.#context.formats[style] ?? generalFormat;
    if (target.runFormat !== format) startFormat(target, format);
    target.runLength += 1;
    if (format.kind !== 'number') {
      const day = dayOfSerial(doubleOf(kind, value), format.kind, this.#context.is1904);
      if (day !== undefined) {
        target.cells.set(this.#place(column), cellKind.date, day);
        return;
      }
    }
    target.cells.set(this.#place(column), kind, value);
  }

  /** The text of a `t="d"` cell: a date where it spells one, else text. */
  setIsoDate(column: number, style: number, text: string): void {
    const day = dayOfIso(text);
    if (day === undefined) {
      this.setText(column, text);
      return;
    }
    const target = this.#column(column);
    startFormat(target, this.#context.formats[style] ?? generalFormat);
    target.runLength += 1;
    target.cells.set(this.#place(column), cellKind.date, day);
  }

  finish(): SheetCells {
    const rowCount = this.#rowNumbers.length;
    this.#context.room.take(rowCount, this.#used);
    const empty = emptyColumn(rowCount);
    const columns = Array.from(this.#columns, (column) => (column ? finishColumn(column, rowCount) : empty));
    const rowNumbers = this.#rowNumbers.finish();
    const sorted = this.#order.isSorted ? { rowNumbers, columns } : sortRows(rowNumbers, columns);
    return {
      rowCount,
      ...sorted,
      shownRows: sorted.rowNumbers,
      hiddenRows: this.#hiddenRows,
      formulas: this.#formulas,
    };
  }

  /** Keeps the way from shared string to pool, as long as these lists are small together: else texts are looked up anew. */
  #remember(target: Column, index: number, pooled: number): void {
    if (target.shared.length === 0) {
      const { count } = this.#context.strings;
      if (this.#remembered + count > maxRemembered) return;
      this.#remembered += count;
      target.shared = new Uint32Array(count);
    }
    target.shared[index] = pooled;
  }

  #column(column: number): Column {
    const known = this.#columns[column - 1];
    if (known) return known;
    const { limits, file } = this.#context;
    if (column > limits.maxColumns) {
      throw limitError('maxColumns', limits, { file, found: column, row: this.#row });
    }
    const made: Column = {
      cells: new ColumnBuilder(),
      pool: new TextPoolBuilder(),
      shared: this.#noMap,
      formats: new Map(),
      runFormat: generalFormat,
      runLength: 0,
    };
    this.#columns[column - 1] = made;
    this.#used += 1;
    this.#context.room.check(this.#rowNumbers.length, this.#used);
    return made;
  }

  /** Where a cell of the current row goes: the row is stored with its first cell. */
  #place(column: number): number {
    if (this.#stored >= 0) return this.#stored;
    this.#context.room.check(this.#rowNumbers.length + 1, this.#used);
    if (column <= 0) throw new RangeError(`no column ${column}`);
    this.#stored = this.#rowNumbers.length;
    this.#order.add(this.#row, this.#stored);
    this.#rowNumbers.push(this.#row);
    if (this.#isHidden) this.#hiddenRows.add(this.#row);
    return this.#stored;
  }

  #wrong(column: number, what: string): Error {
    return damaged(this.#context.file, `cell ${columnLetters(column)}${this.#row} of sheet ${this.#sheet} ${what}`);
  }
}

function startFormat(column: Column, format: CellFormat): void {
  flushFormats(column);
  column.runFormat = format;
}

function flushFormats(column: Column): void {
  const { runFormat, runLength, formats } = column;
  if (runLength > 0) formats.set(runFormat.code, (formats.get(runFormat.code) ?? 0) + runLength);
  column.runLength = 0;
}

function finishColumn(column: Column, rowCount: number): RawColumn {
  flushFormats(column);
  return column.cells.finish(rowCount, column.pool.finish(), column.formats);
}

/** One for all columns without cells: a lone cell in column XFD must not cost 16,383 arrays. */
function emptyColumn(rowCount: number): RawColumn {
  return {
    kinds: new Uint8Array(rowCount),
    values: new Uint32Array(rowCount),
    pool: new TextPoolBuilder().finish(),
    formats: new Map(),
  };
}

function sortRows(
  rowNumbers: Uint32Array,
  columns: readonly RawColumn[],
): { readonly rowNumbers: Uint32Array; readonly columns: readonly RawColumn[] } {
  const order = Uint32Array.from(rowNumbers.keys()).sort((a, b) => (rowNumbers[a] ?? 0) - (rowNumbers[b] ?? 0));
  const sorted = (column: RawColumn): RawColumn => ({
    ...column,
    kinds: Uint8Array.from(order, (from) => column.kinds[from] ?? 0),
    values: column.values.map((_, row) => column.values[order[row] ?? 0] ?? 0),
  });
  return { rowNumbers: Uint32Array.from(order, (from) => rowNumbers[from] ?? 0), columns: columns.map(sorted) };
}
