/** The folder rules of docs/ARCHITECTURE.md, kept by machine. When a table must change, the change is seen in review. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

const page = readFileSync(join(root, 'docs/ARCHITECTURE.md'), 'utf8');

/** Folder (or file) under src → folders it may import, besides itself. */
const mayImport = new Map(
  tableUnder('| under `src/` |').map(([folder = '', , imports = '']) => [namesIn(folder)[0] ?? '', namesIn(imports)]),
);

/** Package → the folders that know it. */
const homes = new Map(
  tableUnder('| package |').flatMap(([packages = '', folders = '']) =>
    namesIn(packages).map((name) => [name, namesIn(folders)] as const),
  ),
);

/** The rows of the page's table that begins with `head`, cell by cell. */
function tableUnder(head: string): string[][] {
  const lines = page.slice(page.indexOf(head)).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) => line.split('|').slice(1, -1));
}

/** What stands between backticks. */
function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

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

test('the page has both tables', () => {
  expect(mayImport.get('compute')).toEqual(['lib', 'model', 'problems']);
  expect(homes.get('exceljs')).toEqual(['write/xlsx']);
});

test('folders import only what they may', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ path, folder, target }) => ({
      path,
      folder,
      to: folderOf(relative(src, join(src, dirname(path), target))),
    }))
    .filter(({ folder, to }) => to !== folder && to !== '..' && !mayImport.get(folder)?.includes(to))
    .map(({ path, to }) => `${path} imports ${to}`);
  expect(wrong).toEqual([]);
});

test('each folder has a row in the table', () => {
  const folders = new Set(files.map(folderOf));
  expect([...folders].filter((folder) => !mayImport.has(folder))).toEqual([]);
});

test('each library is known to its home only', () => {
  const wrong = imports
    .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
    .filter(({ path, target }) => {
      const owners = [...homes].find(([name]) => target === name || target.startsWith(`${name}/`))?.[1];
      return owners?.some((owner) => path.startsWith(`${owner}/`)) !== true;
    })
    .map(({ path, target }) => `${path} imports ${target}`);
  expect(wrong).toEqual([]);
});

test('each runtime dependency has a home', () => {
  const manifest = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  expect(Object.keys(manifest.dependencies).filter((name) => !homes.has(name))).toEqual([]);
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
