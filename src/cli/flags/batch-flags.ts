/** Flags of `batch` → what every job is told, and the same for one job with what its manifest says. */
import type { EvaluateFilesOptions } from '../../app/options.ts';
import { given } from '../../lib/given.ts';
import type { BatchJob, FlagTexts } from '../../model/batch.ts';
import { computeOptions } from './computing.ts';
import { givenFlags } from './given-flags.ts';
import type { BatchFlags, EvaluateFlags, LimitFlags } from './raw-flags.ts';
import { loadOptions } from './reading.ts';

const texts = [
  'targets', 'as', 'column', 'sheet', 'headerRow', 'encoding', 'delimiter', 'dateOrder', 'unit', 'tax', 'overlap', 'basis',
  'period', 'grain', 'by', 'kpi', 'compare', 'targetVersion', 'asOf', 'only', 'earlier', 'lookback', 'cohorts', 'allowSkipped', 'expect',
  'failUnder', 'strict', 'accept',
] as const satisfies readonly (keyof EvaluateFlags)[]; // biome-ignore format: a list of names
const limits = [
  'maxInput', 'maxInflated', 'maxEntries', 'maxRows', 'maxColumns', 'maxCells', 'maxStrings', 'maxCell', 'maxRecord',
  'maxSheets',
] as const satisfies readonly (keyof LimitFlags)[]; // biome-ignore format: a list of names

/** The flags that change what a report says, or whether there is one: kept in `batch.json` for `--retry`. */
export function flagTexts(flags: BatchFlags): FlagTexts {
  const said = new Map<string, string | boolean | readonly string[]>();
  for (const key of [...texts, ...limits]) {
    const value = flags[key];
    if (value !== undefined) said.set(key, value === true && key === 'cohorts' ? 'month' : value);
  }
  return Object.fromEntries(said);
}

/** Files that flags put beside every job. */
export function namedBeside({ as = [], targets = [], earlier }: BatchFlags): readonly string[] {
  return [
    ...targets,
    ...(earlier === undefined ? [] : [earlier]),
    ...as.map((text) => text.slice(text.indexOf('=') + 1)),
  ];
}

export interface ForAllJobs {
  readonly flags: FlagTexts;
  readonly lang: 'en' | 'zh-CN';
  readonly force: boolean;
  readonly today: () => string;
  readonly fiscalYearStart: number | undefined;
}

/** The options of one job: what it says itself wins. Throws UserErrors of wrong values. */
export function jobOptions({ report, flags: own }: BatchJob, all: ForAllJobs): EvaluateFilesOptions {
  // Texts by the names of flags, from our own record or held against the schema of manifests: the shape of raw flags.
  const flags: EvaluateFlags = { ...all.flags, ...own };
  return {
    ...loadOptions(flags),
    compute: computeOptions(flags, all.today, all.fiscalYearStart),
    lang: all.lang,
    out: report,
    given: givenFlags(flags),
    ...given({ earlier: flags.earlier, force: all.force || undefined, strict: flags.strict }),
  };
}
