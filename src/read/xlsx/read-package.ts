/** A workbook's parts for one who copies it with changes, found and checked as strictly as when it is read. */
import type { ReadOptions } from '../../model/options.ts';
import type { PackageParts, PackedPart, SheetPart } from '../../model/package-parts.ts';
import { limitsFor } from '../limits.ts';
import type { Source } from '../source.ts';
import { readRelationships } from './package.ts';
import { readWorkbookParts } from './workbook-part.ts';
import { openZip } from './zip.ts';

const utf8Flag = 0x800;

/** Everything packed in memory; `read` unpacks one part. The source must stay open until the last part is read. */
export async function readPackage(source: Source, options: ReadOptions = {}): Promise<PackageParts> {
  const limits = limitsFor('workbook', options.limits);
  const archive = await openZip(source, limits, { signal: options.signal });
  const { sheets: listed, styles, hasMacros } = await readWorkbookParts(archive);
  const sheets = new Map<string, SheetPart>();
  for (const { name, entry } of listed) {
    if (entry === null) continue;
    sheets.set(name, { name: entry.name, relationships: await readRelationships(archive, entry.name) });
  }
  const parts: PackedPart[] = [];
  for (const entry of archive.entries) {
    const { name, rawName, flags, method, crc, size } = entry;
    const packed = await archive.packed(entry);
    parts.push({ name, rawName, isUtf8: (flags & utf8Flag) !== 0, method, crc, size, packed });
  }
  return {
    file: source.path,
    sha256: await source.sha256(),
    hasMacros,
    parts,
    styles: styles?.name ?? null,
    sheets,
    read: async (name) => {
      const entry = archive.find(name);
      return entry === undefined ? null : await archive.readWhole(entry, limits.maxPart);
    },
  };
}
