/** The folder rules of docs/ARCHITECTURE.md, kept by machine. When a table must change, the change is seen in review. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

/** Folder (or file) under src → folders it may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['cli'],
  'index.ts': ['lib', 'app', 'config', 'problems', 'model'],
  cli: ['lib', 'app', 'config', 'problems', 'model', 'i18n'],
  app: ['lib', 'read', 'recognise', 'validate', 'compute', 'report', 'write', 'config', 'problems', 'model'],
  config: ['lib', 'problems', 'model'],
  read: ['lib', 'model', 'problems'],
  recognise: ['lib', 'model', 'config', 'problems'],
  validate: ['lib', 'model', 'config', 'problems'],
  compute: ['lib', 'model', 'problems'],
  report: ['lib', 'model', 'i18n'],
  write: ['lib', 'model', 'problems'],
  problems: ['lib', 'model'],
  model: ['lib'],
  // Types only: a catalogue of words is keyed by the codes that it words.
  i18n: ['lib', 'model', 'problems'],
  lib: [],
};

/** Package → the folders that know it. A runtime dependency without a home fails. */
const homes: Readonly<Record<string, readonly string[]>> = {
  '@bomb.sh/tab': ['cli'],
  '@date-fns/utc': ['model'],
  '@e965/xlsx': ['read/xlsx'],
  chalk: ['cli'],
  'cli-table3': ['cli'],
  commander: ['cli'],
  'csv-parse': ['read/csv'],
  'date-fns': ['model'],
  echarts: ['write/html'],
  exceljs: ['write/xlsx'],
  'fastest-levenshtein': ['cli', 'config', 'lib', 'read', 'recognise', 'validate'],
  fflate: ['write/xlsx'],
  jsep: ['config'],
  'log-update': ['cli'],
  'string-width': ['cli'],
  yaml: ['config'],
  zod: ['config', 'report'],
};

interface Import {
  readonly path: string;
  readonly folder: string;
  readonly target: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

function importsOf(path: string): Import[] {
  const text = readFileSync(join(src, path), 'utf8');
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+|new URL\(\s*)'([^']+)'/g);
  return [...found].map(([, target = '']) => ({ path, folder: folderOf(path), target }));
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

const imports = files.flatMap(importsOf);

test('folders import only what they may', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ path, folder, target }) => ({
      path,
      folder,
      to: folderOf(relative(src, join(src, dirname(path), target))),
    }))
    .filter(({ folder, to }) => to !== folder && to !== '..' && !mayImport[folder]?.includes(to))
    .map(({ path, to }) => `${path} imports ${to}`);
  expect(wrong).toEqual([]);
});

test('each folder has a row in the table', () => {
  const folders = new Set(files.map(folderOf));
  expect([...folders].filter((folder) => mayImport[folder] === undefined)).toEqual([]);
});

test('each library is known to its home only', () => {
  const wrong = imports
    .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
    .filter(({ path, target }) => {
      const owners = Object.entries(homes).find(([name]) => target === name || target.startsWith(`${name}/`))?.[1];
      return owners?.some((owner) => path.startsWith(`${owner}/`)) !== true;
    })
    .map(({ path, target }) => `${path} imports ${target}`);
  expect(wrong).toEqual([]);
});

test('each runtime dependency has a home', () => {
  const manifest = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  expect(Object.keys(manifest.dependencies).filter((name) => homes[name] === undefined)).toEqual([]);
});

test('only main.ts touches process', () => {
  const wrong = files.filter(
    (path) => path !== 'main.ts' && /(?<![\w.'"`-])process\.[a-z]/.test(codeOf(readFileSync(join(src, path), 'utf8'))),
  );
  expect(wrong).toEqual([]);
});

test('the clock is read in main.ts only', () => {
  const wrong = files.filter(
    (path) =>
      path !== 'main.ts' &&
      /\bDate\.now\(|\bnew Date\(\)|Math\.random\(/.test(codeOf(readFileSync(join(src, path), 'utf8'))),
  );
  expect(wrong).toEqual([]);
});

/** `text` without its comments, roughly: good enough to look for a name. */
function codeOf(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '');
}
