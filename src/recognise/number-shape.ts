/** What the spelling of one number says of its column's format, without reading the number. */
import { currencyOf } from './unit-words.ts';

export type Mark = '.' | ',';

export interface NumberShape {
  /** The digits with their marks: `1.234,56`. */
  readonly body: string;
  /** The decimal mark that the spelling proves; null where it proves none. */
  readonly decimalMark: Mark | null;
  readonly groupMark: '.' | ',' | ' ' | "'" | null;
  /** The mark that could be either: `4.800`, `1,234`. */
  readonly ambiguous: Mark | null;
  readonly isNegative: boolean;
  readonly isPercent: boolean;
  readonly currency: string | null;
  /** Power of ten of the cell's own suffix (`1.2万`: 4). */
  readonly exponent: number;
}

const parts = /^([^\d.,]{0,8})([\d.,][\d.,'’ ]*?)([^\d.,]{0,10})$/u;
const suffixes: ReadonlyMap<string, number> = new Map([
  ['千', 3],
  ['万', 4],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['bn', 9],
]);

/** The shape of a number's text, or null where it is no number. */
export function numberShape(text: string): NumberShape | null {
  const match = parts.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [, before = '', body = '', after = ''] = match;
  const head = affix(before);
  const tail = affix(after);
  const marks = head && tail ? marksOf(body) : null;
  if (!head || !tail || !marks || !/\d/.test(body)) return null;
  return {
    body,
    ...marks,
    isNegative: head.isNegative || tail.isNegative,
    isPercent: tail.isPercent,
    currency: head.currency ?? tail.currency,
    exponent: tail.exponent - (tail.isPercent ? 2 : 0),
  };
}

interface Affix {
  readonly isNegative: boolean;
  readonly isPercent: boolean;
  readonly currency: string | null;
  readonly exponent: number;
}

function affix(text: string): Affix | null {
  const isNegative = /[(\-−–△▲]/u.test(text);
  // `RS-11770` is an id, not rupees.
  if (/[a-z]-$/iu.test(text)) return null;
  const word = text.replaceAll(/[()+\-−–△▲\s]/gu, '').toLowerCase();
  const none = { isNegative, isPercent: false, currency: null, exponent: 0 };
  if (word === '') return none;
  if (word === '%') return { ...none, isPercent: true };
  const exponent = suffixes.get(word.replace(/元$/u, ''));
  if (exponent !== undefined) return { ...none, exponent, currency: word.endsWith('元') ? 'CNY' : null };
  const currency = currencyOf(word);
  return currency === null ? null : { ...none, currency };
}

type Marks = Pick<NumberShape, 'decimalMark' | 'groupMark' | 'ambiguous'>;

function marksOf(body: string): Marks | null {
  if (/^\d+$/.test(body)) return { decimalMark: null, groupMark: null, ambiguous: null };
  const single = /^(\d*)([.,])(\d*)$/.exec(body);
  if (single) return singleMark(single[1] ?? '', single[2] === ',' ? ',' : '.', single[3] ?? '');
  const spaced = /^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:([.,])\d*)?$/.exec(body);
  if (spaced) return { decimalMark: markOf(spaced[2]), groupMark: spaced[1] === ' ' ? ' ' : "'", ambiguous: null };
  return groupedBy(body, ',', '.') ?? groupedBy(body, '.', ',');
}

function singleMark(whole: string, mark: Mark, fraction: string): Marks {
  const proves = fraction.length !== 3 || whole === '' || whole.startsWith('0') || whole.length > 3;
  return { decimalMark: proves ? mark : null, groupMark: null, ambiguous: proves ? null : mark };
}

// `1,234,567`, `1,234.50`, and groups of two before the last three as in India: `1,23,456.00`.
function groupedBy(body: string, group: Mark, decimal: Mark): Marks | null {
  const [whole = '', fraction, ...more] = body.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  const groups = whole.split(group);
  const inner = groups.slice(1, -1);
  const isSpelled =
    groups.length > 1 &&
    /^\d{1,3}$/.test(groups[0] ?? '') &&
    /^\d{3}$/.test(groups.at(-1) ?? '') &&
    (inner.every((part) => /^\d{3}$/.test(part)) || (group === ',' && inner.every((part) => /^\d{2}$/.test(part))));
  return isSpelled ? { decimalMark: decimal, groupMark: group, ambiguous: null } : null;
}

function markOf(text: string | undefined): Mark | null {
  return text === '.' || text === ',' ? text : null;
}
