/** Live formulas of report cells. Addresses are `D11`; every quotient is guarded against division by zero. */

import { type Decimal, isZero, signOf, subtract } from '../lib/decimal.ts';
import type { KpiResult } from '../model/evaluation.ts';
import type { ReportContext } from './context.ts';
import type { Live } from './live.ts';
import { isRelative, pointsBetween, quotient } from './numbers.ts';
import { addressOn } from './sheet-builder.ts';

/** Where the status thresholds stand on the sheet of definitions. */
export const thresholdRows = { column: 2, met: 7, near: 8 } as const;

const nothing: Live = { value: null, formula: null };

export function attainmentLive(
  kpi: Pick<KpiResult, 'actual' | 'target' | 'attainment' | 'better'>,
  actual: string,
  target: string,
): Live {
  const { actual: reached, target: wanted, attainment } = kpi;
  if (attainment === null || reached === null || wanted === null) return { value: attainment, formula: null };
  const [top, bottom] = kpi.better === 'higher' ? [actual, target] : [target, actual];
  const value = kpi.better === 'higher' ? quotient(reached, wanted) : quotient(wanted, reached);
  return value === null
    ? { value: attainment, formula: null }
    : { value, formula: `IF(${bottom}=0,"",${top}/${bottom})` };
}

/** Actual minus target; of ratios in percentage points. */
export function gapLive(kpi: KpiResult, actual: string, target: string): Live {
  if (kpi.actual === null || kpi.target === null) return nothing;
  if (kpi.unit === 'ratio')
    return { value: pointsBetween(kpi.actual, kpi.target), formula: `(${actual}-${target})*100` };
  return { value: subtract(kpi.actual, kpi.target), formula: `${actual}-${target}` };
}

/** Change against the comparison: relative for money and counts, a difference for ratios (in points) and all else. */
export function changeLive(kpi: KpiResult, actual: string, base: string): Live {
  const before = kpi.compare?.actual ?? null;
  if (kpi.actual === null || before === null) return nothing;
  if (kpi.unit === 'ratio') return { value: pointsBetween(kpi.actual, before), formula: `(${actual}-${base})*100` };
  if (!isRelative(kpi.unit)) return { value: subtract(kpi.actual, before), formula: `${actual}-${base}` };
  if (signOf(before) <= 0) return nothing;
  return {
    value: quotient(subtract(kpi.actual, before), before),
    formula: `IF(${base}<=0,"",(${actual}-${base})/${base})`,
  };
}

/** `part ÷ whole` */
export function shareLive(part: Decimal, whole: Decimal, partCell: string, wholeCell: string): Live {
  if (isZero(whole)) return nothing;
  return { value: quotient(part, whole), formula: `IF(${wholeCell}=0,"",${partCell}/${wholeCell})` };
}

/**
 * The status by thresholds in cells; null where another rule decided (pace, a ratio's points, an unconfirmed value),
 * because then the number alone does not tell.
 */
export function statusFormula({ words }: ReportContext, kpi: KpiResult, attained: string): string | null {
  const isByThreshold = kpi.status === 'met' || kpi.status === 'near' || kpi.status === 'below';
  if (!isByThreshold || kpi.unit === 'ratio' || kpi.better === 'lower' || kpi.cautions.length > 0) return null;
  const { sheets } = words.report;
  const at = (row: number) => addressOn(sheets.definitions, thresholdRows.column, row);
  const { met, near, below } = words.statuses;
  return `IF(${attained}="","",IF(${attained}>=${at(thresholdRows.met)},"${met}",IF(${attained}>=${at(thresholdRows.near)},"${near}","${below}")))`;
}
