/** What is wrong in the cells of a table of facts, and which rows cannot be used for it. */
import { formatDay } from '../model/day.ts';
import type { MappedColumn } from '../model/mapping.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { DayColumn } from '../model/table.ts';
import { nowhereElse, problem, severities } from '../problems/catalogue.ts';
import { boundsOf } from './cells/day.ts';
import type { CellFault } from './cells/fault.ts';
import { isMissing, noRow } from './columns.ts';
import type { Ledger } from './ledger.ts';
import { statusUse } from './status-words.ts';
import type { TypedTable } from './typed-table.ts';

export interface Needs {
  /** The date field that a row must have, or null where its date comes from elsewhere. */
  readonly day: string | null;
  /** True where a blank date only says that it has not happened yet: a payment, a delivery. */
  readonly mayLackDay: boolean;
  /** Fields that the row's money is made of; empty where its money comes from elsewhere or may be blank. */
  readonly money: readonly string[];
  /** Whether an unreadable cell takes its row out; by default those of `day` and `money` do. */
  readonly isDeciding?: (field: string, row: number, code: string) => boolean;
  /** 1 where the row counts; by default the status of an order says so. */
  readonly counts?: Uint8Array;
}

/** Reports every fault of the table's cells and leaves out the rows whose date or money cannot be known. */
export function judgeRows(table: TypedTable, needs: Needs, ledger: Ledger): void {
  skipBlankRows(table);
  const isUsed = usedRows(table, needs.counts);
  const deciding = new Set(needs.day === null ? needs.money : [needs.day, ...needs.money]);
  const isDeciding = needs.isDeciding ?? ((field) => deciding.has(field));
  const bad = new Map<string, Uint8Array>();
  for (const field of table.fields) {
    const faults = table.faults(field);
    if (faults.length === 0) continue;
    bad.set(field, faults.marked(table.rowCount));
    for (const fault of faults) {
      reportFault(
        table,
        table.mapped(field),
        fault,
        isUsed(fault.row) && isDeciding(field, fault.row, fault.code),
        ledger,
      );
    }
  }
  requireDays(table, needs, isUsed, bad, ledger);
  requireMoney(table, needs, isUsed, bad, ledger);
  if (needs.day !== null) leaveOutFarDays(table, needs.day, ledger);
  reportRounded(table, ledger);
}

/** Rows in which no field has a cell are no data: a numbered form that was not filled in, a note to the right. */
function skipBlankRows(table: TypedTable): void {
  const kinds = table.fields.flatMap((field) => {
    const index = table.mapped(field)?.index;
    return index === undefined ? [] : (table.table.raw.columns[index]?.kinds ?? []);
  });
  const [first, ...others] = kinds;
  if (!first) return;
  for (let row = 0; row < table.rowCount; row += 1) {
    const stored = table.rows[row] ?? 0;
    if (first[stored] === 0 && others.every((column) => column[stored] === 0)) table.included[row] = 0;
  }
}

/** Rows that figures would use: present, and with a status that counts. */
function usedRows(table: TypedTable, counts: Uint8Array | undefined): (row: number) => boolean {
  if (counts) return (row) => table.included[row] === 1 && counts[row] === 1;
  const status = table.dataset === 'orders' ? table.text('status') : undefined;
  if (!status) return (row) => table.included[row] === 1;
  const isIdle = Array.from(
    { length: status.size },
    (_, code) => statusUse(status.text(code), table.statusWords) === 'not-counted',
  );
  return (row) => table.included[row] === 1 && isIdle[status.codes[row] ?? 0] !== true;
}

/** Reports a cell of the column `from`, which takes its row out where it decides. */
export function reportFault(
  table: TypedTable,
  from: MappedColumn | undefined,
  fault: CellFault,
  isDeciding: boolean,
  ledger: Ledger,
): void {
  if (!ledger.countMore(fault.code)) ledger.report(problemOf(table, from, fault, isDeciding));
  if (isDeciding) ledger.leaveOut(table, fault.row, fault.code);
}

function problemOf(table: TypedTable, from: MappedColumn | undefined, fault: CellFault, isDeciding: boolean): Problem {
  const severity: Severity = severities[fault.code];
  return {
    code: fault.code,
    severity,
    place: table.cellPlace(fault.row, from === undefined ? null : from.index + 1),
    related: nowhereElse,
    heading: from?.heading ?? null,
    value: fault.value,
    params: fault.params,
    treatment: isDeciding ? 'left-out' : fault.code === 'cell/lost-digits' ? 'counted' : 'ignored',
    affects: 'period',
  };
}

/** By field, 1 for the rows whose cell is wrong. */
type BadCells = ReadonlyMap<string, Uint8Array>;

function requireDays(
  table: TypedTable,
  { day, mayLackDay }: Needs,
  isUsed: (row: number) => boolean,
  bad: BadCells,
  ledger: Ledger,
): void {
  const column = day === null ? undefined : table.day(day);
  if (!column || day === null || mayLackDay || !column.present.includes(0)) return;
  const unreadable = bad.get(day);
  for (let row = 0; row < table.rowCount; row += 1) {
    if (column.present[row] === 1 || unreadable?.[row] === 1 || !isUsed(row)) continue;
    reportRequired(table, row, day, ledger);
  }
}

function requireMoney(
  table: TypedTable,
  { money }: Needs,
  isUsed: (row: number) => boolean,
  bad: BadCells,
  ledger: Ledger,
): void {
  const [field] = money;
  const column = table.amount('amount');
  if (field === undefined || !column?.present.includes(0)) return;
  for (let row = 0; row < table.rowCount; row += 1) {
    if (column.present[row] === 1 || !isUsed(row) || money.some((name) => bad.get(name)?.[row] === 1)) continue;
    // A further line of an order may leave the money to the order's first line.
    if ((table.heads?.[row] ?? noRow) !== noRow) continue;
    reportRequired(table, row, money.find((name) => isBlank(table, name, row)) ?? field, ledger);
  }
}

function isBlank(table: TypedTable, field: string, row: number): boolean {
  const column = table.column(field);
  return column !== undefined && table.mapped(field) !== undefined && isMissing(column, row);
}

function reportRequired(table: TypedTable, row: number, field: string, ledger: Ledger): void {
  const extras = { heading: table.heading(field), value: '', treatment: 'left-out' as const };
  ledger.report(problem('cell/required', table.place(row, field), {}, extras));
  ledger.leaveOut(table, row, 'cell/required');
}

const farAfter = 366;
const farBefore = 3653;

/** Dates far from every other date of a table of 30 rows or more (contract §2, "Implausible dates"). */
export function leaveOutFarDays(table: TypedTable, field: string, ledger: Ledger): void {
  const column = table.day(field);
  if (!column || table.rowCount < 30) return;
  const far = farDays(column);
  if (!far) return;
  // Columns without a gap share their marks: these are this column's own from here on.
  const [days, present] = [column.days.slice(), column.present.slice()];
  for (let row = 0; row < table.rowCount; row += 1) {
    const day = column.days[row] ?? 0;
    if (column.present[row] !== 1 || !far.isFar(day)) continue;
    const params = { first: formatDay(far.first), last: formatDay(far.last) };
    const extras = { heading: table.heading(field), value: formatDay(day), treatment: 'left-out' as const };
    ledger.report(problem('cell/implausible-date', table.place(row, field), params, extras));
    ledger.leaveOut(table, row, 'cell/implausible-date');
    present[row] = 0;
    days[row] = 0;
  }
  table.replace(field, { kind: 'day', days, present });
}

interface FarDays {
  readonly first: number;
  readonly last: number;
  isFar(day: number): boolean;
}

/** The plausible span and what lies outside it. A few rows of one order may share a mistyped date; a whole season does not. */
function farDays(column: DayColumn): FarDays | undefined {
  const bounds = boundsOf(column);
  if (!bounds || bounds.last - bounds.first <= farAfter) return undefined;
  const rowsOn = rowsByDay(column, bounds.first, bounds.last);
  const days = [...rowsOn.keys()].filter((index) => rowsOn[index] !== 0);
  const isRare = (index: number) => (rowsOn[days[index] ?? 0] ?? 0) <= Math.max(3, column.days.length / 100);
  const gap = (index: number) => (days[index + 1] ?? 0) - (days[index] ?? 0);
  let [from, to] = [0, days.length - 1];
  while (to > from && gap(to - 1) > farAfter && isRare(to)) to -= 1;
  while (from < to && gap(from) > farBefore && isRare(from)) from += 1;
  if (from === 0 && to === days.length - 1) return undefined;
  const [first, last] = [bounds.first + (days[from] ?? 0), bounds.first + (days[to] ?? 0)];
  return { first, last, isFar: (day) => day < first || day > last };
}

function rowsByDay({ days, present }: DayColumn, first: number, last: number): Uint32Array {
  const counts = new Uint32Array(last - first + 1);
  for (let row = 0; row < days.length; row += 1) {
    if (present[row] !== 1) continue;
    const index = (days[row] ?? 0) - first;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function reportRounded(table: TypedTable, ledger: Ledger): void {
  for (const field of table.fields) {
    const rounded = table.amountCells(field)?.rounded;
    if (!rounded || rounded.rows === 0) continue;
    const extras = { heading: table.heading(field), treatment: 'converted' as const };
    ledger.report(problem('cell/rounded-source', table.place(rounded.first, field), { rows: rounded.rows }, extras));
  }
}
