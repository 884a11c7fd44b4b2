/**
 * A copy of a workbook in which cells are marked: package surgery, so that whatever the workbook holds and we do not know
 * (charts, macros, pivots) is there with the same bytes. Edited are the sheets with marks, the styles, comments, their
 * drawings, relationships and content types.
 */
import type { PackageParts, SheetPart } from '../../model/package-parts.ts';
import { UserError } from '../../problems/user-error.ts';
import { addComments, addShapes, type Note, newComments, newDrawing, withDrawing } from './notes.ts';
import { packedPart, rawZip } from './raw-zip.ts';
import { markCells } from './sheet-marks.ts';
import { type MarkKind, MarkStyles } from './styles.ts';
import { appended, attribute, elementOf, masked, prefixOf } from './tags.ts';

export interface CellMark extends Note {
  readonly sheet: string;
  readonly kind: MarkKind;
  /** False: a fill only. */
  readonly hasNote: boolean;
}

export interface Annotated {
  readonly bytes: Uint8Array;
  /** Cells that have a threaded comment, which got no note. */
  readonly withoutNote: number;
}

/** Throws UserErrors `annotate/signed`, `annotate/too-large`, `annotate/encoding`. */
export async function annotate(source: PackageParts, marks: readonly CellMark[]): Promise<Annotated> {
  if (source.parts.some(({ name }) => name.toLowerCase().startsWith('_xmlsignatures/'))) {
    throw new UserError('annotate/signed', { file: source.file });
  }
  const parts = new Parts(source);
  const stylesText = source.styles === null ? null : await parts.text(source.styles);
  const styles = stylesText === null ? null : MarkStyles.of(stylesText);
  let withoutNote = 0;
  for (const [name, part] of source.sheets) {
    const own = marks.filter(({ sheet }) => sheet === name);
    if (own.length > 0) withoutNote += await annotateSheet(parts, part, own, styles);
  }
  if (styles !== null && source.styles !== null) parts.set(source.styles, styles.text());
  return { bytes: parts.zip(), withoutNote };
}

async function annotateSheet(
  parts: Parts,
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

async function addNotes(parts: Parts, part: SheetPart, notes: readonly CellMark[]): Promise<number> {
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
    const relationship = await parts.relate(part.name, name, `${relations}/vmlDrawing`);
    parts.set(part.name, withDrawing(sheet, relationship, relations));
  }
  return left;
}

/** What follows the rows: the drawing is named there. */
function tailOf(sheet: string): string {
  return sheet.slice(Math.max(0, sheet.lastIndexOf('sheetData')));
}

async function putComments(parts: Parts, part: SheetPart, notes: readonly Note[], relations: string) {
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
  await parts.relate(part.name, name, `${relations}/comments`);
  return { added: notes, left: 0 };
}

const typesName = '[Content_Types].xml';
/** A string of V8 ends at 512 MiB. */
const mostBytes = 500 << 20;

/** The package while it is edited: texts a character per byte (`tags.ts`). */
class Parts {
  readonly #source: PackageParts;
  readonly #edited = new Map<string, string>();

  constructor(source: PackageParts) {
    this.#source = source;
  }

  /** Null where there is no such part. */
  async text(name: string): Promise<string | null> {
    const own = this.#ownName(name);
    const before = this.#edited.get(own);
    if (before !== undefined) return before;
    const bytes = await this.#source.read(own);
    if (bytes === null) return null;
    if (bytes.length > mostBytes) throw new UserError('annotate/too-large', { file: this.#source.file, part: own });
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(text.slice(0, 300))?.[1];
    const isByteWise = /^(?:\xef\xbb\xbf)?\s*</.test(text) && /^(?:utf-?8|us-ascii|ascii)$/i.test(declared ?? 'utf-8');
    if (!isByteWise || text[1] === '\0')
      throw new UserError('annotate/encoding', { file: this.#source.file, part: own });
    return text;
  }

  set(name: string, text: string): void {
    this.#edited.set(this.#ownName(name), text);
  }

  freeName(start: string, end: string): string {
    for (let number = 1; ; number++) {
      const name = `${start}${number}${end}`;
      if (!this.#isTaken(name)) return name;
    }
  }

  /** Adds a relationship of `part` to the part `target` and gives its id. */
  async relate(part: string, target: string, type: string): Promise<string> {
    const slash = part.lastIndexOf('/') + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    const before =
      (await this.text(name)) ??
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    let number = 1;
    while (before.includes(`"rIdNote${number}"`)) number += 1;
    const id = `rIdNote${number}`;
    const tag = `<${prefixOf(masked(before))}Relationship Id="${id}" Type="${type}" Target="/${target}"/>`;
    this.set(name, appended(before, tag));
    return id;
  }

  async declarePart(name: string, type: string): Promise<void> {
    await this.#addType(`Override PartName="/${name}" ContentType="${type}"`);
  }

  async declareExtension(extension: string, type: string): Promise<void> {
    const types = (await this.text(typesName)) ?? '';
    const tags = types.match(/<(?:[\w.-]+:)?Default\s[^>]*>/g) ?? [];
    if (tags.some((tag) => attribute(tag, 'Extension')?.toLowerCase() === extension)) return;
    await this.#addType(`Default Extension="${extension}" ContentType="${type}"`);
  }

  async #addType(tag: string): Promise<void> {
    const types = (await this.text(typesName)) ?? '';
    this.set(typesName, appended(types, `<${prefixOf(masked(types))}${tag}/>`));
  }

  zip(): Uint8Array {
    const kept = this.#source.parts.map((part) => {
      const text = this.#edited.get(part.name);
      return text === undefined
        ? part
        : { ...packedPart(part.name, bytesOf(text)), rawName: part.rawName, isUtf8: part.isUtf8 };
    });
    const known = new Set(this.#source.parts.map(({ name }) => name));
    const added = [...this.#edited].filter(([name]) => !known.has(name));
    return rawZip([...kept, ...added.map(([name, text]) => packedPart(name, bytesOf(text)))]);
  }

  #isTaken(name: string): boolean {
    return [...this.#edited.keys(), ...this.#source.parts.map((part) => part.name)].some(
      (other) => other.toLowerCase() === name.toLowerCase(),
    );
  }

  /** Part names match without regard to case; the archive's own spelling counts. */
  #ownName(name: string): string {
    const { parts } = this.#source;
    return (
      parts.find((part) => part.name === name)?.name ??
      parts.find((part) => part.name.toLowerCase() === name.toLowerCase())?.name ??
      name
    );
  }
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
