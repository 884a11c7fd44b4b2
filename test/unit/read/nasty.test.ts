/** The developers' half of the nasty corpus: every workbook-like file ends as its manifest says. Skipped without it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { RawFile } from '../../../src/model/raw-table.ts';
import { UserError } from '../../../src/problems/user-error.ts';
import { openFile } from '../../../src/read/open.ts';
import { cellsOf } from '../../support/cells.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/nasty');
const isThere = existsSync(folder);
if (!isThere) console.log(`skipped: no nasty corpus at ${folder}`);

const manifestSchema = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      in: z.string(),
      expect: z.object({
        outcome: z.array(z.string()),
        cells: z.record(z.string(), z.string()).optional(),
        mentions: z.array(z.string()).optional(),
        not: z.array(z.string()).optional(),
      }),
    }),
  ),
});

const cases = isThere
  ? manifestSchema
      .parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
      .cases.filter(({ id }) => /\.(?:xls[xmb]?|ods|html?|slk|dif|doc|xml)$/.test(id))
  : [];

async function outcomeOf(
  path: string,
): Promise<{ readonly outcome: string; readonly file?: RawFile; readonly code?: string }> {
  try {
    return { outcome: 'ok', file: await openFile(path) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const kind = error.code === 'file/unsupported' ? 'unsupported' : error.code.startsWith('limit/') ? 'limit' : 'data';
    return { outcome: `refuse:${kind}`, code: error.code };
  }
}

test.skipIf(!isThere).each(cases)('$id', async ({ in: path, expect: wanted }) => {
  const { outcome, file, code } = await outcomeOf(join(folder, path));
  expect(wanted.outcome).toContain(outcome);
  if (wanted.mentions?.some((pattern) => pattern.includes('password')) === true) expect(code).toBe('file/encrypted');
  if (!file) return;
  // Cells are those of the first visible worksheet; the manifest's texts are trimmed.
  const shown = file.tables.find(({ isHidden }) => !isHidden);
  const cells = shown ? cellsOf(shown) : {};
  const found = Object.keys(wanted.cells ?? {}).map((name) => [name, cells[name]?.trim()]);
  expect(Object.fromEntries(found)).toEqual(wanted.cells ?? {});
  for (const pattern of wanted.not ?? []) expect(Object.values(cells).join('\n')).not.toMatch(new RegExp(pattern));
});
