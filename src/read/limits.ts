/** How much the readers take in before they refuse: one table of defaults, one way to say no. */
import type { Limits } from '../model/options.ts';
import { UserError } from '../problems/user-error.ts';

const kib = 1024;
const mib = 1024 * kib;
const gib = 1024 * mib;

/** Text files are streamed and may be large. */
const textLimits: Limits = {
  maxInput: 2 * gib,
  maxInflated: 8 * gib,
  maxPart: gib,
  maxEntries: 10_000,
  maxRows: 10_000_000,
  maxColumns: 16_384,
  maxCells: 250_000_000,
  maxStrings: 10_000_000,
  maxCell: mib,
  maxRecord: 16 * mib,
  maxSheets: 1000,
};

/** Rows of the format itself; the input is compressed. */
const workbookLimits: Limits = { ...textLimits, maxInput: 512 * mib, maxRows: 1_048_576 };

/** The limits for a kind of file, as far as the user has not said otherwise. */
export function limitsFor(kind: 'text' | 'workbook', given: Partial<Limits> = {}): Limits {
  return { ...(kind === 'text' ? textLimits : workbookLimits), ...given };
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
