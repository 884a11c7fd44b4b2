/** Feeds a stream to a scanner that can only work on whole things (a cell, a string item, a tag). */

/**
 * Scans the bytes of `buffer` up to `end` and returns how many it is done with; it keeps no bytes of its own. What it
 * leaves is given again, with more behind it.
 */
export type Scan = (buffer: Buffer, end: number) => number;

/**
 * Runs `scan` over all chunks and returns how many bytes were left at the end. What was left is only scanned again when
 * there is twice as much of it, so that one long thing in small chunks costs linear time. `tooLong` is called when more
 * than `maxPending` bytes are no whole thing.
 */
export async function scanChunks(
  chunks: AsyncIterable<Buffer>,
  scan: Scan,
  maxPending: number,
  tooLong: (pending: number) => Error,
): Promise<number> {
  let buffer = Buffer.alloc(0);
  let used = 0;
  let wanted = 0;
  for await (const chunk of chunks) {
    if (used + chunk.length > buffer.length) {
      const grown = Buffer.allocUnsafe(Math.max(buffer.length * 2, used + chunk.length + 64));
      buffer.copy(grown, 0, 0, used);
      buffer = grown;
    }
    chunk.copy(buffer, used);
    used += chunk.length;
    if (used < wanted) continue;
    const done = scan(buffer, used);
    buffer.copyWithin(0, done, used);
    used -= done;
    if (used > maxPending) throw tooLong(used);
    wanted = used * 2;
  }
  return used === 0 ? 0 : used - scan(buffer, used);
}

/** The same bytes cut otherwise; tests use it to put a border at every byte. */
export async function* rechunk(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
  }
}
