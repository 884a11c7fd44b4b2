/** What each row would have cost at list price. */
import { type Decimal, multiply, sum, zero } from '../lib/decimal.ts';
import { keptPer } from '../lib/kept-per.ts';
import type { AmountColumn } from '../model/table.ts';
import { amountAt } from './aggregate/sum.ts';
import type { History } from './history.ts';

export interface ListPrices {
  /** 1 for rows with a list price. */
  readonly present: Uint8Array;
  /** A row's list price is the sum of its values in these columns and its entry in `odd`. */
  readonly lanes: readonly AmountColumn[];
  /** Rows whose product needs more digits than a safe integer has. */
  readonly odd: ReadonlyMap<number, Decimal>;
}

/** Per row the list amount, else quantity × unit price, else amount + discount; null where no column says any of them. */
export const listPricesOf = keptPer(makePrices);

function makePrices(history: History): ListPrices | null {
  const column = (field: string) => history.column(field, 'amount');
  const { amount, facts } = history.population;
  const present = new Uint8Array(facts.rowCount);
  const odd = new Map<number, Decimal>();
  const lanes: AmountColumn[] = [];
  const isOpen = () => lanes.length === 0 || present.includes(0);
  const list = column('listAmount');
  if (list) lanes.push(taken(list, claim(present, [list])));
  const [quantity, price] = isOpen() ? [column('quantity'), column('unitPrice')] : [];
  if (quantity && price) lanes.push(product(quantity, price, claim(present, [quantity, price]), odd));
  const discount = isOpen() ? column('discountAmount') : null;
  if (discount) {
    const rows = claim(present, [amount, discount]);
    lanes.push(taken(amount, rows), taken(discount, rows));
  }
  return lanes.length === 0 ? null : { present, lanes, odd };
}

/** The list price of one row that has one. */
export function listPriceAt({ lanes, odd }: ListPrices, row: number): Decimal {
  const parts = lanes.map((lane) => amountAt(lane, row) ?? zero);
  return sum([...parts, odd.get(row) ?? zero]);
}

/** Marks the rows that have all `columns` and no list price yet; they have one now. */
function claim(present: Uint8Array, columns: readonly AmountColumn[]): Uint8Array {
  const claimed = new Uint8Array(present.length);
  for (let row = 0; row < present.length; row++) {
    if (present[row] === 1 || columns.some((column) => column.present[row] !== 1)) continue;
    claimed[row] = 1;
    present[row] = 1;
  }
  return claimed;
}

/** The column's values in the rows claimed, 0 elsewhere. */
function taken(column: AmountColumn, rows: Uint8Array): AmountColumn {
  if (!rows.includes(0)) return column;
  const exact = new Map([...column.exact].filter(([row]) => rows[row] === 1));
  return { ...column, units: column.units.map((units, row) => (rows[row] === 1 ? units : 0)), present: rows, exact };
}

function product(a: AmountColumn, b: AmountColumn, rows: Uint8Array, odd: Map<number, Decimal>): AmountColumn {
  const units = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    if (rows[row] !== 1) continue;
    const value = (a.units[row] ?? 0) * (b.units[row] ?? 0);
    const isPlain = Number.isSafeInteger(value) && !a.exact.has(row) && !b.exact.has(row);
    if (isPlain) units[row] = value;
    else odd.set(row, exactProduct(a, b, row));
  }
  return { kind: 'amount', scale: a.scale + b.scale, units, present: rows, exact: new Map() };
}

function exactProduct(a: AmountColumn, b: AmountColumn, row: number): Decimal {
  const [left, right] = [amountAt(a, row), amountAt(b, row)];
  return left && right ? multiply(left, right) : zero;
}
