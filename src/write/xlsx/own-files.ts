/** Whether a file is one that salesmetrics wrote, and so may be replaced without being asked. */
import { strFromU8, unzipSync } from 'fflate';
import { ownMark } from './custom-properties.ts';

const propertiesPart = 'docProps/custom.xml';
/** A custom properties part of ours has under 2 KiB; a larger one is not opened. */
const mostPropertyBytes = 65_536;

/** True for our workbooks (a custom property) and our JSON documents (their schema id). Of an empty file: true. */
export function isOurs(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return isOurWorkbook(bytes);
  return /^\s*\{\s*"schema"\s*:\s*"salesmetrics\./.test(strFromU8(bytes.subarray(0, 200), true));
}

function isOurWorkbook(bytes: Uint8Array): boolean {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === propertiesPart && originalSize < mostPropertyBytes,
    });
    const part = parts[propertiesPart];
    return part !== undefined && strFromU8(part).includes(`name="${ownMark}"`);
  } catch {
    // Damaged or no workbook at all: then it is not ours.
    return false;
  }
}
