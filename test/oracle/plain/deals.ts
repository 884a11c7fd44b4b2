/** KPIs of deals (contract §4, kpis.md §3-C) by plain loops. */
import { daysBetween } from './dates.ts';
import { exact, none, type Plain, ratio, rounded, textOf, times, totalOf, value, whole } from './numbers.ts';
import type { PlainKpi } from './sales.ts';
import {
  type Cut,
  type Dated,
  type DealRow,
  hasColumn,
  inCut,
  isOf,
  knowsMember,
  type StreamName,
  snapshot,
  spanOfData,
  stream,
  type World,
} from './world.ts';

type Deal = Dated['row'];

const has = (world: World, ...names: readonly string[]) => names.every((name) => hasColumn(world.tables.deals, name));

function ofStream(
  name: StreamName,
  needs: readonly string[],
  measure: (deals: readonly Deal[], world: World, cut: Cut) => Plain,
): PlainKpi {
  return (world, cut) => {
    if (stream(world, name) === null || !has(world, ...needs)) return null;
    const rows = inCut(world, name, cut);
    if (rows === null) return none('missing-field');
    return measure(
      rows.map(({ row }) => row),
      world,
      cut,
    );
  };
}

const won = (deals: readonly Deal[]) => deals.filter(({ outcome }) => outcome === 'won');
const lost = (deals: readonly Deal[]) => deals.filter(({ outcome }) => outcome === 'lost');
const amountOf = (deals: readonly Deal[]) => totalOf(deals.map((deal) => exact(deal['amount'] || '0')));
const valued = (deals: readonly Deal[]) => deals.filter((deal) => deal['amount']);

function createdWinRate(deals: readonly Deal[], { asOf }: World): Plain {
  const isClosed = (deal: Deal) => asOf === null || !deal['closeDate'] || deal['closeDate'] <= asOf;
  const [wins, losses] = [won(deals).filter(isClosed).length, lost(deals).filter(isClosed).length];
  const cautions = wins + losses < deals.length ? ['immature'] : [];
  return ratio(whole(wins), whole(deals.length), { cautions });
}

/** Days of won deals from creation to close; those that end before they begin are left out. */
function cycles(deals: readonly Deal[]): number[] {
  return won(deals)
    .filter((deal) => deal['createdDate'])
    .map((deal) => daysBetween(deal['createdDate'] ?? '', deal['closeDate'] ?? ''))
    .filter((days) => days >= 0)
    .sort((a, b) => a - b);
}

/** Quartile of sorted days, type 7, as exact text: quarters have two digits. */
export function quartile(sorted: readonly number[], quarter: number): string {
  const position = ((sorted.length - 1) * quarter) / 4;
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? 0;
  return String(low + (high - low) * (position - Math.floor(position)));
}

function salesCycle(deals: readonly Deal[]): Plain {
  const days = cycles(deals);
  if (days.length === 0) return none('no-data');
  return value(exact(quartile(days, 2)), { details: { p25: quartile(days, 1), p75: quartile(days, 3) } });
}

function cycleMean(deals: readonly Deal[]): Plain {
  const days = cycles(deals);
  return days.length === 0 ? none('no-data') : ratio(totalOf(days.map(whole)), whole(days.length));
}

/** Deals neither won nor lost on the day of the snapshot. */
function openDeals(world: World): DealRow[] | null {
  const { deals } = world.tables;
  if (!has(world, 'outcome') || (world.only && !has(world, world.only.dimension))) return null;
  return (deals ?? []).filter((deal) => {
    const isData = deal.status !== 'Left out' && deal.status !== 'Cancelled' && deal.outcome === 'open';
    return isData && (deal.createdDate ?? '') <= snapshot(world) && (!world.only || isOf(deal, world.only));
  });
}

/** What stands open is shown whatever the period; in a trend in the entry of the data's last day. */
function ofOpen(
  needs: readonly string[],
  measure: (deals: readonly Deal[], world: World, cut: Cut) => Plain,
): PlainKpi {
  return (world, cut) => {
    const open = openDeals(world);
    if (open === null || !has(world, ...needs)) return null;
    if (!knowsMember(world, 'deals', cut)) return none('missing-field');
    const last = spanOfData(world)?.to ?? '';
    if (cut.isTrend && (last < cut.span.from || last > cut.span.to)) return none('no-data');
    return measure(
      open.filter((deal) => cut.member === null || isOf(deal, cut.member)),
      world,
      cut,
    );
  };
}

function weighted(open: readonly Deal[]): Plain {
  const both = open.filter((deal) => deal['amount'] && deal['probability']);
  const without = open.length - both.length;
  const products = both.map((deal) => times(exact(deal['amount'] ?? ''), exact(deal['probability'] ?? '')));
  return value(totalOf(products), {
    cautions: without > 0 ? ['without-probability'] : [],
    details: { withoutProbability: String(without) },
  });
}

/** The four factors as one quotient; only its value is told, the parts can be cut down. */
function velocity(open: readonly Deal[], world: World, cut: Cut): Plain {
  const closed = (inCut(world, 'closed', cut) ?? []).map(({ row }) => row);
  const [days, paying] = [cycles(closed), valued(won(closed))];
  if (paying.length === 0 || days.length === 0) return none('no-data');
  const above = amountOf(paying) * BigInt(open.length * won(closed).length * days.length);
  const below = BigInt((won(closed).length + lost(closed).length) * paying.length * sumOf(days));
  if (below === 0n) return none('zero-denominator');
  return value(rounded(above, below * whole(1)));
}

const sumOf = (days: readonly number[]) => days.reduce((total, took) => total + took, 0);

export const dealKpis: Readonly<Record<string, PlainKpi>> = {
  'win-rate': ofStream('closed', [], (deals) =>
    ratio(whole(won(deals).length), whole(won(deals).length + lost(deals).length)),
  ),
  'win-rate-by-value': ofStream('closed', ['amount'], (deals) => ratio(amountOf(won(deals)), amountOf(deals))),
  'created-win-rate': ofStream('created', ['outcome'], createdWinRate),
  'sales-cycle': ofStream('closed', ['createdDate'], salesCycle),
  'sales-cycle-mean': ofStream('closed', ['createdDate'], cycleMean),
  'average-deal-size': ofStream('closed', ['amount'], (deals) =>
    ratio(amountOf(won(deals)), whole(valued(won(deals)).length)),
  ),
  'deals-won': ofStream('closed', [], (deals) => value(whole(won(deals).length))),
  'deals-lost': ofStream('closed', [], (deals) => value(whole(lost(deals).length))),
  'deals-created': ofStream('created', [], (deals) => value(whole(deals.length))),
  'open-pipeline': ofOpen(['amount'], (open) => {
    const without = open.length - valued(open).length;
    return value(amountOf(open), {
      cautions: without > 0 ? ['without-amount'] : [],
      details: { withoutAmount: String(without) },
    });
  }),
  'weighted-pipeline': ofOpen(['amount', 'probability'], weighted),
  // Without a target nothing can be covered; with one, see pipeline-coverage.test.ts.
  'pipeline-coverage': ofStream('expected', ['amount'], () => none('no-target')),
  'sales-velocity': ofOpen(['amount', 'closeDate', 'createdDate'], velocity),
};

/** What a coverage is made of: open amount expected to close in the cut, and the amount won in it. */
export function coverageParts(world: World, cut: Cut): { readonly open: string; readonly won: string } {
  const amountIn = (name: StreamName, pick: (deals: readonly Deal[]) => readonly Deal[]) =>
    textOf(amountOf(pick((inCut(world, name, cut) ?? []).map(({ row }) => row))));
  return { open: amountIn('expected', (deals) => deals), won: amountIn('closed', won) };
}
