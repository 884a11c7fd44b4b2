/** Works through seeds in a process of its own and tells each outcome to the process that started it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSeed } from './check.ts';

const seedsInAProcess = 2000;
const first = Number(process.argv[2] ?? '1');
const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-fuzz-'));
process.once('SIGTERM', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});

for (let seed = first; seed < first + seedsInAProcess; seed += 1) {
  const start = performance.now();
  const outcome = await checkSeed(seed, folder).catch((error: unknown) => ({
    kinds: ['thrown'],
    command: '',
    broken: [error instanceof Error ? (error.stack ?? String(error)) : String(error)],
  }));
  const ms = performance.now() - start;
  process.send?.({ seed, ms, ...outcome, peakMib: process.resourceUsage().maxRSS / 1024 });
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
