/** KPIs of deals, payments, service and market by SQL in DuckDB, sharing no code with ours. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { CompanyFiles } from '../support/write-company.ts';
import { type Line, lineOf, plain } from './lines.ts';

const tables = (files: CompanyFiles): readonly string[] => {
  const texts = (path: string) =>
    `read_csv('${path.replaceAll("'", "''")}', all_varchar = true, header = true, delim = ',', nullstr = '')`;
  return [
    `CREATE TABLE deals AS SELECT "Owner" AS rep, "Stage" = 'Closed Won' AS won, "Stage" = 'Closed Lost' AS lost,
      "Stage" NOT LIKE 'Closed%' AS open, CAST("Amount" AS DECIMAL(18, 2)) AS amount,
      CAST("Probability" AS DECIMAL(4, 2)) AS probability, CAST("Created Date" AS DATE) AS created,
      CAST("Close Date" AS DATE) AS closed, CAST("Expected Close Date" AS DATE) AS expected
      FROM ${texts(files.deals)}`,
    `CREATE TABLE sales AS SELECT row_number() OVER () AS line, "Order ID" AS order_id, CAST("Order Date" AS DATE) AS day,
      CAST("Invoice Date" AS DATE) AS invoiced, CAST("Due Date" AS DATE) AS due, "Sales Rep" AS rep, "Region" AS region,
      CAST("Amount" AS DECIMAL(18, 2)) AS amount FROM ${texts(files.orders)}`,
    `CREATE TABLE payments AS SELECT "Order ID" AS order_id, CAST("Payment Date" AS DATE) AS day, "Sales Rep" AS rep,
      CAST("Payment Amount" AS DECIMAL(18, 2)) AS amount FROM ${texts(files.payments)}`,
    `CREATE TABLE tickets AS SELECT CAST("Created At" AS TIMESTAMP) AS created, CAST("Resolved At" AS TIMESTAMP) AS resolved,
      epoch(CAST("First Response At" AS TIMESTAMP) - CAST("Created At" AS TIMESTAMP))::HUGEINT AS first_seconds,
      epoch(CAST("Resolved At" AS TIMESTAMP) - CAST("Created At" AS TIMESTAMP))::HUGEINT AS seconds
      FROM ${texts(files.tickets)}`,
    `CREATE TABLE surveys AS SELECT CAST("Survey Date" AS DATE) AS day, "Kind" AS kind, CAST("Score" AS INTEGER) AS score
      FROM ${texts(files.surveys)}`,
    `CREATE TABLE market AS SELECT "Period" AS month, "Region" AS region, CAST("Market Size" AS DECIMAL(18, 2)) AS size
      FROM ${texts(files.market)}`,
    `CREATE TABLE targets AS SELECT "Month" AS month, CAST("Target" AS DECIMAL(18, 2)) AS target FROM ${texts(files.targets)}`,
  ];
};

/** What is asked: a name of the group of a row by its day and rep, and which days count. */
interface Cut {
  readonly scope: string;
  readonly group: (day: string) => string;
  readonly where: (day: string) => string;
}

const month = (day: string) => `strftime(${day}, '%Y-%m')`;
const byMonth: Cut = { scope: 'trend month', group: month, where: (day) => `${day} IS NOT NULL` };
const start = `DATE '2024-01-01'`;
const end = `DATE '2024-03-31'`;
const byRep: Cut = {
  scope: '2024-Q1 by rep',
  group: () => 'rep',
  where: (day) => `${day} BETWEEN ${start} AND ${end}`,
};

const closedDeals = ({ group, where }: Cut) => `SELECT ${group('closed')} AS grp, {
    'win-rate': count(*) FILTER (won) || '/' || count(*),
    'win-rate-by-value': coalesce(sum(amount) FILTER (won), 0) || '/' || coalesce(sum(amount), 0),
    'deals-won': count(*) FILTER (won), 'deals-lost': count(*) FILTER (lost),
    'average-deal-size': coalesce(sum(amount) FILTER (won), 0) || '/' || count(amount) FILTER (won),
    'sales-cycle-mean': CASE WHEN bool_or(won) THEN sum(closed - created) FILTER (won) || '/' || count(*) FILTER (won) ELSE 'null' END,
    'sales-cycle': coalesce(CAST(quantile_cont(closed - created, 0.5) FILTER (won) AS DECIMAL(18, 6))::VARCHAR, 'null')
  } FROM deals WHERE (won OR lost) AND ${where('closed')} GROUP BY 1`;

const createdDeals = ({ group, where }: Cut) => `SELECT ${group('created')} AS grp, {
    'deals-created': count(*), 'created-win-rate': count(*) FILTER (won) || '/' || count(*)
  } FROM deals WHERE ${where('created')} GROUP BY 1`;

/** What stands open is shown whatever the period. */
const openDeals = `WITH closed AS (
    SELECT rep, count(*) FILTER (won) AS wins, count(*) AS closed, count(amount) FILTER (won) AS paying,
      coalesce(sum(amount) FILTER (won), 0) * 100 AS cents, coalesce(sum(closed - created) FILTER (won), 0) AS days
    FROM deals WHERE (won OR lost) AND closed BETWEEN ${start} AND ${end} GROUP BY 1
  ), standing AS (
    SELECT rep, count(*) AS deals, coalesce(sum(amount), 0) AS amount, coalesce(sum(amount * probability), 0) AS weighted
    FROM deals WHERE open GROUP BY 1
  ), factors AS (
    SELECT *, cents::HUGEINT * deals * wins * wins AS above, closed::HUGEINT * paying * days AS below
    FROM standing JOIN closed USING (rep)
  )
  SELECT rep, { 'open-pipeline': amount::VARCHAR, 'weighted-pipeline': weighted::VARCHAR, 'sales-velocity': CASE
      WHEN paying = 0 OR wins = 0 THEN 'null' WHEN below = 0 THEN 'null'
      ELSE CAST(((above * 20000 + below) // (2 * below))::DECIMAL(38, 0) / 1000000 AS VARCHAR) END } FROM factors`;

/** Open amount expected in a month over what its target still wants. */
const coverage = `SELECT month, { 'pipeline-coverage': coalesce(expected, 0) || '/' || (target - coalesce(won, 0)) }
  FROM targets
  LEFT JOIN (SELECT ${month('closed')} AS month, sum(amount) AS won FROM deals WHERE won GROUP BY 1) USING (month)
  LEFT JOIN (SELECT ${month('expected')} AS month, sum(amount) AS expected FROM deals WHERE open GROUP BY 1) USING (month)
  WHERE month IN (SELECT ${month('expected')} FROM deals WHERE open)`;

const moneyIn = ({ group, where }: Cut) => `WITH paid AS (
    SELECT ${group('day')} AS grp, sum(amount) AS money FROM payments WHERE ${where('day')} GROUP BY 1
  ), billed AS (
    SELECT ${group('invoiced')} AS grp, sum(amount) AS money FROM sales WHERE ${where('invoiced')} GROUP BY 1
  )
  SELECT grp, { 'collected': paid.money::VARCHAR, 'collection-rate': paid.money || '/' || billed.money }
  FROM paid JOIN billed USING (grp)`;

/** Per day that a month or the quarter ends on: what was sold and paid by then, and what was due before and still is. */
const standingOn = (days: string, group: string, ofRow: string) => `WITH ends AS (${days}), owed AS (
    SELECT e.name, e.day, s.*, sum(s.amount) OVER (PARTITION BY e.name, s.order_id
        ORDER BY coalesce(s.due, DATE '9999-12-31'), s.day, s.line) AS upto,
      coalesce((SELECT sum(p.amount) FROM payments p WHERE p.order_id = s.order_id AND p.day <= e.day), 0) AS paid
    FROM ends e JOIN sales s ON s.day <= e.day
  ), late AS (
    SELECT ${group} AS grp, sum(least(amount, greatest(upto - greatest(paid, 0), 0))) AS money
    FROM owed WHERE due < day GROUP BY 1
  ), sold AS (
    SELECT ${group} AS grp, sum(amount) AS money FROM owed GROUP BY 1
  ), received AS (
    SELECT ${ofRow} AS grp, sum(p.amount) AS money FROM ends e JOIN payments p ON p.day <= e.day GROUP BY 1
  )
  SELECT grp, { 'receivable': (sold.money - coalesce(received.money, 0))::VARCHAR, 'overdue': coalesce(late.money, 0)::VARCHAR }
  FROM sold LEFT JOIN received USING (grp) LEFT JOIN late USING (grp)`;

const monthEnds = `SELECT month AS name, last_day(CAST(month || '-01' AS DATE)) AS day FROM targets`;

/** Median by interpolation between the two middle times (type 7), in hours, rounded half up to six decimals. */
const hours = (kpi: string, day: string, seconds: string) => `WITH ranked AS (
    SELECT ${month(day)} AS grp, ${seconds} AS s, row_number() OVER (PARTITION BY ${month(day)} ORDER BY ${seconds}) - 1 AS place,
      count(*) OVER (PARTITION BY ${month(day)}) - 1 AS last
    FROM tickets WHERE ${seconds} IS NOT NULL
  )
  SELECT grp, { '${kpi}': CAST(((sum(s) * 1000000 + 3600) // 7200)::DECIMAL(38, 0) / 1000000 AS VARCHAR) }
  FROM (SELECT grp, s FROM ranked WHERE place = last // 2 UNION ALL SELECT grp, s FROM ranked WHERE place = (last + 1) // 2)
  GROUP BY 1`;

const answers = `SELECT ${month('day')} AS grp, {
    'csat': count(*) FILTER (kind = 'csat' AND score >= 4) || '/' || count(score) FILTER (kind = 'csat'),
    'nps': 100 * (count(*) FILTER (kind = 'nps' AND score >= 9) - count(*) FILTER (kind = 'nps' AND score <= 6))
      || '/' || count(score) FILTER (kind = 'nps')
  } FROM surveys GROUP BY 1`;

const share = (
  name: string,
  inSales: string,
  inMarket: string,
) => `SELECT grp, { 'market-share': sold || '/' || size } FROM
    (SELECT ${inSales} AS grp, sum(amount) AS sold FROM sales WHERE ${name} GROUP BY 1)
    JOIN (SELECT ${inMarket} AS grp, sum(size) AS size FROM market WHERE ${name.replaceAll(month('day'), 'month')} GROUP BY 1) USING (grp)`;

const inQuarter = `${month('day')} BETWEEN '2024-01' AND '2024-03'`;

const questions: readonly (readonly [scope: string, sql: string])[] = [
  ...[byMonth, byRep].flatMap((cut) =>
    [closedDeals(cut), createdDeals(cut), moneyIn(cut)].map((sql) => [cut.scope, sql] as const),
  ),
  ['2024-Q1 by rep', openDeals],
  ['2024-Q1 by rep', standingOn(`SELECT 'Q1' AS name, ${end} AS day`, 'rep', 'p.rep')],
  ['2024-Q1 by region', share(inQuarter, 'region', 'region')],
  ['trend month', coverage],
  ['trend month', standingOn(monthEnds, 'name', 'e.name')],
  ['trend month', hours('first-response-time', 'created', 'first_seconds')],
  ['trend month', hours('resolution-time', 'resolved', 'seconds')],
  ['trend month', answers],
  ['trend month', share('true', month('day'), 'month')],
];

export async function oracleCompanyLines(files: CompanyFiles): Promise<readonly Line[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  try {
    for (const sql of tables(files)) await connection.run(sql);
    const lines: Line[] = [];
    for (const [scope, sql] of questions) lines.push(...(await ask(connection, scope, sql)));
    return lines;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Each question gives the name of a group, and its values by KPI. */
async function ask(connection: DuckDBConnection, scope: string, sql: string): Promise<Line[]> {
  const reader = await connection.runAndReadAll(`SELECT grp, to_json(kpis) FROM (${sql}) AS answer(grp, kpis)`);
  return reader
    .getRows()
    .flatMap(([group, kpis]) =>
      Object.entries(JSON.parse(String(kpis)) as Record<string, unknown>).map(([kpi, value]) =>
        lineOf(scope, String(group), kpi, String(value).split('/').map(plain).join('/')),
      ),
    );
}
