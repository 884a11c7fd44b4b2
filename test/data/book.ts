/** A data set evaluated in every way that figures are asked of it, and the verdict on each figure. */
import { type Computed, evaluateDataSet } from '../../src/compute/evaluate.ts';
import { compare, type Decimal, decimalFromText, signOf, subtract, toText } from '../../src/lib/decimal.ts';
import type { DataSet } from '../../src/model/data-set.ts';
import type { KpiResult } from '../../src/model/evaluation.ts';
import type { ComputeOptions } from '../../src/model/options.ts';
import { UserError } from '../../src/problems/user-error.ts';

export interface Figure {
  /** `by_month 2017-01 revenue` */
  readonly name: string;
  readonly expected: string;
  readonly got: string | null;
  readonly verdict: 'agreed' | 'wrong' | 'not-computed';
  readonly why: string | null;
}

type Part = 'actual' | 'numerator' | 'denominator' | 'target' | 'attainment' | 'gap';
export type Found = { readonly value: Decimal | null; readonly why: string | null };
export type Kpis = { readonly kpis: readonly KpiResult[]; readonly notComputed?: Computed['notComputed'] };

const cent = decimalFromText('0.005');
const millionth = decimalFromText('0.000001');
/** The whole of the data, for figures over all of it. */
export const whole: ComputeOptions = { period: 'all', lookback: 0 };

export class Book {
  readonly figures: Figure[] = [];
  readonly #data: DataSet;
  readonly #isWorkbook: boolean;

  constructor(data: DataSet, isWorkbook: boolean) {
    this.#data = data;
    this.#isWorkbook = isWorkbook;
  }

  evaluate(options: ComputeOptions): Computed | string {
    return this.#evaluate(this.#data, options);
  }

  /** Faster, where hundreds of periods are only compared with others. */
  evaluateWithoutTargets(options: ComputeOptions): Computed | string {
    return this.#evaluate({ ...this.#data, targets: [] }, options);
  }

  #evaluate(data: DataSet, options: ComputeOptions): Computed | string {
    try {
      return evaluateDataSet(data, { by: [], ...options });
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
  }

  /** A verdict that is no number: that there is none. */
  judge(name: string, expected: string, got: string): void {
    this.figures.push({ name, expected, got, verdict: expected === got ? 'agreed' : 'wrong', why: null });
  }

  /** `unit`: money may be off by less than half a cent, a ratio by one in its last digit, where doubles stand behind it. */
  add(name: string, expected: string, found: Found, unit: 'money' | 'count' | 'ratio'): void {
    const { value, why } = found;
    const got = value && toText(value);
    if (value === null) this.figures.push({ name, expected, got, verdict: 'not-computed', why });
    else {
      const verdict = this.#isClose(value, decimalFromText(expected), unit) ? 'agreed' : 'wrong';
      this.figures.push({ name, expected, got, verdict, why: null });
    }
  }

  #isClose(a: Decimal, b: Decimal, unit: 'money' | 'count' | 'ratio'): boolean {
    if (!this.#isWorkbook || unit === 'count') return compare(a, b) === 0;
    const difference = subtract(a, b);
    const size = signOf(difference) < 0 ? { ...difference, units: -difference.units } : difference;
    return compare(size, unit === 'money' ? cent : millionth) <= 0;
  }
}

export function inTrend(evaluated: Computed | string, wanted: string): Kpis | string {
  if (typeof evaluated === 'string') return evaluated;
  return evaluated.trend.find(({ period }) => period === wanted) ?? `no ${wanted} in the trend`;
}

/** The breakdown entry of `key`; blanks are `(unassigned)`. */
export function entryOf(evaluated: Computed | string, key: readonly string[]): Kpis | string {
  if (typeof evaluated === 'string') return evaluated;
  const wanted = key.map((value) => value || '(unassigned)').join('\n');
  const found = evaluated.breakdown.find(({ by }) => Object.values(by).join('\n') === wanted);
  return found ?? `no ${wanted.replaceAll('\n', ' × ')} in the breakdown`;
}

export function partOf(evaluated: Kpis | string, id: string, part: Part = 'actual'): Found {
  if (typeof evaluated === 'string') return { value: null, why: evaluated };
  const result = resultOf(evaluated, id);
  if (result === undefined) {
    const missing = evaluated.notComputed?.find((entry) => entry.id === id)?.missing.join(', ');
    return { value: null, why: missing === undefined ? `no ${id}` : `missing ${missing}` };
  }
  return { value: result[part], why: result.why ?? result.attainmentWhy ?? `no ${part}` };
}

export function resultOf({ kpis }: { readonly kpis: readonly KpiResult[] }, id: string): KpiResult | undefined {
  return kpis.find((kpi) => kpi.id === id);
}
