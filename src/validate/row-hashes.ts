/** Hashes of rows, to find equal ones without making a string of any. Equal rows have equal hashes; callers compare the rest. */

/** Rows by hash: for each row an earlier row that `isEqual` to it, or -1. Open addressing. */
export function earlierEqual(
  hashes: Int32Array,
  isWanted: (row: number) => boolean,
  isEqual: (a: number, b: number) => boolean,
): Int32Array {
  const earlier = new Int32Array(hashes.length).fill(-1);
  const mask = 2 ** Math.ceil(Math.log2(hashes.length * 2 + 2)) - 1;
  const table = new Int32Array(mask + 1);
  for (let row = 0; row < hashes.length; row += 1) {
    if (!isWanted(row)) continue;
    const hash = hashes[row] ?? 0;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = table[slot] ?? 0; entry !== 0; entry = table[slot] ?? 0) {
      if (hashes[entry - 1] === hash && isEqual(entry - 1, row)) {
        earlier[row] = entry - 1;
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (earlier[row] === -1) table[slot] = row + 1;
  }
  return earlier;
}

/** `hash` with one more number in it. */
export function mix(hash: number, value: number): number {
  const low = Math.imul(
    (value | 0) ^ Math.imul((value / 4294967296) | 0, 0x85ebca6b) ^ ((value % 1) * 1e9),
    0xcc9e2d51,
  );
  return Math.imul(hash ^ (low ^ (low >>> 15)), 0x1b873593) ^ (hash >>> 13);
}

/** A hash of a text; the same in every run. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
