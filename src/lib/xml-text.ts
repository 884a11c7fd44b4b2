/** The five entities that XML itself knows: name → character. */
export const xmlEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const references = new Map([...xmlEntities].map(([name, character]) => [character, `&${name};`]));

/** Halves of surrogate pairs, which UTF-8 cannot hold, become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}

/** Text for an element or attribute of XML 1.0; characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  return (
    wellFormed(text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids exactly these
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll(/[&<>"']/g, (character) => references.get(character) ?? '')
  );
}
