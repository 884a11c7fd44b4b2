import type { Decimal } from '../lib/decimal.ts';
import type { TaxBasis } from './mapping.ts';
import type { Period } from './period.ts';
import type { Place } from './place.ts';
import type { SumPolicies } from './sum-policy.ts';

/** Levels of an organisation, from the top. */
export const nodeLevels: readonly string[] = ['region', 'team', 'rep'];

/** One number to reach: one KPI, one period, one node or key, one version. */
export interface Target {
  /** KPI id; `revenue` where the file names none. */
  readonly kpi: string;
  /** Whether the file names the KPI anywhere. */
  readonly isKpiStated: boolean;
  readonly period: Period;
  readonly kind: 'target' | 'floor' | 'stretch';
  /** In base units of the KPI: money, count, ratio (0.9) or days. */
  readonly value: Decimal;
  /**
   * Which part of the whole: dimension (field name or heading) → value. Empty for the whole company.
   * A node of an organisation has its own entry (`rep` → 王芳) and those of the nodes above that the file names
   * (`team` → 一部, `region` → 华东); its level is the lowest of them.
   */
  readonly keys: ReadonlyMap<string, string>;
  /** Whether the row is a node of an organisation (may stand once) or keyed by dimensions (repeated rows add up). */
  readonly isNode: boolean;
  /** Name of the node above, where the file says so. */
  readonly parent: string | null;
  /** What the cell of the parent says, the whole by its name too. */
  readonly parentText: string | null;
  readonly version: string | null;
  readonly effectiveFrom: number | null;
  /** Factor of the unit in which the file states the value (万: 10000); 1 where none. Sums may differ by its rounding. */
  readonly unit: Decimal;
  readonly weight: Decimal | null;
  readonly currency: string | null;
  readonly taxBasis: TaxBasis | null;
  /** What the cell that names it says (`华东小计`, `某某公司`); null where nothing does. */
  readonly name: string | null;
  readonly owner: string | null;
  readonly baseline: Decimal | null;
  /** What the parts of its table may add up to. */
  readonly sums: SumPolicies;
  /** A total by its own words: a row or column called 小计, 合计, Total. */
  readonly isTotal: boolean;
  /** Whether a formula made the number. */
  readonly isComputed: boolean;
  /** The other cells of its row that say something of it; null where it has none. */
  readonly cells: {
    readonly parent: Place | null;
    readonly weight: Place | null;
    readonly owner: Place | null;
    readonly level: Place | null;
    /** Of long tables. */
    readonly period: Place | null;
    /** Dimension → the cell that says its value, of a merged range its top. */
    readonly keys: ReadonlyMap<string, Place>;
  };
  /** The cell of the number. */
  readonly place: Place;
  /** The cell that names the node or first key; the number's own where there is none. */
  readonly namePlace: Place;
}

/** A row of a long table that says whose target and when, but no number. */
export type BlankTarget = Pick<
  Target,
  'kpi' | 'period' | 'keys' | 'isNode' | 'name' | 'version' | 'place' | 'namePlace'
>;
