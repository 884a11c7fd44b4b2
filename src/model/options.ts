/** What a user can say on the command line, resolved. Undefined: not said. */
import type { Decimal } from '../lib/decimal.ts';
import type { Day } from './day.ts';
import type { DatasetName } from './fields.ts';
import type { DateOrder, TaxBasis } from './mapping.ts';
import type { OwnKpi } from './own-kpi.ts';
import type { Grain } from './period.ts';
import type { Person } from './person.ts';
import type { Severity } from './problem.ts';
import type { SumPolicies } from './sum-policy.ts';

export interface Limits {
  readonly maxInput: number;
  readonly maxInflated: number;
  readonly maxPart: number;
  readonly maxEntries: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly maxCells: number;
  readonly maxStrings: number;
  readonly maxCell: number;
  readonly maxRecord: number;
  readonly maxSheets: number;
}

export interface ReadOptions {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly limits?: Partial<Limits>;
  /** Called now and then while a file is read, with the bytes done. */
  readonly onProgress?: (done: {
    readonly file: string;
    readonly bytes: number;
    readonly total: number;
    readonly rows: number;
  }) => void;
  readonly signal?: AbortSignal;
  /** What standard input is called; `-` where not said. */
  readonly stdinName?: string;
}

export interface RecogniseOptions {
  /** `--as`: which file (and sheet) is which dataset; `--targets` is one of them. */
  readonly as?: readonly { readonly dataset: DatasetName; readonly file: string; readonly sheet: string | null }[];
  /** `--column field=heading`. */
  readonly columns?: ReadonlyMap<string, string>;
  readonly sheets?: readonly string[];
  readonly headerRow?: number;
  readonly dateOrder?: DateOrder;
  /** `--unit dataset=万`. */
  readonly units?: ReadonlyMap<string, string>;
  /** Unit of money columns that state none. */
  readonly defaultUnit?: string;
  /** Headings beside the built-in ones: dataset → field → headings. */
  readonly headings?: ReadonlyMap<DatasetName, ReadonlyMap<string, readonly string[]>>;
  /** Fields that no column is taken for unless `columns` names one. */
  readonly withoutColumn?: ReadonlyMap<DatasetName, ReadonlySet<string>>;
  readonly fiscalYearStart?: number;
}

export type RatePolicy = 'spot' | 'period-average' | 'budget';

/** One unit of `from` is worth `rate` units of `to`. */
export interface Rate {
  /** Null: on every day. */
  readonly day: Day | null;
  readonly from: string;
  readonly to: string;
  readonly rate: Decimal;
}

/** What a config says that a status or stage is. */
export type NamedUse = 'won' | 'lost' | 'open' | 'notCounted';

/** Severities other than the catalogue's, by code. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

export interface ValidateOptions {
  readonly tax?: TaxBasis;
  /** Who says `tax`; the flag where it is not said. */
  readonly taxFrom?: 'flag' | 'config';
  /** Currency of amounts that state none, and the one that rates convert to. */
  readonly currency?: string;
  /** Exchange rates beside those of the files. */
  readonly rates?: readonly Rate[];
  readonly ratePolicy?: RatePolicy;
  /** What statuses and stages do, by their folded words; before the built-in ones. */
  readonly statuses?: ReadonlyMap<string, NamedUse | 'counts' | 'refunded'>;
  readonly stages?: ReadonlyMap<string, NamedUse>;
  /** People beside those of the files. */
  readonly people?: readonly Person[];
  /** Other spellings of people, folded → the name. */
  readonly names?: ReadonlyMap<string, string>;
  readonly holidays?: ReadonlySet<Day>;
  readonly severities?: Severities;
  /** KPIs that a config defines: target files may name them by id and title. */
  readonly ownKpis?: readonly OwnKpi[];
  readonly fiscalYearStart?: number;
  readonly overlap?: 'keep' | 'drop';
  readonly basis?: 'order' | 'delivery' | 'invoice' | 'payment';
  /** `--sums`: before what files state of a level. */
  readonly sums?: SumPolicies;
}

export interface ComputeOptions {
  readonly period?: string;
  readonly grain?: Grain;
  /** One list of dimensions per `--by`. */
  readonly by?: readonly (readonly string[])[];
  readonly kpis?: readonly string[];
  readonly compare?: string;
  /** `--target-version`: the version of the targets that counts in all periods. */
  readonly targetVersion?: string;
  readonly asOf?: number;
  /** `--only dimension=value`; several values of one dimension are alternatives. */
  readonly only?: ReadonlyMap<string, readonly string[]>;
  readonly lookback?: number;
  /** From which attainment a target is met and near; 1 and 0.8 where not said. */
  readonly thresholds?: { readonly met: Decimal; readonly near: Decimal };
  /** Targets of the evaluated period for the whole, by KPI, where no file gives one. */
  readonly kpiTargets?: ReadonlyMap<string, Decimal>;
  /** How much KPIs count in the score, where no targets of the files say so. */
  readonly kpiWeights?: ReadonlyMap<string, Decimal>;
  /** KPIs that a config defines. */
  readonly ownKpis?: readonly OwnKpi[];
  /** The period whose customers retention starts from; the preceding one where not said. */
  readonly retentionBase?: 'previous' | 'year-ago';
  readonly severities?: Severities;
  readonly fiscalYearStart?: number;
  /** Of `cohorts`; undefined: none are asked for. */
  readonly cohorts?: Grain;
  /** In percent, as typed. */
  readonly failUnder?: string;
  readonly allowSkipped?: { readonly rows: number } | { readonly percent: string };
  /** `--expect kpi=value[@tolerance]`, decimal text. */
  readonly expect?: readonly { readonly kpi: string; readonly value: string; readonly tolerance: string }[];
}
