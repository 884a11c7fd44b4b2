/** What the use cases take: all that the command line can say, resolved. */
import type { Settings } from '../config/settings.ts';
import type { AcceptList } from '../model/accept.ts';
import type { ComputeOptions, ReadOptions, RecogniseOptions, ValidateOptions } from '../model/options.ts';
import type { TextOptions } from './evaluation-text.ts';

export interface LoadOptions {
  readonly read?: ReadOptions;
  readonly recognise?: RecogniseOptions;
  readonly validate?: ValidateOptions;
  /** Left-out rows that somebody answers for (`readAcceptList`). */
  readonly accept?: AcceptList;
  /** What a config says (`settingsFor`); the other options go before it. */
  readonly settings?: Settings | null;
}

export interface EvaluateFilesOptions extends LoadOptions {
  readonly compute?: ComputeOptions;
  readonly lang?: 'en' | 'zh-CN';
  /** An earlier export of the deals, for the slip rate. */
  readonly earlier?: string;
  /** The document of an earlier `evaluate --json`: what has changed since. Its period is evaluated where none is said. */
  readonly against?: string;
  /** Keeps the rows in the evaluation, so that a later run can be held against it without its files. */
  readonly withRows?: boolean;
  /** Workbook to write; null writes none; undefined writes `<first input>.evaluation.xlsx` beside the first input. */
  readonly out?: string | null;
  /** The evaluation as text too, returned or, with a path, written. */
  readonly text?: TextOptions & { readonly path?: string };
  /** `--split`: the folder for one workbook per person. */
  readonly splitTo?: string;
  /** Page to write; true: `<first input>.evaluation.html` beside the first input; none where undefined or null. */
  readonly page?: string | true | null;
  /** A workbook whose copy gets the evaluation's sheets, in place of a report of its own; `out` names the copy. */
  readonly into?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  /** Any problem: write nothing. */
  readonly strict?: boolean;
  /** The flags as given, for the document and the Audit sheet. */
  readonly given?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export interface ExplainFilesOptions
  extends LoadOptions,
    Pick<EvaluateFilesOptions, 'compute' | 'lang' | 'earlier' | 'given'> {}

export interface ValidateFilesOptions extends LoadOptions {
  readonly lang?: 'en' | 'zh-CN';
  /** Only these codes; all where undefined. */
  readonly select?: ReadonlySet<string>;
  /** All but these codes. */
  readonly ignore?: ReadonlySet<string>;
  /** Lists the rows that are left out, for `--write-accept`. */
  readonly draftsAccept?: boolean;
  /** A schema file that the tables must keep to. */
  readonly schema?: string;
  /** Per code, of how many problems the cells around are kept to be shown; none where undefined. */
  readonly excerpts?: number;
}
