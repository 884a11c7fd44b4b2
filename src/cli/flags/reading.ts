/** Flags of every command that reads data → options of `read`, `recognise` and `validate`. */
import type { LoadOptions } from '../../app/options.ts';
import { given } from '../../lib/given.ts';
import { type DatasetName, datasetNames, datasets } from '../../model/fields.ts';
import type { Limits, RecogniseOptions } from '../../model/options.ts';
import { everyLevel, type SumPolicies, type SumPolicy, sumPolicyNamed } from '../../model/sum-policy.ts';
import { UserError } from '../../problems/user-error.ts';
import type { LimitFlags, MeaningFlags, ReadingFlags } from './raw-flags.ts';
import { choice, pair, size, wholeNumber, wrongValue } from './values.ts';

/** Options of the load, as far as flags say them. Throws a UserError `usage/…` on a wrong value. */
export function loadOptions(flags: ReadingFlags & MeaningFlags): LoadOptions {
  return {
    read: given({
      encoding: encodingOf(flags.encoding),
      delimiter: delimiterOf(flags.delimiter),
      limits: limitsOf(flags),
    }),
    recognise: recogniseOptions(flags),
    validate: given({
      tax: choice('--tax', flags.tax, ['included', 'excluded']),
      overlap: choice('--overlap', flags.overlap, ['keep', 'drop']),
      basis: choice('--basis', flags.basis, ['order', 'delivery', 'invoice', 'payment']),
      sums: sumsOf(flags.sums),
    }),
  };
}

function encodingOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    // Every name that the platform decodes; which of them a file can be in, the reader knows.
    return new TextDecoder(text.trim()).encoding === '' ? undefined : text.trim();
  } catch {
    throw wrongValue('--encoding', text, ['utf-8', 'gb18030', 'gbk', 'windows-1252', 'utf-16le', 'utf-16be', 'big5']);
  }
}

const delimiterNames: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['\\t', '\t'],
  ['pipe', '|'],
]);

function delimiterOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const character = delimiterNames.get(text.toLowerCase()) ?? text;
  if ([...character].length !== 1 || /["\r\n]/.test(character)) {
    throw wrongValue('--delimiter', text, [',', ';', 'tab', '|']);
  }
  return character;
}

const limitFlags = {
  maxInput: '--max-input',
  maxInflated: '--max-inflated',
  maxEntries: '--max-entries',
  maxRows: '--max-rows',
  maxColumns: '--max-columns',
  maxCells: '--max-cells',
  maxStrings: '--max-strings',
  maxCell: '--max-cell',
  maxRecord: '--max-record',
  maxSheets: '--max-sheets',
} as const satisfies Partial<Record<keyof Limits, string>>;

function limitsOf(flags: LimitFlags): Partial<Limits> | undefined {
  const read = (name: keyof typeof limitFlags) => size(limitFlags[name], flags[name]);
  const limits = given({
    maxInput: read('maxInput'),
    maxInflated: read('maxInflated'),
    maxPart: read('maxInflated'),
    maxEntries: read('maxEntries'),
    maxRows: read('maxRows'),
    maxColumns: read('maxColumns'),
    maxCells: read('maxCells'),
    maxStrings: read('maxStrings'),
    maxCell: read('maxCell'),
    maxRecord: read('maxRecord'),
    maxSheets: read('maxSheets'),
  });
  return Object.keys(limits).length === 0 ? undefined : limits;
}

function recogniseOptions(flags: ReadingFlags): RecogniseOptions {
  const as = [
    ...(flags.as ?? []).map(declaredTable),
    ...(flags.targets ?? []).map((text) => ({ dataset: 'targets' as const, ...fileAndSheet(text) })),
  ];
  return given({
    as: as.length === 0 ? undefined : as,
    columns: columnsOf(flags.column),
    sheets: flags.sheet,
    headerRow: wholeNumber('--header-row', flags.headerRow, 1),
    dateOrder: choice('--date-order', flags.dateOrder, ['dmy', 'mdy', 'ymd']),
    units: unitsOf(flags.unit),
  });
}

function declaredTable(text: string): NonNullable<RecogniseOptions['as']>[number] {
  const [dataset, target] = pair('--as', text, 'orders=FILE, targets=FILE#SHEET');
  return { dataset: datasetOf('--as', dataset), ...fileAndSheet(target) };
}

function fileAndSheet(text: string): { readonly file: string; readonly sheet: string | null } {
  const at = text.lastIndexOf('#');
  if (at < 1 || at === text.length - 1) return { file: text, sheet: null };
  return { file: text.slice(0, at), sheet: text.slice(at + 1) };
}

function datasetOf(flag: string, name: string): DatasetName {
  const found = choice(flag, name, datasetNames);
  if (found === undefined) throw wrongValue(flag, name, datasetNames);
  return found;
}

const fieldNames: readonly string[] = [...new Set(Object.values(datasets).flatMap((fields) => Object.keys(fields)))];

function columnsOf(texts: readonly string[] | undefined): ReadonlyMap<string, string> | undefined {
  if (texts === undefined) return undefined;
  const columns = new Map<string, string>();
  for (const text of texts) {
    const [name, heading] = pair('--column', text, 'FIELD=HEADING');
    const field = fieldNames.find((known) => known.toLowerCase() === name.toLowerCase());
    if (field === undefined) throw wrongValue('--column', name, fieldNames);
    if (columns.has(field)) throw new UserError('usage/repeated', { flag: '--column', value: field });
    columns.set(field, heading);
  }
  return columns;
}

function unitsOf(texts: readonly string[] | undefined): ReadonlyMap<string, string> | undefined {
  if (texts === undefined) return undefined;
  const units = new Map<string, string>();
  for (const text of texts) {
    const [name, unit] = pair('--unit', text, 'targets=万, orders=k');
    const dataset = datasetOf('--unit', name);
    if (!/^(?:\d{1,12}|[千万亿kKmM]|百万|千万|亿元|万元|千元|百万元)$/.test(unit)) {
      throw wrongValue('--unit', unit, ['1', '千', '万', '百万', '亿', 'k', 'm']);
    }
    units.set(dataset, unit);
  }
  return units;
}

const sumsExample = 'equal, at-least, 5%, rep=5%';

/** `5%`, `rep=5%`, `team=at-least`: what the parts of a level may add up to. */
function sumsOf(texts: readonly string[] | undefined): SumPolicies | undefined {
  if (texts === undefined) return undefined;
  const sums = new Map<string, SumPolicy>();
  for (const text of texts) {
    const [level, value] = text.includes('=') ? pair('--sums', text, sumsExample) : [everyLevel, text];
    const policy = sumPolicyNamed(value);
    if (policy === undefined) throw wrongValue('--sums', text, sumsExample);
    if (sums.has(level)) throw new UserError('usage/repeated', { flag: '--sums', value: text });
    sums.set(level, policy);
  }
  return sums;
}
