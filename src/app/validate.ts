/** `validate`: every problem of the files, nothing written. */
import type { InputReport } from '../model/evaluation.ts';
import type { Problem } from '../model/problem.ts';
import { load } from './load.ts';
import type { LoadOptions } from './options.ts';

export interface Validation {
  /** No problem of error severity. */
  readonly ok: boolean;
  readonly inputs: readonly InputReport[];
  readonly problems: readonly Problem[];
}

/** Validates all files together as one data set. Throws UserErrors of the reader. */
export async function validateFiles(paths: readonly string[], options: LoadOptions): Promise<Validation> {
  const { files, data } = await load(paths, options);
  const tables = data.tables.map((table) => ({ ...table, inPeriod: 0 }));
  return {
    ok: data.problems.every(({ severity }) => severity !== 'error'),
    inputs: files.map(({ path, sha256, bytes, format }) => ({
      path,
      sha256,
      bytes,
      format,
      tables: tables.filter(({ file }) => file === path),
    })),
    problems: data.problems,
  };
}
