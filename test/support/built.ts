/** The command as it is installed: built once, run in a process of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const toolPath = join(root, 'bin/salesmetrics.js');
const reportPeak = join(root, 'test/bench/report-peak.js');

/** Builds unless nothing has changed since it was last built for tests. */
export function buildTool(): void {
  // A build leaves what is the same alone: that it was made is noted in its time.
  const made = join(root, 'dist/main.js');
  if (existsSync(made) && statSync(made).mtimeMs > newestSource()) return;
  const now = new Date();
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'ignore' });
  utimesSync(made, now, now);
}

function newestSource(): number {
  const sources = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  );
  return Math.max(...[...sources, join(root, 'package.json')].map((path) => statSync(path).mtimeMs));
}

export interface Surroundings {
  readonly input?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
  /** Modules loaded before the command. */
  readonly preloads?: readonly string[];
  /** A guard against hanging, not a measure. */
  readonly timeout?: number;
}

export interface ToolRun {
  /** Null where it had to be killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The most memory it had at once, in MiB; null where it did not come to say so. */
  readonly peak: number | null;
}

/** Runs the command in `cwd`, with a bare environment. */
export function runTool(cwd: string, args: readonly string[], surroundings: Surroundings = {}): ToolRun {
  const { input = '', env = {}, preloads = [], timeout = 60_000 } = surroundings;
  const imports = [reportPeak, ...preloads].flatMap((path) => ['--import', path]);
  const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-peak-'));
  const peakPath = join(folder, 'peak');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...imports, toolPath, ...args], {
    cwd,
    encoding: 'utf8',
    input,
    timeout,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 30,
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', BENCH_PEAK: peakPath, ...env },
  });
  const peak = existsSync(peakPath) ? Number(readFileSync(peakPath, 'utf8')) / 1024 : null;
  rmSync(folder, { recursive: true });
  return { status, stdout, stderr, peak };
}
