/** Where a value stands against its target. Filled by attainment and status; nulls say why. */
import type { Decimal } from '../lib/decimal.ts';
import type { KpiResult } from '../model/evaluation.ts';
import type { Caution, Unit, Why } from '../model/kpi.ts';

export interface Standing extends Pick<KpiResult, 'target' | 'attainment' | 'attainmentWhy' | 'gap' | 'status'> {}

export function standingOf(of: {
  readonly actual: Decimal | null;
  readonly target: Decimal | null;
  readonly targetWhy: Why | null;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  readonly cautions: readonly Caution[];
  readonly pace: 'on-track' | 'behind' | null;
}): Standing {
  return { target: of.target, attainment: null, attainmentWhy: of.targetWhy, gap: null, status: null };
}
