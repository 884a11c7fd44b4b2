// Loaded before a contender: leaves its peak memory (KiB) where the bench looks for it.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const path = process.env['BENCH_PEAK'];
  if (path !== undefined) writeFileSync(path, String(process.resourceUsage().maxRSS));
});
