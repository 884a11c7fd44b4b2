/** `validate -o`: the workbook of problems beside what was printed. */
import { dirname, relative, resolve } from 'node:path';
import { mostProblems, problemsDocument } from '../report/problems-workbook.ts';
import { saveFile } from '../write/save.ts';
import { writeWorkbook } from '../write/xlsx/workbook.ts';
import type { Validation } from './validate.ts';
import { tool } from './version.ts';

export interface WriteOptions {
  readonly lang: 'en' | 'zh-CN';
  readonly force: boolean;
  readonly signal?: AbortSignal;
}

/** Gives how many of the problems it lists. Throws the UserErrors of saving; the inputs are never written over. */
export async function writeProblems(validation: Validation, out: string, options: WriteOptions): Promise<number> {
  const { problems, leftOut, inputs, sources } = validation;
  const typed = new Set(sources);
  const bytes = await writeWorkbook(
    problemsDocument({
      problems,
      leftOut,
      files: inputs.map(({ path }) => path),
      lang: options.lang,
      tool,
      // A name given to standard input is no file that could be opened.
      pathOf: (file) => (file !== '-' && typed.has(file) ? linkPath(file, out) : null),
    }),
  );
  await saveFile(out, bytes, {
    inputs: sources,
    force: options.force,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return Math.min(problems.length, mostProblems);
}

/** As seen from the folder of `out`; a path with its own root stays as it is. */
function linkPath(file: string, out: string): string {
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(file)) return file;
  return relative(dirname(resolve(out)), resolve(file));
}
