/** Whether a report is still what its inputs give: hashes of all that it follows from. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FileMark, JobRecord } from '../../model/batch.ts';
import { namedFiles } from '../load.ts';
import type { EvaluateFilesOptions } from '../options.ts';
import { tool } from '../version.ts';

/** The file as it is now; null where it cannot be read. */
export async function markOf(path: string): Promise<FileMark | null> {
  try {
    const hash = createHash('sha256');
    const { size, ...status } = await stat(path);
    if ((status.mode & 0o170000) !== 0o100000) return null;
    await pipeline(createReadStream(path), hash);
    return { path, sha256: hash.digest('hex'), bytes: size };
  } catch {
    return null;
  }
}

/** All files that a job reads, `--targets` and `--earlier` included; null where one cannot be read. */
export async function inputMarks(
  files: readonly string[],
  options: EvaluateFilesOptions,
): Promise<readonly FileMark[] | null> {
  const marks: FileMark[] = [];
  const earlier = options.earlier === undefined ? [] : [options.earlier];
  for (const path of new Set([...namedFiles(files, options.recognise), ...earlier])) {
    const mark = await markOf(path);
    if (mark === null) return null;
    marks.push(mark);
  }
  return marks;
}

/** Hash of inputs (path and content), options, config and version: another key, another report. */
export function jobKey(inputs: readonly FileMark[], options: EvaluateFilesOptions, configHash: string | null): string {
  const { force: _, dryRun: __, ...telling } = options;
  const all = [tool.version, configHash, inputs.map(({ path, sha256 }) => [path, sha256]), telling];
  return createHash('sha256').update(canonical(all)).digest('hex');
}

/** JSON of plain values in an order of keys that does not depend on who made them. */
function canonical(value: unknown): string {
  if (value instanceof Map || value instanceof Set) return canonical([...value]);
  if (typeof value === 'bigint') return `"${value}n"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, of]) => of !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`).join(',')}}`;
}

/** Does the report stand on the disk as it was written, made from what would make it now? */
export async function isKept(before: JobRecord, key: string | null): Promise<boolean> {
  return before.key !== null && before.key === key && (await isIntact(before));
}

/** Does the report stand on the disk as it was written? */
export async function isIntact({ output }: JobRecord): Promise<boolean> {
  if (output === null) return false;
  return (await markOf(output.path))?.sha256 === output.sha256;
}
