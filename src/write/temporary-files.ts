/** Names of temporary files: `.NAME.PID.RANDOM.tmp`, beside the file that they will be. */

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
