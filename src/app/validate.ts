/** `validate`: every problem of the files, and what of the source is needed to show them. */

import { reviewTargets } from '../compute/targets/review.ts';
import type { SchemaFile } from '../config/schema/schema-file.ts';
import { toText } from '../lib/decimal.ts';
import type { DataSet } from '../model/data-set.ts';
import type { InputReport } from '../model/evaluation.ts';
import type { Excerpt } from '../model/excerpt.ts';
import { cellName, type Place } from '../model/place.ts';
import type { LeftOutRow, Problem } from '../model/problem.ts';
import { problemCodes } from '../problems/catalogue.ts';
import { withSeverities } from '../problems/severities.ts';
import { mostResults } from '../report/validation/sarif.ts';
import { SourceRows } from '../report/validation/source-rows.ts';
import { checkSchema } from '../validate/schema/check-schema.ts';
import { acceptableOf, rowProblems } from './accept.ts';
import type { Draft } from './accept-file.ts';
import { inputReports, loadAnd, namedFiles, type Understood } from './load.ts';
import type { ValidateFilesOptions } from './options.ts';
import { withSettings } from './settings.ts';

export interface Validation {
  /** No problem of error severity. */
  readonly ok: boolean;
  readonly inputs: readonly InputReport[];
  /** Codes that were looked for. */
  readonly codes: readonly string[];
  /** Those of the codes asked for. */
  readonly problems: readonly Problem[];
  readonly leftOut: readonly LeftOutRow[];
  /** All files that were read, as typed. */
  readonly sources: readonly string[];
  /** The cells around the first problems of each code. */
  readonly excerpts: ReadonlyMap<Problem, Excerpt>;
  /** The left-out rows, to be answered for. */
  readonly drafts: readonly Draft[];
  /** Keys of the rows, where the problems are few enough to be listed one by one for code scanning. */
  readonly keys: ReadonlyMap<Problem, string>;
}

/** Validates all files together as one data set. Throws UserErrors of the reader. */
export async function validateFiles(paths: readonly string[], given: ValidateFilesOptions): Promise<Validation> {
  const options = withSettings(given);
  const schema = await schemaOf(options);
  const { seen, ...loaded } = await loadAnd(paths, options, (understood) => lookAt(understood, options, schema));
  return {
    ok: seen.problems.every(({ severity }) => severity !== 'error'),
    inputs: inputReports(loaded, []),
    leftOut: loaded.data.leftOut,
    codes: problemCodes.filter((code) => isChosen(code, options)),
    sources: namedFiles(paths, options.recognise),
    ...seen,
  };
}

async function schemaOf({ schema }: ValidateFilesOptions): Promise<SchemaFile | null> {
  if (schema === undefined) return null;
  const [{ parseSchema }, { readText }] = await Promise.all([
    import('../config/schema/parse-schema.ts'),
    import('./read-text.ts'),
  ]);
  const { text } = await readText(schema);
  return parseSchema(text, schema);
}

function lookAt({ recognised, data, accepted }: Understood, options: ValidateFilesOptions, schema: SchemaFile | null) {
  const broken = schema === null ? [] : checkSchema(schema, recognised.tables, data.problems, options.schema ?? '');
  const found = withSeverities([...reviewTargets(data), ...broken], options.validate?.severities);
  const problems = chosen([...data.problems, ...found], options);
  const rows = new SourceRows(recognised.tables);
  return {
    problems,
    drafts: options.draftsAccept === true ? draftsOf(data, accepted, rows) : [],
    excerpts: excerptsOf(problems, rows, options.excerpts ?? 0),
    keys: new Map(problems.length > mostResults ? [] : problems.map((found) => [found, rows.keyOf(found)])),
  };
}

function draftsOf({ problems, leftOut }: DataSet, accepted: Understood['accepted'], rows: SourceRows): Draft[] {
  const money = new Map(leftOut.map(({ place, amount }) => [rowName(place), amount] as const));
  const isRow = rowProblems(leftOut);
  return problems
    .filter((found) => isRow(found) || accepted.has(found))
    .map((found) => {
      const { who = '', reason = '' } = accepted.get(found) ?? {};
      const { file, sheet } = found.place;
      const amount = money.get(rowName(found.place)) ?? null;
      const where = `${sheet === null ? file : `${file}!${sheet}`} ${sheet === null ? found.place.row : (cellName(found.place) ?? found.place.row)}`;
      return {
        found,
        key: acceptableOf(found, rows).key,
        who,
        reason,
        where,
        amount: amount === null ? '' : toText(amount),
      };
    });
}

function rowName({ file, sheet, row }: Place): string {
  return JSON.stringify([file, sheet, row]);
}

type Choosing = { readonly [Key in 'select' | 'ignore']?: ReadonlySet<string> | undefined };

function chosen(problems: readonly Problem[], { select, ignore }: Choosing): readonly Problem[] {
  if (select === undefined && ignore === undefined) return problems;
  return problems.filter(({ code }) => isChosen(code, { select, ignore }));
}

function isChosen(code: string, { select, ignore }: Choosing): boolean {
  return select?.has(code) !== false && ignore?.has(code) !== true;
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
