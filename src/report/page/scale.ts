/** In which unit a chart labels its values: thousands, millions, 万, 亿; one unit a chart. */
import { compare, type Decimal, zero } from '../../lib/decimal.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { Unit } from '../../model/kpi.ts';
import { digitsOf, type ReportContext } from '../context.ts';
import { absolute, atLeast, percentText, plus, scaledText } from '../numbers.ts';

export interface Scale {
  readonly divisor: number;
  readonly digits: number;
  readonly isPercent: boolean;
  /** `CNY thousand`, `万元`; empty for plain counts. */
  readonly unit: string;
}

/** For rows, which have room for their labels. */
const long = {
  en: [
    { from: '100000000', divisor: 1_000_000, digits: 1, word: 'million' },
    { from: '100000', divisor: 1_000, digits: 0, word: 'thousand' },
  ],
  'zh-CN': [
    { from: '10000000000', divisor: 100_000_000, digits: 1, word: '亿' },
    { from: '1000000', divisor: 10_000, digits: 1, word: '万' },
  ],
} as const;

/** For columns, which have room for three digits. */
const short = {
  en: [
    { from: '100000000', divisor: 1_000_000, digits: 0, word: 'million' },
    { from: '1000000', divisor: 1_000_000, digits: 1, word: 'million' },
    { from: '100000', divisor: 1_000, digits: 0, word: 'thousand' },
    { from: '10000', divisor: 1_000, digits: 1, word: 'thousand' },
  ],
  'zh-CN': [
    { from: '10000000000', divisor: 100_000_000, digits: 0, word: '亿' },
    { from: '100000000', divisor: 100_000_000, digits: 1, word: '亿' },
    { from: '1000000', divisor: 10_000, digits: 0, word: '万' },
    { from: '100000', divisor: 10_000, digits: 1, word: '万' },
  ],
} as const;

/** By the largest of `values`. */
export function scaleOf(
  context: ReportContext,
  kpi: KpiResult,
  values: readonly (Decimal | null)[],
  isShort = false,
): Scale {
  const { words, evaluation } = context;
  const { onPage: page, units } = words.report;
  if (kpi.unit === 'ratio') return { divisor: 1, digits: 1, isPercent: true, unit: '' };
  const isMoney = kpi.unit === 'money' || kpi.unit === 'money-per-day';
  const most = values.reduce<Decimal>((max, value) => larger(max, value ?? zero), zero);
  const step = (isShort ? short : long)[words.lang].find(({ from }) => atLeast(most, from));
  const plain = isMoney ? page.unitOf(evaluation.currency, '') : unitWord(units, kpi.unit);
  if (step === undefined) return { divisor: 1, digits: plainDigits(context, kpi, most), isPercent: false, unit: plain };
  const word = step.word === 'thousand' || step.word === 'million' ? page[step.word] : step.word;
  const unit = isMoney ? page.unitOf(evaluation.currency, word) : `${word}${plain}`;
  return { divisor: step.divisor, digits: step.digits, isPercent: false, unit };
}

function larger(a: Decimal, b: Decimal): Decimal {
  return compare(absolute(b), a) > 0 ? absolute(b) : a;
}

/** Cents only of small amounts. */
function plainDigits(context: ReportContext, kpi: KpiResult, most: Decimal): number {
  const digits = digitsOf(context, kpi.unit, kpi.denominator !== null);
  return atLeast(most, '1000') ? 0 : digits;
}

function unitWord(units: Readonly<Record<Unit, string>>, unit: Unit): string {
  return unit === 'count' || unit === 'ratio' ? '' : units[unit];
}

export function scaled(value: Decimal, { divisor, digits, isPercent }: Scale): string {
  return isPercent ? percentText(value, digits) : scaledText(value, divisor, digits);
}

/** With its sign, for steps. */
export function signedScaled(value: Decimal, scale: Scale): string {
  return `${plus(value)}${scaled(value, scale)}`;
}

/** The smallest difference that its digits can show. */
export function finestOf({ divisor, digits, isPercent }: Scale): number {
  return divisor / 10 ** (isPercent ? digits + 2 : digits);
}
