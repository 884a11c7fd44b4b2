/** Numbers as people spell them: `¥1,234.50`, `(1,200)`, `1,200-`, `△5`, `1.2万`, `12 %`, `１２`. */
import { type Decimal, decimal, decimalFromText, multiply, negate, trim } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { NumberFormat } from '../../model/mapping.ts';

export type NumberReading =
  | {
      readonly kind: 'number';
      readonly value: Decimal;
      /** ISO code that a sign or code beside the number names; null where none does. */
      readonly currency: string | null;
      /** True where the cell brings its own unit (万, k, %), which replaces the column's. */
      readonly hasUnit: boolean;
      /** True where the unit is one that people round to: `1.2万`. */
      readonly isRounded: boolean;
    }
  /** A word for "nothing here": `-`, `无`, `null`. */
  | { readonly kind: 'none' }
  /** The text of a spreadsheet error: `#N/A`. */
  | { readonly kind: 'error' }
  /** `hint`: the number that was probably meant, or ''. */
  | { readonly kind: 'bad'; readonly hint: string };

const nullWords = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '–',
  '——',
  '/',
  'null',
  'none',
  'nil',
  'na',
  'n/a',
  '无',
  '暂无',
  '未填写',
  '(空)',
  '空',
]);
const errorText = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/i;

const currencies: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  RMB: 'CNY',
  CNY: 'CNY',
  'CN¥': 'CNY',
  人民币: 'CNY',
  元: 'CNY',
  圆: 'CNY',
  块: 'CNY',
  $: 'USD',
  US$: 'USD',
  USD: 'USD',
  美元: 'USD',
  '€': 'EUR',
  EUR: 'EUR',
  欧元: 'EUR',
  '£': 'GBP',
  GBP: 'GBP',
  英镑: 'GBP',
  '₹': 'INR',
  INR: 'INR',
  'RS.': 'INR',
  RS: 'INR',
  '₩': 'KRW',
  KRW: 'KRW',
  JPY: 'JPY',
  日元: 'JPY',
  HK$: 'HKD',
  HKD: 'HKD',
  港币: 'HKD',
  港元: 'HKD',
  NT$: 'TWD',
  TWD: 'TWD',
  A$: 'AUD',
  AUD: 'AUD',
  C$: 'CAD',
  CAD: 'CAD',
  S$: 'SGD',
  SGD: 'SGD',
  R$: 'BRL',
  BRL: 'BRL',
  CHF: 'CHF',
};
const words = Object.keys(currencies)
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace(/[$.]/g, '\\$&'))
  .join('|');
const leadingCurrency = new RegExp(`^(?:${words})`, 'i');
const trailingCurrency = new RegExp(`(?:${words})$`, 'i');

/** The ISO code that a sign, code or word names, or null: `￥` → `CNY`. */
export function currencyCode(text: string): string | null {
  const key = foldText(text).toUpperCase();
  if (Object.hasOwn(currencies, key)) return currencies[key] ?? null;
  return /^[A-Z]{3}$/.test(key) ? key : null;
}

/** Powers of ten of unit suffixes. */
const suffixes: readonly (readonly [RegExp, number])[] = [
  [/(?:千万|千萬)$/, 7],
  [/(?:百万|百萬)$/, 6],
  [/(?:万|萬)$/, 4],
  [/(?:亿|億)$/, 8],
  [/千$/, 3],
  [/(?:million|mln|mm|mn|m)$/i, 6],
  [/(?:billion|bn)$/i, 9],
  [/(?:thousand|k)$/i, 3],
];

/** Signs that stand before a negative number; U+2212 is the minus of typesetters, △ and ▲ that of bookkeepers. */
const leadingMinus = /^[-−–△▲]/;

interface Peeled {
  rest: string;
  isNegative: boolean;
  currency: string | null;
  exponent: number;
  hasUnit: boolean;
  isRounded: boolean;
}

/** The number that a cell's text spells in the format of its column (null: `1,234.5`). */
export function readNumber(text: string, format: NumberFormat | null): NumberReading {
  const folded = foldText(text);
  if (nullWords.has(folded.toLowerCase())) return { kind: 'none' };
  if (errorText.test(folded)) return { kind: 'error' };
  const peeled = peel(folded);
  const digits = peeled && plainDigits(peeled.rest, format);
  if (!peeled || digits === undefined) return { kind: 'bad', hint: guess(folded) };
  const scaled = scale(digits, peeled.exponent);
  return {
    kind: 'number',
    value: trim(peeled.isNegative ? negate(scaled) : scaled),
    currency: peeled.currency,
    hasUnit: peeled.hasUnit,
    isRounded: peeled.isRounded,
  };
}

function scale(value: Decimal, exponent: number): Decimal {
  return exponent >= 0
    ? multiply(value, decimal(10n ** BigInt(exponent)))
    : { units: value.units, scale: value.scale - exponent };
}

/** Takes signs, brackets, currency and unit off both ends; undefined where two of a kind contradict each other. */
function peel(text: string): Peeled | undefined {
  const state: Peeled = {
    rest: text,
    isNegative: false,
    currency: null,
    exponent: 0,
    hasUnit: false,
    isRounded: false,
  };
  let signs = 0;
  for (let before = ''; before !== state.rest; ) {
    before = state.rest;
    const sign = peelSign(state.rest);
    if (sign) {
      state.rest = sign.rest.trim();
      state.isNegative = sign.isNegative;
      signs += 1;
    }
    peelCurrency(state);
    if (!state.hasUnit) peelUnit(state);
  }
  return signs > 1 ? undefined : state;
}

function peelSign(text: string): { readonly rest: string; readonly isNegative: boolean } | undefined {
  if (text.startsWith('(') && text.endsWith(')')) return { rest: text.slice(1, -1), isNegative: true };
  if (leadingMinus.test(text)) return { rest: text.slice(1), isNegative: true };
  if (text.startsWith('+')) return { rest: text.slice(1), isNegative: false };
  if (/[\d%][-−]$/.test(text)) return { rest: text.slice(0, -1), isNegative: true };
  return undefined;
}

function peelCurrency(state: Peeled): void {
  for (const pattern of [leadingCurrency, trailingCurrency]) {
    const found = pattern.exec(state.rest)?.[0];
    if (found === undefined || found.length === state.rest.length) continue;
    state.rest = state.rest.replace(pattern, '').trim();
    // `1.2万元`: the word is a unit of account, said by every Chinese table; a sign or code is more telling.
    state.currency ??= currencyCode(found);
  }
}

function peelUnit(state: Peeled): void {
  if (state.rest.endsWith('%')) {
    state.rest = state.rest.slice(0, -1).trim();
    state.exponent = -2;
    state.hasUnit = true;
    return;
  }
  const suffix = suffixes.find(([pattern]) => pattern.test(state.rest));
  if (!suffix) return;
  state.rest = state.rest.replace(suffix[0], '').trim();
  state.exponent = suffix[1];
  state.hasUnit = true;
  state.isRounded = true;
}

const patterns = new Map<string, RegExp>();

/** Groups of three, or with commas of two before the last three (Indian: `1,23,456`). */
function patternOf(decimalMark: string, groupMark: string): RegExp {
  const key = decimalMark + groupMark;
  const known = patterns.get(key);
  if (known) return known;
  const [d, g] = [`\\${decimalMark}`, groupMark === ' ' ? '[ ]' : `\\${groupMark}`];
  const indian = groupMark === ',' ? '|\\d{1,2}(?:,\\d{2})+,\\d{3}' : '';
  const made = new RegExp(`^(\\d+|\\d{1,3}(?:${g}\\d{3})+${indian})?(?:${d}(\\d*))?$`);
  patterns.set(key, made);
  return made;
}

function plainDigits(text: string, format: NumberFormat | null): Decimal | undefined {
  const exponent = /^(.*\d)e([+-]?\d{1,3})$/i.exec(text);
  if (exponent) return withExponent(plainDigits(exponent[1] ?? '', format), Number(exponent[2]));
  const decimalMark = format?.decimalMark ?? '.';
  const groupMark = format?.groupMark ?? (decimalMark === '.' ? ',' : '.');
  const match = patternOf(decimalMark, groupMark).exec(text);
  const whole = (match?.[1] ?? '').replaceAll(groupMark, '');
  const fraction = match?.[2] ?? '';
  if (!match || whole.length + fraction.length === 0 || text.length > 60) return undefined;
  return decimalFromText(fraction === '' ? whole : `0${whole}.${fraction}`);
}

function withExponent(mantissa: Decimal | undefined, exponent: number): Decimal | undefined {
  return mantissa && Math.abs(exponent) <= 100 ? clamp(scale(mantissa, exponent)) : undefined;
}

function clamp(value: Decimal): Decimal {
  return value.scale < 0 ? { units: value.units * 10n ** BigInt(-value.scale), scale: 0 } : value;
}

/** What was probably meant where letters stand for look-alike digits: `6O0` → `600`. */
function guess(text: string): string {
  const mended = text
    .replace(/[Oo]/g, '0')
    .replace(/[lI|]/g, '1')
    .replace(/\s*[.,]{2,}\s*/g, '.');
  return mended !== text && /\d/.test(text) && plainDigits(mended, null) ? mended : '';
}
