/** Names of files made from names of people, safe on every system. */

/** Most systems allow 255 bytes; extension, number and temporary names need some, and paths are limited too. */
const mostBytes = 120;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * A file name for each of `stems`, with `extension` (`.xlsx`): no part of a path, no character or name that Windows
 * refuses, no blank or dot at an end, at most 120 bytes before number and extension, and all different whatever the case.
 */
export function fileNames(stems: readonly string[], extension: string): string[] {
  const used = new Set<string>();
  return stems.map((stem) => {
    const plain = plainStem(stem);
    let unique = plain;
    for (let copy = 2; used.has(keyOf(unique)); copy += 1) unique = `${plain} (${copy})`;
    used.add(keyOf(unique));
    return `${unique}${extension}`;
  });
}

/** File systems fold case, and some take composed and decomposed letters for the same. */
function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function plainStem(stem: string): string {
  const kept = trimmed(
    stem
      .normalize('NFC')
      .replaceAll(/[<>:"/\\|?*]/g, '-')
      .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
      .replaceAll(/\s+/gu, ' '),
  );
  const name = trimmed(cutToBytes(kept)) || '_';
  return reserved.test(name) ? `_${name}` : name;
}

/** A dot in front hides a file, `~$` marks one as open in Excel, a dash reads as a flag. */
function trimmed(name: string): string {
  return name.replaceAll(/^[\s.~\-$]+|[\s.]+$/gu, '');
}

function cutToBytes(name: string): string {
  let kept = '';
  for (const character of name) {
    if (new TextEncoder().encode(kept + character).length > mostBytes) break;
    kept += character;
  }
  return kept;
}
