/** Works through  of its own and tells each outcome to the process that started it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSeed, type Outcome } from './check.ts';

const seedsInAProcess = 2000;
const first = Number(process.argv[2] ?? '1');
const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-fuzz-'));
process.once('SIGTERM', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});

for (let seed = first; seed < first + seedsInAProcess; seed += 1) {
  const { outcome, ms } = await timed(seed);
  // A module that is loaded for the first time is not slow data: what was slow must be so again.
  const again = ms > 1000 ? await timed(seed) : null;
  process.send?.({
    seed,
    ...outcome,
    ms: Math.min(ms, again?.ms ?? ms),
    peakMib: process.resourceUsage().maxRSS / 1024,
  });
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);

async function timed(seed: number): Promise<{ readonly outcome: Outcome; readonly ms: number }> {
  const start = performance.now();
  const outcome = await checkSeed(seed, folder).catch((error: unknown) => ({
    kinds: ['thrown'],
    command: '',
    broken: [error instanceof Error ? (error.stack ?? String(error)) : String(error)],
  }));
  return { outcome, ms: performance.now() - start };
}
