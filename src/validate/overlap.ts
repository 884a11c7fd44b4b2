/** Rows that two tables of one dataset both have (contract §2, "Appending"). */

import { add, type Decimal, toText, trim, zero } from '../lib/decimal.ts';
import { foldText } from '../lib/fold-text.ts';
import type { ValidateOptions } from '../model/options.ts';
import type { Severity } from '../model/problem.ts';
import { rowIds } from '../model/row-identity.ts';
import type { Column } from '../model/table.ts';
import { problem } from '../problems/catalogue.ts';
import { amountAt } from './cells/amount.ts';
import type { Ledger } from './ledger.ts';
import { hashText, mix } from './row-hashes.ts';
import type { TypedTable } from './typed-table.ts';

type Decision = ValidateOptions['overlap'];

/** Reports each pair of tables with equal rows; the later copy is left out unless the user keeps it. */
export function leaveOutOverlaps(tables: readonly TypedTable[], decision: Decision, ledger: Ledger): void {
  for (const [index, later] of tables.entries()) {
    for (const earlier of tables.slice(0, index)) reportPair(earlier, later, decision, ledger);
  }
}

function reportPair(earlier: TypedTable, later: TypedTable, decision: Decision, ledger: Ledger): void {
  const pairs = equalRows(earlier, later);
  const [first] = pairs;
  if (!first) return;
  const amount = pairs.reduce((total, { later: row }) => add(total, moneyOf(later, row)), zero);
  const place = later.placeOf(first.later);
  const related = earlier.placeOf(first.earlier);
  const severity: Severity = decision === undefined ? 'error' : 'info';
  const treatment = decision === 'keep' ? 'counted' : 'left-out';
  const params = { rows: pairs.length, amount: toText(amount), other: related.sheet ?? related.file };
  ledger.report(problem('table/overlap', place, params, { severity, related: [related], treatment }));
  if (decision === 'keep') return;
  for (const { later: row } of pairs) {
    // A user who says `drop` has decided: these rows are no data, not data left out.
    if (decision === 'drop') later.included[row] = 0;
    else ledger.leaveOut(later, row, 'table/overlap');
  }
}

function moneyOf(table: TypedTable, row: number): Decimal {
  const column = table.amount('amount');
  return (column && amountAt(column, row)) ?? zero;
}

interface Pair {
  readonly earlier: number;
  readonly later: number;
}

/** Rows of `later` that repeat one of `earlier`, each of which answers for one copy only. */
function equalRows(earlier: TypedTable, later: TypedTable): Pair[] {
  const names = comparedNames(earlier, later);
  if (names.length === 0) return [];
  const [a, b] = [rowKeys(earlier, names), rowKeys(later, names)];
  // Rows without their id are no copies of each other.
  const mayBeBlank = names.length > 1;
  const isEqual = (one: number, other: number) =>
    (mayBeBlank || a.textOf(0, one) !== '') &&
    names.every((_, index) => a.textOf(index, one) === b.textOf(index, other));
  const open = rowsByHash(earlier, a.hashes);
  const pairs: Pair[] = [];
  for (const [row, hash] of b.hashes.entries()) {
    const candidates = later.included[row] === 1 ? (open.get(hash) ?? []) : [];
    const found = candidates.findIndex((one) => isEqual(one, row));
    if (found >= 0) pairs.push({ earlier: candidates.splice(found, 1)[0] ?? 0, later: row });
  }
  return pairs;
}

function rowsByHash(table: TypedTable, hashes: Int32Array): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [row, hash] of hashes.entries()) {
    if (table.included[row] !== 1) continue;
    const known = rows.get(hash);
    if (known) known.push(row);
    else rows.set(hash, [row]);
  }
  return rows;
}

/** What makes a line of an order: an order exported twice may have got a new status meanwhile. */
const lineContent = ['orderId', 'orderDate', 'product', 'category', 'quantity', 'unitPrice', 'amount'];

/** Without one of these, equal rows may well be two: a score of the same day. */
const tellingFields = ['amount', 'customerId', 'comment'];

/** The row's own id, with order ids on both sides the line's content, else everything that both tables have. */
function comparedNames(a: TypedTable, b: TypedTable): string[] {
  const fields = a.fields.filter((field) => b.fields.includes(field));
  const id = a.dataset === null ? undefined : rowIds[a.dataset];
  if (id !== undefined && fields.includes(id)) return [id];
  if (fields.includes('orderId') && a.dataset !== 'payments') {
    const content = lineContent.filter((field) => fields.includes(field));
    return content.includes('amount') || content.includes('product') ? content : fields;
  }
  if (!tellingFields.some((field) => fields.includes(field))) return [];
  const headings = a.names.filter(
    (name) =>
      !a.fields.includes(name) &&
      b.names.includes(name) &&
      a.fieldOf(name) === undefined &&
      b.fieldOf(name) === undefined,
  );
  return [...fields, ...headings];
}

interface RowKeys {
  readonly hashes: Int32Array;
  textOf(index: number, row: number): string;
}

function rowKeys(table: TypedTable, names: readonly string[]): RowKeys {
  const columns = names.map((name) => comparable(table.column(name) ?? table.dimension(name)));
  const hashes = new Int32Array(table.rowCount);
  for (const column of columns) {
    for (let row = 0; row < table.rowCount; row += 1) hashes[row] = mix(hashes[row] ?? 0, column.hash(row));
  }
  return { hashes, textOf: (index, row) => columns[index]?.text(row) ?? '' };
}

interface Comparable {
  hash(row: number): number;
  text(row: number): string;
}

function comparable(column: Column | undefined): Comparable {
  if (column?.kind === 'text') {
    const texts = Array.from({ length: column.size }, (_, code) => foldText(column.text(code)));
    const hashes = texts.map(hashText);
    return { hash: (row) => hashes[column.codes[row] ?? 0] ?? 0, text: (row) => texts[column.codes[row] ?? 0] ?? '' };
  }
  if (column?.kind === 'day') {
    return {
      hash: (row) => column.days[row] ?? 0,
      text: (row) => (column.present[row] === 1 ? String(column.days[row]) : ''),
    };
  }
  if (column?.kind === 'amount') {
    const factor = 10 ** (4 - column.scale);
    const text = (row: number) => {
      const value = amountAt(column, row);
      return value ? toText(trim(value)) : '';
    };
    return {
      hash: (row) => (column.exact.has(row) ? hashText(text(row)) : Math.round((column.units[row] ?? 0) * factor)),
      text,
    };
  }
  return { hash: () => 0, text: () => '' };
}
