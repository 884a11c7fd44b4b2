/**
 * Text from a file or command line as it may be shown: control characters, line breaks, bidi marks and zero-width
 * characters escaped (`\u202e`), so that they neither move the cursor nor hide anything; cut to `limit` characters.
 */
export function visible(text: string, limit = Number.POSITIVE_INFINITY): string {
  const characters = [...text];
  const kept = characters.length > limit ? [...characters.slice(0, limit - 1), '…'] : characters;
  return kept.map((character) => (isHidden(character) ? escaped(character) : character)).join('');
}

// Controls, format characters (bidi, zero-width, byte order mark, tags), lone surrogates, line separators, fillers.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

function isHidden(character: string): boolean {
  return hidden.test(character);
}

function escaped(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
