/** `batch.json` of an earlier run, read back: for `--retry`, and to keep what has not changed. */
import { z } from 'zod';
import { type Decimal, decimalFromText } from '../lib/decimal.ts';
import { type BatchFailure, type FlagTexts, type JobRecord, noProblems } from '../model/batch.ts';
import { statuses, units } from '../model/kpi.ts';

export interface EarlierBatch {
  readonly outDir: string;
  readonly lang: 'en' | 'zh-CN';
  readonly flags: FlagTexts;
  readonly records: readonly JobRecord[];
}

const flags = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));
const mark = z.object({ path: z.string(), sha256: z.string(), bytes: z.int().nonnegative() });
const exact = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform((text): Decimal => decimalFromText(text));

const figures = z.object({
  rows: z.int().nonnegative(),
  period: z.string(),
  currency: z.string().nullable(),
  kpi: z.string().nullable(),
  unit: z.enum(units).nullable(),
  better: z.enum(['higher', 'lower']),
  actual: exact.nullable(),
  target: exact.nullable(),
  attainment: exact.nullable(),
  status: z.enum(statuses).nullable(),
  draft: z.boolean(),
  missed: z.boolean(),
});

const count = z.int().nonnegative();

const failure = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  file: z.string().nullable(),
  sheet: z.string().nullable(),
  row: count.nullable(),
  column: count.nullable(),
  heading: z.string().nullable(),
  value: z.string().nullable(),
});

const job = z.object({
  name: z.string(),
  outcome: z.enum(['ok', 'same', 'fail', 'pending']),
  files: z.array(z.string()).min(1),
  report: z.string(),
  flags,
  key: z.string().nullable(),
  inputs: z.array(mark),
  output: mark.nullable(),
  figures: figures.nullable(),
  problems: z.object({ error: count, warning: count, info: count, byCode: z.record(z.string(), count) }),
  failure: failure.nullable(),
});

const batchFile = z.object({
  schema: z.literal('salesmetrics.batch/1'),
  lang: z.enum(['en', 'zh-CN']),
  outDir: z.string(),
  flags,
  jobs: z.array(job).min(1),
  durations: z.object({ jobs: z.record(z.string(), z.number().nullable()) }),
});

/** Null where `text` is no `salesmetrics.batch/1`. */
export function parseBatchRecord(text: string): EarlierBatch | null {
  const parsed = batchFile.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const { lang, outDir, jobs, durations } = parsed.data;
  return {
    lang,
    outDir,
    flags: parsed.data.flags,
    records: jobs.map(({ name, files, report, flags: own, outcome, ...rest }) => ({
      ...rest,
      job: { name, files, report, flags: own },
      // Why it failed is told anew when it is run again.
      outcome: outcome === 'fail' ? 'pending' : outcome,
      problems: outcome === 'fail' ? noProblems : rest.problems,
      failure: rest.failure && outcome !== 'fail' ? failureOf(rest.failure) : null,
      ms: Object.hasOwn(durations.jobs, name) ? (durations.jobs[name] ?? null) : null,
    })),
  };
}

function failureOf({ code, params, file, sheet, row, column, heading, value }: z.output<typeof failure>): BatchFailure {
  if (file === null) return { code, params, problem: null };
  const place = { file, sheet, row, column };
  const kept = { severity: 'error', related: [], treatment: 'none', affects: 'period' } as const;
  return { code, params, problem: { ...kept, code, place, heading, value, params } };
}

/** Amounts as text, so that no digit gets lost in a double: each stands on a line of its own. */
function jsonOf(text: string): unknown {
  const quoted = text.replaceAll(/^(\s*"(?:actual|target|attainment)": )(-?\d[\d.]*)(,?)$/gm, '$1"$2"$3');
  try {
    return JSON.parse(quoted);
  } catch {
    return null;
  }
}
