/** A small XML reader for small parts: tags and text in order, no tree. Document types are refused, as OPC demands. */
import { xmlEntities } from '../../lib/xml-text.ts';

export interface XmlTag {
  readonly kind: 'open' | 'close';
  /** Without prefix. */
  readonly name: string;
  /** By name without prefix, decoded; empty for a closing tag. */
  readonly attributes: ReadonlyMap<string, string>;
  /** For an opening tag: whether it closes itself. A closing tag follows all the same. */
  readonly isEmpty: boolean;
}

export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

const maxDepth = 256;
const maxAttributes = 1000;
const noAttributes: ReadonlyMap<string, string> = new Map();

/** Why a part cannot be read; the caller knows file and part. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** Tags and texts of `xml` in order; throws XmlError where tags do not fit together. */
export function* readXml(xml: string): Generator<XmlTag | XmlText> {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start < 0) break;
    if (start > at && open.length > 0) yield { kind: 'text', text: decodeEntities(xml.slice(at, start)) };
    const special = skipSpecial(xml, start);
    if (special) {
      if (special.text !== '') yield { kind: 'text', text: special.text };
      at = special.end;
      continue;
    }
    const end = tagEnd(xml, start);
    at = end + 1;
    yield* readTag(xml.slice(start + 1, end), open);
  }
  if (open.length > 0) throw new XmlError(`${open.at(-1)} is never closed`);
}

/** A comment, CDATA section or processing instruction at `start`, if there is one. */
function skipSpecial(xml: string, start: number): { readonly text: string; readonly end: number } | undefined {
  if (xml.startsWith('<!--', start)) return { text: '', end: endOf(xml, '-->', start + 4) };
  if (xml.startsWith('<?', start)) return { text: '', end: endOf(xml, '?>', start + 2) };
  if (xml.startsWith('<![CDATA[', start)) {
    const end = endOf(xml, ']]>', start + 9);
    return { text: xml.slice(start + 9, end - 3), end };
  }
  if (xml.startsWith('<!', start)) throw new XmlError('it holds a document type (DOCTYPE)');
  return undefined;
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new XmlError(`${mark} is missing`);
  return at + mark.length;
}

/** Where the tag's `>` stands: not within quotes. */
function tagEnd(xml: string, start: number): number {
  for (let i = start + 1; i < xml.length; i += 1) {
    const char = xml.charAt(i);
    if (char === '>') return i;
    if (char === '<') break;
    // Behind the closing quote, or to the end where there is none.
    if (char === '"' || char === "'") i = (xml.indexOf(char, i + 1) + 1 || xml.length + 1) - 1;
  }
  throw new XmlError('a tag is never closed');
}

function* readTag(tag: string, open: string[]): Generator<XmlTag> {
  if (tag.startsWith('/')) {
    const qualified = tag.slice(1).trim();
    if (open.pop() !== qualified) throw new XmlError(`${qualified} closes what is not open`);
    yield { kind: 'close', name: localName(qualified), attributes: noAttributes, isEmpty: false };
    return;
  }
  const isEmpty = tag.endsWith('/');
  const body = isEmpty ? tag.slice(0, -1) : tag;
  const qualified = /^[^\s]+/.exec(body)?.[0];
  if (qualified === undefined) throw new XmlError('a tag has no name');
  const name = localName(qualified);
  yield { kind: 'open', name, attributes: readAttributes(body, qualified.length), isEmpty };
  if (isEmpty) yield { kind: 'close', name, attributes: noAttributes, isEmpty: false };
  else open.push(qualified);
  if (open.length > maxDepth) throw new XmlError('its elements are nested too deeply');
}

function readAttributes(body: string, from: number): ReadonlyMap<string, string> {
  if (from === body.length) return noAttributes;
  const attributes = new Map<string, string>();
  const pattern = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  pattern.lastIndex = from;
  for (let match = pattern.exec(body); match; match = pattern.exec(body)) {
    const qualified = match[1] ?? '';
    // A namespace declaration must not pass for the attribute that its prefix spells.
    if (!qualified.startsWith('xmlns')) {
      attributes.set(localName(qualified), decodeEntities(match[2] ?? match[3] ?? ''));
    }
    if (attributes.size > maxAttributes) throw new XmlError('an element has too many attributes');
    from = pattern.lastIndex;
  }
  if (body.slice(from).trim() !== '') throw new XmlError('an attribute is broken');
  return attributes;
}

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}

/** The five entities of XML and character references; anything else throws XmlError. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#([xX]?)([0-9a-fA-F]{1,8});|([A-Za-z]{2,4});)?/g, (whole, hex, digits, name) => {
    const known = typeof name === 'string' ? xmlEntities.get(name) : referenced(hex, digits);
    if (known === undefined) throw new XmlError(`${whole} is no known entity`);
    return known;
  });
}

function referenced(hex: unknown, digits: unknown): string | undefined {
  if (typeof digits !== 'string') return undefined;
  const code = hex === '' ? Number(digits) : Number.parseInt(digits, 16);
  const isAllowed = Number.isInteger(code) && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isAllowed ? String.fromCodePoint(code) : undefined;
}

/** Excel's own escapes in texts: `_x000D_` is a carriage return, `_x005F_` an underscore (ISO 29500-1, 22.9.2.19). */
export function decodeExcelEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
