/** Exact numbers for the plain oracle: whole numbers of 10⁻³⁰. No code of `src/lib/decimal.ts` is used. */

export type Exact = bigint;

const places = 30;
const one = 10n ** BigInt(places);

export function exact(text: string): Exact {
  const isNegative = text.startsWith('-');
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + part.padEnd(places, '0'));
  return isNegative ? -units : units;
}

export function whole(value: number): Exact {
  return BigInt(value) * one;
}

export function times(a: Exact, b: Exact): Exact {
  return (a * b) / one;
}

export function totalOf(values: readonly Exact[]): Exact {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}

export function smaller(a: Exact, b: Exact): Exact {
  return a < b ? a : b;
}

export function textOf(value: Exact): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const part = digits.slice(-places).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}${part === '' ? '' : '.'}${part}`;
}

/** What a KPI comes to, as text. */
export interface Plain {
  readonly actual: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly why: string | null;
  readonly cautions: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
}

type More = Partial<Pick<Plain, 'cautions' | 'details'>>;

const bare = { numerator: null, denominator: null, cautions: [], details: {} };

export function value(amount: Exact, more: More = {}): Plain {
  return { ...bare, actual: textOf(amount), why: null, ...more };
}

export function none(why: string, more: More = {}): Plain {
  return { ...bare, actual: null, why, ...more };
}

/** To 6 digits, half away from zero; nothing over 0 or less. */
export function ratio(numerator: Exact, denominator: Exact, more: More = {}): Plain {
  const parts = { numerator: textOf(numerator), denominator: textOf(denominator) };
  const { details = {}, cautions = [] } = more;
  if (denominator === 0n) return { ...none('zero-denominator', { details }), ...parts };
  if (denominator < 0n) return { ...none('negative-base', { details, cautions }), ...parts };
  return { ...value(rounded(numerator, denominator), more), ...parts };
}

export function rounded(numerator: Exact, denominator: Exact): Exact {
  const millionths = one / 1_000_000n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator];
  const far = (n * 10n * 1_000_000n) / d;
  const near = (far + 5n) / 10n;
  return (numerator < 0n ? -near : near) * millionths;
}
