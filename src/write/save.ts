/**
 * Writing files so that they appear whole or not at all: a temporary file beside the target, every byte written and
 * counted, fsync, rename, fsync of the folder. (write-file-atomic and atomically write once without looking at the
 * count: on a full disk they put a short file in the place of a whole one.)
 */
import { randomBytes } from 'node:crypto';
import { UserError } from '../problems/user-error.ts';
import { type Content, contentOf, isSame } from './content.ts';
import { type FileSystem, nodeFileSystem, type OpenFile } from './file-system.ts';
import { type Target, targetOf } from './target.ts';
import { temporaryName, temporaryOf } from './temporary-files.ts';
import { isForPeople, isOurs, isSavedSince } from './xlsx/own-files.ts';

export interface SaveOptions {
  /** Paths that were read: never overwritten, whatever `force` says. */
  readonly inputs: readonly string[];
  /** May replace a file that salesmetrics did not write. */
  readonly force: boolean;
  readonly fileSystem?: FileSystem;
  /** Stops between two pieces of at most 1 MiB and takes the temporary file along. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes `content` to `path`. On any failure the target is what it was and no temporary file is left.
 * Throws UserErrors: `output/is-input`, `output/exists` (not ours and no `force`), `output/kept` (one to fill in),
 * `output/edited` (ours, and saved by another program since), `output/is-folder`,
 * `output/no-folder`, `output/locked`, `output/failed`.
 */
export async function saveFile(path: string, content: Uint8Array | Content, options: SaveOptions): Promise<void> {
  const whole = content instanceof Uint8Array ? contentOf(content) : content;
  const fs = options.fileSystem ?? nodeFileSystem;
  try {
    const target = await targetOf(fs, path, options.inputs);
    await refuseForeign(fs, path, target, whole, options.force);
    await removeStale(fs, target);
    await replace(fs, target, whole, options.signal);
  } catch (error) {
    throw asUserError(error, path);
  }
}

/**
 * What would keep `saveFile` from replacing `path`, before anything is made: throws the same UserErrors. A file that is
 * not ours is refused whatever stands in it.
 */
export async function checkFile(path: string, options: SaveOptions): Promise<void> {
  const fs = options.fileSystem ?? nodeFileSystem;
  try {
    const target = await targetOf(fs, path, options.inputs);
    await refuseForeign(fs, path, target, null, options.force);
  } catch (error) {
    throw asUserError(error, path);
  }
}

async function refuseForeign(
  fs: FileSystem,
  path: string,
  { real, exists }: Target,
  content: Content | null,
  force: boolean,
): Promise<void> {
  if (!exists || force) return;
  const there = await fs.readFile(real);
  if (content !== null && (await isSame(there, content))) return;
  if (isSavedSince(there)) throw new UserError('output/edited', { file: path });
  if (isOurs(there)) return;
  throw new UserError(isForPeople(there) ? 'output/kept' : 'output/exists', { file: path });
}

/** Temporary files that a killed run left behind for this target. */
async function removeStale(fs: FileSystem, { folder, name }: Target): Promise<void> {
  for (const entry of await fs.readdir(folder)) {
    const pid = temporaryOf(entry, name);
    if (pid === null || fs.isRunning(pid)) continue;
    // Somebody else may remove it at the same moment; a file that cannot be removed does no harm.
    await fs.unlink(`${folder}/${entry}`).catch(() => undefined);
  }
}

async function replace(
  fs: FileSystem,
  target: Target,
  content: Content,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { folder, name, real, mode } = target;
  const temporary = `${folder}/${temporaryName(name, fs.pid, randomBytes(6).toString('hex'))}`;
  try {
    await writeWhole(fs, temporary, content, mode, signal);
    signal?.throwIfAborted();
    await fs.rename(temporary, real);
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(fs, folder);
}

async function writeWhole(
  fs: FileSystem,
  path: string,
  { size: wanted, pieces }: Content,
  mode: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = await fs.open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces()) {
      await writePiece(file, piece);
      signal?.throwIfAborted();
    }
    const { size } = await file.stat();
    if (Number(size) !== wanted) throw new Error(`${String(size)} of ${wanted} bytes were written`);
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writePiece(file: OpenFile, piece: Uint8Array): Promise<void> {
  for (let done = 0; done < piece.length; ) {
    const { bytesWritten } = await file.write(piece, done, piece.length - done);
    if (bytesWritten === 0) throw new Error('the disk took no more bytes');
    done += bytesWritten;
  }
}

/** Makes the rename last through a power cut. Some systems cannot open folders: the file itself is safe by then. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch {
    // The new file stands under its name; only its endurance through a power cut is not sure.
  } finally {
    await handle.close().catch(() => undefined);
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'no space left on the disk'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EFBIG', 'the file is larger than allowed'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EIO', 'input/output error'],
]);

function asUserError(error: unknown, file: string): unknown {
  if (error instanceof UserError || !(error instanceof Error) || error.name === 'AbortError') return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'EBUSY' || code === 'ETXTBSY') return new UserError('output/locked', { file }, { cause: error });
  return new UserError(
    'output/failed',
    { file, reason: reasons.get(code) ?? (code === '' ? error.message : code) },
    { cause: error },
  );
}
