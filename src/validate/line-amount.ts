/** Amounts that a table does not state but its other columns give, exactly. */
import { add, type Decimal, multiply, subtract, zero } from '../lib/decimal.ts';
import { type AmountColumn, exactScale } from '../model/table.ts';
import { amountAt, amountColumnOf } from './cells/amount.ts';

const one: Decimal = { units: 1n, scale: 0 };

interface LineColumns {
  readonly quantity: AmountColumn;
  readonly unitPrice: AmountColumn;
  readonly discountRate: AmountColumn | undefined;
  readonly discountAmount: AmountColumn | undefined;
}

/**
 * quantity × unitPrice × (1 − discountRate) − discountAmount where `stated` has no value; a missing discount is 0.
 * Rows whose money `isStatedElsewhere` have none.
 */
export function lineAmounts(
  stated: AmountColumn | undefined,
  columns: LineColumns,
  isStatedElsewhere: (row: number) => boolean,
): AmountColumn {
  const { quantity, unitPrice } = columns;
  const rowCount = quantity.units.length;
  const values: [number, Decimal][] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const own = stated ? amountAt(stated, row) : null;
    if (own === null && isStatedElsewhere(row)) continue;
    const value = own ?? lineAmount(columns, row, amountAt(quantity, row), amountAt(unitPrice, row));
    if (value) values.push([row, value]);
  }
  return amountColumnOf(rowCount, values);
}

function lineAmount(
  { discountRate, discountAmount }: LineColumns,
  row: number,
  quantity: Decimal | null,
  price: Decimal | null,
): Decimal | null {
  if (!quantity || !price) return null;
  const rate = discountRate ? amountAt(discountRate, row) : null;
  const less = discountAmount ? amountAt(discountAmount, row) : null;
  const gross = multiply(quantity, price);
  const net = rate ? multiply(gross, subtract(one, rate)) : gross;
  return less ? subtract(net, less) : net;
}

/** a + sign × b, missing where `a` is; a missing `b` is 0. */
export function combine(a: AmountColumn, b: AmountColumn, sign: 1 | -1): AmountColumn {
  const values: [number, Decimal][] = [];
  for (let row = 0; row < a.units.length; row += 1) {
    const [left, right] = [amountAt(a, row), amountAt(b, row)];
    if (left) values.push([row, right ? (sign === 1 ? add : subtract)(left, right) : left]);
  }
  return amountColumnOf(a.units.length, values);
}

/** A column of exact zeros. */
export function zeroColumn(rowCount: number): AmountColumn {
  return {
    kind: 'amount',
    scale: 0,
    units: new Float64Array(rowCount),
    present: new Uint8Array(rowCount).fill(1),
    exact: new Map(),
  };
}

/** `stated` with the values of `other` where it has none. */
export function coalesceAmounts(stated: AmountColumn, other: AmountColumn): AmountColumn {
  const values: [number, Decimal][] = [];
  for (let row = 0; row < stated.units.length; row += 1) {
    const value = amountAt(stated, row) ?? amountAt(other, row);
    if (value) values.push([row, value]);
  }
  return amountColumnOf(stated.units.length, values);
}

/** Sum of the rows of a column for which `isWanted`. Exact: two limbs of integers at the column's scale. */
export function sumColumn(column: AmountColumn, isWanted: (row: number) => boolean): Decimal {
  let [high, low, exact] = [0n, 0, 0n];
  for (let row = 0; row < column.units.length; row += 1) {
    if (column.present[row] !== 1 || !isWanted(row)) continue;
    const value = column.units[row] ?? 0;
    if (Number.isSafeInteger(low + value)) {
      low += value;
    } else {
      high += BigInt(low);
      low = value;
    }
    if (column.exact.size > 0) exact += column.exact.get(row) ?? 0n;
  }
  const total: Decimal = { units: high + BigInt(low), scale: column.scale };
  return exact === 0n ? total : add(total, { units: exact, scale: exactScale });
}

/** As `sumColumn`; 0 without a column. */
export function moneyWhere(column: AmountColumn | undefined, isWanted: (row: number) => boolean): Decimal {
  return column ? sumColumn(column, isWanted) : zero;
}
