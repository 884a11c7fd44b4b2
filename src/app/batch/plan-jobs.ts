/** What a batch is asked to do → its jobs, before any file is read for its rows. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, posix } from 'node:path';
import type { NamedFiles } from '../../config/manifest/parse-manifest.ts';
import type { BatchJob, FlagTexts } from '../../model/batch.ts';
import { UserError } from '../../problems/user-error.ts';
import { findFiles, isPattern } from '../../read/find-files.ts';
import { isOurs } from '../../write/xlsx/own-files.ts';
import { isConfigName } from '../find-config.ts';
import { readText } from '../read-text.ts';
import { reportNames } from './report-names.ts';

export interface Planned {
  readonly jobs: readonly BatchJob[];
  /** Files that the patterns name and salesmetrics wrote: they are no inputs. */
  readonly ownFiles: readonly string[];
}

/**
 * One job for each file that `inputs` (globs, files, folders) name, or the jobs of a manifest. `named`: files that stand
 * beside every job (`--targets`) and are none themselves. Throws UserErrors `batch/no-files`, `batch/manifest-among`,
 * `config/…`, `file/…`.
 */
export async function planJobs(inputs: readonly string[], outDir: string, named: readonly string[]): Promise<Planned> {
  const manifest = inputs.find(isManifest);
  if (manifest !== undefined) {
    if (inputs.length > 1) throw new UserError('batch/manifest-among', { file: manifest });
    return { jobs: await jobsOfManifest(manifest, outDir), ownFiles: [] };
  }
  const beside = new Set(named.map(plainPath));
  const isNamed = (path: string) => inputs.includes(path);
  const isData = (path: string) => !beside.has(plainPath(path)) && (isNamed(path) || !isConfigName(path));
  const found = (await findFiles(inputs)).filter(isData);
  const own = new Set<string>();
  for (const path of found) if (!isNamed(path) && (await isOwnFile(path))) own.add(path);
  const paths = found.filter((path) => !own.has(path));
  if (paths.length === 0) throw new UserError('batch/no-files', { patterns: inputs });
  const names = namesOf(paths);
  const reports = reportNames(names);
  const jobs = paths.map((path, i) => ({
    name: names[i] ?? path,
    files: [path],
    report: join(outDir, reports[i] ?? ''),
    flags: {},
  }));
  return { jobs, ownFiles: [...own] };
}

function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path) && !isPattern(path);
}

async function jobsOfManifest(manifest: string, outDir: string): Promise<readonly BatchJob[]> {
  const { parseManifest } = await import('../../config/manifest/parse-manifest.ts');
  const said = parseManifest((await readText(manifest)).text, manifest);
  const folder = dirname(manifest);
  const jobs: Omit<BatchJob, 'report'>[] = [];
  for (const job of said) {
    const files = await findFiles(job.files.map((file) => from(folder, file)));
    if (files.length === 0) throw new UserError('batch/no-files', { patterns: job.files });
    jobs.push({ name: job.name ?? basename(files[0] ?? ''), files, flags: flagsFrom(folder, job) });
  }
  const names = withNumbers(jobs.map(({ name }) => name));
  const reports = reportNames(names);
  return jobs.map((job, i) => ({ ...job, name: names[i] ?? job.name, report: join(outDir, reports[i] ?? '') }));
}

/** Paths of a manifest are seen from its folder. */
function flagsFrom(folder: string, { flags }: NamedFiles): FlagTexts {
  const entries = Object.entries(flags).map(([key, value]) => {
    if (key === 'earlier' && typeof value === 'string') return [key, from(folder, value)] as const;
    if (!Array.isArray(value) || (key !== 'targets' && key !== 'as')) return [key, value] as const;
    return [key, value.map((text: string) => fileFrom(folder, key, text))] as const;
  });
  return Object.fromEntries(entries);
}

/** `orders=FILE`, `FILE`. */
function fileFrom(folder: string, key: string, text: string): string {
  const at = key === 'as' ? text.indexOf('=') + 1 : 0;
  return text.slice(0, at) + from(folder, text.slice(at));
}

function from(folder: string, file: string): string {
  return folder === '.' || isAbsolute(file) ? file : posix.join(folder, file);
}

/** As seen from the folder that all have in common: in one folder the bare names. */
function namesOf(paths: readonly string[]): readonly string[] {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  let shared = first.length;
  for (const folder of folders) {
    const end = folder.findIndex((part, i) => part !== first[i]);
    shared = Math.min(shared, end < 0 ? folder.length : end);
  }
  return paths.map((path) => path.split('/').slice(shared).join('/'));
}

function withNumbers(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function plainPath(path: string): string {
  return posix.normalize(path.replace(/#[^/]*$/, ''));
}

/** Larger than any report of ours. */
const mostReportBytes = 64 << 20;

async function isOwnFile(path: string): Promise<boolean> {
  if (!/\.(?:xlsx|json)$/i.test(path)) return false;
  try {
    const { size } = await stat(path);
    return size > 0 && size <= mostReportBytes && isOurs(await readFile(path));
  } catch {
    // What cannot be read is a job, which says so.
    return false;
  }
}
