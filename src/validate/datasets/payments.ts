/** Tables of payments, and what each takes from the order that it pays. */
import { toText } from '../../lib/decimal.ts';
import type { ValidateOptions } from '../../model/options.ts';
import type { Column, TextColumn } from '../../model/table.ts';
import { problem } from '../../problems/catalogue.ts';
import type { Assembly } from '../assemble.ts';
import { coalesce, codesIn } from '../columns.ts';
import { besideFrame, type Frame, Memo, withColumns, withoutNames } from '../frame.ts';
import { judgeRows } from '../judge-rows.ts';
import type { Ledger } from '../ledger.ts';
import { moneyWhere } from '../line-amount.ts';
import { leaveOutOverlaps } from '../overlap.ts';
import { hiddenRows } from '../rules/hidden-rows.ts';
import { repeatedLine } from '../rules/repeated-line.ts';
import { unmappedStatus } from '../rules/unmapped-status.ts';
import type { TypedTable } from '../typed-table.ts';

export function preparePayments(
  tables: readonly TypedTable[],
  overlap: ValidateOptions['overlap'],
  ledger: Ledger,
): void {
  for (const table of tables) judgeRows(table, { day: 'date', mayLackDay: false, money: ['amount'] }, ledger);
  leaveOutOverlaps(tables, overlap, ledger);
}

export function judgePayments(tables: readonly TypedTable[], ledger: Ledger): void {
  for (const table of tables) {
    hiddenRows(table, ledger);
    unmappedStatus(table, ledger);
    repeatedLine(table, ledger);
  }
}

/** Of the order itself, not of what was paid. */
const ofOrderOnly: ReadonlySet<string> = new Set(['orderId', 'status', 'currency', 'type']);

/** The payments with the texts of their orders (customer, rep, region …) where they have none of their own. */
export function withOrders(payments: Assembly, orders: Frame | undefined, ledger: Ledger): Assembly {
  const [own, ids] = [payments.frame.column('orderId'), orders?.column('orderId')];
  if (!orders || own?.kind !== 'text' || ids?.kind !== 'text') return payments;
  const orderOf = codesIn(ids, own);
  reportUnknown(payments, own, orderOf, ledger);
  const heads = new OrderHeads(orders, ids, own.codes, orderOf);
  const filled = new Map<string, Column>();
  for (const field of payments.frame.fields) {
    const [mine, theirs] = [payments.frame.column(field), heads.dimension(field)];
    const mayFill = mine?.kind === 'text' && mine.codes.includes(0) && !ofOrderOnly.has(field);
    if (mayFill && theirs && orders.fields.includes(field)) filled.set(field, coalesce(mine, theirs));
  }
  const hidden = new Set(
    orders.fields.filter((field) => ofOrderOnly.has(field) || orders.column(field)?.kind !== 'text'),
  );
  const frame = besideFrame(withColumns(payments.frame, filled), withoutNames(heads, hidden));
  return { ...payments, frame };
}

/** The texts of each payment's order; missing where the lines of the order differ. */
class OrderHeads implements Frame {
  readonly rowCount: number;
  readonly fields: readonly string[];
  readonly names: readonly string[];
  readonly #orders: Frame;
  readonly #ids: TextColumn;
  /** Code of the order of each row, 0 where none has its id. */
  readonly #codes: Uint32Array;
  readonly #dimensions = new Memo<TextColumn | undefined>();

  constructor(orders: Frame, ids: TextColumn, own: Uint32Array, orderOf: Uint32Array) {
    this.#orders = orders;
    this.#ids = ids;
    this.#codes = own.map((code) => orderOf[code] ?? 0);
    this.rowCount = own.length;
    this.fields = orders.fields;
    this.names = orders.names;
  }

  column(field: string): Column | undefined {
    const column = this.#orders.column(field);
    return column?.kind === 'text' ? this.dimension(field) : undefined;
  }

  fieldOf(heading: string): string | undefined {
    return this.#orders.fieldOf(heading);
  }

  dimension(name: string): TextColumn | undefined {
    return this.#dimensions.get(name, () => {
      const column = this.#orders.dimension(name);
      return column && this.#ofOrders(column);
    });
  }

  placeOf(row: number) {
    return this.#orders.placeOf(row);
  }

  #ofOrders(column: TextColumn): TextColumn {
    const knownOf = new Int32Array(this.#ids.size);
    for (let row = 0; row < column.codes.length; row += 1) {
      const [order, code] = [this.#ids.codes[row] ?? 0, column.codes[row] ?? 0];
      const known = knownOf[order] ?? 0;
      if (code === 0 || known === code) continue;
      knownOf[order] = known === 0 ? code : several;
    }
    knownOf[0] = 0;
    const codes = this.#codes.map((order) => Math.max(0, knownOf[order] ?? 0));
    return { ...column, codes };
  }
}

const several = -1;

/** Payments of orders that no table has: earlier ones as a rule. Once; they count. */
function reportUnknown({ frame, included }: Assembly, own: TextColumn, orderOf: Uint32Array, ledger: Ledger): void {
  const amounts = frame.column('amount');
  const isUnknown = Uint8Array.from(own.codes, (code, row) =>
    code > 0 && orderOf[code] === 0 && included[row] === 1 ? 1 : 0,
  );
  const first = isUnknown.indexOf(1);
  if (first < 0) return;
  const example = own.text(own.codes[first] ?? 0);
  const money = moneyWhere(amounts?.kind === 'amount' ? amounts : undefined, (row) => isUnknown[row] === 1);
  const rows = isUnknown.reduce((count, mark) => count + mark, 0);
  const params = { rows, amount: toText(money), example };
  ledger.report(
    problem('row/payment-without-order', frame.placeOf(first), params, { value: example, treatment: 'counted' }),
  );
}
