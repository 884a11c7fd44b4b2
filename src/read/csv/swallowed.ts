/** Signs that a quoted cell holds records that a stray quote swallowed. */

/**
 * Whether the lines inside `bytes[start … end)`, the first and the last apart, all look like records of `width` cells. Two
 * such lines or more are no note that somebody typed.
 */
export function holdsRecords(
  bytes: Buffer,
  start: number,
  end: number,
  { delimiter, width }: { readonly delimiter: number; readonly width: number },
): boolean {
  if (width < 3) return false;
  const lines = bytes
    .subarray(start, end)
    .toString('latin1')
    .split(/\r\n|\n|\r/);
  const inner = lines.slice(1, -1);
  const mark = String.fromCharCode(delimiter);
  return inner.length >= 2 && inner.every((line) => line.split(mark).length === width);
}
