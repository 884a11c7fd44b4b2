/** The line above targets that says what parts may add up to; `validate` reads it. */
import type { Catalogue } from '../../i18n/catalogue.ts';
import { compare, type Decimal, decimal, multiply, signOf, toText, zero } from '../../lib/decimal.ts';
import { everyLevel, type SumPolicies } from '../../model/sum-policy.ts';

/** `Buffer: Rep 5%; rounded to 1000`; null where parts have to be equal. */
export function sumsLine(sums: SumPolicies, { headings, sums: words }: Catalogue['plans']): string | null {
  const stated = [...sums].filter(([, { kind }]) => kind !== 'equal');
  if (stated.length === 0) return null;
  let step = zero;
  const levels = stated.map(([name, policy]) => {
    const level = name === everyLevel ? '' : (headings[name] ?? name);
    if (policy.kind !== 'within') return `${level} ${words.atLeast}`.trim();
    if (compare(policy.step, step) > 0) step = policy.step;
    return `${level} ${percent(policy.ratio)}`.trim();
  });
  const isBuffer = stated.every(([, { kind }]) => kind === 'within');
  const parts = signOf(step) > 0 ? [...levels, words.roundedTo(toText(step))] : levels;
  return words.line(isBuffer, parts);
}

/** `5%` */
export function percent(ratio: Decimal): string {
  return `${toText(multiply(ratio, decimal(100)))}%`;
}
