/** Files → one validated data set: read, recognise, validate. */
import type { DataSet } from '../model/data-set.ts';
import type { InputReport } from '../model/evaluation.ts';
import type { RecogniseOptions } from '../model/options.ts';
import type { RawFile } from '../model/raw-table.ts';
import { noteProblems } from '../problems/note-problems.ts';
import { openFile } from '../read/open.ts';
import { type RecognisedFiles, recognise } from '../recognise/recognise.ts';
import { buildDataSet } from '../validate/build-data-set.ts';
import type { LoadOptions } from './options.ts';

/** A file as reports name it. */
export type LoadedFile = Pick<RawFile, 'path' | 'sha256' | 'bytes' | 'format'>;

export interface Loaded {
  readonly files: readonly LoadedFile[];
  readonly data: DataSet;
}

/** Reads all files, those named by `--as` and `--targets` included, as one data set. Throws UserErrors of the reader. */
export async function load(paths: readonly string[], options: LoadOptions): Promise<Loaded> {
  const files: RawFile[] = [];
  for (const path of namedFiles(paths, options.recognise)) files.push(await openFile(path, options.read ?? {}));
  const { data } = understand(files, options);
  // The raw cells are not kept: on a million rows they are most of the memory.
  return { files: files.map(({ path, sha256, bytes, format }) => ({ path, sha256, bytes, format })), data };
}

/** What files that are read hold, with what the readers noticed among the problems. */
export function understand(
  files: readonly RawFile[],
  options: LoadOptions,
): { readonly recognised: RecognisedFiles; readonly data: DataSet } {
  const recognised = recognise(files, options.recognise ?? {});
  const data = buildDataSet(recognised, files, options.validate ?? {});
  return { recognised, data: { ...data, problems: [...noteProblems(files), ...data.problems] } };
}

/** The files with their tables, for reports; `inPeriod` are the data rows in the evaluated period per table. */
export function inputReports({ files, data }: Loaded, inPeriod: readonly number[]): InputReport[] {
  const tables = data.tables.map((table, i) => ({ ...table, inPeriod: inPeriod[i] ?? 0 }));
  return files.map((file) => ({ ...file, tables: tables.filter((table) => table.file === file.path) }));
}

function namedFiles(paths: readonly string[], options: RecogniseOptions | undefined): readonly string[] {
  return [...new Set([...paths, ...(options?.as ?? []).map(({ file }) => file)])];
}
