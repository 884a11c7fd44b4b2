/** The calls that saving makes, as a seam: tests let the k-th one fail. */
// Only for the id that the documented name of temporary files holds; nothing a result depends on.

import { open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import thisProcess from 'node:process';

export interface OpenFile {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
  stat(): Promise<{ readonly size: number | bigint }>;
  chmod(mode: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface FileStatus {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly mode: bigint;
  isFile(): boolean;
  isDirectory(): boolean;
}

export interface FileSystem {
  open(path: string, flags: 'wx' | 'r', mode?: number): Promise<OpenFile>;
  readFile(path: string): Promise<Uint8Array>;
  readdir(path: string): Promise<readonly string[]>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<FileStatus>;
  /** Of this process. */
  readonly pid: number;
  isRunning(pid: number): boolean;
}

export const nodeFileSystem: FileSystem = {
  open,
  readFile,
  readdir,
  rename,
  unlink,
  realpath,
  stat: (path) => stat(path, { bigint: true }),
  pid: thisProcess.pid,
  isRunning,
};

function isRunning(pid: number): boolean {
  try {
    thisProcess.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: it runs, and may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
