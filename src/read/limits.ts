/** How much the readers take in before they refuse: one table of defaults, one way to say no. */
import type { Limits } from '../model/options.ts';
import { UserError } from '../problems/user-error.ts';

const kib = 1024;
const mib = 1024 * kib;
const gib = 1024 * mib;

/**
 * Cells are rows × columns in use, and take up to nine bytes each. A packed workbook of few bytes can hold any number, and
 * so can a text of short rows below one long row: only a text with as many bytes as cells may have more than these.
 */
const mostCells = 50_000_000;
const mostTextCells = 130_000_000;

/** Bytes of text that go with each of the texts allowed: `--max-strings` raises both. */
const bytesPerText = 16;
const leastTextBytes = 16 * mib;

/** Text files are streamed and may be large. */
const textLimits: Limits = {
  maxInput: 2 * gib,
  maxInflated: 8 * gib,
  maxPart: gib,
  maxEntries: 10_000,
  maxRows: 10_000_000,
  maxColumns: 16_384,
  maxCells: mostCells,
  maxStrings: 10_000_000,
  maxCell: mib,
  maxRecord: 16 * mib,
  maxSheets: 1000,
};

/** Rows of the format itself; the input is compressed. */
const workbookLimits: Limits = { ...textLimits, maxInput: 512 * mib, maxRows: 1_048_576 };

/** The limits for a kind of file, as far as the user has not said otherwise; `bytes`: its size, where that is known. */
export function limitsFor(kind: 'text' | 'workbook', given: Partial<Limits> = {}, bytes = 0): Limits {
  if (kind === 'workbook') return { ...workbookLimits, ...given };
  return { ...textLimits, maxCells: Math.min(mostTextCells, Math.max(mostCells, bytes)), ...given };
}

/** Bytes of text that a workbook may have, each text counted once. */
function textBytesOf({ maxStrings }: Limits): number {
  return Math.max(leastTextBytes, maxStrings * bytesPerText);
}

/** Throws `limit/text` where `found` bytes of text are too many. */
export function checkTextBytes(found: number, limits: Limits, file: string): void {
  const limit = textBytesOf(limits);
  if (found > limit) throw new UserError('limit/text', { file, limit, found, flag: names.maxStrings.flag });
}

const names: { readonly [What in keyof Limits]: { readonly code: string; readonly flag: string } } = {
  maxInput: { code: 'limit/input', flag: '--max-input' },
  maxInflated: { code: 'limit/inflated', flag: '--max-inflated' },
  maxPart: { code: 'limit/part', flag: '--max-inflated' },
  maxEntries: { code: 'limit/entries', flag: '--max-entries' },
  maxRows: { code: 'limit/rows', flag: '--max-rows' },
  maxColumns: { code: 'limit/columns', flag: '--max-columns' },
  maxCells: { code: 'limit/cells', flag: '--max-cells' },
  maxStrings: { code: 'limit/strings', flag: '--max-strings' },
  maxCell: { code: 'limit/cell', flag: '--max-cell' },
  maxRecord: { code: 'limit/record', flag: '--max-record' },
  maxSheets: { code: 'limit/sheets', flag: '--max-sheets' },
};

/** The refusal of a file that has more than `limits[what]`; `row` is where, as far as known. */
export function limitError(
  what: keyof Limits,
  limits: Limits,
  { file, found, row }: { readonly file: string; readonly found: number; readonly row?: number },
): UserError {
  const { code, flag } = names[what];
  return new UserError(code, { file, limit: limits[what], found, flag, ...(row === undefined ? {} : { row }) });
}
