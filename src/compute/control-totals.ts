/** Ties the run to totals known from elsewhere (`--expect revenue=10577000.00@0.01`). */
import { compare, decimalFromText, negate, subtract, toText } from '../lib/decimal.ts';
import type { KpiResult } from '../model/evaluation.ts';
import type { ComputeOptions } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../problems/catalogue.ts';

export function checkTotals(
  results: readonly KpiResult[],
  expected: NonNullable<ComputeOptions['expect']>,
  file: string,
): Problem[] {
  return expected.flatMap(({ kpi, value, tolerance }) => {
    const actual = results.find(({ id }) => id === kpi)?.actual ?? null;
    const wanted = decimalFromText(value);
    const difference = actual && subtract(actual, wanted);
    const isTied = difference !== null && compare(absolute(difference), decimalFromText(tolerance)) <= 0;
    if (isTied) return [];
    const params = {
      kpi,
      expected: toText(wanted),
      actual: actual === null ? '-' : toText(actual),
      difference: difference === null ? '-' : toText(difference),
    };
    return [problem('control/total', { file, sheet: null, row: null, column: null }, params)];
  });
}

function absolute(value: Parameters<typeof negate>[0]) {
  return value.units < 0n ? negate(value) : value;
}
