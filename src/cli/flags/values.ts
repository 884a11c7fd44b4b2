/** Values of flags: text in, typed value out; a wrong one names the flag, what is allowed and the nearest match. */
import { closestTo } from '../../lib/closest.ts';
import { given } from '../../lib/given.ts';
import type { Period } from '../../model/period.ts';
import { parsePeriodText } from '../../model/period-labels.ts';
import { UserError } from '../../problems/user-error.ts';

export function wrongValue(flag: string, value: string, allowed: readonly string[] | string): UserError {
  const near = typeof allowed === 'string' ? [] : closestTo(value, allowed).slice(0, 1);
  return new UserError('usage/wrong-value', { flag, value, allowed, near });
}

/** One of `allowed`, or undefined where the flag is not given. Upper and lower case are the same. */
export function choice<const Name extends string>(
  flag: string,
  value: string | undefined,
  allowed: readonly Name[],
): Name | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((name) => name.toLowerCase() === value.trim().toLowerCase());
  if (found === undefined) throw wrongValue(flag, value, allowed);
  return found;
}

/** A period by its id or any label (`2024年1季度`, with a fiscal year `FY2024-Q1`). */
export function periodValue(text: string | undefined, fiscalYearStart?: number): Period | undefined {
  const period = text === undefined ? undefined : parsePeriodText(text, { year: null, ...given({ fiscalYearStart }) });
  if (text !== undefined && period === undefined) throw new UserError('period/unknown', { period: text });
  return period;
}

/** The name of a workbook to write. */
export function workbookName(out: string | undefined): string | undefined {
  if (out !== undefined && !/\.xlsx$/i.test(out)) throw wrongValue('--out', out, 'FILE.xlsx');
  return out;
}

/** The name of a page to write; true where the flag has none; undefined where it is not given. */
export function pageName(html: string | true | undefined): string | true | undefined {
  if (html === undefined || html === true || html === '') return html === '' ? true : html;
  if (!/\.html?$/i.test(html)) throw wrongValue('--html', html, 'FILE.html');
  return html;
}

/** A whole number from `least` up. */
export function wholeNumber(flag: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,15}$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (!(number >= least)) throw wrongValue(flag, value, `${least}, ${least + 1}, …`);
  return number;
}

const factors: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** A count or a size: `5000`, `64k`, `2GiB`, `512 MiB` (powers of 1024). */
export function size(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const match = /^(\d{1,12})\s*(?:([kmg])(?:i?b)?)?$/i.exec(value.trim());
  const number = Number(match?.[1]) * (factors[(match?.[2] ?? '').toLowerCase()] ?? 1);
  if (!(number >= 1)) throw wrongValue(flag, value, '1000, 64k, 512m, 2g');
  return number;
}

/** Plain decimal text: thousands separators are taken out. */
export function decimalText(flag: string, value: string, example: string): string {
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(value) ? value.replaceAll(',', '') : value;
  if (!/^-?\d{1,30}(\.\d{1,30})?$/.test(plain)) throw wrongValue(flag, value, example);
  return plain;
}

/** `name=value`, split at the first `=`; both sides trimmed and not empty. */
export function pair(flag: string, text: string, example: string): readonly [string, string] {
  const at = text.indexOf('=');
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || name === '' || value === '') throw wrongValue(flag, text, example);
  return [name, value];
}

/** Items of comma lists, trimmed; an empty one is refused. */
export function commaList(flag: string, text: string, example: string): string[] {
  const items = text.split(/[,，]/).map((item) => item.trim());
  if (items.includes('')) throw wrongValue(flag, text, example);
  return items;
}
