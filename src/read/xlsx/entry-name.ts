/** Names of zip entries: what is allowed. */
import { isUtf8 } from 'node:buffer';

/** The name with forward slashes, or undefined for one that could lead out of the package or hide in a listing. */
export function entryNameOf(raw: Buffer): string | undefined {
  const text = raw.toString(isUtf8(raw) ? 'utf8' : 'latin1');
  // Some writers on Windows spell paths with backslashes.
  const name = text.replaceAll('\\', '/');
  const isStrange = name === '' || name.startsWith('/') || /^[a-z]:/i.test(name) || hasControl(name);
  return isStrange || name.split('/').some((step) => step === '..' || step === '.') ? undefined : name;
}

function hasControl(name: string): boolean {
  for (let i = 0; i < name.length; i += 1) {
    if (name.charCodeAt(i) < 0x20) return true;
  }
  return false;
}
