/** Our results of deals, payments, service and market, for what the oracle answers. */
import { load } from '../../src/app/load.ts';
import { evaluateDataSet } from '../../src/compute/evaluate.ts';
import type { ComputeOptions } from '../../src/model/options.ts';
import type { CompanyFiles } from '../support/write-company.ts';
import { type Line, lineOf } from './lines.ts';
import { resultText } from './ours.ts';

/** Lines of `asked` with our values; what we do not have has none. */
export async function ourCompanyLines(files: CompanyFiles, asked: readonly Line[]): Promise<readonly Line[]> {
  const { data } = await load(Object.values(files), {});
  const evaluate = (options: ComputeOptions) => evaluateDataSet(data, { compare: 'none', lookback: 0, ...options });
  const { trend, breakdown } = evaluate({ period: '2024-Q1', grain: 'month', by: [['rep'], ['region']] });
  const all = [
    ...trend.flatMap(({ period, kpis }) => kpis.map((kpi) => ['trend month', period, kpi] as const)),
    ...breakdown.flatMap(({ by, kpis }) =>
      Object.entries(by).flatMap(([name, value]) => kpis.map((kpi) => [`2024-Q1 by ${name}`, value, kpi] as const)),
    ),
  ];
  const keys = new Set(asked.map((line) => line.split('|').slice(0, 3).join('|')));
  return all
    .filter(([scope, group, { id }]) => keys.has([scope, group, id].join('|')))
    .map(([scope, group, kpi]) => lineOf(scope, group, kpi.id, resultText(kpi)));
}
