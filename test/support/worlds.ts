/** What our code makes of a generated world, in the words of the plain oracle. */
import { type Computed, evaluateDataSet } from '../../src/compute/evaluate.ts';
import { type Decimal, decimalFromText, toText } from '../../src/lib/decimal.ts';
import type { DataSet, FirstOrderDays, Returns } from '../../src/model/data-set.ts';
import { parseIsoDay } from '../../src/model/day.ts';
import type { Details, KpiResult } from '../../src/model/evaluation.ts';
import type { ComputeOptions } from '../../src/model/options.ts';
import type { Plain } from '../oracle/plain/numbers.ts';
import type { Tables, World } from '../oracle/plain/world.ts';
import { dataSetOfRows } from './facts.ts';
import { periodNamed } from './targets.ts';

export function dataSetFor({ tables, market, returns, firstOrderDays }: World): DataSet {
  return dataSetOfRows(tables, {
    market: market.map(({ period, size, ...row }, at) => ({
      ...row,
      period: periodNamed(period),
      size: decimalFromText(size),
      place: { file: 'market.csv', sheet: null, row: at + 2, column: null },
    })),
    returns: returns && returnsOf(returns),
    firstOrderDays: firstOrderDays && statedDays(firstOrderDays),
  });
}

function returnsOf(listed: NonNullable<World['returns']>): Returns {
  const rows = listed.flatMap(({ orderId, date, amount }) =>
    amount === null ? [] : [{ orderId, day: dayOrNull(date), amount: decimalFromText(amount) }],
  );
  const isBareList = listed.every(({ amount }) => amount === null);
  return { orderIds: new Set(listed.map(({ orderId }) => orderId)), rows: isBareList ? null : rows };
}

function statedDays(days: Readonly<Record<string, string>>): FirstOrderDays {
  return new Map(Object.entries(days).map(([customer, date]) => [customer, dayOrNull(date) ?? 0]));
}

export function dayOrNull(date: string): number | null {
  return parseIsoDay(date) ?? null;
}

export function evaluateWorld(world: World, options: ComputeOptions): Computed {
  const { asOf, only, lookback } = world;
  return evaluateDataSet(dataSetFor(world), {
    lookback,
    ...(asOf === null ? {} : { asOf: dayOrNull(asOf) ?? 0 }),
    ...(only === null ? {} : { only: new Map([[only.dimension, [only.value]]]) }),
    ...options,
  });
}

/** Result by KPI id, as the oracle tells it. */
export function shown(results: readonly KpiResult[]): Record<string, Plain> {
  return Object.fromEntries(results.map((result) => [result.id, plainOf(result)]));
}

/** The parts of the velocity's quotient may be cut down, so they are not shown; the bridges have their own tests. */
function plainOf({ id, actual, numerator, denominator, why, cautions, details }: KpiResult): Plain {
  const { changeByCustomers: _, changeByPriceVolumeMix: __, priceVolumeMixBy: ___, ...others } = details;
  const hasParts = id !== 'sales-velocity';
  return {
    actual: textOrNull(actual),
    numerator: hasParts ? textOrNull(numerator) : null,
    denominator: hasParts ? textOrNull(denominator) : null,
    why,
    cautions: cautions.filter((caution) => caution !== 'tail-gap'),
    details: texts(others),
  };
}

function textOrNull(value: Decimal | null): string | null {
  return value && toText(value);
}

type Detail = Details[string];

export function texts(details: Details): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).map(([name, detail]) => [name, textsOf(detail)]));
}

function textsOf(detail: Detail): unknown {
  if (detail === null || typeof detail === 'string') return detail;
  return isDecimal(detail) ? toText(detail) : texts(detail);
}

function isDecimal(detail: NonNullable<Exclude<Detail, string>>): detail is Decimal {
  return typeof detail['units'] === 'bigint';
}

/** A world of these tables alone, whole. */
export function worldOf(tables: Tables, more: Partial<World> = {}): World {
  return { tables, market: [], returns: null, firstOrderDays: null, asOf: null, only: null, lookback: 12, ...more };
}
