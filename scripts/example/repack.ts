import { unzipSync, zipSync } from 'fflate';

/** The same parts in one order with one time, so that the hour of writing leaves no trace in a generated workbook. */
export function repack(bytes: Uint8Array): Uint8Array {
  const first = '[Content_Types].xml';
  const parts = Object.entries(unzipSync(bytes)).toSorted(([a], [b]) =>
    a === first || (b !== first && a < b) ? -1 : 1,
  );
  // fflate writes the local fields of the date, so midnight by local time is the same bytes in any zone.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level: 9 });
}
