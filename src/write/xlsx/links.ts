/** Links of cells: inside the workbook, and to cells of the files that were read. Never made from the text of cells. */

import { escapeXml, wellFormed } from '../../lib/xml-text.ts';
import type { Link } from '../../model/document.ts';
import type { CellLink } from './fill-sheet.ts';
import { addRelationship, type Parts } from './parts.ts';

const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Adds `<hyperlinks>` to sheet number `index` (from 1) and the relationships of links to files. */
export function addLinks(parts: Parts, index: number, links: readonly CellLink[]): void {
  if (links.length === 0) return;
  const name = `xl/worksheets/sheet${index}.xml`;
  const relsName = `xl/worksheets/_rels/sheet${index}.xml.rels`;
  const sheet = parts.get(name);
  if (sheet === undefined) throw new Error(`no part ${name} in the workbook made`);
  const targets = new Map<string, string>();
  const elements = links.map(({ cell, link }) => element(cell, link, targets));
  // Order of elements in a sheet (ECMA-376 part 1, 18.3.1.99): hyperlinks stand before print options and page margins.
  const at = sheet.search(/<(?:printOptions|pageMargins|pageSetup|headerFooter|tableParts)\b/);
  parts.set(name, `${sheet.slice(0, at)}<hyperlinks>${elements.join('')}</hyperlinks>${sheet.slice(at)}`);
  for (const [target, id] of targets)
    addRelationship(parts, relsName, { id, type: relationshipType, target, isExternal: true });
}

function element(cell: string, link: Link, targets: Map<string, string>): string {
  if (link.kind === 'sheet')
    return `<hyperlink ref="${cell}" location="${escapeXml(`${quoted(link.sheet)}!${link.cell}`)}"/>`;
  const target = fileTarget(link.path);
  const id = targets.get(target) ?? `rIdFile${targets.size + 1}`;
  targets.set(target, id);
  const location =
    link.sheet === null || link.cell === null ? '' : ` location="${escapeXml(`${quoted(link.sheet)}!${link.cell}`)}"`;
  return `<hyperlink ref="${cell}" r:id="${id}"${location}/>`;
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** A path as a relative reference, or a `file:` URL where it is absolute. */
function fileTarget(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(wellFormed(part)));
  const joined = parts.join('/');
  if (/^[A-Za-z]%3A\//.test(joined)) return `file:///${joined.replace('%3A', ':')}`;
  return joined.startsWith('/') ? `file://${joined}` : joined;
}
