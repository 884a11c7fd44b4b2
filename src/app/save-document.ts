import type { Document } from '../model/document.ts';
import type { ReadOptions } from '../model/options.ts';

export interface WritingOptions {
  readonly lang: 'en' | 'zh-CN';
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly read?: ReadOptions;
}

/** Writes a workbook whole or not at all; nothing in a dry run. Throws UserErrors `output/…`. */
export async function saveDocument(
  document: Document,
  path: string,
  inputs: readonly string[],
  { force, dryRun, read }: WritingOptions,
): Promise<void> {
  if (dryRun === true) return;
  const [{ writeWorkbook }, { saveFile }] = await Promise.all([
    import('../write/xlsx/workbook.ts'),
    import('../write/save.ts'),
  ]);
  await saveFile(path, await writeWorkbook(document), {
    inputs,
    force: force === true,
    ...(read?.signal ? { signal: read.signal } : {}),
  });
}
