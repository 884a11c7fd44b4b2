/** `validate`: every problem of the files, and what of the source is needed to show them. */
import type { InputReport } from '../model/evaluation.ts';
import type { Excerpt } from '../model/excerpt.ts';
import type { LeftOutRow, Problem } from '../model/problem.ts';
import { mostResults } from '../report/validation/sarif.ts';
import { SourceRows } from '../report/validation/source-rows.ts';
import { inputReports, loadAnd, namedFiles, type Understood } from './load.ts';
import type { ValidateFilesOptions } from './options.ts';

export interface Validation {
  /** No problem of error severity. */
  readonly ok: boolean;
  readonly inputs: readonly InputReport[];
  /** Those of the codes asked for. */
  readonly problems: readonly Problem[];
  readonly leftOut: readonly LeftOutRow[];
  /** All files that were read, as typed. */
  readonly sources: readonly string[];
  /** The cells around the first problems of each code. */
  readonly excerpts: ReadonlyMap<Problem, Excerpt>;
  /** Keys of the rows, where the problems are few enough to be listed one by one for code scanning. */
  readonly keys: ReadonlyMap<Problem, string>;
}

/** Validates all files together as one data set. Throws UserErrors of the reader. */
export async function validateFiles(paths: readonly string[], options: ValidateFilesOptions): Promise<Validation> {
  const { seen, ...loaded } = await loadAnd(paths, options, (understood) => lookAt(understood, options));
  return {
    ok: seen.problems.every(({ severity }) => severity !== 'error'),
    inputs: inputReports(loaded, []),
    leftOut: loaded.data.leftOut,
    sources: namedFiles(paths, options.recognise),
    ...seen,
  };
}

function lookAt({ recognised, data }: Understood, options: ValidateFilesOptions) {
  const problems = chosen(data.problems, options);
  const rows = new SourceRows(recognised.tables);
  return {
    problems,
    excerpts: excerptsOf(problems, rows, options.excerpts ?? 0),
    keys: new Map(problems.length > mostResults ? [] : problems.map((found) => [found, rows.keyOf(found)])),
  };
}

function chosen(problems: readonly Problem[], { select, ignore }: ValidateFilesOptions): readonly Problem[] {
  if (select === undefined && ignore === undefined) return problems;
  return problems.filter(({ code }) => select?.has(code) !== false && ignore?.has(code) !== true);
}

function excerptsOf(problems: readonly Problem[], rows: SourceRows, most: number): Map<Problem, Excerpt> {
  const counts = new Map<string, number>();
  const excerpts = new Map<Problem, Excerpt>();
  for (const found of problems) {
    const count = counts.get(found.code) ?? 0;
    if (count >= most) continue;
    counts.set(found.code, count + 1);
    const excerpt = rows.excerptOf(found);
    if (excerpt !== null) excerpts.set(found, excerpt);
  }
  return excerpts;
}
