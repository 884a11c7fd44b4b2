/** Cells that a person reads into blank ones (contract §2, "Filling down"): under a merged range, and on further lines of an order. */
import { cellKind, type RawColumn, type RawTable } from '../model/raw-table.ts';
import type { Column } from '../model/table.ts';
import { isMissing, noRow } from './columns.ts';

/** The column with blank cells under a vertical merged range filled from its top; the same object where there is none. */
export function fillMerged(raw: RawTable, index: number): RawColumn | undefined {
  const column = raw.columns[index];
  const ranges = raw.merges.filter(({ left, top, bottom }) => left === index + 1 && bottom > top);
  if (!column || ranges.length === 0) return column;
  const [kinds, values] = [column.kinds.slice(), column.values.slice()];
  for (const { top, bottom } of ranges) {
    const first = storedRowFrom(raw.rowNumbers, top);
    if (raw.rowNumbers[first] !== top) continue;
    const end = storedRowFrom(raw.rowNumbers, bottom + 1);
    for (let row = first + 1; row < end; row += 1) {
      if (kinds[row] !== cellKind.empty) continue;
      kinds[row] = kinds[first] ?? 0;
      values[row] = values[first] ?? 0;
    }
  }
  return { kinds, values, pool: column.pool, formats: column.formats };
}

/** The first stored row with a row number of at least `rowNumber`. */
function storedRowFrom(rowNumbers: Uint32Array, rowNumber: number): number {
  let [low, high] = [0, rowNumbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rowNumbers[middle] ?? 0) < rowNumber) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Fields of a whole order, not of one of its lines. */
export const headFields: ReadonlySet<string> = new Set([
  'orderId',
  'orderDate',
  'paymentDate',
  'invoiceDate',
  'deliveryDate',
  'dueDate',
  'customerId',
  'customerName',
  'rep',
  'employeeId',
  'team',
  'region',
  'channel',
  'segment',
  'status',
  'type',
  'currency',
]);

/** Fields that show that a row sells something. A lone amount does not: it may be a total that nobody labelled. */
const lineFields = ['product', 'category', 'quantity', 'unitPrice'];

export interface HeadSearch {
  readonly columns: ReadonlyMap<string, Column>;
  readonly rowCount: number;
  /** Rows whose date is not blank but unreadable. */
  /** 1 for the rows whose date cannot be read. */
  readonly dateFaults: Uint8Array;
  /** True where further lines repeat the order's date too (Shopify). */
  readonly linesRepeatDate: boolean;
}

/** For each row the head whose order it continues, or `noRow`; undefined where no row does. */
export function findHeads(search: HeadSearch): Int32Array | undefined {
  const { columns, rowCount } = search;
  const orderIds = columns.get('orderId');
  if (orderIds?.kind !== 'text') return undefined;
  const continues = continuation(search);
  const heads = new Int32Array(rowCount).fill(noRow);
  // By order id the first row with it; at 0, without an id, the last head above.
  const headOf = new Int32Array(orderIds.size).fill(noRow);
  for (let row = 0; row < rowCount; row += 1) {
    const code = orderIds.codes[row] ?? 0;
    const head = headOf[code] ?? noRow;
    if (head !== noRow && continues(row, head, code === 0)) {
      heads[row] = head;
      continue;
    }
    headOf[0] = code === 0 ? noRow : row;
    if (headOf[code] === noRow) headOf[code] = headOf[0];
  }
  return hasHead(heads) ? heads : undefined;
}

function hasHead(heads: Int32Array): boolean {
  return heads.some((head) => head !== noRow);
}

/** Whether a row goes on with the order of `head`: without an order id, or under the same one with no other head cell. */
function continuation({ columns, dateFaults, linesRepeatDate }: HeadSearch) {
  const dates = columns.get('orderDate');
  const others = [...columns].flatMap(([field, column]) =>
    headFields.has(field) && field !== 'orderId' ? [column] : [],
  );
  const lines = lineFields.flatMap((field) => columns.get(field) ?? []);
  const repeats = (row: number, head: number) =>
    linesRepeatDate &&
    (dateFaults[row] === 1 ? dateFaults[head] === 1 : dates !== undefined && isSame(dates, row, head)) &&
    others.some((column) => isMissing(column, row) && !isMissing(column, head));
  return (row: number, head: number, lacksId: boolean): boolean => {
    const isDated = dateFaults[row] === 1 || (dates !== undefined && !isMissing(dates, row));
    if (isDated && (lacksId || !repeats(row, head))) return false;
    const isBlank = (column: Column) => isMissing(column, row);
    if (lacksId) return others.every(isBlank) && !lines.every(isBlank);
    return dates !== undefined && others.every((column) => isBlank(column) || isSame(column, row, head));
  };
}

function isSame(column: Column, row: number, other: number): boolean {
  if (column.kind === 'text') return column.codes[row] === column.codes[other];
  return column.kind === 'day' && column.days[row] === column.days[other] && column.present[other] === 1;
}

/** Where each cell of a head column is to be read: at its own row, or at its head's where it is blank. */
export function filledRows(column: Column, heads: Int32Array): Int32Array {
  return heads.map((head, row) => (head !== noRow && isMissing(column, row) ? head : row));
}
