/** Columns that CRMs give in two: what is expected and what came of it, the day of winning and the day of losing. */
import { foldName } from '../../lib/fold-text.ts';
import type { MappedColumn } from '../../model/mapping.ts';
import type { AmountColumn, DayColumn } from '../../model/table.ts';
import { amountCells } from '../cells/amount.ts';
import { dayCells } from '../cells/day.ts';
import type { Faults } from '../cells/fault.ts';
import { coalesceAmounts } from '../line-amount.ts';
import type { TypedTable } from '../typed-table.ts';

const actualAmount = /^actual|^实际|^赢单金额|^成交金额|^合同金额/u;
const expectedAmount =
  /^(?:est\.?|estimated|expected|forecast)(?:revenue|amount|value)$|^预[计期](?:成交|销售)?(?:金额|收入)$/u;
const wonDate = /won(?:time|date|on)$|^赢单(?:时间|日期)$/u;
const lostDate = /lost(?:time|date|on)$|^(?:输单|丢单)(?:时间|日期)$/u;

export interface ExpectedAmounts {
  readonly column: AmountColumn;
  /** Cells that cannot be read, of rows that have no other amount. */
  readonly faults: Faults;
  readonly from: MappedColumn;
}

/** Amounts of deals that have no actual one yet (Dynamics: `Actual Revenue` beside `Est. Revenue`). */
export function expectedAmounts(table: TypedTable): ExpectedAmounts | undefined {
  const own = table.amount('amount');
  const from = otherColumn(table, 'amount', actualAmount, expectedAmount);
  const raw = from && table.table.raw.columns[from.index];
  if (!own || !raw) return undefined;
  // The unit of the column beside it, unless it states one of its own.
  const unit = from.unitStated === null ? (table.mapped('amount')?.unit ?? from.unit) : from.unit;
  const { column, faults } = amountCells(raw, table.rows, { format: from.numberFormat, unit });
  return { column: coalesceAmounts(own, column), faults: faults.filter((row) => own.present[row] !== 1), from };
}

/** The days on which deals were lost, where the close date is that of winning (Pipedrive: `Won time`, `Lost time`). */
export function lostDays(table: TypedTable): DayColumn | undefined {
  const other = otherColumn(table, 'closeDate', wonDate, lostDate);
  const raw = other && table.table.raw.columns[other.index];
  return raw && dayCells(raw, table.rows, other.dateOrder ?? table.mapped('closeDate')?.dateOrder ?? null).column;
}

/** The unmapped column whose heading fits `other`, where that of `field` fits `own`. */
function otherColumn(table: TypedTable, field: string, own: RegExp, other: RegExp): MappedColumn | undefined {
  if (!own.test(foldName(table.heading(field) ?? ''))) return undefined;
  return table.table.mapping.columns.find((column) => column.field === null && other.test(foldName(column.heading)));
}
