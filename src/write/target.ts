/** Where a file is really to be written, and why it must not be. */
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../problems/user-error.ts';
import type { FileStatus, FileSystem } from './file-system.ts';

export interface Target {
  /** The path after all symbolic links. */
  readonly real: string;
  readonly folder: string;
  readonly name: string;
  readonly exists: boolean;
  readonly mode: number;
}

/** Symbolic links are followed and their target is replaced, so that a link stays a link. */
export async function targetOf(fs: FileSystem, path: string, inputs: readonly string[]): Promise<Target> {
  const status = await statusOf(fs, path);
  if (status?.isDirectory()) throw new UserError('output/is-folder', { file: path });
  if (status && !status.isFile())
    throw new UserError('output/failed', { file: path, reason: 'it is a device or pipe, not a file' });
  const real = await realPathOf(fs, path, status !== null);
  await refuseInputs(fs, path, real, status, inputs);
  const [folder, name] = [dirname(real), basename(real)];
  if (await isOpenInOffice(fs, folder, name)) throw new UserError('output/locked', { file: path });
  // As umask 022 would make it: the result must not depend on the shell it runs in.
  return { real, folder, name, exists: status !== null, mode: status === null ? 0o644 : Number(status.mode) & 0o777 };
}

async function statusOf(fs: FileSystem, path: string): Promise<FileStatus | null> {
  try {
    return await fs.stat(path);
  } catch (error) {
    // A name that is too long cannot be there either; for the target itself the write will say so.
    if (isCode(error, 'ENOENT') || isCode(error, 'ENAMETOOLONG')) return null;
    if (isCode(error, 'ENOTDIR')) throw new UserError('output/no-folder', { file: path }, { cause: error });
    throw error;
  }
}

/** Of a file that does not exist yet the folder is resolved. */
async function realPathOf(fs: FileSystem, path: string, exists: boolean): Promise<string> {
  if (exists) return fs.realpath(path);
  try {
    return join(await fs.realpath(dirname(resolve(path))), basename(path));
  } catch (error) {
    if (isCode(error, 'ENOENT')) throw new UserError('output/no-folder', { file: path }, { cause: error });
    throw error;
  }
}

/** By path, symbolic link or hard link. */
async function refuseInputs(
  fs: FileSystem,
  path: string,
  real: string,
  status: FileStatus | null,
  inputs: readonly string[],
): Promise<void> {
  for (const input of inputs) {
    if (input === '-') continue;
    const read = await statusOf(fs, input);
    const isSame =
      read === null ? resolve(input) === real : status !== null && read.dev === status.dev && read.ino === status.ino;
    if (isSame) throw new UserError('output/is-input', { file: path });
  }
}

/** Excel and WPS put `~$name` beside a workbook that is open; long names lose their first two characters. */
export async function isOpenInOffice(fs: FileSystem, folder: string, name: string): Promise<boolean> {
  for (const lock of [`~$${name}`, `~$${name.slice(2)}`]) {
    if ((await statusOf(fs, join(folder, lock))) !== null) return true;
  }
  return false;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
