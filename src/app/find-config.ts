/** Where the config of a run is: named, else the nearest one from the first input's folder upwards. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const names = ['salesmetrics.yaml', 'salesmetrics.yml', 'salesmetrics.json'];

/** Path as it would be typed; null where there is none, or none is wanted. `named`: `-c`, `none` for none. */
export async function findConfig(paths: readonly string[], named: string | undefined): Promise<string | null> {
  if (named !== undefined) return named === 'none' ? null : named;
  const [first = '-'] = paths;
  // Standard input has no folder: the one where the command runs.
  let folder = first === '-' ? '.' : dirname(first);
  for (;;) {
    for (const name of names) if (await isFile(join(folder, name))) return join(folder, name);
    const above = join(folder, '..');
    if (resolve(above) === resolve(folder)) return null;
    folder = above;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
