// DuckDB doing from the CSV what a default `evaluate` computes: KPIs of the period and of the one a year before, of each
// person, and of each month. Types are given, so that it need not sniff.
import { DuckDBInstance } from '@duckdb/node-api';

const [path] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
await connection.run(`
  CREATE TABLE facts AS SELECT *, min(CASE WHEN amount >= 0 THEN day END) OVER (PARTITION BY customer) AS first_day
  FROM read_csv('${path.replaceAll("'", "''")}', header = true, columns = {
    'order_id': 'VARCHAR', 'day': 'DATE', 'customer': 'VARCHAR', 'rep': 'VARCHAR', 'region': 'VARCHAR',
    'product': 'VARCHAR', 'category': 'VARCHAR', 'quantity': 'DECIMAL(18,0)', 'price': 'DECIMAL(18,2)',
    'discount': 'DECIMAL(18,2)', 'amount': 'DECIMAL(18,2)', 'cost': 'DECIMAL(18,2)'})`);
const measures = `sum(amount), count(DISTINCT order_id), sum(quantity), sum(quantity * price),
  sum(amount) FILTER (cost IS NOT NULL) - sum(cost), count(DISTINCT customer) FILTER (amount >= 0),
  count(DISTINCT customer) FILTER (amount >= 0 AND day = first_day)`;
let results = 0;
for (const [group, where] of [
  [`'all'`, `day BETWEEN DATE '2024-12-01' AND DATE '2024-12-31'`],
  [`'all'`, `day BETWEEN DATE '2023-12-01' AND DATE '2023-12-31'`],
  ['rep', `day BETWEEN DATE '2024-12-01' AND DATE '2024-12-31'`],
  ['rep', `day BETWEEN DATE '2023-12-01' AND DATE '2023-12-31'`],
  [`strftime(day, '%Y-%m')`, 'true'],
]) {
  const reader = await connection.runAndReadAll(`SELECT ${group}, ${measures} FROM facts WHERE ${where} GROUP BY 1`);
  results += reader.getRows().length;
}
console.log(results);
