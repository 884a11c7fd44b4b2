/**
 * A copy of a workbook in which cells are marked: package surgery, so that whatever the workbook holds and we do not know
 * (charts, macros, pivots) is there with the same bytes. Edited are the sheets with marks, the styles, comments, their
 * drawings, relationships and content types.
 */
import type { PackageParts, SheetPart } from '../../model/package-parts.ts';
import { UserError } from '../../problems/user-error.ts';
import type { Content } from '../content.ts';
import { EditedParts, isSigned } from '../package/edited-parts.ts';
import { elementOf, masked } from '../package/tags.ts';
import { addComments, addShapes, type Note, newComments, newDrawing, withDrawing } from './notes.ts';
import { markCells } from './sheet-marks.ts';
import { type MarkKind, MarkStyles } from './styles.ts';

export interface CellMark extends Note {
  readonly sheet: string;
  readonly kind: MarkKind;
  /** False: a fill only. */
  readonly hasNote: boolean;
}

export interface Annotated {
  readonly content: Content;
  /** Cells that have a threaded comment, which got no note. */
  readonly withoutNote: number;
}

/** Throws UserErrors `annotate/signed`, `package/too-large`, `package/encoding`. */
export async function annotate(source: PackageParts, marks: readonly CellMark[]): Promise<Annotated> {
  if (isSigned(source)) {
    throw new UserError('annotate/signed', { file: source.file });
  }
  const parts = new EditedParts(source);
  const stylesText = source.styles === null ? null : await parts.text(source.styles);
  const styles = stylesText === null ? null : MarkStyles.of(stylesText);
  let withoutNote = 0;
  for (const [name, part] of source.sheets) {
    const own = marks.filter(({ sheet }) => sheet === name);
    if (own.length > 0) withoutNote += await annotateSheet(parts, part, own, styles);
  }
  if (styles !== null && source.styles !== null) parts.set(source.styles, styles.text());
  return { content: parts.zip(), withoutNote };
}

async function annotateSheet(
  parts: EditedParts,
  part: SheetPart,
  marks: readonly CellMark[],
  styles: MarkStyles | null,
): Promise<number> {
  const xml = await parts.text(part.name);
  if (xml === null) return 0;
  const rows = new Map<number, Map<number, (base: number) => number>>();
  for (const { row, column, kind } of marks) {
    const cells = rows.get(row) ?? new Map<number, (base: number) => number>();
    rows.set(
      row,
      cells.set(column, (base) => styles?.of(base, kind) ?? base),
    );
  }
  parts.set(part.name, markCells(xml, rows));
  const notes = marks.filter(({ hasNote }) => hasNote);
  return notes.length === 0 ? 0 : await addNotes(parts, part, notes);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictOffice = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

async function addNotes(parts: EditedParts, part: SheetPart, notes: readonly CellMark[]): Promise<number> {
  const sheet = (await parts.text(part.name)) ?? '';
  const isStrict = sheet.slice(0, 2000).includes('http://purl.oclc.org/ooxml/');
  const relations = isStrict ? strictOffice : office;
  const { added, left } = await putComments(parts, part, notes, relations);
  const used = elementOf(masked(tailOf(sheet)), 'legacyDrawing');
  const id = used === null ? null : /:id\s*=\s*["']([^"']*)["']/.exec(tailOf(sheet).slice(used.start, used.open))?.[1];
  const target = part.relationships.find((relationship) => relationship.id === id)?.target;
  const drawing = target === undefined ? null : await parts.text(target);
  if (target !== undefined && drawing !== null) parts.set(target, addShapes(drawing, added));
  else if (added.length > 0) {
    const name = parts.freeName('xl/drawings/vmlDrawing', '.vml');
    parts.set(name, newDrawing(added));
    await parts.declareExtension('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
    const relationship = await parts.relate(part.name, name, `${relations}/vmlDrawing`, 'rIdNote');
    parts.set(part.name, withDrawing(sheet, relationship, relations));
  }
  return left;
}

/** What follows the rows: the drawing is named there. */
function tailOf(sheet: string): string {
  return sheet.slice(Math.max(0, sheet.lastIndexOf('sheetData')));
}

async function putComments(parts: EditedParts, part: SheetPart, notes: readonly Note[], relations: string) {
  const target = part.relationships.find(({ type }) => type === 'comments')?.target;
  const before = target === undefined ? null : await parts.text(target);
  if (target !== undefined && before !== null) {
    const { xml, added, left } = addComments(before, notes);
    parts.set(target, xml);
    return { added, left };
  }
  const name = parts.freeName('xl/comments', '.xml');
  const isStrict = relations === strictOffice;
  parts.set(name, newComments(notes, isStrict ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : undefined));
  await parts.declarePart(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml');
  await parts.relate(part.name, name, `${relations}/comments`, 'rIdNote');
  return { added: notes, left: 0 };
}
