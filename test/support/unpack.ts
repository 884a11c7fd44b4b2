/** The parts of a zip file as text, by name, in the order in which they stand. */
import { strFromU8, unzipSync } from 'fflate';

export function unpack(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}
