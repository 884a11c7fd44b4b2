/** Small text files that a user writes for us: configs, schemas, lists. */
import { openSource } from '../read/source.ts';

/** A config is small: more is none. */
const mostBytes = 4 << 20;

/** UTF-8 text with its fingerprint. Throws the UserErrors of the reader. */
export async function readText(
  path: string,
  most = mostBytes,
): Promise<{ readonly text: string; readonly sha256: string }> {
  const source = await openSource(path, { limits: { maxInput: most } });
  try {
    const bytes = await source.whole();
    return { text: bytes.toString('utf8').replace(/^\ufeff/, ''), sha256: await source.sha256() };
  } finally {
    await source.close();
  }
}
