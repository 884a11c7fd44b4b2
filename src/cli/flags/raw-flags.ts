/** What commander hands over: texts as typed, before any check. */

export interface CommonFlags {
  readonly lang?: string;
  readonly color?: string;
  readonly ascii?: boolean;
  readonly unicode?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
}

export interface LimitFlags {
  readonly maxInput?: string;
  readonly maxInflated?: string;
  readonly maxEntries?: string;
  readonly maxRows?: string;
  readonly maxColumns?: string;
  readonly maxCells?: string;
  readonly maxStrings?: string;
  readonly maxCell?: string;
  readonly maxRecord?: string;
  readonly maxSheets?: string;
}

export interface ReadingFlags extends LimitFlags {
  readonly config?: string;
  readonly as?: readonly string[];
  readonly targets?: readonly string[];
  readonly sheet?: readonly string[];
  readonly headerRow?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly column?: readonly string[];
  readonly dateOrder?: string;
  readonly unit?: readonly string[];
}

export interface MeaningFlags {
  readonly tax?: string;
  readonly overlap?: string;
  readonly basis?: string;
  readonly sums?: readonly string[];
}

export interface FormatFlags {
  readonly format?: string;
  readonly json?: boolean;
}

export interface EvaluateFlags extends CommonFlags, ReadingFlags, MeaningFlags, FormatFlags {
  readonly period?: string;
  readonly grain?: string;
  readonly by?: readonly string[];
  readonly kpi?: readonly string[];
  readonly compare?: string;
  readonly targetVersion?: string;
  readonly asOf?: string;
  readonly only?: readonly string[];
  readonly lookback?: string;
  readonly earlier?: string;
  readonly against?: string;
  /** True without a grain. */
  readonly cohorts?: string | true;
  readonly failUnder?: string;
  readonly accept?: string;
  readonly allowSkipped?: string;
  readonly expect?: readonly string[];
  /** `-o FILE`. */
  readonly out?: string;
  /** `--html [FILE]`: true, or empty, without a file. */
  readonly html?: string | true;
  readonly into?: string;
  readonly withRows?: boolean;
  readonly bom?: boolean;
  readonly csvFormulas?: string;
  /** False with `--no-report`. */
  readonly report?: boolean;
  readonly split?: boolean;
  readonly outDir?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

export interface BatchFlags extends Omit<EvaluateFlags, 'out' | 'report' | 'split' | 'against' | 'withRows'> {
  readonly outDir?: string;
  readonly jobs?: string;
  /** `--retry batch.json`. */
  readonly retry?: string;
  /** False with `--no-keep-going`. */
  readonly keepGoing?: boolean;
  /** False with `--no-changed-only`. */
  readonly changedOnly?: boolean;
}

export interface ExplainFlags
  extends CommonFlags,
    ReadingFlags,
    MeaningFlags,
    FormatFlags,
    Pick<
      EvaluateFlags,
      'period' | 'by' | 'compare' | 'targetVersion' | 'asOf' | 'only' | 'lookback' | 'earlier' | 'accept'
    > {
  readonly rows?: string;
}

export interface OutputFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

export interface BreakdownFlags extends CommonFlags, ReadingFlags, MeaningFlags, FormatFlags, OutputFlags {
  readonly total?: string;
  readonly period?: string;
  readonly to?: string;
  readonly kpi?: string;
  readonly method?: string;
  readonly base?: string;
  readonly weights?: string;
  readonly buffer?: readonly string[];
  readonly round?: string;
  readonly ramp?: string;
}

export interface CheckFlags extends CommonFlags, ReadingFlags, MeaningFlags, FormatFlags {
  readonly period?: string;
  readonly kpi?: string;
  readonly targetVersion?: string;
}

export interface ReviseFlags extends CommonFlags, ReadingFlags, MeaningFlags, FormatFlags, OutputFlags {
  readonly actuals?: readonly string[];
  readonly method?: string;
  readonly values?: string;
  readonly effective?: string;
  readonly by?: string;
  readonly reason?: string;
  readonly round?: string;
}

export interface InitFlags extends CommonFlags, OutputFlags {
  readonly from?: string;
  readonly period?: string;
}

export interface ValidateFlags extends CommonFlags, ReadingFlags, MeaningFlags, FormatFlags {
  readonly maxProblems?: string;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly exitZero?: boolean;
  readonly stdinName?: string;
  readonly schema?: string;
  readonly accept?: string;
  readonly writeAccept?: string;
  readonly annotate?: string;
  /** `-o FILE`. */
  readonly out?: string;
  readonly force?: boolean;
}

export interface InspectFlags extends CommonFlags, ReadingFlags, FormatFlags {
  readonly rows?: string;
}
