/** What parts may add up to: exactly their total, no less than it, or nearly it (a buffer). */
import { type Decimal, decimal, decimalFromText, zero } from '../lib/decimal.ts';

export type SumPolicy =
  | { readonly kind: 'equal' | 'at-least' }
  | {
      readonly kind: 'within';
      /** Of the total, either way: 0.05. */
      readonly ratio: Decimal;
      /** Step to which the parts were rounded, once a month; 0 where nothing says so. */
      readonly step: Decimal;
    };

/** Level of the parts (field name or heading), or `everyLevel` → what they may add up to. Levels that it does not name are equal. */
export type SumPolicies = ReadonlyMap<string, SumPolicy>;

export const everyLevel = '*';

/** `equal`, `at least`, `5%`, `within 5%`, in Chinese too; undefined for any other text. */
export function sumPolicyNamed(text: string, step: Decimal = zero): SumPolicy | undefined {
  const folded = text.normalize('NFKC').trim().toLowerCase();
  if (/^(?:equal|exact|相等|等于)$/u.test(folded)) return { kind: 'equal' };
  if (/^(?:at[ -]?least|至少|不低于|不少于)$/u.test(folded)) return { kind: 'at-least' };
  const percent = /^(?:within|不超过|±)?\s*(\d{1,3}(?:\.\d{1,6})?)\s*%$/u.exec(folded)?.[1];
  if (percent === undefined) return undefined;
  const { units, scale } = decimalFromText(percent);
  return { kind: 'within', ratio: decimal(units, scale + 2), step };
}
