/** How a worker thread of ours is started, from the bundle and from source alike. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface WorkerScript {
  /** A path of a file, or the code itself where `eval` is true. */
  readonly script: string | URL;
  readonly eval: boolean;
}

/**
 * The worker `name` (`xls-worker`), which stands beside the module whose `import.meta.url` is `from`. In the bundle all
 * files stand in one folder. From source (tests, `npm start`) a worker knows no TypeScript until tsx has told it.
 */
export function workerScript(name: string, from: string): WorkerScript {
  if (from.endsWith('.js')) return { script: new URL(`./${name}.js`, from), eval: false };
  const entry = new URL(`./${name}.ts`, from).href;
  // Code that is not a file looks for packages from the working folder, wherever that is.
  const tsx = new URL('./dist/esm/api/index.mjs', pathToFileURL(createRequire(from).resolve('tsx/package.json'))).href;
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return { script: code, eval: true };
}
