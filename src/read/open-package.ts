/** Opens a workbook that is to be copied with changes, or says what the file is instead. */
import type { ReadOptions } from '../model/options.ts';
import type { PackageParts } from '../model/package-parts.ts';
import { UserError } from '../problems/user-error.ts';
import { limitsFor } from './limits.ts';
import { sniff, sniffLength, sniffPackage } from './sniff.ts';
import { openSource, type Source } from './source.ts';
import { compoundKind, compoundNames } from './xls/compound.ts';
import { readPackage } from './xlsx/read-package.ts';
import { readDirectory } from './xlsx/zip-directory.ts';

export interface OpenPackage {
  readonly parts: PackageParts;
  readonly close: () => Promise<void>;
}

/** Throws UserErrors `into/not-a-workbook`, `file/encrypted`, `file/damaged` and those of opening. */
export async function openPackage(path: string, options: ReadOptions = {}): Promise<OpenPackage> {
  const source = await openSource(path, options);
  try {
    const other = await otherKind(source, options);
    if (other !== null) throw new UserError('into/not-a-workbook', { file: path, format: other });
    const parts = await readPackage(source, options);
    const isTemplate = /\.template\.|\.addin\./i.test(parts.workbook.type);
    if (isTemplate) throw new UserError('into/not-a-workbook', { file: path, format: '.xltx' });
    await parts.checkRest();
    return { parts, close: () => source.close() };
  } catch (error) {
    await source.close().catch(() => undefined);
    throw error;
  }
}

/** What the file is, as its extension says it; null for a workbook of the .xlsx family. */
async function otherKind(source: Source, options: ReadOptions): Promise<string | null> {
  const { kind } = sniff(await source.range(0, sniffLength));
  switch (kind) {
    case 'zip': {
      const entries = await readDirectory(source, limitsFor('workbook', options.limits));
      const found = sniffPackage(entries.map(({ name }) => name));
      return found === 'workbook' ? null : (/\((\.\w+)\)/.exec(found)?.[1] ?? found);
    }
    case 'compound':
      if (compoundKind(await compoundNames(source)) === 'encrypted') {
        throw new UserError('file/encrypted', { file: source.path });
      }
      return '.xls';
    case 'biff':
      return '.xls';
    case 'html':
      return 'HTML';
    case 'text':
      return '.csv';
    case 'unsupported':
      return /\.(\w+)$/.exec(source.path)?.[0] ?? '-';
  }
}
