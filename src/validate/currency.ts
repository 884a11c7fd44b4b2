/** Which currency the money is in, and rows that are in another one. */
import { foldText } from '../lib/fold-text.ts';
import type { MappedColumn } from '../model/mapping.ts';
import { columnLetters } from '../model/place.ts';
import { cellKind, rawCellText } from '../model/raw-table.ts';
import { problem } from '../problems/catalogue.ts';
import { currencyCode, readNumber } from './cells/read-number.ts';
import { convert } from './convert.ts';
import type { Ledger } from './ledger.ts';
import type { RateBook } from './rates.ts';
import type { TypedTable } from './typed-table.ts';

export interface Currency {
  readonly code: string | null;
  /** `column:币种`, `symbol:F`, `number-format:F`, `heading:F`, `title`; null where nothing states one. */
  readonly from: string | null;
}

interface Stated {
  readonly table: TypedTable;
  readonly from: string;
  /** Rows by currency. */
  readonly rows: ReadonlyMap<string, readonly number[] | number>;
}

/**
 * The currency that most rows state, of orders before deals and payments. Rows in another one are converted by rates to
 * the one that is wanted, else to that; without rates they are left out: they cannot be added up.
 */
export function settleCurrency(
  groups: readonly (readonly TypedTable[])[],
  { book, wanted }: { readonly book: RateBook; readonly wanted: string | undefined },
  ledger: Ledger,
): Currency {
  const byGroup = groups.map((tables) => tables.flatMap((table) => statedIn(table) ?? []));
  const totals = byGroup.map(rowsByCurrency).find((rows) => rows.size > 0);
  const [main] = [...(totals ?? [])].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (!main) return { code: null, from: null };
  const stated = byGroup.flat();
  const all = rowsByCurrency(stated);
  if (!book.isEmpty && !hasLinesApart(groups)) {
    const to = wanted ?? main[0];
    for (const one of stated) convert({ ...one, rows: listed(one), field: currencyField(one.table), to, book }, ledger);
    return { code: to, from: stated.find(({ rows }) => rows.has(to))?.from ?? 'config' };
  }
  const [code] = main;
  if (all.size > 1) leaveOutOthers(stated, code, [...all.keys()].toSorted(), ledger);
  return { code, from: stated.find(({ rows }) => rows.has(code))?.from ?? null };
}

function rowsByCurrency(stated: readonly Stated[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { rows } of stated)
    for (const [code, list] of rows) totals.set(code, (totals.get(code) ?? 0) + sizeOf(list));
  return totals;
}

function sizeOf(list: readonly number[] | number): number {
  return typeof list === 'number' ? list : list.length;
}

function statedIn(table: TypedTable): Stated | undefined {
  return byColumn(table) ?? bySymbols(table) ?? byTable(table);
}

function byColumn(table: TypedTable): Stated | undefined {
  const column = table.text('currency');
  if (!column || column.size < 2) return undefined;
  const codes = Array.from({ length: column.size }, (_, code) => {
    const text = column.text(code);
    return currencyCode(text) ?? foldText(text).toUpperCase();
  });
  const rows = new Map<string, number[]>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const code = codes[column.codes[row] ?? 0] ?? '';
    if (code === '' || table.included[row] !== 1) continue;
    const list = rows.get(code);
    if (list) list.push(row);
    else rows.set(code, [row]);
  }
  return { table, from: `column:${table.heading('currency') ?? ''}`, rows };
}

/** The column of the table's money; letters for people. */
function moneyColumn(table: TypedTable) {
  return table.mapped('amount') ?? table.mapped('amountExTax') ?? table.mapped('unitPrice');
}

function bySymbols(table: TypedTable): Stated | undefined {
  const money = moneyColumn(table);
  const seen = money?.field ? table.amountCells(money.field)?.currencies : undefined;
  if (!money || !seen || seen.size === 0) return undefined;
  const from = `symbol:${columnLetters(money.index + 1)}`;
  const [only] = seen.keys();
  if (seen.size === 1 && only !== undefined) return { table, from, rows: new Map([[only, table.rowCount]]) };
  return { table, from, rows: rowsBySymbol(table, money) };
}

function rowsBySymbol(table: TypedTable, { index, numberFormat }: MappedColumn): Map<string, number[]> {
  const raw = table.table.raw.columns[index];
  const rows = new Map<string, number[]>();
  for (const [row, stored] of table.rows.entries()) {
    if (raw?.kinds[stored] !== cellKind.text) continue;
    const reading = readNumber(rawCellText(raw, stored), numberFormat);
    if (reading.kind !== 'number' || reading.currency === null) continue;
    const known = rows.get(reading.currency);
    if (known) known.push(row);
    else rows.set(reading.currency, [row]);
  }
  return rows;
}

function byTable(table: TypedTable): Stated | undefined {
  const money = moneyColumn(table);
  const letters = money ? columnLetters(money.index + 1) : '';
  if (money?.currency) {
    const formats = table.table.raw.columns[money.index]?.formats;
    const isFormat =
      formats !== undefined && [...formats.keys()].some((format) => /[$¥￥€£₹₩]|CNY|RMB|USD|EUR|GBP/.test(format));
    return {
      table,
      from: `${isFormat ? 'number-format' : 'heading'}:${letters}`,
      rows: new Map([[money.currency, table.rowCount]]),
    };
  }
  const { currency } = table.table.mapping.statements;
  return currency === null ? undefined : { table, from: 'title', rows: new Map([[currency, table.rowCount]]) };
}

function leaveOutOthers(stated: readonly Stated[], main: string, currencies: readonly string[], ledger: Ledger): void {
  for (const { table, rows } of stated) {
    const others = [...rows].flatMap(([code, list]) =>
      code === main ? [] : typeof list === 'number' ? allRows(table) : list,
    );
    const sorted = others.filter((row) => table.included[row] === 1).toSorted((a, b) => a - b);
    const [first] = sorted;
    if (first === undefined) continue;
    const field = currencyField(table);
    const extras = { heading: field === null ? null : table.heading(field), treatment: 'left-out' as const };
    ledger.report(problem('money/mixed-currency', table.place(first, field), { currencies }, extras));
    for (const row of sorted) ledger.leaveOut(table, row, 'money/mixed-currency');
  }
}

function listed({ table, rows }: Stated): ReadonlyMap<string, readonly number[]> {
  return new Map([...rows].map(([code, list]) => [code, typeof list === 'number' ? allRows(table) : list]));
}

function currencyField(table: TypedTable): string | null {
  return table.mapped('currency') ? 'currency' : (moneyColumn(table)?.field ?? null);
}

/** Lines have their currency from their heads, and their dates too: they are not converted. */
function hasLinesApart(groups: readonly (readonly TypedTable[])[]): boolean {
  return groups.some((tables) => tables.some(({ dataset }) => dataset === 'order-lines'));
}

function allRows(table: TypedTable): number[] {
  return Array.from({ length: table.rowCount }, (_, row) => row);
}
