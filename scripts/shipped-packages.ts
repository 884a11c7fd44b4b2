/** The packages of the lock file that come with salesmetrics, and which licences they may have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
]);

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string | null;
  readonly isAllowed: boolean;
}

/** All of them, direct and not, by name. */
export function shippedPackages(): ShippedPackage[] {
  const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');
  return Object.entries(lockSchema.parse(JSON.parse(text)).packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', license }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? null,
      isAllowed: license !== undefined && allowed.has(license),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
