import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { liveThroughYear } from '../../support/branch-year.ts';

test('month after month each new problem alarms once, with one command line, and is quiet once answered for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-year-'));
  try {
    const lived = await liveThroughYear(folder, { branches: 3, months: 6, rows: 60, dirty: 0.02, seed: 24 });
    expect(lived).toHaveLength(18);
    const wanted = lived.map(({ branch, month, added }) => {
      return { branch, month, added, told: added, firstExit: added.length === 0 ? 0 : 1, exit: 0 };
    });
    expect(lived).toEqual(wanted);
    // Both kinds of month are among them.
    expect(new Set(lived.map(({ firstExit }) => firstExit))).toEqual(new Set([0, 1]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
