/** What left-out rows do to the report: which figures they could change, and whether they were allowed. */
import { compare, type Decimal, decimalFromText, divide, isZero, multiply, sum, zero } from '../lib/decimal.ts';
import type { Day } from '../model/day.ts';
import type { ComputeOptions } from '../model/options.ts';
import type { Place } from '../model/place.ts';
import type { Affects, LeftOutRow, Problem } from '../model/problem.ts';

interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** What a row of that day can change; a row without a readable day could belong to the period. */
function affectsOf(day: Day | null, period: Span, compared: Span | null): Affects {
  if (day === null || (day >= period.start && day <= period.end)) return 'period';
  return compared !== null && day >= compared.start && day <= compared.end ? 'compare' : 'none';
}

/** Problems of left-out rows and of targets with what those affect; the others unchanged. */
export function markAffects(
  problems: readonly Problem[],
  leftOut: readonly LeftOutRow[],
  period: Span,
  compared: Span | null,
): Problem[] {
  const days = new Map(leftOut.map(({ place, day }) => [rowKey(place), day]));
  return problems.map((problem) => {
    const { span } = problem;
    if (span !== undefined) {
      // Targets are not compared with earlier ones: only those of the period change a figure.
      return { ...problem, affects: span.start <= period.end && span.end >= period.start ? 'period' : 'none' };
    }
    const day = problem.treatment === 'left-out' ? days.get(rowKey(problem.place)) : undefined;
    return day === undefined ? problem : { ...problem, affects: affectsOf(day, period, compared) };
  });
}

function rowKey({ file, sheet, row }: Place): string {
  return `${file}\u0000${sheet ?? ''}\u0000${row ?? ''}`;
}

export interface LeftOutSummary {
  readonly rows: number;
  readonly amount: Decimal;
  readonly rowsWithoutAmount: number;
  readonly allowed: number;
  /** Rows that somebody answers for, and their money. */
  readonly accepted: number;
  readonly acceptedAmount: Decimal;
  /** Rows that are or could be in the period or what it is compared with. */
  readonly affecting: number;
}

/** Counts left-out rows with their money and judges them by `--allow-skipped`. */
export function summariseLeftOut(
  leftOut: readonly LeftOutRow[],
  { period, compared, revenue, dataRows }: { period: Span; compared: Span | null; revenue: Decimal; dataRows: number },
  allowSkipped: ComputeOptions['allowSkipped'],
): LeftOutSummary {
  const accepted = leftOut.filter(({ isAccepted }) => isAccepted === true);
  const open = leftOut.filter(({ isAccepted }) => isAccepted !== true);
  const affecting = open.filter(({ day }) => affectsOf(day, period, compared) !== 'none');
  const isAllowed: boolean =
    allowSkipped !== undefined && isFewEnough(open.length, dataRows, allowSkipped) && isCheapEnough(affecting, revenue);
  return {
    rows: leftOut.length,
    amount: sum(leftOut.map(({ amount }) => amount ?? zero)),
    rowsWithoutAmount: leftOut.filter(({ amount }) => amount === null).length,
    allowed: isAllowed ? open.length : 0,
    accepted: accepted.length,
    acceptedAmount: sum(accepted.map(({ amount }) => amount ?? zero)),
    affecting: affecting.length,
  };
}

function isFewEnough(rows: number, dataRows: number, allowed: NonNullable<ComputeOptions['allowSkipped']>): boolean {
  if ('rows' in allowed) return rows <= allowed.rows;
  const limit = multiply(decimalFromText(allowed.percent), { units: BigInt(dataRows), scale: 2 });
  return compare({ units: BigInt(rows), scale: 0 }, limit) <= 0;
}

const largestShare: Decimal = { units: 1n, scale: 3 };

/** The money must be known and at most 0.1 % of the period's revenue. */
function isCheapEnough(rows: readonly LeftOutRow[], revenue: Decimal): boolean {
  if (rows.length === 0) return true;
  if (rows.some(({ amount }) => amount === null)) return false;
  const absolute = sum(rows.map(({ amount }) => abs(amount ?? zero)));
  if (isZero(absolute)) return true;
  return revenue.units > 0n && compare(divide(absolute, revenue, 12), largestShare) <= 0;
}

function abs(value: Decimal): Decimal {
  return value.units < 0n ? { units: -value.units, scale: value.scale } : value;
}
