/** The parts of a workbook's package as text, and the small edits that lead from one part to another (ECMA-376 part 2). */
import { escapeXml } from '../../lib/xml-text.ts';

export type Parts = Map<string, string>;

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal?: boolean;
}

/** Throws where the part is not there: the workbook is one that we made. */
export function editPart(parts: Parts, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name);
  if (xml === undefined) throw new Error(`no part ${name} in the workbook made`);
  parts.set(name, change(xml));
}

/** Declares the content type of a part (`/xl/…`). */
export function addOverride(parts: Parts, partName: string, contentType: string): void {
  editPart(parts, '[Content_Types].xml', (types) =>
    types.replace('</Types>', `<Override PartName="${partName}" ContentType="${contentType}"/></Types>`),
  );
}

/** Adds a relationship to a relationships part, which is made where there is none. */
export function addRelationship(parts: Parts, relsName: string, relationship: Relationship): void {
  const xml = parts.get(relsName) ?? relationships([]);
  parts.set(relsName, xml.replace('</Relationships>', `${elementOf(relationship)}</Relationships>`));
}

/** A whole relationships part. */
export function relationships(list: readonly Relationship[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(elementOf).join('')}</Relationships>`;
}

function elementOf({ id, type, target, isExternal }: Relationship): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`;
}
