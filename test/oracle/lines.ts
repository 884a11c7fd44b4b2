/** The one form in which both sides state their results: sorted lines of exact text, and their hash. */
import { createHash } from 'node:crypto';

/** `trend month|2023-01|revenue|123.45`; ratios as `numerator/denominator`. */
export type Line = string;

export function lineOf(scope: string, group: string, kpi: string, value: string): Line {
  return [scope, group, kpi, value].join('|');
}

/** Without zeros at the end: DuckDB prints all digits of a decimal's scale. */
export function plain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

export function hashOf(lines: readonly Line[]): string {
  const sorted = lines.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return createHash('sha256').update(sorted.join('\n')).digest('hex');
}

/** Lines of one side only, the first few: what to read when the hashes differ. */
export function differences(ours: readonly Line[], theirs: readonly Line[]): readonly string[] {
  const [left, right] = [new Set(ours), new Set(theirs)];
  return [
    ...ours.filter((line) => !right.has(line)).map((line) => `ours    ${line}`),
    ...theirs.filter((line) => !left.has(line)).map((line) => `oracle  ${line}`),
  ]
    .toSorted((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1))
    .slice(0, 40);
}

/** The cuts of the data that both sides compute. */
export const breakdowns: readonly { readonly period: string; readonly by: readonly string[] }[] = [
  { period: 'all', by: ['region'] },
  { period: 'all', by: ['rep'] },
  { period: 'all', by: ['region', 'category'] },
  { period: '2023-Q2', by: ['region'] },
  { period: '2024-02', by: ['rep', 'category'] },
];

export const grains = ['month', 'quarter', 'year'] as const;
