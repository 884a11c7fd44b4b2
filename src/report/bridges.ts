/** What a gap or a change is made of: bridges from one amount to another whose parts add up exactly. */
import { add, compare, type Decimal, isZero, subtract, zero } from '../lib/decimal.ts';
import { isAmounts, type KpiResult } from '../model/evaluation.ts';
import { dimensionsText, type ReportContext } from './context.ts';
import { breakdownsOf } from './members.ts';

/** How the headline's gap comes about. */
export interface Bridge {
  readonly kpi: KpiResult;
  readonly start: Decimal;
  readonly end: Decimal;
  readonly total: Decimal;
  /** Largest shortfall first; they add up to `total`. */
  readonly parts: readonly { readonly name: string; readonly amount: Decimal }[];
  /** Null: against the target. */
  readonly against: string | null;
  readonly by: string;
}

export function bridgeOf(context: ReportContext): Bridge | null {
  return targetBridge(context) ?? changeBridge(context);
}

function targetBridge(context: ReportContext): Bridge | null {
  const { gap, kpis } = context.evaluation;
  const kpi = gap && kpis.find(({ id }) => id === gap.kpi);
  if (!gap || !kpi || kpi.actual === null) return null;
  return {
    kpi,
    start: subtract(kpi.actual, gap.total),
    end: kpi.actual,
    total: gap.total,
    parts: gap.parts.map(({ by, amount }) => ({ name: Object.values(by).join(' / '), amount })),
    against: null,
    by: dimensionsText(context, Object.keys(gap.parts[0]?.by ?? {})),
  };
}

/** Only where the parts' changes explain the whole change to the last digit. */
function changeBridge(context: ReportContext): Bridge | null {
  const { headline, evaluation } = context;
  const [first] = breakdownsOf(context);
  const before = headline?.compare?.actual;
  if (!headline?.actual || !before || !evaluation.compare || !first?.addsUp) return null;
  const parts = first.members.flatMap(({ name, kpi }) => {
    const amount = subtract(kpi.actual ?? zero, kpi.compare?.actual ?? zero);
    return isZero(amount) ? [] : [{ name, amount }];
  });
  const total = subtract(headline.actual, before);
  const sum = parts.reduce<Decimal>((all, { amount }) => add(all, amount), zero);
  if (compare(sum, total) !== 0) return null;
  return {
    kpi: headline,
    start: before,
    end: headline.actual,
    total,
    parts: parts.toSorted((a, b) => compare(a.amount, b.amount)),
    against: evaluation.compare.id,
    by: dimensionsText(context, first.dimensions),
  };
}

const customerParts = ['fromNew', 'fromReturned', 'fromGrown', 'fromShrunk', 'fromLost', 'withoutCustomer'] as const;
const volumeParts = [
  'fromPrice',
  'fromVolume',
  'fromMix',
  'fromNewProducts',
  'fromGoneProducts',
  'fromOthers',
] as const;

/** From the compared period to this one by what customers did; null where nothing is known of it. */
export function customerBridge(context: ReportContext): Bridge | null {
  const { parts } = context.words.report.customerChange;
  return changeOfRevenue(context, 'changeByCustomers', (amounts) =>
    customerParts.map((part) => ({ name: parts[part], amount: amounts[part] ?? zero })),
  );
}

/** From the compared period to this one by price, volume and mix; null where quantities are not known. */
export function volumeBridge(context: ReportContext): Bridge | null {
  const { parts } = context.words.report.volumeChange;
  return changeOfRevenue(context, 'changeByPriceVolumeMix', (amounts) =>
    volumeParts
      .map((part) => ({ name: parts[part], amount: amounts[part] ?? zero }))
      .filter(({ name, amount }) => name !== parts.fromOthers || !isZero(amount)),
  );
}

function changeOfRevenue(
  { evaluation }: ReportContext,
  detail: string,
  partsOf: (amounts: Readonly<Record<string, Decimal | null>>) => Bridge['parts'],
): Bridge | null {
  const kpi = evaluation.kpis.find(({ id }) => id === 'revenue');
  const amounts = kpi?.details[detail];
  const before = kpi?.compare?.actual;
  if (!kpi?.actual || !before || !evaluation.compare || !isAmounts(amounts)) return null;
  return {
    kpi,
    start: before,
    end: kpi.actual,
    total: subtract(kpi.actual, before),
    parts: partsOf(amounts),
    against: evaluation.compare.id,
    by: '',
  };
}
