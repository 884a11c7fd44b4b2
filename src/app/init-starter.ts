/** `init orders`, `customers`, `deals`, `people`: writes an empty workbook; `init demo`: the company of the first run. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StarterKind } from '../model/starters.ts';
import { saveDocument, type WritingOptions } from './save-document.ts';
import { tool } from './version.ts';

/** The path that was, or in a dry run would be, written. Throws UserErrors. */
export async function initStarter(kind: StarterKind, options: WritingOptions): Promise<string> {
  const out = options.out ?? `${kind}.xlsx`;
  const { starterDocument } = await import('../report/starters/starter-workbook.ts');
  await saveDocument(starterDocument(kind, options.lang, tool), out, [], options);
  return out;
}

const demoName = join('demo', 'q1.xlsx');

/** The same file as `examples/first-run/q1.xlsx`, which is published with the package. */
export async function initDemo({ out, force, dryRun, read }: WritingOptions): Promise<string> {
  const path = out ?? demoName;
  if (dryRun === true) return path;
  const bytes = await readFile(packageFile('examples/first-run/q1.xlsx'));
  // Only the folder that nobody had to name.
  if (out === undefined) await mkdir(dirname(path), { recursive: true });
  const { saveFile } = await import('../write/save.ts');
  await saveFile(path, bytes, {
    inputs: [],
    force: force === true,
    ...(read?.signal ? { signal: read.signal } : {}),
  });
  return path;
}

/** Of the package, from the bundle in `dist/` and from source in `src/app/` alike. */
function packageFile(path: string): URL {
  return new URL(import.meta.url.endsWith('.js') ? `../${path}` : `../../${path}`, import.meta.url);
}
