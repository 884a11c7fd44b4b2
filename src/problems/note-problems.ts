/** What the readers noticed, as problems: a file that was read all the same may still have something wrong with it. */
import type { Problem } from '../model/problem.ts';
import type { RawFile, ReadNote } from '../model/raw-table.ts';
import { severities } from './catalogue.ts';

/** The notes of all files as problems of the catalogue, in the order of the files. */
export function noteProblems(files: readonly RawFile[]): Problem[] {
  return files.flatMap(({ path, notes }) => notes.map((note) => problemOf(path, note)));
}

function problemOf(file: string, { code, sheet, row, params }: ReadNote): Problem {
  return {
    code,
    severity: severityOf(code),
    place: { file, sheet, row, column: null },
    related: [],
    heading: null,
    value: null,
    params,
    treatment: 'none',
    affects: 'period',
  };
}

function severityOf(code: string): Problem['severity'] {
  const known: Readonly<Record<string, Problem['severity']>> = severities;
  const severity = Object.hasOwn(known, code) ? known[code] : undefined;
  if (severity === undefined) throw new Error(`a reader noted ${code}, which the catalogue does not know`);
  return severity;
}
