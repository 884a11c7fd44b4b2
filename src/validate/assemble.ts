/** All tables of facts → one frame: appended, or lines with their orders. */
import { add, type Decimal, isZero, negate, subtract, toText, zero } from '../lib/decimal.ts';
import { datasets } from '../model/fields.ts';
import type { AmountColumn, TextColumn } from '../model/table.ts';
import { problem } from '../problems/catalogue.ts';
import { amountAt } from './cells/amount.ts';
import { codesIn, noRow } from './columns.ts';
import { appendFrames, besideFrame, type Frame, pickFrame, withColumns, withoutNames } from './frame.ts';
import type { Ledger } from './ledger.ts';
import { zeroColumn } from './line-amount.ts';
import { type StatusWords, statusUse } from './status-words.ts';
import type { TypedTable } from './typed-table.ts';

/** The rows of the facts that came from one table. */
export interface FactPart {
  readonly table: TypedTable;
  readonly start: number;
  readonly end: number;
  /** The table's row behind each of these rows; undefined: the same rows in the same order. */
  readonly rows: Int32Array | undefined;
}

export interface Assembly {
  readonly frame: Frame;
  readonly parts: readonly FactPart[];
  readonly included: Uint8Array;
}

/** Tables of whole rows end to end. */
export function assembleTables(tables: readonly TypedTable[]): Assembly | undefined {
  const frame = appendFrames(tables);
  if (!frame) return undefined;
  const parts = partsOf(tables, 0);
  const included = new Uint8Array(frame.rowCount);
  for (const { table, start } of parts) included.set(table.included, start);
  return { frame, parts, included };
}

function partsOf(tables: readonly TypedTable[], start: number): FactPart[] {
  const parts: FactPart[] = [];
  let next = start;
  for (const table of tables) {
    parts.push({ table, start: next, end: next + table.rowCount, rows: undefined });
    next += table.rowCount;
  }
  return parts;
}

/** Amounts of a head are of its whole order: on a line they would count once per line. */
const headMoney: ReadonlySet<string> = new Set(
  Object.entries(datasets.orders).flatMap(([field, kind]) => (kind === 'amount' ? [field] : [])),
);
/** Amounts that only heads have: they stand on the order's first line. */
const onceFields = ['refundedAmount', 'receivedAmount'];

interface Orders {
  readonly heads: readonly TypedTable[];
  readonly lines: readonly TypedTable[];
}

/** Lines with the columns of their orders; orders without lines follow as rows of amount 0. */
export function assembleLines({ heads, lines }: Orders, ledger: Ledger): Assembly | undefined {
  const [head, line] = [appendFrames(heads), appendFrames(lines)];
  const [headIds, lineIds] = [head?.column('orderId'), line?.column('orderId')];
  if (!head || !line || headIds?.kind !== 'text' || lineIds?.kind !== 'text') return undefined;
  const headOf = findHeadRows(headIds, lineIds);
  const headState = statesOf(heads);
  const lineParts = partsOf(lines, 0);
  leaveOutOrphans(lineParts, headOf, headState, ledger);
  const bare = rowsWithoutLines(head, headIds, headOf);
  reportBareHeads(head, headIds, bare, headState, ledger);
  compareHeadAmounts({ head, line, headOf }, headIds, ledger);
  const joined = withColumns(besideFrame(line, pickFrame(head, headOf), headMoney), onceColumns(head, headOf));
  const alone = withColumns(
    withoutNames(pickFrame(head, bare), headMoney),
    new Map([['amount', zeroColumn(bare.length)]]),
  );
  const frame = appendFrames(bare.length > 0 ? [joined, alone] : [joined]);
  if (!frame) return undefined;
  const parts = [...lineParts, ...bareParts(heads, bare, line.rowCount)];
  return { frame, parts, included: includedOf(parts, frame.rowCount) };
}

/** For each line the first head with its order id, or `noRow`. */
function findHeadRows(headIds: TextColumn, lineIds: TextColumn): Int32Array {
  const firstRow = new Int32Array(headIds.size).fill(noRow);
  for (let row = headIds.codes.length - 1; row >= 0; row -= 1) firstRow[headIds.codes[row] ?? 0] = row;
  firstRow[0] = noRow;
  const headCode = codesIn(headIds, lineIds);
  return Int32Array.from(lineIds.codes, (code) => firstRow[headCode[code] ?? 0] ?? noRow);
}

interface HeadState {
  readonly included: Uint8Array;
  readonly words: StatusWords;
  /** Why a head is left out, by its row among all heads. */
  readonly leftOut: (row: number, ledger: Ledger) => string;
}

function statesOf(heads: readonly TypedTable[]): HeadState {
  const parts = partsOf(heads, 0);
  const included = new Uint8Array(parts.at(-1)?.end ?? 0);
  for (const { table, start } of parts) included.set(table.included, start);
  return {
    included,
    words: new Map(heads.flatMap(({ statusWords }) => [...statusWords])),
    leftOut(row, ledger) {
      const part = parts.find(({ start, end }) => row >= start && row < end);
      return (part && ledger.reasonOf(part.table, row - part.start)) ?? 'cell/required';
    },
  };
}

function leaveOutOrphans(parts: readonly FactPart[], headOf: Int32Array, heads: HeadState, ledger: Ledger): void {
  for (const { table, start } of parts) {
    for (let row = 0; row < table.rowCount; row += 1) {
      const head = headOf[start + row] ?? noRow;
      if (head === noRow) leaveOutOrphan(table, row, ledger);
      else if (heads.included[head] !== 1) ledger.leaveOut(table, row, heads.leftOut(head, ledger));
    }
  }
}

function leaveOutOrphan(table: TypedTable, row: number, ledger: Ledger): void {
  if (table.included[row] !== 1) return;
  const ids = table.text('orderId');
  const orderId = ids?.text(ids.codes[row] ?? 0) ?? '';
  const extras = { heading: table.heading('orderId'), value: orderId, treatment: 'left-out' as const };
  ledger.report(problem('row/line-without-order', table.place(row, 'orderId'), { orderId }, extras));
  ledger.leaveOut(table, row, 'row/line-without-order');
}

function rowsWithoutLines(head: Frame, headIds: TextColumn, headOf: Int32Array): Int32Array {
  const hasLines = new Uint8Array(headIds.size);
  for (const row of headOf) if (row !== noRow) hasLines[headIds.codes[row] ?? 0] = 1;
  const rows: number[] = [];
  for (let row = 0; row < head.rowCount; row += 1) if (hasLines[headIds.codes[row] ?? 0] !== 1) rows.push(row);
  return Int32Array.from(rows);
}

function reportBareHeads(
  head: Frame,
  headIds: TextColumn,
  bare: Int32Array,
  { included, words }: HeadState,
  ledger: Ledger,
): void {
  const status = head.column('status');
  const isIdle = (row: number) =>
    status?.kind === 'text' && statusUse(status.text(status.codes[row] ?? 0), words) === 'not-counted';
  const rows = bare.filter((row) => included[row] === 1 && !isIdle(row));
  const [first] = rows;
  if (first === undefined) return;
  const example = headIds.text(headIds.codes[first] ?? 0);
  const params = { orders: rows.length, example };
  ledger.report(
    problem('row/order-without-lines', head.placeOf(first), params, { value: example, treatment: 'counted' }),
  );
}

interface Pairing {
  readonly head: Frame;
  readonly line: Frame;
  readonly headOf: Int32Array;
}

/** Lines are rounded one by one: half a cent each may differ. */
const tolerance: Decimal = { units: 1n, scale: 2 };

function compareHeadAmounts({ head, line, headOf }: Pairing, headIds: TextColumn, ledger: Ledger): void {
  const [stated, amounts] = [head.column('amount'), line.column('amount')];
  if (stated?.kind !== 'amount' || amounts?.kind !== 'amount') return;
  const sums = sumByHead(amounts, headOf);
  let [orders, total, first] = [0, zero, noRow];
  for (const [row, sum] of sums) {
    const own = amountAt(stated, row);
    const difference = own ? subtract(own, sum) : zero;
    if (isZero(difference) || isSmall(difference)) continue;
    orders += 1;
    total = add(total, difference);
    if (first === noRow) first = row;
  }
  if (orders === 0) return;
  const example = headIds.text(headIds.codes[first] ?? 0);
  const params = { orders, amount: toText(total), example };
  ledger.report(problem('row/head-amount-differs', head.placeOf(first), params, { value: example }));
}

function isSmall(value: Decimal): boolean {
  const size = subtract(value.units < 0n ? negate(value) : value, tolerance);
  return size.units <= 0n;
}

function sumByHead(amounts: AmountColumn, headOf: Int32Array): Map<number, Decimal> {
  const sums = new Map<number, Decimal>();
  for (const [row, head] of headOf.entries()) {
    const value = head === noRow ? null : amountAt(amounts, row);
    if (value) sums.set(head, add(sums.get(head) ?? zero, value));
  }
  return sums;
}

function onceColumns(head: Frame, headOf: Int32Array): Map<string, AmountColumn> {
  const seen = new Uint8Array(head.rowCount);
  const once = headOf.map((row) => {
    if (row === noRow || seen[row] === 1) return noRow;
    seen[row] = 1;
    return row;
  });
  const picked = pickFrame(head, once);
  const columns = new Map<string, AmountColumn>();
  for (const field of onceFields) {
    const column = head.fields.includes(field) ? picked.column(field) : undefined;
    if (column?.kind === 'amount') columns.set(field, column);
  }
  return columns;
}

function bareParts(heads: readonly TypedTable[], bare: Int32Array, start: number): FactPart[] {
  let next = start;
  return partsOf(heads, 0).map(({ table, start: from, end }) => {
    const rows = bare.filter((row) => row >= from && row < end).map((row) => row - from);
    const part = { table, start: next, end: next + rows.length, rows };
    next = part.end;
    return part;
  });
}

function includedOf(parts: readonly FactPart[], rowCount: number): Uint8Array {
  const included = new Uint8Array(rowCount);
  for (const { table, start, end, rows } of parts) {
    for (let row = start; row < end; row += 1)
      included[row] = table.included[rows ? (rows[row - start] ?? 0) : row - start] ?? 0;
  }
  return included;
}
