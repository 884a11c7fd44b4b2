/** What `validate` finds in a plan made by hand, remarks left out. */
import { reviewTargets } from '../../src/compute/targets/review.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readText } from '../../src/read/csv/read-text.ts';
import { memorySource } from '../../src/read/source.ts';
import { readWorkbook } from '../../src/read/xlsx/read-workbook.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { buildDataSet } from '../../src/validate/build-data-set.ts';
import type { CleanPlan } from './clean-plans.ts';
import { csvOf, type Grid, xlsxOf } from './grid.ts';

export async function problemsOf(
  grid: Grid,
  { merges, people }: Pick<CleanPlan, 'merges' | 'people'>,
): Promise<Problem[]> {
  const files = [
    await readWorkbook(memorySource('plan.xlsx', xlsxOf(grid, { merges }))),
    ...(people ? [await readText(memorySource('people.csv', csvOf(people)))] : []),
  ];
  const data = buildDataSet(recognise(files, {}), files, {});
  return [...data.problems, ...reviewTargets(data)].filter(({ severity }) => severity !== 'info');
}
