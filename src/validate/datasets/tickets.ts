/** Tables of tickets: how long a first answer and a solution took, and who was satisfied. */
import { foldName } from '../../lib/fold-text.ts';
import type { ValidateOptions } from '../../model/options.ts';
import { rawCellText } from '../../model/raw-table.ts';
import type { AmountColumn, DayColumn, TextColumn } from '../../model/table.ts';
import { problem } from '../../problems/catalogue.ts';
import { dayAt } from '../cells/day.ts';
import { type Moment, momentsOf } from '../cells/moment.ts';
import { judgeRows } from '../judge-rows.ts';
import type { Ledger } from '../ledger.ts';
import { leaveOutOverlaps } from '../overlap.ts';
import { hiddenRows } from '../rules/hidden-rows.ts';
import type { TypedTable } from '../typed-table.ts';
import { satisfactionOf } from './satisfaction-words.ts';

export function prepareTickets(
  tables: readonly TypedTable[],
  overlap: ValidateOptions['overlap'],
  ledger: Ledger,
): void {
  for (const table of tables) {
    judgeRows(table, { day: 'createdAt', mayLackDay: false, money: [] }, ledger);
    addDurations(table, ledger);
    addSatisfied(table, ledger);
    // Agents are people: they join and group as reps do.
    const agent = table.text('agent');
    if (agent && !table.names.some((name) => foldName(name) === 'rep')) table.replace('rep', agent);
  }
  leaveOutOverlaps(tables, overlap, ledger);
  for (const table of tables) hiddenRows(table, ledger);
}

const durations = { firstResponseSeconds: 'firstResponseAt', resolutionSeconds: 'resolvedAt' } as const;

interface Moments {
  readonly days: DayColumn;
  at(row: number): Moment;
}

function addDurations(table: TypedTable, ledger: Ledger): void {
  const created = moments(table, 'createdAt');
  if (!created) return;
  const ends = Object.entries(durations).flatMap(([name, field]) => {
    const end = moments(table, field);
    return end ? [{ name, field, end }] : [];
  });
  // A file without any time of day counts whole days.
  const isTimed = [created, ...ends.map(({ end }) => end)].some((one) => hasTimes(one));
  for (const { name, field, end } of ends) {
    const seconds = new Float64Array(table.rowCount);
    const present = new Uint8Array(table.rowCount);
    for (let row = 0; row < table.rowCount; row += 1) {
      const value = secondsBetween(created, end, row, isTimed);
      if (value === null) continue;
      if (value < 0) {
        reportNegative(table, row, field, ledger);
        continue;
      }
      seconds[row] = value;
      present[row] = 1;
    }
    const column: AmountColumn = { kind: 'amount', scale: 0, units: seconds, present, exact: new Map() };
    table.replace(name, column);
  }
}

function moments(table: TypedTable, field: string): Moments | undefined {
  const days = table.day(field);
  const raw = table.table.raw.columns[table.mapped(field)?.index ?? -1];
  return days && raw && { days, at: momentsOf(raw, table.rows, days) };
}

function hasTimes({ days, at }: Moments): boolean {
  return days.present.some((mark, row) => mark === 1 && at(row).time !== null);
}

function secondsBetween(from: Moments, to: Moments, row: number, isTimed: boolean): number | null {
  const [start, end] = [dayAt(from.days, row), dayAt(to.days, row)];
  if (start === null || end === null) return null;
  const days = (end - start) * 86_400;
  if (!isTimed) return days;
  const [a, b] = [from.at(row), to.at(row)];
  if (a.time === null || b.time === null) return null;
  const shift = a.offset === null || b.offset === null ? 0 : b.offset - a.offset;
  return days + b.time - a.time - shift;
}

function reportNegative(table: TypedTable, row: number, field: string, ledger: Ledger): void {
  if (table.included[row] !== 1) return;
  const params = { from: cellText(table, row, 'createdAt'), to: cellText(table, row, field) };
  const extras = { heading: table.heading(field), value: params.to, treatment: 'ignored' as const };
  ledger.report(problem('row/negative-duration', table.place(row, field), params, extras));
}

function cellText(table: TypedTable, row: number, field: string): string {
  const raw = table.table.raw.columns[table.mapped(field)?.index ?? -1];
  return raw ? rawCellText(raw, table.rows[row] ?? 0) : '';
}

const answers = ['', 'yes', 'no'];

function addSatisfied(table: TypedTable, ledger: Ledger): void {
  const column = table.text('satisfaction');
  if (!column) return;
  const meanings = Array.from({ length: column.size }, (_, code) => satisfactionOf(column.text(code)));
  const codeOf = meanings.map((meaning) => Math.max(0, answers.indexOf(meaning)));
  const codes = column.codes.map((code) => codeOf[code] ?? 0);
  const satisfied: TextColumn = { kind: 'text', codes, size: answers.length, text: (code) => answers[code] ?? '' };
  table.replace('satisfied', satisfied);
  for (const [code, meaning] of meanings.entries())
    if (meaning === 'unknown') reportUnknown(table, column, code, ledger);
}

function reportUnknown(table: TypedTable, column: TextColumn, code: number, ledger: Ledger): void {
  const rows = column.codes.reduce(
    (count, one, row) => (one === code && table.included[row] === 1 ? count + 1 : count),
    0,
  );
  if (rows === 0) return;
  const extras = { heading: table.heading('satisfaction'), value: column.text(code), treatment: 'ignored' as const };
  const params = { answer: column.text(code), rows };
  ledger.report(problem('satisfaction/unmapped', table.tablePlace('satisfaction'), params, extras));
}
