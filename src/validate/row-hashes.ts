/** Hashes of rows, to find equal ones without making a string of any. Equal rows have equal hashes; callers compare the rest. */

interface Equality {
  readonly isWanted: (row: number) => boolean;
  readonly isEqual: (a: number, b: number) => boolean;
  /** False ends the search: too many rows share a hash. */
  readonly mayGoOn: () => boolean;
}

/**
 * For each wanted row an earlier row equal to it, or -1; undefined where the search was ended. Rows whose hash nobody
 * shares are put aside first, in a bit map that stays in the processor's cache: nearly all rows of nearly all files.
 */
export function earlierEqual(hashes: Int32Array, { isWanted, isEqual, mayGoOn }: Equality): Int32Array | undefined {
  const earlier = new Int32Array(hashes.length).fill(-1);
  const candidates = sharedHashes(hashes);
  const mask = 2 ** Math.ceil(Math.log2(candidates.length * 2 + 2)) - 1;
  const table = new Int32Array(mask + 1);
  const find = (row: number, hash: number): number => {
    let slot = hash & mask;
    for (let entry = table[slot] ?? 0; entry !== 0; entry = table[slot] ?? 0) {
      if (hashes[entry - 1] === hash && isEqual(entry - 1, row)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    table[slot] = row + 1;
    return -1;
  };
  for (const row of candidates) {
    if (!isWanted(row)) continue;
    earlier[row] = find(row, hashes[row] ?? 0);
    if (!mayGoOn()) return undefined;
  }
  return earlier;
}

/** Rows whose hash may be that of another row, in order; a few others among them. */
function sharedHashes(hashes: Int32Array): Uint32Array {
  const bits = Math.min(27, Math.max(10, Math.ceil(Math.log2(hashes.length * 32 + 1))));
  const seen = new Uint32Array(2 ** (bits - 5));
  const again = new Uint32Array(2 ** (bits - 10));
  const [seenMask, againMask] = [seen.length - 1, again.length - 1];
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] ?? 0;
    const place = (hash >>> 5) & seenMask;
    const bit = 1 << (hash & 31);
    const word = seen[place] ?? 0;
    if ((word & bit) === 0) seen[place] = word | bit;
    else again[(hash >>> 5) & againMask] = (again[(hash >>> 5) & againMask] ?? 0) | bit;
  }
  const rows = new Uint32Array(hashes.length);
  let count = 0;
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] ?? 0;
    if (((again[(hash >>> 5) & againMask] ?? 0) & (1 << (hash & 31))) === 0) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

/** `hash` with one more number in it (murmur3's mixing); what lies behind its point does not matter. */
export function mix(hash: number, value: number): number {
  let part = Math.imul((value | 0) ^ Math.imul((value / 4294967296) | 0, 0x85ebca6b), 0xcc9e2d51);
  part = Math.imul((part << 15) | (part >>> 17), 0x1b873593);
  const mixed = hash ^ part;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** A hash of a text; the same in every run. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
