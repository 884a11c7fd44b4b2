/** Files → one validated data set: read, recognise, validate. */
import type { Acceptance } from '../model/accept.ts';
import type { DataSet } from '../model/data-set.ts';
import type { InputReport } from '../model/evaluation.ts';
import type { RecogniseOptions } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { RawFile } from '../model/raw-table.ts';
import { noteProblems } from '../problems/note-problems.ts';
import { withSeverities } from '../problems/severities.ts';
import { openFile } from '../read/open.ts';
import { type RecognisedFiles, recognise } from '../recognise/recognise.ts';
import { SourceRows } from '../report/validation/source-rows.ts';
import { buildDataSet } from '../validate/build-data-set.ts';
import { withAccepted } from './accept.ts';
import type { LoadOptions } from './options.ts';
import { withSettings } from './settings.ts';

/** A file as reports name it. */
export type LoadedFile = Pick<RawFile, 'path' | 'sha256' | 'bytes' | 'format'>;

export interface Loaded {
  readonly files: readonly LoadedFile[];
  readonly data: DataSet;
}

/** What stands in the files as read, for as long as it is looked at. */
export interface Understood {
  readonly recognised: RecognisedFiles;
  /** Problems that somebody answers for. */
  readonly accepted: ReadonlyMap<Problem, Acceptance>;
  readonly data: DataSet;
}

/** Reads all files, those named by `--as` and `--targets` included, as one data set. Throws UserErrors of the reader. */
export async function load(paths: readonly string[], options: LoadOptions): Promise<Loaded> {
  return await loadAnd(paths, options, () => null);
}

/** The same; `look` sees the raw cells too, before they are let go. */
export async function loadAnd<Seen>(
  paths: readonly string[],
  given: LoadOptions,
  look: (understood: Understood) => Seen,
): Promise<Loaded & { readonly seen: Seen }> {
  const options = withStdinName(withSettings(given));
  const files: RawFile[] = [];
  for (const path of namedFiles(paths, options.recognise)) files.push(await openFile(path, options.read ?? {}));
  const understood = understand(files, options);
  const seen = look(understood);
  // The raw cells are not kept: on a million rows they are most of the memory.
  return {
    files: files.map(({ path, sha256, bytes, format }) => ({ path, sha256, bytes, format })),
    data: understood.data,
    seen,
  };
}

/** `--as orders=-` means standard input, whatever name that goes by. */
function withStdinName(options: LoadOptions): LoadOptions {
  const name = options.read?.stdinName;
  const as = options.recognise?.as;
  if (name === undefined || as === undefined) return options;
  const named = as.map((table) => (table.file === '-' ? { ...table, file: name } : table));
  return { ...options, recognise: { ...options.recognise, as: named } };
}

/** What files that are read hold, with what the readers noticed among the problems. */
export function understand(files: readonly RawFile[], options: LoadOptions): Understood {
  const recognised = recognise(files, options.recognise ?? {});
  const data = buildDataSet(recognised, files, options.validate ?? {});
  const problems = withSeverities([...noteProblems(files), ...data.problems], options.validate?.severities);
  const judged =
    options.accept && withAccepted({ ...data, problems }, options.accept, new SourceRows(recognised.tables));
  const { accepted = new Map<Problem, Acceptance>(), ...found } = judged ?? { problems };
  return { recognised, accepted, data: { ...data, ...found } };
}

/** The files with their tables, for reports; `inPeriod` are the data rows in the evaluated period per table. */
export function inputReports({ files, data }: Loaded, inPeriod: readonly number[]): InputReport[] {
  const tables = data.tables.map((table, i) => ({ ...table, inPeriod: inPeriod[i] ?? 0 }));
  return files.map((file) => ({ ...file, tables: tables.filter((table) => table.file === file.path) }));
}

/** All files that are read, as typed. */
export function namedFiles(paths: readonly string[], options: RecogniseOptions | undefined): readonly string[] {
  return [...new Set([...paths, ...(options?.as ?? []).map(({ file }) => file)])];
}
