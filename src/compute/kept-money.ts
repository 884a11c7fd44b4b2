/** The money of the preceding period's customers, then (`base`) and now. */
import type { Decimal } from '../lib/decimal.ts';
import type { TextColumn } from '../model/table.ts';
import { CustomerMoney } from './aggregate/customer-money.ts';
import { whyNoPreceding } from './before.ts';
import type { History } from './history.ts';
import { type Measure, notDefined, quotient } from './kpi.ts';
import { perSlice } from './per-slice.ts';
import type { Slice } from './slice.ts';

export interface KeptMoney {
  readonly base: Decimal;
  readonly now: Decimal;
  /** Σ min(max(now, 0), then): growth is not counted. */
  readonly kept: Decimal;
}

const keptMoney = perSlice((slice: Slice, customer: TextColumn): readonly KeptMoney[] => {
  const before = slice.cut.preceding().slice('sales');
  if (before === null) return [];
  const { amount } = slice.population;
  const [then, now] = [new CustomerMoney(customer, amount), new CustomerMoney(customer, amount)];
  return Array.from({ length: slice.groupCount }, (_, group) => {
    then.load(before, group);
    now.load(slice, group);
    const active = then.codes.filter((code) => code !== 0 && then.isActive(code));
    return { base: then.sumOf(active), now: now.sumOf(active), kept: then.sumOfKept(active, now) };
  });
});

/** `part` ÷ base, per group; undefined where the base is not above 0 or there is no preceding period. */
export function retentionOfMoney(slice: Slice, history: History, part: 'now' | 'kept'): Measure[] {
  const { customer } = slice.population;
  const preceding = slice.cut.preceding();
  if (customer === null) return [];
  return keptMoney(slice, customer).map((money, group) => {
    const why = whyNoPreceding(slice.periodOf(group), preceding.periodOf(group), history);
    if (why !== null) return notDefined(why);
    const ratio = quotient(money[part], money.base);
    return money.base.units < 0n ? { ...ratio, actual: null, why: 'negative-base' as const } : ratio;
  });
}
