/** The text that a piece of HTML shows. */
import { xmlEntities } from '../lib/xml-text.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ...xmlEntities,
  ['nbsp', '\u00a0'],
  ['ensp', ' '],
  ['emsp', ' '],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['deg', '°'],
  ['euro', '€'],
  ['pound', '£'],
  ['yen', '¥'],
  ['cent', '¢'],
  ['sect', '§'],
  ['middot', '·'],
  ['bull', '•'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['minus', '−'],
  ['times', '×'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['Auml', 'Ä'],
  ['Ouml', 'Ö'],
  ['Uuml', 'Ü'],
  ['szlig', 'ß'],
  ['eacute', 'é'],
  ['egrave', 'è'],
  ['agrave', 'à'],
  ['ccedil', 'ç'],
  ['ntilde', 'ñ'],
]);

/** Blanks collapsed, line breaks (marked U+0001 by the tokenizer) kept, entities decoded; unknown ones stay as they are. */
export function htmlText(html: string): string {
  const lines = html
    .replaceAll(/[ \t\r\n\f]+/g, ' ')
    .split('\u0001')
    .map((line) => line.trim());
  const text = lines.join('\n').replaceAll(/&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,8}));?/g, decodeEntity);
  // A cell of hard blanks alone is how pages draw an empty one.
  return text.trim() === '' ? '' : text;
}

function decodeEntity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return entities.get(name) ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
}
