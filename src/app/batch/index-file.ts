/** `index.xlsx`, beside the reports. */
import { join } from 'node:path';
import type { Batch } from '../../model/batch.ts';

export function indexPath(outDir: string): string {
  return join(outDir, 'index.xlsx');
}

/** Throws UserErrors `output/…`. */
export async function writeIndex(batch: Batch, force: boolean): Promise<void> {
  const [{ batchIndex }, { writeWorkbook }, { saveFile }] = await Promise.all([
    import('../../report/batch/index-workbook.ts'),
    import('../../write/xlsx/workbook.ts'),
    import('../../write/save.ts'),
  ]);
  await saveFile(indexPath(batch.outDir), await writeWorkbook(batchIndex(batch)), { inputs: [], force });
}
