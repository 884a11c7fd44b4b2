/** One sheet of a document → one exceljs worksheet. Links are returned: the package step writes them. */
import type { Worksheet } from 'exceljs';
import { toNumber } from '../../lib/decimal.ts';
import { wellFormed } from '../../lib/xml-text.ts';
import type { Document, Link, Sheet, SheetTail, Value } from '../../model/document.ts';
import { columnLetters } from '../../model/place.ts';
import { addInputRules } from './input-rules.ts';
import { addRules } from './rules.ts';
import type { StyleBook } from './styles.ts';
import { draftOrange } from './styles.ts';
import { columnWidths, rowHeights } from './widths.ts';

export interface CellLink {
  readonly cell: string;
  readonly link: Link;
}

const maxCharacters = 32_767;
/** Excel's day 0 is 1899-12-30 for all days after February 1900. */
const excelEpoch = 25_569;

export function fillSheet(worksheet: Worksheet, sheet: Sheet, document: Document, styles: StyleBook): CellLink[] {
  addTables(worksheet, sheet);
  const links = fillCells(worksheet, sheet, styles);
  for (const area of sheet.merges) {
    if (area.left !== area.right || area.top !== area.bottom)
      worksheet.mergeCellsWithoutStyle(area.top, area.left, area.bottom, area.right);
  }
  const widths = columnWidths(sheet);
  widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  for (const [row, height] of rowHeights(sheet, widths)) worksheet.getRow(row).height = height;
  foldRows(worksheet, sheet);
  addRules(worksheet, sheet, document);
  addInputRules(worksheet, sheet);
  setView(worksheet, sheet);
  setPrint(worksheet, sheet, document);
  if (sheet.tail) addSamples(worksheet, sheet.rows.length + 1, sheet.tail, styles);
  if (document.draftWord !== null) worksheet.properties.tabColor = { argb: draftOrange };
  return links;
}

/** exceljs wants the rows of a table; the cells themselves are written afterwards, with their looks. */
function addTables(worksheet: Worksheet, { tables, kind }: Sheet): void {
  for (const { name, area, headings } of tables) {
    worksheet.addTable({
      name,
      ref: `${columnLetters(area.left)}${area.top}`,
      headerRow: true,
      totalsRow: false,
      style: { theme: 'TableStyleLight1', showRowStripes: false },
      columns: headings.map((heading) => ({ name: escaped(heading), filterButton: kind === 'data' })),
      rows: Array.from({ length: area.bottom - area.top }, () => []),
    });
  }
}

function fillCells(worksheet: Worksheet, { rows }: Sheet, styles: StyleBook): CellLink[] {
  const links: CellLink[] = [];
  rows.forEach((cells, index) => {
    const row = worksheet.getRow(index + 1);
    cells.forEach((cell, column) => {
      if (!cell) return;
      const target = row.getCell(column + 1);
      const value = plainValue(cell.value);
      target.value = cell.formula === null ? value : { formula: cell.formula, result: value ?? '' };
      target.style = styles.of(cell, typeof value === 'string' && cell.formula === null && beginsLikeFormula(value));
      if (cell.link) links.push({ cell: `${columnLetters(column + 1)}${index + 1}`, link: cell.link });
    });
  });
  return links;
}

/** In the place of the tail, so that the workbook has its looks; the package step puts the rows there. */
function addSamples(worksheet: Worksheet, at: number, { samples }: SheetTail, styles: StyleBook): void {
  samples.forEach((cell, column) => {
    const value = plainValue(cell.value);
    const target = worksheet.getRow(at).getCell(column + 1);
    target.value = value;
    target.style = styles.of(cell, typeof value === 'string' && beginsLikeFormula(value));
  });
}

/** A row stands above those that make it up. */
function foldRows(worksheet: Worksheet, { outlines }: Sheet): void {
  if (outlines.size === 0) return;
  worksheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  worksheet.properties.outlineLevelRow = Math.max(...[...outlines.values()].map(({ level }) => level));
  for (const [at, { level, isFolded }] of outlines) {
    const row = worksheet.getRow(at);
    row.outlineLevel = level;
    row.hidden = isFolded;
  }
}

/** Text that Excel would take for a formula if somebody edited the cell; `quotePrefix` keeps it text. */
export function beginsLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r＝＋－＠]/.test(text);
}

export function plainValue(value: Value): string | number | null {
  switch (value.kind) {
    case 'text':
    case 'status':
      return value.text === '' ? null : escaped(value.text);
    case 'unfilled':
      return null;
    case 'blank':
      return escaped(value.because);
    case 'number':
    case 'bar':
      return toNumber(value.value);
    case 'day':
      return value.day + excelEpoch;
  }
}

/** Text as a cell can hold it: at most 32,767 characters, `_x000D_` meant literally, no broken surrogates. */
function escaped(text: string): string {
  return wellFormed(text.slice(0, maxCharacters)).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function setView(worksheet: Worksheet, { kind, frozenRows, frozenColumns }: Sheet): void {
  const view = { showGridLines: kind === 'data', zoomScale: 100, activeCell: 'B2' };
  const topLeftCell = `${columnLetters(frozenColumns + 1)}${frozenRows + 1}`;
  worksheet.views = [
    frozenRows + frozenColumns === 0
      ? { ...view, state: 'normal' }
      : { ...view, state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows, topLeftCell, activeCell: topLeftCell },
  ];
}

const a4 = 9;

function setPrint(worksheet: Worksheet, sheet: Sheet, { draftWord, footer }: Document): void {
  const { kind, isLandscape, frozenRows } = sheet;
  worksheet.pageSetup = {
    paperSize: a4,
    orientation: isLandscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: kind === 'page' ? 1 : 0,
    horizontalCentered: kind === 'page',
    margins: { left: 0.4, right: 0.4, top: draftWord === null ? 0.5 : 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(kind === 'data' && frozenRows > 0 ? { printTitlesRow: `${frozenRows}:${frozenRows}` } : {}),
  };
  worksheet.headerFooter = {
    ...(draftWord === null ? {} : { oddHeader: `&C&"-,Bold"&14${plain(draftWord)}` }),
    oddFooter: `&L&8&F  &A&C&8${plain(footer.page)} &P ${plain(footer.of)} &N&R&8 ${plain(footer.asOf)}`,
  };
}

/** In headers and footers `&` begins a code. */
function plain(text: string): string {
  return text.replaceAll('&', '&&');
}
