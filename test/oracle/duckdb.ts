/** The same results by SQL in DuckDB, from the same CSV, sharing no code with ours. */
import { DuckDBInstance } from '@duckdb/node-api';
import { byGrain, byMembers, customerMeasures, customerValues } from './duckdb-customers.ts';
import { breakdowns, grains, type Line, lineOf, plain } from './lines.ts';

/** Statuses whose rows are no sales; the generator knows no others. */
const notCounted = `'Cancelled', 'Draft'`;

const readOrders = (path: string) => `
  CREATE TABLE facts AS
  WITH texts AS (
    SELECT row_number() OVER () AS line, * FROM read_csv('${path.replaceAll("'", "''")}',
      all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', strict_mode = true)
  ), typed AS (
    SELECT
      coalesce("Order ID", '#' || line) AS order_id,
      CAST("Order Date" AS DATE) AS day,
      "Customer ID" AS customer,
      coalesce(trim("Sales Rep"), '(unassigned)') AS rep,
      "Region" AS region,
      "Category" AS category,
      CAST("Quantity" AS DECIMAL(18, 0)) AS quantity,
      CAST("Unit Price" AS DECIMAL(18, 2)) AS price,
      CAST("Discount Amount" AS DECIMAL(18, 2)) AS discount,
      CAST("Amount" AS DECIMAL(38, 13)) AS amount,
      CAST("Cost" AS DECIMAL(18, 2)) AS cost,
      "Status" = 'Refunded' AS is_refunded
    FROM texts WHERE "Status" NOT IN (${notCounted})
  )
  SELECT *,
    coalesce(CAST(quantity * price AS DECIMAL(38, 13)), amount + discount) AS list,
    min(CASE WHEN amount >= 0 THEN day END) OVER (PARTITION BY customer) AS first_day
  FROM typed`;

/** The first day with a row of any status: before it nobody knows anything. */
const readSpan = (path: string) => `
  CREATE TABLE span AS SELECT min(CAST("Order Date" AS DATE)) AS first_day
  FROM read_csv('${path.replaceAll("'", "''")}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`;

/** The periods asked for that have one before them. */
const preceding: Readonly<Record<string, { readonly start: string; readonly before: string }>> = {
  '2023-Q2': { start: '2023-04-01', before: '2023-Q1' },
  '2024-02': { start: '2024-02-01', before: '2024-01' },
};

/** One row per group; `group` is SQL text that names it, `where` chooses the rows. */
const measures = (group: string, where: string) => `
  SELECT
    ${group} AS grp,
    sum(amount)::VARCHAR AS revenue,
    (sum(amount) - coalesce(sum(amount) FILTER (is_refunded), 0))::VARCHAR AS net,
    count(DISTINCT order_id)::VARCHAR AS orders,
    coalesce(sum(quantity), 0)::VARCHAR AS units,
    (coalesce(sum(list), 0) - coalesce(sum(amount) FILTER (list IS NOT NULL), 0))::VARCHAR AS discounted,
    coalesce(sum(list), 0)::VARCHAR AS list,
    (coalesce(sum(amount) FILTER (cost IS NOT NULL), 0) - coalesce(sum(cost), 0))::VARCHAR AS margin,
    coalesce(sum(amount) FILTER (cost IS NOT NULL), 0)::VARCHAR AS costed,
    count(DISTINCT customer) FILTER (amount >= 0)::VARCHAR AS active,
    count(DISTINCT customer) FILTER (amount >= 0 AND day = first_day)::VARCHAR AS fresh
  FROM facts WHERE ${where} GROUP BY 1`;

const groupOfGrain = {
  month: `strftime(day, '%Y-%m')`,
  quarter: `year(day)::VARCHAR || '-Q' || quarter(day)::VARCHAR`,
  year: `year(day)::VARCHAR`,
} as const;

export async function oracleLines(path: string): Promise<readonly Line[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', preserve_insertion_order: 'true' });
  const connection = await instance.connect();
  try {
    await connection.run(readOrders(path));
    await connection.run(readSpan(path));
    const lines: Line[] = [];
    const addCustomers = async (scope: string, sql: string) => {
      const reader = await connection.runAndReadAll(sql);
      for (const [group = '', ...texts] of reader.getRows().map((row) => row.map(String))) {
        for (const [kpi, value] of Object.entries(customerValues(texts.map(plain))))
          lines.push(lineOf(scope, group, kpi, value));
      }
    };
    const add = async (scope: string, sql: string) => {
      const reader = await connection.runAndReadAll(sql);
      for (const row of reader.getRows()) lines.push(...linesOf(scope, row.map(String)));
    };
    for (const grain of grains) {
      await add(`trend ${grain}`, measures(groupOfGrain[grain], 'true'));
      await addCustomers(
        `trend ${grain}`,
        customerMeasures(byGrain(grain, (day) => groupOfGrain[grain].replaceAll('day', day))),
      );
    }
    for (const { period, by } of breakdowns) {
      await add(`${period} by ${by.join(',')}`, measures(by.join(` || ',' || `), whereOf(period)));
      const around = preceding[period];
      if (around === undefined) continue;
      const times = { start: `DATE '${around.start}'`, now: whereOf(period), before: whereOf(around.before) };
      await addCustomers(`${period} by ${by.join(',')}`, customerMeasures(byMembers(by.join(` || ',' || `), times)));
    }
    return lines;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function whereOf(period: string): string {
  if (period === 'all') return 'true';
  return `${period.includes('Q') ? groupOfGrain.quarter : groupOfGrain.month} = '${period}'`;
}

function linesOf(scope: string, row: readonly string[]): Line[] {
  const [group = '', ...texts] = row;
  const [
    revenue = '',
    net = '',
    orders = '',
    units = '',
    discounted = '',
    list = '',
    margin = '',
    costed = '',
    active = '',
    fresh = '',
  ] = texts.map(plain);
  const values = {
    revenue,
    'net-revenue': net,
    orders,
    units,
    'average-order-value': `${revenue}/${orders}`,
    'discount-rate': `${discounted}/${list}`,
    'gross-margin': `${margin}/${costed}`,
    'active-customers': active,
    'new-customers': fresh,
    'revenue-per-customer': `${revenue}/${active}`,
  };
  return Object.entries(values).map(([kpi, value]) => lineOf(scope, group, kpi, value));
}
