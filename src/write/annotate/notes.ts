/** Notes on cells: the comments part, the drawing part that places them, and where a sheet names both. */
import {
  appended,
  attribute,
  childrenOf,
  type Edit,
  edited,
  elementOf,
  masked,
  nextTag,
  partText,
  prefixOf,
} from '../package/tags.ts';

export interface Note {
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const author = 'salesmetrics';
const transitional = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function newComments(notes: readonly Note[], namespace = transitional): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors><author>${author}</author></authors><commentList>${notes.map((note) => comment(note, '', 0)).join('')}</commentList></comments>`;
}

function comment({ cell, text }: Note, prefix: string, authorId: number): string {
  const [p, r] = [`${prefix}comment`, run(text, prefix)];
  return `<${p} ref="${cell}" authorId="${authorId}"><${prefix}text>${r}</${prefix}text></${p}>`;
}

function run(text: string, prefix: string): string {
  return `<${prefix}r><${prefix}t xml:space="preserve">${partText(text)}</${prefix}t></${prefix}r>`;
}

export interface AddedComments {
  readonly xml: string;
  /** Notes whose cell had none before: they need a shape. */
  readonly added: readonly Note[];
  /** Cells with a threaded comment, which only Excel can add to: they are left as they are. */
  readonly left: number;
}

/** Adds to a comments part. A cell that has a note keeps it, with ours below. */
export function addComments(xml: string, notes: readonly Note[]): AddedComments {
  const mask = masked(xml);
  const prefix = prefixOf(mask);
  const [authors, list] = [elementOf(mask, 'authors'), elementOf(mask, 'commentList')];
  if (authors === null || list === null) return { xml, added: [], left: notes.length };
  const names = childrenOf(mask, authors.open, authors.close).map(({ end }) =>
    xml.slice(end, Math.max(end, xml.indexOf('<', end))),
  );
  const existing = new Map(
    childrenOf(mask, list.open, list.close).map((tag) => [attribute(xml.slice(tag.start, tag.end), 'ref') ?? '', tag]),
  );
  const edits: Edit[] = [];
  const added: Note[] = [];
  let left = 0;
  for (const note of notes) {
    const tag = existing.get(note.cell);
    if (tag === undefined) {
      added.push(note);
      continue;
    }
    const authorId = Number(attribute(xml.slice(tag.start, tag.end), 'authorId') ?? 0);
    const end = mask.indexOf(`</${prefix}text`, tag.end);
    if (names[authorId]?.startsWith('tc=') === true || end < 0) left += 1;
    else edits.push({ at: end, remove: 0, insert: run(`\n\n${note.text}`, prefix) });
  }
  const comments = added.map((note) => comment(note, prefix, names.length)).join('');
  edits.push(asContent(authors, `<${prefix}author>${author}</${prefix}author>`, `${prefix}authors`));
  edits.push(asContent(list, comments, `${prefix}commentList`));
  return { xml: edited(xml, edits), added, left };
}

/** At the end of an element, also where it is empty (`<commentList/>`). */
function asContent(
  { start, open, close, end }: { start: number; open: number; close: number; end: number },
  insert: string,
  name: string,
): Edit {
  if (open !== end) return { at: close, remove: 0, insert };
  return { at: start, remove: end - start, insert: `<${name}>${insert}</${name}>` };
}

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Where the notes are drawn: VML, because no other drawing of notes is read by every program. */
export function newDrawing(notes: readonly Note[]): string {
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${shapeType}${shapes(notes, 1025)}</xml>`;
}

export function addShapes(xml: string, notes: readonly Note[]): string {
  if (notes.length === 0) return xml;
  const ids = [...xml.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  const first = ids.reduce((most, id) => Math.max(most, id), 1024) + 1;
  const type = /id="_x0000_t202"/.test(xml) ? '' : shapeType;
  const declared =
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
  // Under prefixes of its own where the drawing does not declare them as usual.
  const isUsual = /xmlns:v=/.test(xml) && /xmlns:o=/.test(xml) && /xmlns:x=/.test(xml);
  const text = type + shapes(notes, first);
  const own = isUsual ? text : text.replaceAll(/<v:(shape|shapetype) /g, `<v:$1 ${declared} `);
  return appended(xml, own);
}

function shapes(notes: readonly Note[], first: number): string {
  return notes
    .map(({ row, column, text }, index) => {
      const lines = Math.min(16, 3 + Math.ceil(text.length / 30));
      const anchor = [column, 15, Math.max(0, row - 2), 10, column + 3, 15, row - 2 + lines, 4].join(', ');
      return `<v:shape id="_x0000_s${first + index}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:190pt;height:${lines * 15}pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
    })
    .join('');
}

/** What stands behind the drawing of notes in a sheet (ECMA-376 part 1, 18.3.1.99). */
const behind: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'AlternateContent',
]);

/** Names the drawing in the sheet; the relationship's namespace is declared on the spot. */
export function withDrawing(xml: string, id: string, namespace: string): string {
  const mask = masked(xml);
  const prefix = prefixOf(mask);
  const data = mask.indexOf(`</${prefix}sheetData`);
  const from = data >= 0 ? (nextTag(mask, data)?.end ?? 0) : (elementOf(mask, 'sheetData')?.end ?? 0);
  const end = mask.lastIndexOf('</');
  const at = childrenOf(mask, from, end).find(({ name }) => behind.has(name))?.start ?? end;
  const insert = `<${prefix}legacyDrawing xmlns:r="${namespace}" r:id="${id}"/>`;
  return edited(xml, [{ at, remove: 0, insert }]);
}
