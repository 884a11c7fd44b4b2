/** Document → bytes of a workbook. exceljs fills the sheets behind this one function; it never reads a user's file. */
import type { Document } from '../../model/document.ts';
import { fillSheet } from './fill-sheet.ts';
import { finishParts, zipParts } from './package.ts';
import type { Parts } from './parts.ts';
import { StyleBook } from './styles.ts';

const dayInMs = 86_400_000;

/** The same document gives the same bytes, on any machine. */
export async function writeWorkbook(document: Document): Promise<Uint8Array> {
  const styles = new StyleBook(document.lang);
  const parts = await workbookParts(document, styles);
  if (document.sheets.every(({ tail }) => tail === undefined)) return zipParts(parts);
  const { zipWithTails } = await import('./tail.ts');
  return zipWithTails(parts, document, styles);
}

/** The parts of that workbook: sheet number `n` of the document is `xl/worksheets/sheet<n>.xml`. */
export async function workbookParts(document: Document, styles = new StyleBook(document.lang)): Promise<Parts> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const createdAt = new Date(document.createdOn * dayInMs);
  Object.assign(workbook, {
    creator: document.application.name,
    lastModifiedBy: document.application.name,
    created: createdAt,
    modified: createdAt,
    title: document.title,
    subject: document.subject,
    keywords: document.keywords,
    company: document.company,
  });
  workbook.views = [{ x: 0, y: 0, width: 28_000, height: 18_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  const links = document.sheets.map((sheet) => fillSheet(workbook.addWorksheet(sheet.name), sheet, document, styles));
  // Stored, not deflated: the package step opens the parts again and packs them itself.
  const made = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as Parameters<
    typeof workbook.xlsx.writeBuffer
  >[0]);
  return finishParts(new Uint8Array(made), document, links);
}
