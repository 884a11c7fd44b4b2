/** The result of `evaluate`: everything that reports, the JSON document and the terminal show (contract §5). */
import { type Decimal, isDecimal } from '../lib/decimal.ts';
import type { Against } from './against.ts';
import type { TableReport } from './data-set.ts';
import type { KeptRows } from './kept-rows.ts';
import type { Caution, Status, Unit, Why } from './kpi.ts';
import type { TaxBasis } from './mapping.ts';
import type { OwnKpi } from './own-kpi.ts';
import type { People } from './people.ts';
import type { Grain } from './period.ts';
import type { Problem } from './problem.ts';

/** What a KPI adds to its value: `lookbackDays`, `p25`, `denominators` by name. */
export type Details = Readonly<Record<string, Decimal | string | null | Readonly<Record<string, Decimal | null>>>>;

/** Is this detail a group of amounts by name? */
export function isAmounts(detail: Details[string] | undefined): detail is Readonly<Record<string, Decimal | null>> {
  return typeof detail === 'object' && detail !== null && !isDecimal(detail);
}

export interface KpiResult {
  readonly id: string;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  readonly actual: Decimal | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly why: Why | null;
  readonly cautions: readonly Caution[];
  readonly details: Details;
  readonly rows: number;
  readonly target: Decimal | null;
  readonly attainment: Decimal | null;
  readonly attainmentWhy: Why | null;
  readonly gap: Decimal | null;
  readonly status: Status | null;
  readonly compare: { readonly actual: Decimal | null; readonly change: Decimal | null } | null;
}

export interface BreakdownEntry {
  readonly by: Readonly<Record<string, string>>;
  readonly kpis: readonly KpiResult[];
}

export interface TrendEntry {
  readonly period: string;
  readonly kpis: readonly KpiResult[];
}

/** A part of the whole in one sub-period, by the headline KPI. */
export interface RecentPoint {
  readonly actual: Decimal | null;
  readonly target: Decimal | null;
}

/** The headline KPI of one part, a point for each of `Recent.periods`. */
export interface RecentEntry {
  readonly by: Readonly<Record<string, string>>;
  readonly points: readonly RecentPoint[];
}

/** The headline KPI over the last 12 sub-periods, up to the end of the evaluated one. */
export interface Recent {
  readonly periods: readonly string[];
  /** Of the parts of the first `--by`, in the order of `breakdown`; empty where they are too many. */
  readonly entries: readonly RecentEntry[];
}

/** The headline KPI by team, and within each team by person. */
export interface TeamEntry {
  readonly team: string;
  readonly kpi: KpiResult;
  readonly people: readonly {
    readonly rep: string;
    readonly kpi: KpiResult;
    readonly points: readonly RecentPoint[];
  }[];
}

/** What the months that are left must bring, one like the other, to reach a target that reaches beyond the period. */
export interface RunRate {
  /** The year, or else the quarter, that the period lies in. */
  readonly until: string;
  readonly target: Decimal;
  /** From its first day to the end of the evaluated period. */
  readonly actual: Decimal;
  readonly monthsLeft: number;
}

export interface PeriodReport {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly complete: boolean;
  readonly completeBecause: 'as-of' | 'export-range' | 'data' | 'tail-gap' | null;
  readonly from: 'flag' | 'targets' | 'name' | 'title' | 'data';
}

export interface Pace {
  readonly elapsed: Decimal;
  readonly basis: 'monthly-targets' | 'workdays';
  /** What should have been reached by as-of, of the headline KPI; null without a target. */
  readonly expected: Decimal | null;
  readonly status: 'on-track' | 'behind' | null;
}

export interface Gap {
  readonly kpi: string;
  readonly total: Decimal;
  /** Sum exactly to `total`; largest shortfall first. */
  readonly parts: readonly { readonly by: Readonly<Record<string, string>>; readonly amount: Decimal }[];
}

export interface InputReport {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly tables: readonly (TableReport & { readonly inPeriod: number })[];
}

/** Of the customers who first bought in a period, how many bought again in the periods after it. */
export interface Cohort {
  /** The period of the first purchases. */
  readonly period: string;
  /** True where everybody looks new because the data begins here. */
  readonly leftCensored: boolean;
  /** Customers active in the period itself (the size of the cohort), in the next one, … to the last of the data. */
  readonly active: readonly number[];
  /** How many of these periods are over; what follows is still growing. */
  readonly mature: number;
}

export interface Cohorts {
  readonly grain: Grain;
  readonly list: readonly Cohort[];
}

export interface NotComputed {
  readonly id: string;
  readonly why: Why;
  /** `dataset.field` names that would be needed. */
  readonly missing: readonly string[];
}

export interface Evaluation {
  readonly tool: { readonly name: string; readonly version: string };
  readonly ok: boolean;
  readonly draft: boolean;
  readonly asOf: number;
  readonly currency: string | null;
  readonly currencyFrom: string | null;
  readonly lang: 'en' | 'zh-CN';
  readonly config: {
    readonly path: string;
    readonly sha256: string;
    /** Keys that are given and change nothing yet. */
    readonly unused: readonly string[];
  } | null;
  /** The flags that were given and change the result, by long name. */
  readonly options: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** KPIs that the config defines. */
  readonly ownKpis: readonly OwnKpi[];
  /** KPIs that a control total was given for. */
  readonly controlled: readonly string[];
  /** From which attainment a target is met and near. */
  readonly thresholds: { readonly met: Decimal; readonly near: Decimal };
  readonly taxBasis: {
    readonly actual: TaxBasis | null;
    readonly target: TaxBasis | null;
    readonly from: string | null;
  };
  readonly period: PeriodReport;
  readonly grain: Grain;
  readonly pace: Pace | null;
  readonly failUnder: { readonly wanted: Decimal; readonly reached: Decimal | null } | null;
  readonly compare: { readonly id: string; readonly start: number; readonly end: number } | null;
  readonly inputs: readonly InputReport[];
  /** In the order of the catalogue of KPIs; the headline first. */
  readonly kpis: readonly KpiResult[];
  readonly breakdown: readonly BreakdownEntry[];
  /** The dimensions asked for or chosen, one list per `--by`. */
  readonly by: readonly (readonly string[])[];
  readonly trend: readonly TrendEntry[];
  readonly recent: Recent;
  /** Empty where the parts are not people, or nobody has a team. */
  readonly teams: readonly TeamEntry[];
  readonly runRate: RunRate | null;
  /** How much a KPI counts in the score, by id; empty where neither targets nor the config have weights. */
  readonly weights: ReadonlyMap<string, Decimal>;
  /** First month of the fiscal year; undefined where the config does not say it. Not in the document. */
  readonly fiscalYearStart?: number | undefined;
  /** Whether reports rank the parts by attainment. */
  readonly isRanked: boolean;
  /** Null until asked for. */
  readonly cohorts: Cohorts | null;
  /** For the sheets of people: null unless a workbook is made, and where the data does not know people. Not in the document. */
  readonly people: People | null;
  readonly gap: Gap | null;
  /** What has changed since an earlier run; null until asked for. */
  readonly against: Against | null;
  /** The rows, for later runs to be held against this one; null until asked for. */
  readonly rows: KeptRows | null;
  readonly notComputed: readonly NotComputed[];
  readonly problems: readonly Problem[];
  readonly leftOut: {
    readonly rows: number;
    readonly amount: Decimal;
    readonly rowsWithoutAmount: number;
    /** Of these, how many were allowed by a flag. */
    readonly allowed: number;
    /** Of these, how many somebody answers for, and their money. */
    readonly accepted: number;
    readonly acceptedAmount: Decimal;
  };
  readonly outputs: readonly { readonly kind: string; readonly path: string }[];
}
