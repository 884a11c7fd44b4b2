/** The parts of a workbook package, found as OPC says: content types, then relationships, never by a part's place. */
import { relationshipsOf, resolveTarget } from '../../lib/part-name.ts';
import { damaged } from './damaged.ts';
import { xmlText } from './part.ts';
import { readXml, XmlError, type XmlTag } from './xml.ts';
import type { ZipArchive } from './zip.ts';
import type { ZipEntry } from './zip-directory.ts';

export interface Relationship {
  readonly id: string;
  /** The last step of its type: `worksheet`, `sharedStrings`; the same in transitional and strict workbooks. */
  readonly type: string;
  /** Part name. */
  readonly target: string;
}

export const contentTypesName = '[Content_Types].xml';

/** Reads an XML part to its end, giving each opening tag to `visit`. Throws UserError `file/damaged`. */
export async function visitTags(archive: ZipArchive, entry: ZipEntry, visit: (tag: XmlTag) => void): Promise<void> {
  await parsePart(archive, entry, (xml) => {
    for (const part of readXml(xml)) if (part.kind === 'open') visit(part);
  });
}

/** What `parse` makes of a small XML part. Throws UserError `file/damaged`. */
export async function parsePart<T>(archive: ZipArchive, entry: ZipEntry, parse: (xml: string) => T): Promise<T> {
  const xml = await xmlText(archive, entry);
  try {
    return parse(xml);
  } catch (error) {
    if (error instanceof XmlError) throw damaged(archive.file, `${entry.name}: ${error.message}`, error);
    throw error;
  }
}

/** Content type by part name in lower case, as far as a part has its own. */
export async function readContentTypes(archive: ZipArchive): Promise<ReadonlyMap<string, string>> {
  const entry = archive.find(contentTypesName);
  if (!entry) throw damaged(archive.file, `${contentTypesName} is missing`);
  const types = new Map<string, string>();
  await visitTags(archive, entry, ({ name, attributes }) => {
    if (name !== 'Override') return;
    const part = resolveTarget('', attributes.get('PartName') ?? '').toLowerCase();
    types.set(part, attributes.get('ContentType') ?? '');
  });
  return types;
}

/** The relationships of a part (empty name: of the package) to parts inside; none where it has no such list. */
export async function readRelationships(archive: ZipArchive, part: string): Promise<readonly Relationship[]> {
  const entry = archive.find(relationshipsOf(part));
  if (!entry) return [];
  const found: Relationship[] = [];
  await visitTags(archive, entry, ({ name, attributes }) => {
    if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
    const type = attributes.get('Type') ?? '';
    found.push({
      id: attributes.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(part, attributes.get('Target') ?? ''),
    });
  });
  return found;
}
