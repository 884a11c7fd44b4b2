/** Whether a file is one that salesmetrics wrote, and so may be replaced without being asked. */
import { strFromU8, unzipSync } from 'fflate';
import { isOwnPage } from '../../model/own-page.ts';
import { notesMark, ownMark } from './custom-properties.ts';

const propertiesPart = 'docProps/custom.xml';
const applicationPart = 'docProps/app.xml';
/** A custom properties part of ours has under 2 KiB; a larger one is not opened. */
const mostPropertyBytes = 65_536;

/** True for our workbooks (a custom property), pages and JSON documents (how they begin). Of an empty file: true. */
export function isOurs(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true;
  if (isZip(bytes)) return hasProperty(bytes, ownMark);
  const start = strFromU8(bytes.subarray(0, 200), true);
  return isOwnPage(start) || /^\s*\{\s*"schema"\s*:\s*"salesmetrics\./.test(start);
}

/** True for workbooks that we made for people to fill in: what stands in them may be theirs by now. */
export function isForPeople(bytes: Uint8Array): boolean {
  return isZip(bytes) && hasProperty(bytes, notesMark);
}

/**
 * True for a workbook of ours that another program saved since: Excel, WPS and LibreOffice put their own name in the
 * place of ours. Notes of a one-to-one may stand in it.
 */
export function isSavedSince(bytes: Uint8Array): boolean {
  if (!isZip(bytes) || !hasProperty(bytes, ownMark)) return false;
  const part = smallPart(bytes, applicationPart);
  return part !== null && !part.includes('<Application>salesmetrics</Application>');
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function hasProperty(bytes: Uint8Array, name: string): boolean {
  return smallPart(bytes, propertiesPart)?.includes(`name="${name}"`) === true;
}

/** Null where there is none, or one larger than any of ours. */
function smallPart(bytes: Uint8Array, name: string): string | null {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => part === name && originalSize < mostPropertyBytes,
    });
    const part = parts[name];
    return part === undefined ? null : strFromU8(part);
  } catch {
    // Damaged or no workbook at all: then it is not ours.
    return null;
  }
}
