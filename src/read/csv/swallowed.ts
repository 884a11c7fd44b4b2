/** Signs that a quoted cell holds records that a stray quote swallowed. */

/**
 * Whether the lines inside `bytes[start … end)`, the first and the last apart, all look like records of `width` cells. Two
 * such lines or more are no note that somebody typed.
 */
export function holdsRecords(
  bytes: Uint8Array,
  start: number,
  end: number,
  { delimiter, width }: { readonly delimiter: number; readonly width: number },
): boolean {
  if (width < 3) return false;
  let lines = 0;
  let delimiters = 0;
  for (let i = start; i < end; i += 1) {
    if (bytes[i] === delimiter) delimiters += 1;
    if (bytes[i] !== 0x0a && bytes[i] !== 0x0d) continue;
    if (bytes[i] === 0x0d && bytes[i + 1] === 0x0a) continue;
    if (lines > 0 && delimiters !== width - 1) return false;
    lines += 1;
    delimiters = 0;
  }
  return lines > 2;
}
