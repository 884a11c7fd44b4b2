/** Commands of a README and what they print: run, compared, and written anew by `npm run docs`. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { run } from '../../src/cli/run.ts';
import type { World } from '../../src/cli/world.ts';
import { commandWords } from './run-session.ts';

export const root = join(import.meta.dirname, '../..');

/** An `sh` fence, and the `text` fence right after it that shows what it prints. */
export interface Block {
  readonly command: string;
  readonly output: string | null;
}

const blocks = /```sh\n([\s\S]*?)```(?:\n+```text\n([\s\S]*?)```)?/g;

/** Every page whose commands are run. */
export function readmes(): readonly string[] {
  const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `examples/${name}/README.md`);
  return ['README.md', 'README.zh-CN.md', ...examples.toSorted(), ...guides().flat()];
}

/** The pages of `docs/guide`, each in English and in Chinese. */
export function guides(): readonly (readonly [english: string, chinese: string])[] {
  return readdirSync(join(root, 'docs/guide'))
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => [`docs/guide/${name}`, `docs/guide/zh-CN/${name}`]);
}

export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(blocks)].map(([, command = '', output]) => ({
    command: command.trim(),
    output: output ?? null,
  }));
}

/** The page with each shown output replaced by what `run` prints. */
export async function refresh(page: string, run: (command: string) => Promise<string>): Promise<string> {
  let fresh = '';
  let done = 0;
  for (const match of page.matchAll(blocks)) {
    const [whole, command = '', output] = match;
    const shown =
      output === undefined ? whole : `\`\`\`sh\n${command}\`\`\`\n\n\`\`\`text\n${await run(command.trim())}\`\`\``;
    fresh += page.slice(done, match.index) + shown;
    done = match.index + whole.length;
  }
  return fresh + page.slice(done);
}

/** What cannot be run inside a test: the installation that brought us here, the tests themselves, and the network. */
function isRunnable(command: string): boolean {
  return !/^(npm (install|ci|test)|git |cd |#|$)/.test(command);
}

/** A folder with a fresh copy of the examples, where commands can leave files. */
export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'salesmetrics-readme-'));

  constructor() {
    cpSync(join(root, 'examples'), join(this.#folder, 'examples'), { recursive: true });
    cpSync(join(root, 'templates'), join(this.#folder, 'templates'), { recursive: true });
    installLibrary(this.#folder);
  }

  /** What the steps of a block print, both streams together; the time that reading took is always `0.1 s`. */
  async run(command: string): Promise<string> {
    const steps = command.split(/\n|&&/).map((step) => step.trim());
    let printed = '';
    for (const step of steps.filter(isRunnable)) printed += await this.#runOne(step);
    return printed;
  }

  async #runOne(step: string): Promise<string> {
    const [npx, name = '', ...args] = commandWords(step).args;
    if (npx === 'node') return runScript(this.#folder, [name, ...args]);
    if (npx !== 'npx' || name !== 'salesmetrics')
      throw new Error(`only salesmetrics and node are run by the tests, not: ${step}`);
    let printed = '';
    const show = (text: string) => {
      printed += text;
    };
    const before = process.cwd();
    process.chdir(this.#folder);
    const code = await run(args, quietWorld(show));
    process.chdir(before);
    if (code >= exitCodes.wrongUse) throw new Error(`${step} ended with ${code}\n${printed}`);
    return printed.replaceAll(/\d+\.\d s\)/g, '0.1 s)').replaceAll(/\d+\.\d 秒）/g, '0.1 秒）');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

/** So that `import 'salesmetrics'` means the source, as it means the bundle where the package is installed. */
function installLibrary(folder: string): void {
  const installed = join(folder, 'node_modules/salesmetrics');
  mkdirSync(installed, { recursive: true });
  symlinkSync(join(root, 'src'), join(installed, 'src'));
  writeFileSync(join(installed, 'package.json'), '{ "type": "module", "exports": "./src/index.ts" }\n');
}

/** What a program prints. */
function runScript(folder: string, args: readonly string[]): string {
  const node = ['--import', import.meta.resolve('tsx'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}\n${stderr}`);
  return stdout;
}

/** A terminal of 80 columns without colour, in English, at no particular time. */
function quietWorld(show: (text: string) => void): World {
  return {
    out: show,
    err: show,
    isOutTty: false,
    isErrTty: false,
    columns: 80,
    env: {},
    locale: () => 'en',
    now: () => 0,
    today: () => '2024-04-02',
    stamp: () => '2024-04-02T09:00:00Z',
    signal: new AbortController().signal,
  };
}
