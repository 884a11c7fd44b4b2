/** Names of zip entries and of parts: what is allowed, and how one is found. */
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

/** The part that a relationship of the part `from` (`xl/workbook.xml`; empty: the package) points at. */
export function resolveTarget(from: string, target: string): string {
  const path = decodePercent(target.replaceAll('\\', '/'));
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where the relationships of a part stand: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
