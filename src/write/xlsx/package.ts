/**
 * The package step: what exceljs cannot write, and stable bytes. Works on the parts of the zip, by small edits of the
 * XML that exceljs makes (ECMA-376 part 1 for sheets, part 2 for relationships and content types).
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { escapeXml } from '../../lib/xml-text.ts';
import type { Document } from '../../model/document.ts';
import { addCharts } from './charts/add-charts.ts';
import { customProperties } from './custom-properties.ts';
import type { CellLink } from './fill-sheet.ts';
import { addLinks } from './links.ts';
import { addOverride, addRelationship, editPart, type Parts } from './parts.ts';
import { addPrintAreas } from './print-areas.ts';
import { addSparklines } from './sparklines.ts';

/** Local time, because zip times have no zone: every machine writes the same digits. */
export const zipTime = new Date(1980, 0, 1);

/** The finished parts by name: same document, same texts. */
export function finishParts(made: Uint8Array, document: Document, links: readonly (readonly CellLink[])[]): Parts {
  const parts = new Map(Object.entries(unzipSync(made)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  editPart(parts, 'docProps/app.xml', (xml) => trueApplication(xml, document));
  editPart(parts, 'xl/styles.xml', quotePrefixes);
  addPropertiesPart(parts, customProperties(document.properties));
  links.forEach((cellLinks, index) => {
    addLinks(parts, index + 1, cellLinks);
  });
  addCharts(parts, document);
  addSparklines(parts, document);
  addPrintAreas(parts, document);
  for (const [name, xml] of parts) {
    if (name.startsWith('xl/worksheets/sheet')) parts.set(name, stableIds(xml));
  }
  return parts;
}

/** exceljs says that Microsoft Excel made the file. */
function trueApplication(xml: string, { application }: Document): string {
  const [major = '0', minor = '0', patch = '0'] = application.version.split(/[.+-]/);
  const version = `${major.padStart(2, '0').slice(-2)}.${minor.padStart(2, '0').slice(-2)}${patch.padStart(2, '0').slice(-2)}`;
  return xml
    .replace(/<Application>[^<]*<\/Application>/, `<Application>${escapeXml(application.name)}</Application>`)
    .replace(/<AppVersion>[^<]*<\/AppVersion>/, `<AppVersion>${version}</AppVersion>`);
}

/** Turns the mark of `styles.ts` into what it stands for. */
function quotePrefixes(xml: string): string {
  return xml.replaceAll(/<xf [^<>]*>(?:<alignment[^<>]*\/>)?<protection hidden="1"\/>/g, (format) =>
    format.replace('<protection hidden="1"/>', '').replace(' applyProtection="1"', ' quotePrefix="1"'),
  );
}

/** Random ids of data bars become numbers in order of appearance; rule and extension name the same id. */
function stableIds(xml: string): string {
  const known = new Map<string, string>();
  return xml.replaceAll(
    /\{[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\}/g,
    (id, offset: number) => {
      // `uri` attributes name kinds of extensions, not this file's rules.
      if (xml.slice(offset - 5, offset) === 'uri="') return id;
      const stable = known.get(id) ?? `{00000000-0000-4000-8000-${String(known.size + 1).padStart(12, '0')}}`;
      known.set(id, stable);
      return stable;
    },
  );
}

function addPropertiesPart(parts: Parts, xml: string): void {
  parts.set('docProps/custom.xml', xml);
  addOverride(parts, '/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml');
  addRelationship(parts, '_rels/.rels', {
    id: 'rIdCustom',
    type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties',
    target: 'docProps/custom.xml',
  });
}

/** Of the deflater: by default it zeroes megabytes of tables for each part, which takes longer than packing it. */
export const tableBits = 4;

/** Content types first, as readers like it; then by name. */
export function namesInOrder(parts: ReadonlyMap<string, string>): string[] {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  return [...parts.keys()].filter((name) => !name.endsWith('/')).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** The file. */
export function zipParts(parts: ReadonlyMap<string, string>): Uint8Array {
  const entries: Zippable = {};
  for (const name of namesInOrder(parts))
    entries[name] = [strToU8(parts.get(name) ?? ''), { mtime: zipTime, level: 6, mem: tableBits }];
  return zipSync(entries);
}
