/** What is to be saved, in pieces: a large file need not be in memory as a whole. */
export interface Content {
  /** Bytes of all pieces together. */
  readonly size: number;
  /** From the first byte on; may be asked for again. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

const pieceBytes = 1_048_576;

/** Bytes in memory, in pieces of at most 1 MiB. */
export function contentOf(bytes: Uint8Array): Content {
  return {
    size: bytes.length,
    async *pieces() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
  };
}

/** Whether a file that is there already has just these bytes. */
export async function isSame(there: Uint8Array, { size, pieces }: Content): Promise<boolean> {
  if (there.length !== size) return false;
  let at = 0;
  for await (const piece of pieces()) {
    if (Buffer.compare(there.subarray(at, at + piece.length), piece) !== 0) return false;
    at += piece.length;
  }
  return true;
}
