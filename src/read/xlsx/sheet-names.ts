/** The names of a workbook's sheets, without a look at what stands in them. */
import { limitsFor } from '../limits.ts';
import { openSource } from '../source.ts';
import { readWorkbookParts } from './workbook-part.ts';
import { openZip } from './zip.ts';

/** Of an .xlsx or .xlsm; throws the UserErrors of reading one. */
export async function sheetNames(path: string): Promise<readonly string[]> {
  const source = await openSource(path);
  try {
    const archive = await openZip(source, limitsFor('workbook', undefined), {});
    return (await readWorkbookParts(archive)).sheets.map(({ name }) => name);
  } finally {
    await source.close().catch(() => undefined);
  }
}
