/** What makes up a change of revenue where quantities are known: price, volume, mix, products that came and went. */
import { add, type Decimal, divide, multiply, round, signOf, subtract, sum, zero } from '../lib/decimal.ts';
import type { Details } from '../model/evaluation.ts';
import type { AmountColumn } from '../model/table.ts';
import { sumOf, sumWhere } from './aggregate/sum.ts';
import { groupCut } from './cut.ts';
import { unassigned } from './dimensions.ts';
import { groupingBy } from './grouping.ts';
import type { Scope } from './scope.ts';
import type { Slice } from './slice.ts';

/** Revenue and quantity of one product in both periods; rows without a quantity are in neither. */
export interface Sold {
  readonly before: { readonly money: Decimal; readonly quantity: Decimal; readonly rows: number };
  readonly now: { readonly money: Decimal; readonly quantity: Decimal; readonly rows: number };
  /** False for rows that name no product. */
  readonly isNamed: boolean;
}

export interface Parts {
  readonly fromPrice: Decimal;
  readonly fromVolume: Decimal;
  readonly fromMix: Decimal;
  readonly fromNewProducts: Decimal;
  readonly fromGoneProducts: Decimal;
  /** Of products that cannot be split: without a name, or sold in a quantity of zero or less. */
  readonly fromOthers: Decimal;
}

/** Digits to which the products' quotients are carried; the parts are rounded once, at the end. */
const carried = 12;

/**
 * The parts of Σ money now − Σ money then, exactly. With p = money ÷ quantity of a product sold in both periods, Q the
 * sum of their quantities: price Σ (p1 − p0) q1; volume (Q1 − Q0) × Σ p0 q0 ÷ Q0; mix the rest, Σ p0 q1 − Q1 × Σ p0 q0
 * ÷ Q0. Each is rounded to `scale` digits so that the three add up to the change of these products.
 */
export function partsOfChange(products: readonly Sold[], scale: number): Parts {
  const others: Decimal[] = [];
  const [fromNew, fromGone, both]: [Decimal[], Decimal[], Sold[]] = [[], [], []];
  for (const product of products) {
    const { before, now, isNamed } = product;
    if (isNamed && before.rows === 0) fromNew.push(now.money);
    else if (isNamed && now.rows === 0) fromGone.push(subtract(zero, before.money));
    else if (isNamed && signOf(before.quantity) > 0 && signOf(now.quantity) > 0) both.push(product);
    else others.push(subtract(now.money, before.money));
  }
  return {
    ...priceVolumeMix(both, scale),
    fromNewProducts: sum(fromNew),
    fromGoneProducts: sum(fromGone),
    fromOthers: sum(others),
  };
}

function priceVolumeMix(both: readonly Sold[], scale: number): Pick<Parts, 'fromPrice' | 'fromVolume' | 'fromMix'> {
  if (both.length === 0) return { fromPrice: zero, fromVolume: zero, fromMix: zero };
  const [old, after] = [sum(both.map(({ before }) => before.money)), sum(both.map(({ now }) => now.money))];
  const [q0, q1] = [sum(both.map(({ before }) => before.quantity)), sum(both.map(({ now }) => now.quantity))];
  const atOldPrices = round(
    sum(both.map(({ before, now }) => divide(multiply(before.money, now.quantity), before.quantity, carried))),
    scale,
  );
  const fromVolume = subtract(divide(multiply(old, q1), q0, scale), round(old, scale));
  return {
    fromPrice: subtract(after, atOldPrices),
    fromVolume,
    fromMix: subtract(subtract(atOldPrices, old), fromVolume),
  };
}

/** The finest dimension first: an average price of a category hides its products. */
const levels = ['product', 'category'] as const;

/**
 * Revenue now − revenue of the compared period by price, volume and mix; `dimension` says over what. Null without a
 * comparison, without quantities, or without a product or category in the sales.
 */
export function priceVolumeMixOf({ data, streams, history, period, compared }: Scope): Details | null {
  const quantity = history.column('quantity', 'amount');
  const dimension = levels.find((name) => (history.population.facts.dimension(name)?.size ?? 0) > 1);
  if (compared === null || quantity === null || dimension === undefined) return null;
  const grouping = groupingBy(data, [dimension], []);
  const now = groupCut(streams, period, grouping).slice('sales');
  const then = groupCut(streams, compared, grouping, 'unknown').slice('sales');
  if (now === null || then === null) return null;
  const { amount } = history.population;
  const [sold, soldThen] = [soldIn(now, amount, quantity), soldIn(then, amount, quantity)];
  const products = grouping.listed.flatMap(({ group, values: [name] }) => {
    const [is, was] = [sold.products[group], soldThen.products[group]];
    return is && was ? [{ now: is, before: was, isNamed: name !== unassigned }] : [];
  });
  if (!products.some((product) => product.before.rows > 0 && product.now.rows > 0)) return null;
  const parts = partsOfChange(products, Math.max(2, amount.scale));
  const change = subtract(sold.money, soldThen.money);
  const known = sum(Object.values(parts));
  // Rows without a quantity, and money that no group has.
  const fromOthers = add(parts.fromOthers, subtract(change, known));
  return { changeByPriceVolumeMix: { ...parts, fromOthers }, priceVolumeMixBy: dimension };
}

function soldIn(slice: Slice, amount: AmountColumn, quantity: AmountColumn) {
  const money = sumWhere(slice, amount, quantity.present);
  const quantities = sumOf(slice, quantity);
  return {
    money: sum(sumOf(slice, amount)),
    products: money.map((value, group) => ({
      money: value,
      quantity: quantities[group] ?? zero,
      rows: (slice.starts[group + 1] ?? 0) - (slice.starts[group] ?? 0),
    })),
  };
}
