/** Words that state a unit, a scale or a currency: `万元`, `in thousands`, `USD k`, `件`, `%`. */
import { type Decimal, decimal } from '../lib/decimal.ts';

export interface UnitWords {
  /** Factor to base units; 1 for a plain currency or a counting word. */
  readonly factor: Decimal;
  readonly currency: string | null;
  readonly isPercent: boolean;
}

const scales: ReadonlyMap<string, number> = new Map([
  ['千', 1e3],
  ['万', 1e4],
  ['萬', 1e4],
  ['十万', 1e5],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['億', 1e8],
  ['k', 1e3],
  ["'000", 1e3],
  ["'000s", 1e3],
  ['000', 1e3],
  ['000s', 1e3],
  ['thousand', 1e3],
  ['thousands', 1e3],
  ['m', 1e6],
  ['mm', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
]);

const currencyWords: ReadonlyMap<string, string> = new Map([
  ['元', 'CNY'],
  ['人民币', 'CNY'],
  ['人民币元', 'CNY'],
  ['rmb', 'CNY'],
  ['cn¥', 'CNY'],
  ['¥', 'CNY'],
  ['￥', 'CNY'],
  ['$', 'USD'],
  ['us$', 'USD'],
  ['美元', 'USD'],
  ['€', 'EUR'],
  ['欧元', 'EUR'],
  ['£', 'GBP'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
  ['港币', 'HKD'],
  ['港元', 'HKD'],
  ['hk$', 'HKD'],
  ['₹', 'INR'],
  ['rs', 'INR'],
  ['rs.', 'INR'],
  ['卢比', 'INR'],
  ['₩', 'KRW'],
  ['韩元', 'KRW'],
  ['新台币', 'TWD'],
  ['nt$', 'TWD'],
]);

// ISO 4217, those of trade; a list keeps `(pcs)` or `(qty)` from being read as a currency.
export const currencyCodes: readonly string[] = (
  'AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNH CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KES KRW KWD KZT ' +
  'LKR MAD MOP MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD TZS UAH USD UYU VND ZAR'
).split(' ');
const codes = new Set(currencyCodes);

const countWords = new Set(
  '件 个 台 套 箱 单 人 家 次 笔 只 支 瓶 袋 吨 kg 公斤 天 日 小时 days day hours pcs pc units unit ea each qty'.split(
    ' ',
  ),
);

/** The currency that a code, symbol or word names, or null. */
export function currencyOf(word: string): string | null {
  const text = word.normalize('NFKC').trim();
  const upper = text.toUpperCase();
  if (codes.has(upper)) return upper === 'CNH' ? 'CNY' : upper;
  return currencyWords.get(text.toLowerCase()) ?? null;
}

/**
 * What a unit stated in brackets, after a slash or in a title means: `万元` → 10000 CNY, `USD k` → 1000 USD, `%`; null
 * for words that are no unit.
 */
export function parseUnitWords(stated: string): UnitWords | null {
  const text = stated
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:单位|單位|unit)\s*:?\s*/u, '')
    .replace(/^in\s+/u, '')
    .replace(/^人民币(?=.)|(?<=元)人民币$/u, '')
    .trim();
  if (text === '%' || text === '百分比' || text === 'percent' || text === 'pct') {
    return { factor: decimal(1), currency: null, isPercent: true };
  }
  if (countWords.has(text)) return { factor: decimal(1), currency: null, isPercent: false };
  return splitScale(text);
}

function splitScale(text: string): UnitWords | null {
  const words = text.replace(/\s+of\s+/u, ' ').replaceAll(/[/,]/gu, ' ');
  const whole = words.replaceAll(/\s+/gu, '');
  for (let cut = 0; cut <= whole.length; cut += 1) {
    const found = unitOf(whole.slice(0, cut), whole.slice(cut)) ?? unitOf(whole.slice(cut), whole.slice(0, cut));
    if (found) return found;
  }
  return null;
}

function unitOf(scaleText: string, currencyText: string): UnitWords | null {
  const scale = scaleText === '' ? 1 : scales.get(scaleText);
  if (scale === undefined) return null;
  const currency = currencyText === '' || currencyText === 'dollars' ? null : currencyOf(currencyText);
  if (currency === null && currencyText !== '' && currencyText !== 'dollars') return null;
  if (scaleText === '' && currencyText === '') return null;
  return { factor: decimal(scale), currency, isPercent: false };
}
