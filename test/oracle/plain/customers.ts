/** Customer KPIs (contract §4, kpis.md §3-B) by plain loops over the sales. */
import { daysBetween, firstOfMonth, preceding, yearBefore } from './dates.ts';
import { type Exact, none, type Plain, ratio, smaller, totalOf, value, whole } from './numbers.ts';
import { money, ofSales, type PlainKpi } from './sales.ts';
import { type Cut, customerKey, firstDayOfSales, type Sale, sales, salesInCut, type World } from './world.ts';

/** Active: at least one row that is not negative; anonymous rows are nobody's. */
export function activeIn(list: readonly Sale[]): Set<string> {
  return new Set(list.filter(({ customer, isNegative }) => customer && !isNegative).map(({ customer }) => customer));
}

function purchasesOf(world: World): Map<string, string[]> {
  const dates = new Map<string, string[]>();
  for (const { customer, date, isNegative } of sales(world) ?? []) {
    if (customer && !isNegative) dates.set(customer, [...(dates.get(customer) ?? []), date]);
  }
  for (const list of dates.values()) list.sort();
  return dates;
}

/** Customer → the day of the first purchase ever, of the sales or as the customer list states it. */
export function firstPurchases(world: World): Map<string, string> {
  const stated = world.firstOrderDays ?? {};
  const earlier = (a: string, b: string) => (a < b ? a : b);
  return new Map(
    [...purchasesOf(world)].map(([customer, [first = '']]) => [customer, earlier(stated[customer] ?? first, first)]),
  );
}

const whyNoPreceding = (world: World, { span }: Cut): string | null => {
  const start = firstDayOfSales(world);
  return span.kind === 'all' || start === null || preceding(span).to < start ? 'no-data' : null;
};

const whyNoEarlier = (world: World, { span }: Cut): string | null => {
  const start = firstDayOfSales(world);
  if (span.kind === 'all') return 'no-data';
  return world.firstOrderDays === null && (start === null || span.from <= start) ? 'no-data' : null;
};

function ofCustomers(measure: (list: readonly Sale[], world: World, cut: Cut) => Plain): PlainKpi {
  return ofSales((world) => customerKey(world) !== null, measure);
}

function newCustomers(list: readonly Sale[], world: World, { span }: Cut): Plain {
  const start = firstDayOfSales(world);
  const first = firstPurchases(world);
  const isStated = world.firstOrderDays !== null;
  const fresh = list.filter(({ customer, date, isNegative }) => {
    const day = first.get(customer) ?? '';
    if (!customer || isNegative) return false;
    return isStated ? day >= span.from && day <= span.to : day === date;
  });
  const lookbackDays = start === null ? 0 : Math.max(0, daysBetween(start, span.from));
  const details = { lookbackDays: String(lookbackDays) };
  const found = (cautions: string[]) => value(whole(activeIn(fresh).size), { details, cautions });
  if (isStated || world.lookback === 0) return found([]);
  if (span.kind === 'all' || start === null || span.from <= start) return none('left-censored', { details });
  return found(isLongEnough(world, start, span.from) ? [] : ['short-history']);
}

/** The history counts from the month it begins in; it must be as long as asked and as customers usually stay away. */
function isLongEnough(world: World, start: string, from: string): boolean {
  const gaps = [...purchasesOf(world).values()]
    .flatMap((dates) => dates.slice(1).map((date, at) => daysBetween(dates[at] ?? date, date)))
    .filter((days) => days > 0)
    .sort((a, b) => a - b);
  const percentile = gaps[Math.floor((95 * gaps.length + 99) / 100) - 1] ?? 0;
  const begin = firstOfMonth(start);
  return begin <= firstOfMonth(from, -world.lookback) && daysBetween(begin, from) >= percentile;
}

function reactivated(list: readonly Sale[], world: World, cut: Cut): Plain {
  const { from } = cut.span;
  const quiet = yearBefore(from);
  const dates = purchasesOf(world);
  const back = [...activeIn(list)].filter((customer) => {
    const before = (dates.get(customer) ?? []).filter((date) => date < from);
    return before.length > 0 && before.every((date) => date < quiet);
  });
  const why = whyNoEarlier(world, cut);
  if (why !== null) return none(why);
  const start = firstDayOfSales(world);
  return start === null || start >= quiet ? none('left-censored') : value(whole(back.length));
}

function retention(part: (kept: number, base: number) => number): PlainKpi {
  return ofCustomers((list, world, cut) => {
    const why = whyNoPreceding(world, cut);
    const [now, then] = [activeIn(list), activeIn(salesInCut(world, cut, preceding(cut.span)) ?? [])];
    const kept = [...then].filter((customer) => now.has(customer)).length;
    return why === null ? ratio(whole(part(kept, then.size)), whole(then.size)) : none(why);
  });
}

function retentionOfMoney(count: (now: Exact, then: Exact) => Exact): PlainKpi {
  return ofCustomers((list, world, cut) => {
    const why = whyNoPreceding(world, cut);
    const before = salesInCut(world, cut, preceding(cut.span)) ?? [];
    const of = (rows: readonly Sale[], wanted: string) => money(rows.filter(({ customer }) => customer === wanted));
    const base = [...activeIn(before)];
    const then = totalOf(base.map((customer) => of(before, customer)));
    const now = totalOf(base.map((customer) => count(of(list, customer), of(before, customer))));
    return why === null ? ratio(now, then) : none(why);
  });
}

function repeatRate(list: readonly Sale[]): Plain {
  const active = activeIn(list);
  const again = [...active].filter((customer) => {
    const own = list.filter((sale) => sale.customer === customer);
    return new Set(own.map(({ order }) => order)).size >= 2;
  });
  return ratio(whole(again.length), whole(active.size));
}

function returningRate(list: readonly Sale[], world: World, cut: Cut): Plain {
  const first = firstPurchases(world);
  const active = [...activeIn(list)];
  const why = whyNoEarlier(world, cut);
  const returning = active.filter((customer) => (first.get(customer) ?? '9') < cut.span.from);
  return why === null ? ratio(whole(returning.length), whole(active.length)) : none(why);
}

export const customerKpis: Readonly<Record<string, PlainKpi>> = {
  'active-customers': ofCustomers((list) => value(whole(activeIn(list).size))),
  'revenue-per-customer': ofCustomers((list) => ratio(money(list), whole(activeIn(list).size))),
  'new-customers': ofCustomers(newCustomers),
  'reactivated-customers': ofCustomers(reactivated),
  'customer-retention': retention((kept) => kept),
  'customer-churn': retention((kept, base) => base - kept),
  'repeat-purchase-rate': ofCustomers(repeatRate),
  'returning-customer-rate': ofCustomers(returningRate),
  'net-revenue-retention': retentionOfMoney((now) => now),
  'gross-revenue-retention': retentionOfMoney((now, then) => smaller(now > 0n ? now : 0n, then)),
};
