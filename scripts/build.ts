/**
 * `npm run build`: types by tsc, code by esbuild into a few files. Hundreds of small modules take Node longer to load
 * than most files take to evaluate; what only some commands need (exceljs, zod, the .xls reader) stays in chunks of its own.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist');
/** Where tsc keeps the declarations of all modules; those of the library alone are published. */
const types = join(out, '.types');

execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
const { outputFiles } = await build({
  absWorkingDir: root,
  // Workers are started by their file names, beside the chunk that starts them.
  entryPoints: ['src/main.ts', 'src/index.ts', 'src/read/xls/xls-worker.ts', 'src/app/batch/batch-worker.ts'],
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // unzipper offers to read from S3, and only from source does a worker need tsx.
  external: ['@aws-sdk/*', 'tsx'],
  // CommonJS packages inside an ES module still ask for Node's own modules by `require`; names of their own may not clash.
  banner: {
    js: `import { createRequire as requireOfNode } from 'node:module';\nglobalThis.require ??= requireOfNode(import.meta.url);`,
  },
  logLevel: 'warning',
  write: false,
});
for (const { path, contents } of outputFiles) put(path, contents);
// ECharts is bundled, and its licence asks for its notice wherever it goes.
for (const name of ['LICENSE', 'NOTICE'])
  put(join(out, `echarts.${name}`), readFileSync(join(root, 'node_modules/echarts', name)));
const declarations = declarationsFrom(join(types, 'index.d.ts'));
for (const path of declarations) put(join(out, relative(types, path)), readFileSync(path));
removeStale(
  new Set([...outputFiles.map(({ path }) => path), ...declarations.map((path) => join(out, relative(types, path)))]),
);

/** A run of the command may be under way (npx builds again in a clone): files change whole or not at all. */
function put(path: string, contents: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, contents);
  renameSync(`${path}.new`, path);
}

/** The declarations that `first` needs, itself included: what a caller's compiler reads. */
function declarationsFrom(first: string): readonly string[] {
  const found = new Set([first]);
  for (const path of found) {
    const imports = readFileSync(path, 'utf8').matchAll(/(?:from |import\()["'](\.[^"']+)\.ts["']/g);
    for (const [, name = ''] of imports) found.add(join(dirname(path), `${name}.d.ts`));
  }
  return [...found];
}

/** Chunks are named after their content: those of earlier builds would pile up, and so would declarations. */
function removeStale(made: ReadonlySet<string>): void {
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    const path = join(out, name);
    if (/\.(?:js|d\.ts|tsbuildinfo)$/.test(name) && !path.startsWith(types) && !made.has(path)) rmSync(path);
  }
}
