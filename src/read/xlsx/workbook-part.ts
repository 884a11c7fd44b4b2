/** The workbook part: which sheets there are, where they stand, and from which day dates count. */
import { isSheetMark, sheetOfReference } from '../../model/own-sheets.ts';
import { damaged } from './damaged.ts';
import { parsePart, type Relationship, readContentTypes, readRelationships } from './package.ts';
import { readXml, type XmlTag } from './xml.ts';
import type { ZipArchive } from './zip.ts';
import type { ZipEntry } from './zip-directory.ts';

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** Null for a sheet of another kind (chart, dialog, macro): it has no rows. */
  readonly entry: ZipEntry | null;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  readonly hasMacros: boolean;
  /** Its part, and the content type that it is declared with. */
  readonly workbook: { readonly name: string; readonly type: string };
  readonly styles: ZipEntry | undefined;
  readonly sharedStrings: ZipEntry | undefined;
  /** Whether a sheet is our own output, not data: of a report all are, of a workbook to fill in those that explain it. */
  readonly isOwn: (sheet: string) => boolean;
}

const rowlessTypes: ReadonlySet<string> = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']);

/** Throws UserError `file/damaged`, also for a package that holds no workbook. */
export async function readWorkbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  const types = await readContentTypes(archive);
  const packageRels = await packageRelationships(archive);
  const workbook = findWorkbook(archive, types, packageRels);
  const relationships = await readRelationships(archive, workbook.name);
  const { grafted, ...part } = await readWorkbookXml(archive, workbook);
  const isMarked = await ownSheets(archive, packageRels);
  const type = types.get(workbook.name.toLowerCase()) ?? '';
  const byType = (type: string) => {
    const target = relationships.find((relationship) => relationship.type === type)?.target;
    return target === undefined ? undefined : archive.find(target);
  };
  return {
    ...part,
    sheets: part.sheets.map((sheet) => locate(archive, sheet, relationships)),
    hasMacros: type.includes('macroEnabled'),
    workbook: { name: workbook.name, type },
    styles: byType('styles'),
    sharedStrings: byType('sharedStrings'),
    isOwn: (sheet) => grafted.has(sheet) || isMarked(sheet),
  };
}

/** A package whose own list of relationships is broken is still found by its content types, as other programs do. */
async function packageRelationships(archive: ZipArchive): Promise<readonly Relationship[]> {
  return await readRelationships(archive, '');
}

function findWorkbook(
  archive: ZipArchive,
  types: ReadonlyMap<string, string>,
  relationships: readonly Relationship[],
): ZipEntry {
  const typed = [...types].find(([, type]) => /\.(?:sheet|template|addin)\.(?:macroEnabled\.)?main\+xml$/i.test(type));
  const candidates = [
    relationships.find(({ type }) => type === 'officeDocument')?.target,
    typed?.[0],
    'xl/workbook.xml',
  ];
  for (const name of candidates) {
    const entry = name === undefined ? undefined : archive.find(name);
    if (entry) return entry;
  }
  throw damaged(archive.file, 'it holds no workbook');
}

interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relationship: string;
}

interface WorkbookXml {
  readonly is1904: boolean;
  readonly sheets: readonly ListedSheet[];
  /** Titles of the sheets that salesmetrics put into somebody else's workbook. */
  readonly grafted: ReadonlySet<string>;
}

async function readWorkbookXml(archive: ZipArchive, entry: ZipEntry): Promise<WorkbookXml> {
  let root: string | undefined;
  const found = await parsePart(archive, entry, (xml) => {
    let is1904 = false;
    const sheets: ListedSheet[] = [];
    for (const part of readXml(xml)) {
      if (part.kind !== 'open') continue;
      root ??= part.name;
      if (part.name === 'workbookPr') is1904 = isTrue(part.attributes.get('date1904'));
      else if (part.name === 'sheet') sheets.push(listedSheet(part));
    }
    return { is1904, sheets, grafted: graftedSheets(xml) };
  });
  if (root !== 'workbook') throw damaged(archive.file, `${entry.name} is no workbook part`);
  return found;
}

function graftedSheets(xml: string): ReadonlySet<string> {
  const found = new Set<string>();
  let mark = false;
  for (const part of readXml(xml)) {
    const sheet = mark && part.kind === 'text' ? sheetOfReference(part.text) : null;
    if (sheet !== null) found.add(sheet);
    mark = part.kind === 'open' && isMark(part);
  }
  return found;
}

/** A mark belongs to the workbook: what a copy of our sheet takes along is the user's. */
function isMark({ name, attributes }: XmlTag): boolean {
  return name === 'definedName' && !attributes.has('localSheetId') && isSheetMark(attributes.get('name') ?? '');
}

function listedSheet({ attributes }: XmlTag): ListedSheet {
  return {
    name: attributes.get('name') ?? '',
    isHidden: ['hidden', 'veryHidden'].includes(attributes.get('state') ?? ''),
    relationship: attributes.get('id') ?? '',
  };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function locate(archive: ZipArchive, sheet: ListedSheet, relationships: readonly Relationship[]): SheetEntry {
  const relationship = relationships.find(({ id }) => id === sheet.relationship);
  if (relationship && rowlessTypes.has(relationship.type)) return { ...sheet, entry: null };
  const entry = relationship && archive.find(relationship.target);
  if (!entry) throw damaged(archive.file, `the part of sheet ${sheet.name} is missing`);
  return { ...sheet, entry };
}

/** By our custom properties: `salesmetrics.version` marks a report, `salesmetrics.notes` names sheets that explain. */
async function ownSheets(
  archive: ZipArchive,
  relationships: readonly Relationship[],
): Promise<(sheet: string) => boolean> {
  const target = relationships.find(({ type }) => type === 'custom-properties')?.target ?? 'docProps/custom.xml';
  const entry = archive.find(target);
  const properties = entry ? await parsePart(archive, entry, readProperties) : new Map<string, string>();
  if (properties.has('salesmetrics.version')) return () => true;
  const notes = new Set((properties.get('salesmetrics.notes') ?? '').split('/'));
  return (sheet) => notes.has(sheet);
}

function readProperties(xml: string): Map<string, string> {
  const properties = new Map<string, string>();
  let name = '';
  for (const part of readXml(xml)) {
    if (part.kind === 'text') properties.set(name, (properties.get(name) ?? '') + part.text.trim());
    else if (part.kind === 'open' && part.name === 'property') {
      name = part.attributes.get('name') ?? '';
      properties.set(name, '');
    }
  }
  return properties;
}
