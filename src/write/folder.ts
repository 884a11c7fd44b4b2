/** Folders that files are written to. */
import { mkdir } from 'node:fs/promises';
import { UserError } from '../problems/user-error.ts';

/** Makes the folder and those above it where they are missing. Throws UserErrors `output/not-a-folder`, `output/failed`. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'EEXIST' || code === 'ENOTDIR') throw new UserError('output/not-a-folder', { file: path }, { cause });
    throw new UserError('output/failed', { file: path, reason: code }, { cause });
  }
}
