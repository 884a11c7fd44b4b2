/** Text as GB18030 bytes, the encoding of most Chinese CSV exports. Two-byte characters only: enough for generated files. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap(bytesOf));
}

const decoder = new TextDecoder('gb18030');
const bytesByCharacter = new Map<string, readonly [number, number]>();

// Node decodes GB18030 but does not encode it, so the table is read off the decoder.
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if ([...character].length === 1 && character !== '\ufffd') bytesByCharacter.set(character, [lead, trail]);
  }
}

function bytesOf(character: string): readonly number[] {
  const code = character.charCodeAt(0);
  if (code < 0x80) return [code];
  const bytes = bytesByCharacter.get(character);
  if (bytes === undefined) throw new RangeError(`no two-byte GB18030 code for ${character}`);
  return bytes;
}
