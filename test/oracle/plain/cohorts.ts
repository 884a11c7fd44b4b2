/** Cohorts and the bridge of a change of revenue (kpis.md §3-B, §3-E) by plain loops over the sales. */
import { activeIn, firstPurchases } from './customers.ts';
import { idsBetween, spanNamed } from './dates.ts';
import { textOf, totalOf, whole } from './numbers.ts';
import { money } from './sales.ts';
import { customerKey, firstDayOfSales, lastDayOfSales, type Sale, type Span, sales, type World } from './world.ts';

export interface PlainCohort {
  readonly period: string;
  readonly leftCensored: boolean;
  readonly active: readonly number[];
  readonly mature: number;
}

const inSpan = (list: readonly Sale[], { from, to }: Pick<Span, 'from' | 'to'>) =>
  list.filter(({ date }) => date >= from && date <= to);

/** By the period of the first purchase: who bought in it and in each later period up to the last of the sales. */
export function plainCohorts(world: World, grain: 'month' | 'quarter' | 'year'): readonly PlainCohort[] | null {
  const [all, from, to] = [sales(world), firstDayOfSales(world), lastDayOfSales(world)];
  if (all === null || from === null || to === null || customerKey(world) === null) return null;
  const first = firstPurchases(world);
  const ids = idsBetween(from, to, grain);
  const isOver = (id: string) => world.asOf !== null && spanNamed(id).to <= world.asOf;
  return ids.map((period, at) => {
    const span = spanNamed(period);
    const members = [...first].filter(([, day]) => day >= span.from && day <= span.to).map(([customer]) => customer);
    const later = ids.slice(at);
    return {
      period,
      leftCensored: world.firstOrderDays === null && world.lookback !== 0 && span.from <= from,
      active: later.map((id) => {
        const active = activeIn(inSpan(all, spanNamed(id)));
        return members.filter((customer) => active.has(customer)).length;
      }),
      mature: later.filter(isOver).length,
    };
  });
}

const kinds = ['fromNew', 'fromReturned', 'fromGrown', 'fromShrunk', 'fromLost', 'withoutCustomer'] as const;

/** What each kind of customer adds to the change from one span to another. */
export function plainBridge(world: World, now: Pick<Span, 'from' | 'to'>, then: Pick<Span, 'from' | 'to'>) {
  const all = sales(world) ?? [];
  const first = firstPurchases(world);
  const changes = [...new Set(all.map((sale) => sale.customer))].map((customer) => {
    const own = all.filter((sale) => sale.customer === customer);
    const [here, there] = [inSpan(own, now), inSpan(own, then)];
    const change = money(here) - money(there);
    const since = (first.get(customer) ?? '') > then.to ? 'fromNew' : 'fromReturned';
    const kept = change < whole(0) ? 'fromShrunk' : 'fromGrown';
    const known = there.length === 0 ? since : here.length === 0 ? 'fromLost' : kept;
    return { change, kind: customer === '' ? 'withoutCustomer' : known };
  });
  const partOf = (kind: string) => totalOf(changes.filter((one) => one.kind === kind).map(({ change }) => change));
  return Object.fromEntries(kinds.map((kind) => [kind, textOf(partOf(kind))]));
}
