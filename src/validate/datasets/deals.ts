/** Tables of deals: how each ended and when, which rows cannot be used, and what is odd about the others. */
import { multiply } from '../../lib/decimal.ts';
import type { ValidateOptions } from '../../model/options.ts';
import type { AmountColumn, DayColumn, TextColumn } from '../../model/table.ts';
import { amountAt, amountColumnOf } from '../cells/amount.ts';
import { judgeRows, leaveOutFarDays, reportFault } from '../judge-rows.ts';
import type { Ledger } from '../ledger.ts';
import { leaveOutOverlaps } from '../overlap.ts';
import { closedWithoutDate } from '../rules/closed-without-date.ts';
import { hiddenRows } from '../rules/hidden-rows.ts';
import { negativeCycle } from '../rules/negative-cycle.ts';
import { repeatedDeal } from '../rules/repeated-deal.ts';
import { repeatedLine } from '../rules/repeated-line.ts';
import { unmappedStage } from '../rules/unmapped-stage.ts';
import { firstOf } from '../settle-day.ts';
import type { TypedTable } from '../typed-table.ts';
import { expectedAmounts, lostDays } from './deal-columns.ts';
import { type Outcome, stagesOf } from './stages.ts';

const outcomes: readonly (Outcome | '')[] = ['', 'won', 'lost', 'open'];
const openCode = 3;

/** Gives each table of deals its `outcome`, dates and shares, and leaves out the rows that cannot be read. */
export function prepareDeals(tables: readonly TypedTable[], overlap: ValidateOptions['overlap'], ledger: Ledger): void {
  for (const table of tables) {
    const outcome = outcomeColumn(table);
    table.replace('outcome', outcome);
    settleCloseDate(table, outcome.codes);
    const expected = expectedAmounts(table);
    if (expected) table.replace('amount', expected.column);
    settleProbability(table);
    const counts = Uint8Array.from(outcome.codes, (code) => (code > 0 ? 1 : 0));
    const isDeciding = (field: string, row: number, code: string) => {
      if (field !== 'closeDate') return field === 'amount' || field === 'createdDate';
      // A date that stands for none is none: an open deal needs no date on which it closed.
      return code !== 'cell/implausible-date' || outcome.codes[row] !== openCode;
    };
    judgeRows(table, { day: 'createdDate', mayLackDay: true, money: [], isDeciding, counts }, ledger);
    leaveOutFarDays(table, 'closeDate', ledger);
    for (const fault of expected?.faults ?? [])
      if (counts[fault.row] === 1) reportFault(table, expected?.from, fault, true, ledger);
  }
  leaveOutOverlaps(tables, overlap, ledger);
}

function outcomeColumn(table: TypedTable): TextColumn {
  const stages = stagesOf(table);
  const codes = new Uint32Array(table.rowCount);
  for (let row = 0; row < codes.length; row += 1) codes[row] = outcomes.indexOf(stages.outcome(row) ?? '');
  return { kind: 'text', codes, size: outcomes.length, text: (code) => outcomes[code] ?? '' };
}

/** The close date of an open deal is the one that is expected (Salesforce, HubSpot and Zoho keep both in one column). */
function settleCloseDate(table: TypedTable, codes: Uint32Array): void {
  const own = table.day('closeDate');
  if (!own) return;
  const lost = lostDays(table);
  const close = lost ? firstOf(own, lost) : own;
  table.replace(
    'closeDate',
    daysWhere(close, (row) => codes[row] !== openCode),
  );
  if (!table.day('expectedCloseDate'))
    table.replace(
      'expectedCloseDate',
      daysWhere(close, (row) => codes[row] === openCode),
    );
}

function daysWhere({ days, present }: DayColumn, isWanted: (row: number) => boolean): DayColumn {
  const kept = present.map((mark, row) => (mark === 1 && isWanted(row) ? 1 : 0));
  return { kind: 'day', days: days.map((day, row) => (kept[row] === 1 ? day : 0)), present: kept };
}

/** `40,0` among texts is 40 %: no probability is above 1. */
function settleProbability(table: TypedTable): void {
  const column = table.amount('probability');
  if (!column?.units.some((units) => units > 10 ** column.scale)) return;
  table.replace('probability', hundredths(column));
}

function hundredths(column: AmountColumn): AmountColumn {
  const values = Array.from(column.units, (_, row) => [row, amountAt(column, row)] as const);
  return amountColumnOf(
    column.units.length,
    values.flatMap(([row, value]) => (value ? [[row, multiply(value, { units: 1n, scale: 2 })] as const] : [])),
  );
}

const rules = [hiddenRows, unmappedStage, repeatedDeal, closedWithoutDate, negativeCycle];

export function judgeDeals(tables: readonly TypedTable[], ledger: Ledger): void {
  for (const table of tables) {
    for (const rule of rules) rule(table, ledger);
    if (!table.text('dealId')) repeatedLine(table, ledger);
  }
}
