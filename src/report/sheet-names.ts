/** Names that spreadsheets accept for sheets. */

const mostUnits = 31;
/** Excel keeps it for its own. */
const reserved = 'history';

/**
 * A sheet name for each of `names`: at most 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at an end, unlike
 * all others and those in `taken` whatever the case; a repeated one gets a number. `blank` is for names of nothing else.
 */
export function sheetNames(names: readonly string[], taken: Iterable<string>, blank: string): string[] {
  const used = new Set([reserved, ...[...taken].map(keyOf)]);
  return names.map((name) => {
    const plain = plainName(name) || blank;
    let unique = cut(plain, mostUnits);
    for (let copy = 2; used.has(keyOf(unique)); copy += 1) {
      const number = ` (${copy})`;
      unique = `${cut(plain, mostUnits - number.length)}${number}`;
    }
    used.add(keyOf(unique));
    return unique;
  });
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function plainName(name: string): string {
  return trimmed(
    name
      .normalize('NFC')
      .replaceAll(/[[\]:*?/\\]/g, '-')
      .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
      .replaceAll(/\s+/g, ' '),
  );
}

function trimmed(name: string): string {
  return name.replaceAll(/^[\s']+|[\s']+$/g, '');
}

/** At most so many UTF-16 units, whole characters. */
function cut(name: string, most: number): string {
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > most) return trimmed(kept);
    kept += character;
  }
  return kept;
}
