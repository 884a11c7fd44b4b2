/** One mistake in one cell of a clean plan is one problem, and that problem names the cell. */
import { describe, expect, test } from 'vitest';
import { cellName } from '../../../../src/model/place.ts';
import { type CleanPlan, cleanPlans } from '../../../support/clean-plans.ts';
import { changed } from '../../../support/grid.ts';
import { cellsFor, mistakes } from '../../../support/mistakes.ts';
import { seededRandom } from '../../../support/random.ts';
import { problemsOf } from '../../../support/review-plan.ts';

/** Nothing else in the file says how the name is spelled, or who is meant. */
const undetectable: ReadonlySet<string> = new Set([
  'a long file of one month: a misspelled name',
  'a long file of one month: the name above again',
  ...['a wide file', 'a wide file with merged regions', 'a wide file with named subtotals'].map(
    (plan) => `${plan}: a misspelled name`,
  ),
  ...['a wide file in Chinese', 'a wide file in Chinese, regions in each row'].map(
    (plan) => `${plan}: a misspelled name`,
  ),
]);

const picks = 3;

function planted(): [name: string, plan: CleanPlan, cell: string][] {
  const random = seededRandom(20241124);
  return Object.entries(cleanPlans).flatMap(([planName, plan]) =>
    Object.entries(mistakes).flatMap(([what, mistake]) => {
      const name = `${planName}: ${what}`;
      if (undetectable.has(name)) return [];
      // The whole without a number, in the only month: its parts are its number.
      const cells = cellsFor(mistake, plan).filter(
        ({ cell, value }) => planName !== 'a long file of one month' || cell !== 'F2' || value !== null,
      );
      return random
        .shuffled(cells)
        .slice(0, picks)
        .map(({ cell, value }): [string, CleanPlan, string] => [
          `${name} (${cell})`,
          changedPlan(plan, cell, value),
          cell,
        ]);
    }),
  );
}

function changedPlan(plan: CleanPlan, cell: string, value: Parameters<typeof changed>[1][string]): CleanPlan {
  return { ...plan, grid: changed(plan.grid, { [cell]: value }) };
}

describe('a plan without a mistake has no problem', () => {
  test.each(Object.entries(cleanPlans))('%s', async (_, plan) => {
    expect(await problemsOf(plan.grid, plan)).toEqual([]);
  });
});

describe('one mistake, one problem, at its cell', () => {
  test.each(planted())('%s', async (_, plan, cell) => {
    const found = await problemsOf(plan.grid, plan);
    const told = found.map(({ code, place, related }) => [code, [place, ...related].map(cellName)] as const);
    expect(told).toEqual([[expect.any(String), expect.arrayContaining([cell])]]);
  });
});
