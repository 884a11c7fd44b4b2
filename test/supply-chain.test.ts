/** What may come in through the lock file (reliability of the supply chain, without asking any server). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { shippedPackages } from '../scripts/shipped-packages.ts';

const root = join(import.meta.dirname, '..');

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  files: z.array(z.string()),
});

const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({
    ...entry,
    path,
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  }));
const shipped = packages.filter(({ dev }) => dev !== true);

/** Package → the first version without its known holes. `xlsx` itself stays on the registry below its fix for ever. */
const firstSafe: Readonly<Record<string, string>> = {
  'csv-parse': '4.4.6',
  'fast-csv': '4.3.6',
  minimist: '1.2.6',
  papaparse: '5.2.0',
  unzipper: '0.12.5',
  xlsx: '0.20.2',
};

test('no package below the first version without its known holes', () => {
  const wrong = packages
    .filter(({ name, version }) => {
      const safe = firstSafe[name];
      return safe !== undefined && (version === undefined || isBelow(version, safe));
    })
    .map(({ name, version }) => `${name} ${version ?? '?'}`);
  expect(wrong).toEqual([]);
});

test('what ships has an allowed licence', () => {
  const packages = shippedPackages();
  expect(packages.map(({ name }) => name)).toContain('exceljs');
  expect(packages.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
});

test('nothing that ships runs a script when installed', () => {
  expect(shipped.filter(({ hasInstallScript }) => hasInstallScript === true).map(({ name }) => name)).toEqual([]);
});

test('direct dependencies are pinned exactly', () => {
  const all = [...Object.entries(manifest.dependencies), ...Object.entries(manifest.devDependencies)];
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the lock file names no host', () => {
  const hosts = packages.filter(
    ({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(hosts.map(({ path }) => path)).toEqual([]);
});

test('the lock file knows the packages of every platform, or npm ci refuses it', () => {
  const wanted = packages.flatMap(({ optionalDependencies = {} }) =>
    Object.entries(optionalDependencies).filter(([, version]) => /^\d/.test(version)),
  );
  const missing = wanted.filter(([name]) => lock.packages[`node_modules/${name}`] === undefined);
  expect(missing, 'run npx tsx scripts/complete-lock.ts').toEqual([]);
});

test('no test data is published', () => {
  expect(manifest.files.filter((path) => path.startsWith('test') || path.startsWith('.'))).toEqual([]);
});

/** Whether version `a` is older than `b`; numbers only, which is all that the list above needs. */
function isBelow(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => (version.split('-')[0] ?? '').split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
