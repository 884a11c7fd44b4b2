/** The .xls originals of the shared data read as their .xlsx twins do, cell by cell. Skipped without them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFile } from '../../../../src/read/open.ts';
import { cellsOf } from '../../../support/cells.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data');
const isThere = existsSync(folder);
if (!isThere) console.log(`skipped: no shared data at ${folder}`);

test.skipIf(!isThere).each([
  ['superstore-us/Sample - Superstore.xls', 'superstore-us/superstore.xlsx'],
  ['superstore-cn/示例 - 超市.xls', 'superstore-cn/superstore-cn.xlsx'],
])('%s', async (old, twin) => {
  const sheets = async (path: string) => {
    const { tables } = await openFile(join(folder, path));
    return new Map(tables.map((table) => [table.sheet, cellsOf(table)]));
  };
  const [found, wanted] = [await sheets(old), await sheets(twin)];
  expect([...found.keys()]).toEqual([...wanted.keys()]);
  for (const [name, cells] of wanted) expect(found.get(name)).toEqual(cells);
});
