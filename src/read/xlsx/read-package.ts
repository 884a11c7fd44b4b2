/** A workbook's parts for one who copies it with changes, found and checked as strictly as when it is read. */
import type { ReadOptions } from '../../model/options.ts';
import type { PackageParts, SheetPart } from '../../model/package-parts.ts';
import { limitsFor } from '../limits.ts';
import type { Source } from '../source.ts';
import { readRelationships } from './package.ts';
import { readWorkbookParts } from './workbook-part.ts';
import { openZip } from './zip.ts';

const utf8Flag = 0x800;

/** Nothing is unpacked but what says where things are; the source must stay open until the last part is read. */
export async function readPackage(source: Source, options: ReadOptions = {}): Promise<PackageParts> {
  const limits = limitsFor('workbook', options.limits);
  const archive = await openZip(source, limits, { signal: options.signal });
  const { sheets: listed, styles, hasMacros, workbook } = await readWorkbookParts(archive);
  const sheets = new Map<string, SheetPart>();
  for (const { name, entry } of listed) {
    if (entry === null) continue;
    sheets.set(name, { name: entry.name, relationships: await readRelationships(archive, entry.name) });
  }
  return {
    file: source.path,
    sha256: await source.sha256(),
    hasMacros,
    workbook,
    parts: archive.entries.map((entry) => {
      const { name, rawName, flags, method, crc, size, compressedSize: packedSize } = entry;
      const packed = () => archive.packed(entry);
      return { name, rawName, isUtf8: (flags & utf8Flag) !== 0, method, crc, size, packedSize, packed };
    }),
    styles: styles?.name ?? null,
    sheets,
    read: async (name) => {
      const entry = archive.find(name);
      return entry === undefined ? null : await archive.readWhole(entry, limits.maxPart);
    },
    checkRest: () => archive.checkRest(Number.POSITIVE_INFINITY),
    checkUnchanged: () => source.checkUnchanged(),
  };
}
