/**
 * Our sheets in a copy of the user's workbook: package surgery, so that whatever the workbook holds and we do not know
 * is there with the same bytes. Edited are the workbook part, its relationships, the content types and the styles.
 */
import type { Document } from '../../model/document.ts';
import { dataVersion, sheetMarks, versionMark } from '../../model/own-sheets.ts';
import type { Content } from '../content.ts';
import { EditedParts, type PartRelationship } from '../package/edited-parts.ts';
import type { Parts } from '../xlsx/parts.ts';
import { workbookParts } from '../xlsx/workbook.ts';
import { editedWorkbookXml, type NewName, type NewSheet } from './edit-workbook-xml.ts';
import { fittedSheet, sharedStrings, strictPart } from './own-sheet.ts';
import { removeEarlier } from './remove-earlier.ts';
import { plainStyles, StyleMerger } from './styles.ts';
import type { GraftTarget } from './target.ts';
import { transplanted } from './transplant.ts';
import { readWorkbookXml, type WorkbookXml } from './workbook-xml.ts';

/** `wanted`: the title that each sheet of the document would have if it were free; it names the sheet's mark. */
export async function graft(target: GraftTarget, document: Document, wanted: readonly string[]): Promise<Content> {
  const { workbook, own, source } = target;
  const parts = new EditedParts(source);
  const relationships = await parts.relationships(source.workbook.name);
  const removed = new Set(own.values());
  await removeEarlier(parts, target, removed, relationships);
  const ours = await workbookParts(document);
  const styles = await stylesOf(parts, target, relationships, ours.get('xl/styles.xml') ?? '');
  adapt(ours, styles.merger, workbook);
  const marks = sheetMarks(wanted);
  const sheets: NewSheet[] = [];
  for (const [index, part] of (await transplanted(parts, ours, document.sheets.length, target.tableIds)).entries()) {
    const type = `${officeOf(workbook)}/worksheet`;
    const relationship = await parts.relate(source.workbook.name, part, type, 'rIdSalesmetrics');
    const replaces = own.get(marks[index]?.toLowerCase() ?? '') ?? null;
    sheets.push({ title: document.sheets[index]?.name ?? '', relationship, replaces });
  }
  const names = [...printTitles(ours.get('xl/workbook.xml') ?? ''), ...markNames(document, marks)];
  parts.set(source.workbook.name, editedWorkbookXml(workbook, removed, sheets, names));
  parts.set(styles.name, styles.merger.text());
  return parts.zip();
}

/** Our parts as the user's package needs them. */
function adapt(ours: Parts, styles: StyleMerger, { isStrict }: WorkbookXml): void {
  const strings = sharedStrings(ours.get('xl/sharedStrings.xml') ?? '');
  for (const [name, xml] of ours) {
    const fitted = /^xl\/worksheets\/[^/]+$/.test(name) ? fittedSheet(xml, strings, styles) : xml;
    ours.set(name, isStrict ? strictPart(fitted) : fitted);
  }
}

function officeOf({ isStrict }: WorkbookXml): string {
  return isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
}

/** A workbook without styles gets a part with the plain format of every program, and ours behind it. */
async function stylesOf(
  parts: EditedParts,
  { source, workbook }: GraftTarget,
  relationships: readonly PartRelationship[],
  ours: string,
): Promise<{ readonly name: string; readonly merger: StyleMerger }> {
  const latin = Buffer.from(ours, 'utf8').toString('latin1');
  const theirs = source.styles === null ? null : await parts.text(source.styles);
  if (source.styles !== null && theirs !== null) return { name: source.styles, merger: new StyleMerger(theirs, latin) };
  const broken = relationships.filter(({ type }) => type === 'styles').map(({ id }) => id);
  await parts.unrelate(source.workbook.name, new Set(broken));
  const name = parts.freeName('xl/styles', '.xml');
  const plain = workbook.isStrict ? strictPart(plainStyles) : plainStyles;
  parts.set(name, plain);
  await parts.declarePart(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml');
  await parts.relate(source.workbook.name, name, `${officeOf(workbook)}/styles`, 'rIdSalesmetrics');
  return { name, merger: new StyleMerger(plain, latin) };
}

/** The names that our own workbook part has: rows that are repeated on each printed page. */
function printTitles(xml: string): NewName[] {
  return readWorkbookXml(Buffer.from(xml, 'utf8').toString('latin1')).names.map(({ title, sheet, formula }) => ({
    name: title,
    sheet,
    formula,
    isHidden: false,
  }));
}

function markNames({ sheets }: Document, marks: readonly string[]): NewName[] {
  const named = sheets.map(({ name }, index) => ({
    name: marks[index] ?? '',
    sheet: null,
    formula: `'${name.replaceAll("'", "''")}'!$A$1`,
    isHidden: true,
  }));
  return [...named, { name: versionMark, sheet: null, formula: String(dataVersion), isHidden: true }];
}
