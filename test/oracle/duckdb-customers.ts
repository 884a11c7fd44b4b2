/** KPIs of customers by SQL: who was there before, who is again, and with how much money. */
import type { grains } from './lines.ts';

type Grain = (typeof grains)[number];

/** A way of putting rows in groups: what names the group, when its period begins, and which rows precede it. */
interface Grouping {
  /** SQL text that names the group of a row. */
  readonly group: string;
  /** SQL text that names the group whose preceding period a row lies in. */
  readonly following: string;
  /** SQL date on which the period of a row's group begins. */
  readonly start: string;
  readonly now: string;
  readonly before: string;
}

const steps: Readonly<Record<Grain, string>> = {
  month: 'INTERVAL 1 MONTH',
  quarter: 'INTERVAL 3 MONTH',
  year: 'INTERVAL 1 YEAR',
};

/** Every sub-period of the data. */
export function byGrain(grain: Grain, nameOf: (day: string) => string): Grouping {
  const next = `(date_trunc('${grain}', day) + ${steps[grain]})`;
  return {
    group: nameOf('day'),
    following: nameOf(next),
    start: `CAST(date_trunc('${grain}', day) AS DATE)`,
    now: 'true',
    before: 'true',
  };
}

/** Members within one period. */
export function byMembers(group: string, { start, now, before }: Pick<Grouping, 'start' | 'now' | 'before'>): Grouping {
  return { group, following: group, start, now, before };
}

/**
 * Per group: active customers, those with two orders or more, returning and reactivated ones; of the preceding period's
 * active customers how many there were and are again, and their money then, now, and kept. Null as the contract says.
 */
export function customerMeasures({ group, following, start, now, before }: Grouping): string {
  return `
  WITH present AS (
    SELECT ${group} AS grp, min(${start}) AS start, customer, sum(amount) AS money, bool_or(amount >= 0) AS active,
      count(DISTINCT order_id) AS orders
    FROM facts WHERE customer IS NOT NULL AND ${now} GROUP BY ALL
  ), past AS (
    SELECT ${following} AS grp, customer, sum(amount) AS money, bool_or(amount >= 0) AS active
    FROM facts WHERE customer IS NOT NULL AND ${before} GROUP BY ALL
  ), starts AS (
    SELECT ${group} AS grp, min(${start}) AS start FROM facts WHERE ${now} GROUP BY 1
  ), buys AS (
    SELECT customer, day FROM facts WHERE customer IS NOT NULL AND amount >= 0 GROUP BY ALL
  ), ever AS (
    SELECT p.grp, p.customer, max(b.day) AS last_before
    FROM present p LEFT JOIN buys b ON b.customer = p.customer AND b.day < p.start GROUP BY ALL
  ), here AS (
    SELECT p.grp,
      count(*) FILTER (active) AS active,
      count(*) FILTER (active AND orders >= 2) AS repeated,
      count(*) FILTER (active AND last_before IS NOT NULL) AS came_back,
      count(*) FILTER (active AND last_before < p.start - INTERVAL 1 YEAR) AS reactivated
    FROM present p JOIN ever e ON e.grp = p.grp AND e.customer = p.customer GROUP BY 1
  ), kept AS (
    SELECT b.grp, count(*) AS base, count(*) FILTER (p.active) AS kept, sum(b.money) AS money_then,
      sum(coalesce(p.money, 0)) AS money_now, sum(least(greatest(coalesce(p.money, 0), 0), b.money)) AS money_kept
    FROM past b LEFT JOIN present p ON p.grp = b.grp AND p.customer = b.customer WHERE b.active GROUP BY 1
  )
  SELECT s.grp, coalesce(active, 0)::VARCHAR, coalesce(repeated, 0)::VARCHAR, coalesce(came_back, 0)::VARCHAR,
    CASE WHEN (SELECT first_day FROM span) >= s.start - INTERVAL 1 YEAR THEN 'null'
      ELSE coalesce(reactivated, 0)::VARCHAR END,
    coalesce(base, 0)::VARCHAR, coalesce(kept, 0)::VARCHAR, coalesce(money_then, 0)::VARCHAR,
    coalesce(money_now, 0)::VARCHAR, coalesce(money_kept, 0)::VARCHAR,
    ((SELECT first_day FROM span) < s.start)::VARCHAR
  FROM starts s LEFT JOIN here h ON h.grp = s.grp LEFT JOIN kept k ON k.grp = s.grp`;
}

/** The row of a group as values by KPI, `null` where nothing is known of the time before. */
export function customerValues(texts: readonly string[]): Readonly<Record<string, string>> {
  const [active, repeated, returning, reactivated, base, kept, then, now, keptMoney, hasBefore] = texts;
  const known = (value: string) => (hasBefore === 'true' ? value : 'null');
  return {
    'repeat-purchase-rate': `${repeated}/${active}`,
    'returning-customer-rate': known(`${returning}/${active}`),
    'reactivated-customers': known(reactivated ?? ''),
    'customer-retention': known(`${kept}/${base}`),
    'customer-churn': known(`${Number(base) - Number(kept)}/${base}`),
    'net-revenue-retention': known(`${now}/${then}`),
    'gross-revenue-retention': known(`${keptMoney}/${then}`),
  };
}
