/** Files → one validated data set: read, recognise, validate. */
import type { DataSet } from '../model/data-set.ts';
import type { RecogniseOptions } from '../model/options.ts';
import type { RawFile } from '../model/raw-table.ts';
import { openFile } from '../read/open.ts';
import { recognise } from '../recognise/recognise.ts';
import { buildDataSet } from '../validate/build-data-set.ts';
import type { LoadOptions } from './options.ts';

export interface Loaded {
  readonly files: readonly RawFile[];
  readonly data: DataSet;
}

/** Reads all files, those named by `--as` and `--targets` included, as one data set. Throws UserErrors of the reader. */
export async function load(paths: readonly string[], options: LoadOptions): Promise<Loaded> {
  const files: RawFile[] = [];
  for (const path of namedFiles(paths, options.recognise)) files.push(await openFile(path, options.read ?? {}));
  const recognised = recognise(files, options.recognise ?? {});
  return { files, data: buildDataSet(recognised, files, options.validate ?? {}) };
}

function namedFiles(paths: readonly string[], options: RecogniseOptions | undefined): readonly string[] {
  return [...new Set([...paths, ...(options?.as ?? []).map(({ file }) => file)])];
}
