/** The rows that problems stand in, looked up in the tables as read, before these are let go. */
import type { Excerpt, ExcerptColumn } from '../../model/excerpt.ts';
import type { RecognisedTable } from '../../model/mapping.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { type RawTable, rawCellText } from '../../model/raw-table.ts';

const reach = 10;
const mostCharacters = 60;

/** Finds the row of a problem again. */
export class SourceRows {
  readonly #tables = new Map<string, RecognisedTable>();

  constructor(tables: readonly RecognisedTable[]) {
    for (const table of tables) this.#tables.set(keyOf(table.raw.file, table.raw.sheet), table);
  }

  /** The cells around the problem's cell; null where the problem is not about one cell of a row that was read. */
  excerptOf({ place }: Problem): Excerpt | null {
    const found = this.#rowOf(place);
    if (found === null || place.column === null || place.row === null) return null;
    const { raw, mapping } = found.table;
    const headings = new Map(mapping.columns.map((column) => [column.index, column]));
    const columns: ExcerptColumn[] = [];
    const last = Math.min(raw.columns.length, place.column + reach);
    for (let index = Math.max(0, place.column - 1 - reach); index < last; index++) {
      const column = raw.columns[index];
      if (column === undefined) continue;
      const mapped = headings.get(index);
      const [heading, text] = [cut(mapped?.heading ?? ''), cut(rawCellText(column, found.row))];
      const isEmpty = heading === '' && text === '';
      if (isEmpty && index !== place.column - 1) continue;
      columns.push({ column: index + 1, heading, text, isMoney: raw.isTyped && mapped?.type === 'money' });
    }
    const at = columns.findIndex(({ column }) => column === place.column);
    return at < 0 ? null : { row: place.row, columns, at };
  }

  /** What tells the row from others wherever it stands: its own id, else the names it is about; '' where it has none. */
  keyOf({ place }: Problem): string {
    const found = this.#rowOf(place);
    if (found === null) return '';
    const { raw, mapping } = found.table;
    const read = (fields: ReadonlySet<string>) =>
      mapping.columns
        .filter(({ field }) => field !== null && fields.has(field))
        .map(({ index }) => {
          const column = raw.columns[index];
          return column === undefined ? '' : rawCellText(column, found.row);
        });
    const id = read(ids).find((text) => text !== '');
    if (id !== undefined) return id;
    const names = read(namingFields);
    if (names.length > 0) return JSON.stringify(names);
    const [first] = raw.columns;
    return first === undefined ? '' : rawCellText(first, found.row);
  }

  /** The same where it is an id; else all that stands in the row, so that only the same row has it. */
  identityOf({ place }: Problem): string {
    const found = this.#rowOf(place);
    if (found === null) return '';
    const { raw, mapping } = found.table;
    const id = mapping.columns.find(({ field, index }) => {
      const column = raw.columns[index];
      return field !== null && ids.has(field) && column !== undefined && rawCellText(column, found.row) !== '';
    });
    const columns = id === undefined ? raw.columns : raw.columns.slice(id.index, id.index + 1);
    const texts = columns.map((column) => rawCellText(column, found.row).trim());
    return texts.filter((text) => text !== '').join(' | ');
  }

  #rowOf({ file, sheet, row }: Place): { readonly table: RecognisedTable; readonly row: number } | null {
    const table = row === null ? undefined : this.#tables.get(keyOf(file, sheet));
    if (table === undefined || row === null) return null;
    const index = indexOf(table.raw, row);
    return index < 0 ? null : { table, row: index };
  }
}

const ids: ReadonlySet<string> = new Set(['orderId', 'dealId', 'ticketId', 'employeeId']);
const namingFields: ReadonlySet<string> = new Set([
  'customerId',
  'customerName',
  'name',
  'rep',
  'team',
  'region',
  'product',
  'period',
  'kpi',
  'level',
  'from',
  'to',
]);

function keyOf(file: string, sheet: string | null): string {
  return JSON.stringify([file, sheet]);
}

/** Stored row of a sheet row; rows are stored in their order. */
function indexOf({ rowNumbers, rowCount }: RawTable, row: number): number {
  let [low, high] = [0, rowCount - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rowNumbers[middle] ?? 0;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function cut(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}
