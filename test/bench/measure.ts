/** Runs a command in a process of its own: wall time and peak memory. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

export interface Run {
  readonly seconds: number;
  /** Null where the process was too bare to report it. */
  readonly peakMiB: number | null;
}

const peakHook = join(import.meta.dirname, 'report-peak.js');

/** `node` with `args`. Answers null when the command fails: then it is named as absent and why is printed. */
export async function measure(args: readonly string[], isBare: boolean): Promise<Run | null> {
  const peakFile = join(tmpdir(), `salesmetrics-bench-${process.pid}`);
  rmSync(peakFile, { force: true });
  const start = performance.now();
  const child = spawn(process.execPath, [...(isBare ? [] : ['--import', peakHook]), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, BENCH_PEAK: peakFile },
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - start) / 1000;
  // 1 is a result with problems in the data, which is still a result.
  if (code !== 0 && code !== 1) {
    process.stderr.write(`node ${args.join(' ')} ended with ${code}\n${stderr.slice(-2000)}\n`);
    return null;
  }
  return { seconds, peakMiB: existsSync(peakFile) ? Number(readFileSync(peakFile, 'utf8')) / 1024 : null };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
