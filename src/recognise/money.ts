/** Unit and currency of a column: from its heading, the title block, number formats and cells. */
import { compare, type Decimal, decimal } from '../lib/decimal.ts';
import { type DatasetName, fieldKind } from '../model/fields.ts';
import { cellKind } from '../model/raw-table.ts';
import { numberShape } from './number-shape.ts';
import { countOf, eachText } from './profile.ts';
import type { SheetColumn } from './sheet.ts';
import { currencyOf, parseUnitWords } from './unit-words.ts';

const moneyFields = new Set(
  (
    'amount amountExTax taxAmount refundedAmount receivedAmount listAmount discountAmount unitPrice cost profit ' +
    'target floor stretch baseline listPrice marketSize competitorRevenue'
  ).split(' '),
);

export function isMoneyField(field: string | null): boolean {
  return field !== null && moneyFields.has(field);
}

export interface ColumnUnit {
  readonly factor: Decimal;
  readonly stated: string | null;
  readonly from: 'heading' | 'title' | 'flag' | 'config' | null;
}

const one = decimal(1);

export interface ColumnUse {
  readonly dataset: DatasetName | null;
  readonly field: string | null;
  /** True for a period's column of wide targets. */
  readonly isPeriod: boolean;
}

interface ToldUnits {
  /** `--unit`. */
  readonly flag?: string;
  /** Of columns that state none, as a config says. */
  readonly otherwise?: string;
}

/** `title`: the unit of the title block, which scales money only. */
export function unitOfColumn(
  column: SheetColumn,
  use: ColumnUse,
  title: { readonly factor: Decimal; readonly stated: string } | null,
  { flag, otherwise }: ToldUnits,
): ColumnUnit {
  if (!isNumberField(use)) return { factor: one, stated: column.unitStated, from: null };
  const isMoney = use.isPeriod || isMoneyField(use.field);
  if (flag !== undefined && isMoney) return { factor: factorNamed(flag) ?? one, stated: flag, from: 'flag' };
  // Percents are the validator's business: it sees the cells.
  if (column.unit?.isPercent) return { factor: one, stated: column.unitStated, from: null };
  if (column.unit) return { factor: column.unit.factor, stated: column.unitStated, from: 'heading' };
  if (title && isMoney) return { factor: title.factor, stated: title.stated, from: 'title' };
  if (otherwise !== undefined && isMoney) {
    return { factor: factorNamed(otherwise) ?? one, stated: otherwise, from: 'config' };
  }
  return { factor: one, stated: null, from: null };
}

function isNumberField({ dataset, field, isPeriod }: ColumnUse): boolean {
  return isPeriod || (dataset !== null && field !== null && fieldKind(dataset, field) === 'amount');
}

/** The factor of a unit as `--unit` names it: `万`, `k`, `1000`; undefined for anything else. */
export function factorNamed(unit: string): Decimal | undefined {
  return /^[1-9]\d{0,14}$/u.test(unit) ? decimal(Number(unit)) : parseUnitWords(unit)?.factor;
}

export function isScaled({ factor }: ColumnUnit): boolean {
  return compare(factor, one) !== 0;
}

/** The one currency that heading, formats and cells of a column name; null where none or several. */
export function currencyOfColumn(column: SheetColumn): string | null {
  if (column.unit?.currency) return column.unit.currency;
  const found = new Map<string, number>();
  for (const [numberFormat, rows] of column.raw.formats) note(found, currencyOfFormat(numberFormat), rows);
  if (column.looks.isNumeric && countOf(column.profile, cellKind.text) > 0) {
    eachText(column.profile, (text, rows) => note(found, numberShape(text)?.currency ?? null, rows));
  }
  const [first] = found.keys();
  return found.size === 1 && first !== undefined ? first : null;
}

function note(found: Map<string, number>, currency: string | null, rows: number): void {
  if (currency !== null) found.set(currency, (found.get(currency) ?? 0) + rows);
}

/** The currency of a workbook's number format: `"¥"#,##0.00`, `[$€-407]`, `[$CNY]`, `$#,##0`; null where it names none. */
export function currencyOfFormat(numberFormat: string): string | null {
  const positive = numberFormat.split(';')[0] ?? '';
  const tagged = /\[\$([^\]-]+)(?:-([0-9a-f]+))?\]/iu.exec(positive);
  if (tagged) return /^[¥￥]$/u.test(tagged[1] ?? '') && tagged[2] === '411' ? 'JPY' : currencyOf(tagged[1] ?? '');
  const plain = positive.replaceAll(/\[[^\]]*\]/gu, '');
  const sign = /[$¥￥€£₹₩]/u.exec(plain)?.[0];
  if (sign) return currencyOf(sign);
  const word = /"\s*([^"]{1,5}?)\s*"/u.exec(plain)?.[1];
  return word ? currencyOf(word) : null;
}
