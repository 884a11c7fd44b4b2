/**
 * Small edits of XML that leave every other byte as it is. Parts are held as one character per byte (latin1): names and
 * positions are ASCII, whatever the text between them is in, and no text is decoded and encoded again.
 */
import { escapeXml, xmlEntities } from '../../lib/xml-text.ts';

export interface Tag {
  readonly start: number;
  /** Past its `>`. */
  readonly end: number;
  /** Without prefix. */
  readonly name: string;
  readonly isClose: boolean;
  /** `<c/>` */
  readonly isEmpty: boolean;
}

/** The same text with comments and CDATA blanked, so that what looks like a tag is one. */
export function masked(xml: string): string {
  if (!xml.includes('<!')) return xml;
  return xml.replaceAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, (text) => ' '.repeat(text.length));
}

/** The first tag from `from` on; declarations are passed over. */
export function nextTag(xml: string, from: number): Tag | null {
  for (let start = xml.indexOf('<', from); start >= 0; start = xml.indexOf('<', start + 1)) {
    const second = xml[start + 1];
    if (second === '?' || second === '!') continue;
    const end = tagEnd(xml, start);
    const isClose = second === '/';
    const name = /^<\/?(?:[\w.-]+:)?([\w.-]+)/.exec(xml.slice(start, Math.min(end, start + 200)))?.[1] ?? '';
    return { start, end, name, isClose, isEmpty: xml[end - 2] === '/' };
  }
  return null;
}

/** Past the `>` that ends the tag; one inside an attribute's value ends nothing. */
export function tagEnd(xml: string, start: number): number {
  let quote = '';
  for (let at = start; at < xml.length; at++) {
    const character = xml[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return xml.length;
}

/** Prefix of the root element with its colon; '' where it has none. */
export function prefixOf(xml: string): string {
  const root = nextTag(xml, 0);
  return root === null ? '' : (/^<([\w.-]+:)/.exec(xml.slice(root.start, root.end))?.[1] ?? '');
}

/** Value of an attribute without prefix in a tag's text. */
export function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match === null ? null : (match[1] ?? match[2] ?? '');
}

/** The tag with the attribute set, replaced where it stands or added at the end. */
export function withAttribute(tag: string, name: string, value: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(tag);
  if (match) return `${tag.slice(0, match.index)} ${name}="${value}"${tag.slice(match.index + match[0].length)}`;
  return tag.replace(/\s*(\/?)>$/, ` ${name}="${value}"$1>`);
}

/** The element of that name with its content, without regard to depth; null where there is none. */
export function elementOf(
  mask: string,
  name: string,
): { readonly start: number; readonly open: number; readonly close: number; readonly end: number } | null {
  for (let tag = nextTag(mask, 0); tag !== null; tag = nextTag(mask, tag.end)) {
    if (tag.name !== name || tag.isClose) continue;
    if (tag.isEmpty) return { start: tag.start, open: tag.end, close: tag.end, end: tag.end };
    const last = closingOf(mask, tag);
    return last === null ? null : { start: tag.start, open: tag.end, close: last.start, end: last.end };
  }
  return null;
}

/** The tag that closes an opening one. */
export function closingOf(mask: string, open: Tag): Tag | null {
  let depth = 1;
  for (let tag = nextTag(mask, open.end); tag !== null; tag = nextTag(mask, tag.end)) {
    if (tag.name !== open.name || tag.isEmpty) continue;
    depth += tag.isClose ? -1 : 1;
    if (depth === 0) return tag;
  }
  return null;
}

/** Opening tags right below the element whose content is [from, to). */
export function childrenOf(mask: string, from: number, to: number): readonly Tag[] {
  const found: Tag[] = [];
  let depth = 0;
  for (let tag = nextTag(mask, from); tag !== null && tag.start < to; tag = nextTag(mask, tag.end)) {
    if (tag.isClose) depth -= 1;
    else {
      if (depth === 0) found.push(tag);
      if (!tag.isEmpty) depth += 1;
    }
  }
  return found;
}

export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** All edits at once; those of one place in the order given. */
export function edited(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.at - b.at)) {
    pieces.push(xml.slice(at, edit.at), edit.insert);
    at = edit.at + edit.remove;
  }
  return [...pieces, xml.slice(at)].join('');
}

/** Inserts before the root's closing tag, also where the root is empty. */
export function appended(xml: string, insert: string): string {
  const mask = masked(xml);
  const root = nextTag(mask, 0);
  if (root === null) return xml;
  if (!root.isEmpty) {
    const at = mask.lastIndexOf('</');
    return edited(xml, [{ at, remove: 0, insert }]);
  }
  const tag = xml.slice(root.start, root.end);
  const name = /^<([\w.:-]+)/.exec(tag)?.[1] ?? '';
  const open = tag.replace(/\s*\/>$/, '>');
  return edited(xml, [{ at: root.start, remove: tag.length, insert: `${open}${insert}</${name}>` }]);
}

/** Text from outside as it stands in such a part: escaped, in UTF-8, a character per byte. */
export function partText(text: string): string {
  return Buffer.from(escapeXml(text), 'utf8').toString('latin1');
}

/** The other way round: a part's raw text as text. Unknown entities stay as they are. */
export function plainText(raw: string): string {
  return Buffer.from(raw, 'latin1')
    .toString('utf8')
    .replaceAll(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, digits, hex, name) => {
      if (typeof name === 'string') return xmlEntities.get(name) ?? whole;
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(digits);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

export interface Element {
  readonly name: string;
  readonly start: number;
  /** Past the end of its opening tag. */
  readonly open: number;
  /** Where its closing tag begins; `open` where it has none. */
  readonly close: number;
  readonly end: number;
}

/** The elements right below the one whose content is [from, to), with their content. */
export function elementsIn(mask: string, from: number, to: number): readonly Element[] {
  return childrenOf(mask, from, to).map((tag) => {
    const { name, start, end: open } = tag;
    const last = tag.isEmpty ? null : closingOf(mask, tag);
    return { name, start, open, close: last?.start ?? open, end: last?.end ?? open };
  });
}

/** The elements right below the root. */
export function rootElements(mask: string): readonly Element[] {
  const root = nextTag(mask, 0);
  return root === null || root.isEmpty ? [] : elementsIn(mask, root.end, mask.lastIndexOf('</'));
}

/** Puts `insert` below the root, before the first element that the schema wants behind one called `name`. */
export function insertedInOrder(xml: string, order: readonly string[], name: string, insert: string): string {
  const behind = new Set(order.slice(order.indexOf(name) + 1));
  const next = rootElements(masked(xml)).find((element) => behind.has(element.name));
  return next ? edited(xml, [{ at: next.start, remove: 0, insert }]) : appended(xml, insert);
}

/** The same without the root's elements that `isUnwanted` says, given their opening tags. */
export function withoutElements(xml: string, isUnwanted: (tag: string) => boolean): string {
  const unwanted = rootElements(masked(xml)).filter(({ start, open }) => isUnwanted(xml.slice(start, open)));
  return edited(
    xml,
    unwanted.map(({ start, end }) => ({ at: start, remove: end - start, insert: '' })),
  );
}
