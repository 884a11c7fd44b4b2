/** Names of temporary files, `.NAME.PID.RANDOM.tmp`, and those that this process has open, for removal on a signal. */
import { unlinkSync } from 'node:fs';

const open = new Set<string>();
let isWatching = false;
/** Most file systems allow 255 bytes in a name. */
const mostBytes = 255;

export function temporaryName(name: string, pid: number, random: string): string {
  const rest = `.${pid}.${random}.tmp`;
  return `.${cutToBytes(name, mostBytes - 1 - rest.length)}${rest}`;
}

/** The process that made `entry` as a temporary file for `name`; null if it is none. */
export function temporaryOf(entry: string, name: string): number | null {
  const match = /^\.(.+)\.(\d+)\.[0-9a-f]{12}\.tmp$/su.exec(entry);
  if (!match) return null;
  const [, of = '', pid = ''] = match;
  const rest = entry.length - of.length - 1;
  return of === cutToBytes(name, mostBytes - 1 - rest) ? Number(pid) : null;
}

function cutToBytes(text: string, bytes: number): string {
  let kept = text;
  while (Buffer.byteLength(kept) > bytes) kept = [...kept].slice(0, -1).join('');
  return kept;
}

export function remember(path: string): void {
  if (!isWatching) process.once('exit', removeTemporaryFiles);
  isWatching = true;
  open.add(path);
}

export function forget(path: string): void {
  open.delete(path);
}

/** What a run that ends in the middle, by a signal for example, would leave behind. */
function removeTemporaryFiles(): void {
  for (const path of open) {
    try {
      unlinkSync(path);
    } catch {
      // Renamed or removed already.
    }
  }
  open.clear();
}
