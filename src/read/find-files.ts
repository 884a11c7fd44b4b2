/** Patterns → files, in an order that is the same everywhere. */
import { existsSync, statSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** What a folder stands for. */
const readable = '*.{xlsx,xlsm,xls,csv,tsv,txt}';

/**
 * The files that `patterns` name, by code point, each once, as typed: not absolute, with `/`. A pattern is a file, a
 * folder (the files in it that could be read) or a glob; a file that is there under its very name is no glob. What is
 * open in a spreadsheet program (`~$…`) and hidden files are left out. A name that is no glob is given back even where
 * there is no such file: its reader says so.
 */
export async function findFiles(patterns: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) for (const path of await filesOf(pattern)) found.add(path);
  return [...found].sort(byCodePoint);
}

/** Is it a glob, and no file of that name? */
export function isPattern(text: string): boolean {
  return !existsSync(text) && isDynamicPattern(slashed(text));
}

async function filesOf(pattern: string): Promise<readonly string[]> {
  if (isPattern(pattern)) return await globbed(slashed(pattern));
  if (!existsSync(pattern) || !statSync(pattern).isDirectory()) return [pattern];
  const folder = slashed(pattern).replace(/\/+$/, '');
  return (await globbed(readable, pattern)).map((name) => `${folder}/${name}`);
}

async function globbed(pattern: string, cwd?: string): Promise<readonly string[]> {
  const paths = await glob([pattern], {
    expandDirectories: false,
    onlyFiles: true,
    dot: false,
    caseSensitiveMatch: true,
    ...(cwd === undefined ? {} : { cwd }),
  });
  return paths.filter((path) => !basename(path).startsWith('~$'));
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** UTF-16 order of `<` differs from code points only beyond the basic plane; a locale's order differs by machine. */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
