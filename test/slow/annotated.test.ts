/** LibreOffice must open an annotated copy with its notes and fills. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotated, mark } from '../support/annotated.ts';
import { hasLibreOffice } from '../support/recalculate.ts';

const isThere = hasLibreOffice();
if (!isThere) console.warn('SKIPPED: annotated copies opened by LibreOffice (soffice is not installed)');

test.skipIf(!isThere)('notes and fills are seen', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'annotated-'));
  try {
    const source = readFileSync(join(import.meta.dirname, '../../examples/first-run/q1.xlsx'));
    const { bytes } = await annotated(source, [
      mark('Orders', 'M5', { text: '[cell/not-a-number] first' }),
      mark('Orders', 'Z6000', { text: '[row/x] second', kind: 'warning' }),
      mark('Targets', 'B3', { text: '第三' }),
    ]);
    writeFileSync(join(folder, 'in.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, join(folder, 'in.xlsx')],
      {
        stdio: 'ignore',
      },
    );
    const text = readFileSync(join(folder, 'in.fods'), 'utf8');
    expect(text.match(/<office:annotation /g)).toHaveLength(3);
    for (const said of ['[cell/not-a-number] first', '[row/x] second', '第三']) expect(text).toContain(said);
    for (const fill of ['#fbe3d6', '#fdf1d0']) expect(text).toContain(`fo:background-color="${fill}"`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
