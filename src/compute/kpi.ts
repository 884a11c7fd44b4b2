/** A KPI is data plus one small function over kernels. */
import { type Decimal, decimal, divide, isZero } from '../lib/decimal.ts';
import type { DataSet } from '../model/data-set.ts';
import type { Details } from '../model/evaluation.ts';
import type { Caution, Unit, Why } from '../model/kpi.ts';
import type { RollUp } from '../model/kpi-basis.ts';
import { traitsOf } from '../model/kpi-traits.ts';
import type { History } from './history.ts';
import type { Slice } from './slice.ts';
import type { StreamName } from './streams.ts';

/** The value of one KPI for one group. */
export interface Measure {
  readonly actual: Decimal | null;
  /** Exact parts of a ratio or mean; null for sums and counts. */
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  /** Why there is no value; null where there is one. */
  readonly why: Why | null;
  readonly cautions: readonly Caution[];
  readonly details: Details;
}

export interface Kpi {
  /** Stable: file name, `--kpi` value, JSON key and heading in docs. */
  readonly id: string;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  /** How a whole follows from its parts. */
  readonly rollUp: RollUp;
  /** The rows it is measured over, and the date that counts. */
  readonly stream: StreamName;
  /** Set where the value shown is the change of another KPI against the compared period. */
  readonly growthOf?: Kpi;
  /** Set where the denominator is what is left of that KPI's target after the measure's own. */
  readonly coversTargetOf?: Kpi;
  /** Set where it is only chosen by itself for data that has what nothing else needs. */
  isOffered?(data: DataSet): boolean;
  /** `dataset.field` names without which its stream is not enough; empty when it can be computed. */
  missing(history: History): readonly string[];
  /** One measure per group of its stream's slice. */
  measure(slice: Slice, history: History): readonly Measure[];
}

/** What the data lacks for a KPI: its stream's fields, else its own. */
export function missingOf(kpi: Kpi, history: History): readonly string[] {
  const { streams } = history;
  return streams.population(kpi.stream) === null ? streams.missing(kpi.stream) : kpi.missing(history);
}

/** Id, unit and direction of a KPI of the contract, as all stages know them. Throws a RangeError for an unknown id. */
export function declared(id: string): Pick<Kpi, 'id' | 'unit' | 'better'> {
  const traits = traitsOf(id);
  if (traits === undefined) throw new RangeError(`no KPI ${id} in model/kpi-traits.ts`);
  return { id, unit: traits.unit, better: traits.better };
}

export function defined(actual: Decimal, cautions: readonly Caution[] = [], details: Measure['details'] = {}): Measure {
  return { actual, numerator: null, denominator: null, why: null, cautions, details };
}

export function notDefined(why: Why, details: Measure['details'] = {}): Measure {
  return { actual: null, numerator: null, denominator: null, why, cautions: [], details };
}

export function count(value: number): Decimal {
  return decimal(value);
}

/** numerator ÷ denominator, rounded half up to 6 decimals, with both parts; undefined over 0. */
export function quotient(numerator: Decimal, denominator: Decimal, cautions: readonly Caution[] = []): Measure {
  if (isZero(denominator)) return { ...notDefined('zero-denominator'), numerator, denominator };
  return { ...defined(divide(numerator, denominator), cautions), numerator, denominator };
}
