/** Figures as the terminal shows them: rounded by the unit, never across a threshold, grouped by commas. */
import { grouped } from '../../i18n/numbers.ts';
import type { Lang } from '../../i18n/shape.ts';
import { compare, type Decimal, decimal, decimalFromText, round, signOf, toFixed, toText } from '../../lib/decimal.ts';
import type { Unit } from '../../model/kpi.ts';

/** How the money of one column is shown: `10577000` at shift 4 with 1 decimal is `1,057.7`. */
export interface MoneyScale {
  readonly shift: 0 | 4;
  readonly decimals: number;
}

const million = decimal(1_000_000);
const tenThousand = decimal(10_000);

/** One scale for values that stand together. Chinese shows 万 above a million; cents show only in small amounts. */
export function moneyScale(values: readonly (Decimal | null)[], lang: Lang): MoneyScale {
  const sizes = values.filter((value) => value !== null).map(magnitude);
  const isLarge = (limit: Decimal) => sizes.some((value) => compare(value, limit) >= 0);
  if (lang === 'zh-CN' && isLarge(million)) return { shift: 4, decimals: 1 };
  const hasCents = sizes.some((value) => compare(value, round(value, 0)) !== 0);
  return { shift: 0, decimals: hasCents && !isLarge(tenThousand) ? 2 : 0 };
}

/** `万元`, `元`, `万 USD`: the unit of Chinese columns; English names the currency elsewhere. */
export function moneyUnit({ shift }: MoneyScale, currency: string | null, lang: Lang): string {
  if (lang === 'en') return '';
  const tens = shift === 4 ? '万' : '';
  if (currency === null) return tens;
  return currency === 'CNY' ? `${tens}元` : `${tens}${tens === '' ? '' : ' '}${currency}`;
}

export function moneyText(value: Decimal, { shift, decimals }: MoneyScale): string {
  return fixed({ units: value.units, scale: value.scale + shift }, decimals);
}

/** Money in a sentence: `CNY 923,000`, `92.3 万元`. */
export function moneyInSentence(value: Decimal, scale: MoneyScale, currency: string | null, lang: Lang): string {
  const amount = moneyText(value, scale);
  if (lang === 'en') return currency === null ? amount : `${currency} ${amount}`;
  const unit = moneyUnit(scale, currency, lang);
  return unit === '' ? amount : `${amount} ${unit}`;
}

/** A value of any unit but money. */
export function plainText(value: Decimal, unit: Unit): string {
  switch (unit) {
    case 'ratio':
      return percent(value);
    case 'days':
    case 'hours':
    case 'points':
      return fixed(value, 1);
    case 'count':
      return grouped(toText(round(value, 2)));
    case 'money':
    case 'money-per-day':
      return fixed(value, 0);
  }
}

/** A ratio in percent with one decimal: `92.0%`. */
export function percent(ratio: Decimal): string {
  return `${fixed(inPercent(ratio), 1)}%`;
}

const thresholds = [decimalFromText('1'), decimalFromText('0.8')];

/** Attainment in percent; what is below a threshold is never rounded up to it: 99.96 % shows as `99.9%`. */
export function attainmentText(ratio: Decimal): string {
  const shown = round(inPercent(ratio), 1);
  const crosses = thresholds.some(
    (threshold) => compare(ratio, threshold) < 0 && compare(shown, inPercent(threshold)) >= 0,
  );
  return `${grouped(toFixed(crosses ? { units: shown.units - 1n, scale: shown.scale } : shown))}%`;
}

/** Difference of two ratios in points: `-2.6`, without the word. */
export function pointsText(difference: Decimal): string {
  return signed(inPercent(difference), 1);
}

/** With its sign: `+468,000`, `-923,000`, `0`. */
export function signed(value: Decimal, decimals: number): string {
  const text = fixed(value, decimals);
  return signOf(round(value, decimals)) > 0 ? `+${text}` : text;
}

export function signedMoney(value: Decimal, { shift, decimals }: MoneyScale): string {
  return signed({ units: value.units, scale: value.scale + shift }, decimals);
}

/** `+7.8%`. */
export function signedPercent(ratio: Decimal): string {
  return `${signed(inPercent(ratio), 1)}%`;
}

export function magnitude(value: Decimal): Decimal {
  return value.units < 0n ? { units: -value.units, scale: value.scale } : value;
}

function inPercent(ratio: Decimal): Decimal {
  return { units: ratio.units * 100n, scale: ratio.scale };
}

function fixed(value: Decimal, decimals: number): string {
  return grouped(toFixed(round(value, decimals)));
}
