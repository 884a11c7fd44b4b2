/** What a user can say on the command line, resolved. Undefined: not said. */
import type { DatasetName } from './fields.ts';
import type { DateOrder, TaxBasis } from './mapping.ts';
import type { Grain } from './period.ts';
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
}

export interface ValidateOptions {
  readonly tax?: TaxBasis;
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
  /** Of `cohorts`; undefined: none are asked for. */
  readonly cohorts?: Grain;
  /** In percent, as typed. */
  readonly failUnder?: string;
  readonly allowSkipped?: { readonly rows: number } | { readonly percent: string };
  /** `--expect kpi=value[@tolerance]`, decimal text. */
  readonly expect?: readonly { readonly kpi: string; readonly value: string; readonly tolerance: string }[];
}
