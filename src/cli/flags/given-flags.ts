/** The flags as typed, by long name, for the document and the Audit sheet: those only that can change a figure. */
import type { EvaluateFlags } from './raw-flags.ts';

const telling = [
  ['period', 'period'],
  ['grain', 'grain'],
  ['by', 'by'],
  ['kpi', 'kpi'],
  ['compare', 'compare'],
  ['targetVersion', 'target-version'],
  ['asOf', 'as-of'],
  ['as', 'as'],
  ['targets', 'targets'],
  ['column', 'column'],
  ['only', 'only'],
  ['encoding', 'encoding'],
  ['delimiter', 'delimiter'],
  ['sheet', 'sheet'],
  ['headerRow', 'header-row'],
  ['dateOrder', 'date-order'],
  ['accept', 'accept'],
  ['allowSkipped', 'allow-skipped'],
  ['strict', 'strict'],
  ['expect', 'expect'],
  ['tax', 'tax'],
  ['overlap', 'overlap'],
  ['basis', 'basis'],
  ['sums', 'sums'],
  ['unit', 'unit'],
  ['lookback', 'lookback'],
  ['earlier', 'earlier'],
  ['against', 'against'],
  ['cohorts', 'cohorts'],
  ['failUnder', 'fail-under'],
] as const satisfies readonly (readonly [keyof EvaluateFlags, string])[];

export function givenFlags(flags: EvaluateFlags): Readonly<Record<string, string | boolean | readonly string[]>> {
  const entries: [string, string | boolean | readonly string[]][] = [];
  for (const [key, name] of telling) {
    const value = flags[key];
    if (value !== undefined) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}
