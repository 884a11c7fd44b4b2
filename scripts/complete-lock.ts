/**
 * Puts back the entries of optional packages for other platforms that `npm install` leaves out of the lock file where the
 * registry at hand does not carry them; `npm ci` refuses a lock file without them. Run after every change of dependencies.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const path = join(import.meta.dirname, '../package-lock.json');

const entrySchema = z.looseObject({
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), entrySchema) });

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

const lock = lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const packages = new Map(Object.entries(lock.packages));
for (const { dev, optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`;
    // Only exact pins: what else is optional is not made for one platform each.
    if (packages.has(place) || !/^\d/.test(version)) continue;
    const libc = name.includes('musl') ? { libc: ['musl'] } : {};
    const [cpu, os] = [oneOf(processors, name), oneOf(systems, name)];
    packages.set(place, { version, cpu, ...(dev && { dev }), ...libc, optional: true, os });
    console.log(`${name} ${version}`);
  }
}
// The order in which npm itself writes them.
const sorted = [...packages].toSorted(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);

/** The first of `words` that is a part of the package's name: `…/cli-darwin-arm64` is for darwin and arm64. */
function oneOf(words: readonly string[], name: string): string[] {
  const parts = name.split(/[/-]/);
  return words.filter((word) => parts.includes(word)).slice(0, 1);
}
