/** How far the quarter is, who is behind, and the largest orders behind the weakest. */
import { fileURLToPath } from 'node:url';
import { evaluate, explain, UserError } from 'salesmetrics';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const files = [here('../first-run/q1.xlsx')];
const options = { config: here('salesmetrics.yaml'), period: '2024-Q1', by: ['rep'] };

try {
  const document = await evaluate(files, { ...options, kpis: ['revenue', 'revenuePerOrder'] });
  for (const { id, actual, target, attainment, why } of document.kpis)
    console.log([id, actual ?? why, ...(target === null ? [] : ['of', target, 'attained', attainment])].join(' '));

  const behind = document.breakdown.filter(({ kpis }) => kpis[0]?.status === 'below');
  console.log('below 85 %:', behind.map(({ by }) => by.rep).join(', '));

  const { groups, excluded } = await explain('revenue', files, options);
  const weakest = groups.find(({ by }) => by.rep === behind.at(-1)?.by.rep);
  const rows = weakest?.terms.flatMap((term) => term.rows ?? []) ?? [];
  for (const { sheet, row, name, amount } of rows.sort((a, b) => b.amount - a.amount).slice(0, 3))
    console.log(`  ${sheet} row ${row}: ${name} ${amount}`);
  for (const { reason, what, rows: count } of excluded) console.log(`not in it: ${reason}${what === null ? '' : ` ${what}`}, ${count} rows`);

  if (!document.ok) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.code, error.params);
  process.exitCode = 2;
}
