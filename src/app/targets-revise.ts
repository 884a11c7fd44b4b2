/** `targets revise`: a file of targets → a workbook with one version more. */
import { basename, dirname, extname, join } from 'node:path';
import { type ReviseRequest, revise } from '../compute/plans/revise.ts';
import type { Problem } from '../model/problem.ts';
import type { Revision } from '../model/revision.ts';
import { load } from './load.ts';
import type { LoadOptions } from './options.ts';
import { readRevisionNotes } from './revision-notes.ts';
import { saveDocument, type WritingOptions } from './save-document.ts';
import { tool } from './version.ts';

export interface ReviseOptions extends LoadOptions, WritingOptions {
  readonly request: Omit<ReviseRequest, 'notes'>;
  readonly actuals: readonly string[];
}

export interface Revised {
  readonly revision: Revision;
  readonly problems: readonly Problem[];
  readonly outputs: readonly string[];
}

/** Writes `<name>.rev<n>.xlsx` beside the file unless `dryRun` is set. Throws UserErrors. */
export async function reviseTargets(options: ReviseOptions): Promise<Revised> {
  const { request, actuals } = options;
  const { file, values } = request;
  const paths = [file, ...(values === null ? [] : [values]), ...actuals];
  const { data, files } = await load(paths, options);
  const { revisionDocument, revisionHeadings } = await import('../report/plans/revision-workbook.ts');
  const notes = await readRevisionNotes(file, options.read ?? {}, revisionHeadings);
  const revision = revise(data, { ...request, notes });
  const out = options.out ?? outputPath(file, revision.version);
  await saveDocument(
    revisionDocument(revision, options.lang, tool),
    out,
    files.map(({ path }) => path),
    options,
  );
  return { revision, problems: data.problems, outputs: [out] };
}

/** `plan.rev2.xlsx` → `plan.rev3.xlsx`. */
function outputPath(file: string, version: string): string {
  const name = basename(file, extname(file)).replace(/\.rev[^.]*$/u, '');
  return join(dirname(file), `${name}.rev${version.replaceAll(/[^\p{L}\p{N}-]/gu, '')}.xlsx`);
}
