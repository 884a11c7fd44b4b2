/** The schema of `salesmetrics.evaluation/1`: `explain report --json` prints it, tests hold every golden document to it. */
import { z } from 'zod';
import { changeKinds, unsplitReasons } from '../model/against.ts';
import { factDatasets } from '../model/data-set.ts';
import { keptKinds } from '../model/kept-rows.ts';
import type { Caution } from '../model/kpi.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('YYYY-MM-DD');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const amount = z.number().describe('exact decimal, no exponent');
const count = z.int().nonnegative();

const why = z.enum([
  'no-data',
  'zero-denominator',
  'negative-base',
  'left-censored',
  'immature',
  'missing-field',
  'no-target',
  'target-is-zero',
  'target-incomplete',
  'target-met',
  'target-ambiguous',
  'zero-actual',
]);

const cautions = [
  'short-history',
  'immature',
  'whole-order-returns',
  'partial-cost',
  'tail-gap',
  'without-amount',
  'without-probability',
  'unreplied',
] as const satisfies readonly Caution[];

const kpi = z.strictObject({
  id: z.string(),
  unit: z.enum(['money', 'count', 'ratio', 'days', 'hours', 'points', 'money-per-day']),
  better: z.enum(['higher', 'lower']),
  actual: amount.nullable(),
  numerator: amount.nullable(),
  denominator: amount.nullable(),
  why: why.nullable().describe('why actual is null'),
  cautions: z.array(z.enum(cautions)),
  details: z
    .record(z.string(), z.union([amount, z.string(), z.null(), z.record(z.string(), amount.nullable())]))
    .describe('what a KPI adds'),
  rows: count,
  target: amount.nullable(),
  attainment: amount.nullable().describe('actual / target; target / actual where lower is better'),
  attainmentWhy: why.nullable().describe('why attainment is null'),
  gap: amount.nullable().describe('actual - target'),
  status: z.enum(['met', 'near', 'below', 'on-track', 'behind', 'unconfirmed']).nullable(),
  compare: z
    .strictObject({ actual: amount.nullable(), change: amount.nullable() })
    .nullable()
    .describe('change is a ratio for money and counts, a difference for ratios and days'),
});

const by = z.record(z.string(), z.string()).describe('name given to --by → value');

const table = z.strictObject({
  sheet: z.string().nullable(),
  dataset: z.string().nullable(),
  preset: z.string().nullable(),
  headerRow: z.int().positive().nullable(),
  rows: count.describe('data rows, left-out ones included'),
  inPeriod: count,
  leftOut: count,
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  statuses: z.array(
    z.strictObject({
      value: z.string(),
      rows: count,
      amount,
      use: z.enum(['counts', 'not-counted', 'refunded', 'unmapped', 'won', 'lost', 'open']),
    }),
  ),
  columns: z.record(z.string(), z.string()).describe('field → heading'),
});

const place = {
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
  cell: z.string().nullable(),
};

const problem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  ...place,
  related: z.array(z.strictObject(place)),
  heading: z.string().nullable(),
  value: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  treatment: z.enum(['left-out', 'counted', 'converted', 'ignored', 'none']),
  affects: z.enum(['period', 'compare', 'none']),
});

const perKind = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ added: value, removed: value, changed: value, reassigned: value });

const difference = z.strictObject({
  id: z.string(),
  unit: kpi.shape.unit,
  was: amount.nullable(),
  now: amount.nullable(),
  difference: amount.nullable(),
  parts: perKind(amount).nullable().describe('sum exactly to difference; null where rows do not add up to it'),
  why: z.enum(unsplitReasons).nullable().describe('why parts is null'),
});

const changedRow = z.strictObject({
  kinds: z.array(z.enum(changeKinds)).min(1),
  dataset: z.enum(factDatasets),
  id: z.string().nullable(),
  day: day.nullable(),
  rep: z.string().nullable(),
  was: z.strictObject(place).nullable(),
  now: z.strictObject(place).nullable(),
  fields: z.array(z.strictObject({ field: z.string(), was: z.string(), now: z.string() })),
  effects: z.record(z.string(), amount).describe('KPI → what the row alone adds to its difference'),
});

const against = z.strictObject({
  path: z.string(),
  sha256,
  asOf: day,
  rowsFrom: z.enum(['files', 'document']).describe('where the earlier rows were read'),
  runs: z
    .array(z.strictObject({ what: z.string(), was: z.string(), now: z.string() }))
    .describe('in what the runs differ besides their rows'),
  counts: perKind(count).describe('rows of the period'),
  elsewhere: perKind(count).describe('rows that are in no figure of the period'),
  kpis: z.array(difference),
  people: z.array(z.strictObject({ rep: z.string(), kpis: z.array(difference) })),
  rows: z.array(changedRow).describe('rows of the period'),
});

const rows = z.strictObject({
  places: z.array(z.strictObject({ file: z.string(), sheet: z.string().nullable() })),
  tables: z.array(
    z.strictObject({
      dataset: z.enum(factDatasets),
      fields: z.array(z.strictObject({ name: z.string(), kind: z.enum(keptKinds) })),
      kpis: z.array(z.strictObject({ id: z.string(), adds: z.enum(['amount', 'key']) })),
      rows: z
        .array(z.array(z.union([z.string(), z.number(), z.null()])))
        .describe('place, row, 1 in the period or 2 left out or 0, the fields, what each KPI has of it'),
    }),
  ),
});

const taxBasis = z.enum(['included', 'excluded']).nullable();

export const evaluationSchema = z
  .strictObject({
    schema: z.literal('salesmetrics.evaluation/1'),
    tool: z.strictObject({ name: z.literal('salesmetrics'), version: z.string() }),
    ok: z.boolean(),
    draft: z.boolean(),
    asOf: day,
    currency: z.string().nullable(),
    lang: z.enum(['en', 'zh-CN']),
    config: z.strictObject({ path: z.string(), sha256 }).nullable(),
    options: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
      .describe('flags that were given, by long name'),
    taxBasis: z.strictObject({ actual: taxBasis, target: taxBasis, from: z.string().nullable() }),
    period: z.strictObject({
      id: z.string(),
      start: day,
      end: day,
      complete: z.boolean(),
      completeBecause: z.enum(['as-of', 'export-range', 'data', 'tail-gap']).nullable(),
      from: z.enum(['flag', 'targets', 'name', 'title', 'data']),
    }),
    pace: z
      .strictObject({
        elapsed: amount,
        basis: z.enum(['monthly-targets', 'workdays']),
        expected: amount.nullable(),
        status: z.enum(['on-track', 'behind']).nullable(),
      })
      .nullable(),
    failUnder: z.strictObject({ wanted: amount, reached: amount.nullable() }).nullable(),
    compare: z.strictObject({ id: z.string(), start: day, end: day }).nullable(),
    inputs: z.array(z.strictObject({ path: z.string(), sha256, bytes: count, tables: z.array(table) })),
    kpis: z.array(kpi),
    breakdown: z.array(z.strictObject({ by, kpis: z.array(kpi) })),
    trend: z.array(z.strictObject({ period: z.string(), kpis: z.array(kpi) })),
    cohorts: z
      .strictObject({
        grain: z.enum(['month', 'quarter', 'year']),
        list: z.array(
          z.strictObject({
            period: z.string(),
            leftCensored: z.boolean().describe('the data begins here, so everybody looks new'),
            active: z.array(count).describe('customers active in the period itself, in the next one, …'),
            mature: count.describe('how many of these periods are over'),
          }),
        ),
      })
      .nullable()
      .describe('customers by the period of their first purchase; null until asked for'),
    gap: z.strictObject({ kpi: z.string(), total: amount, parts: z.array(z.strictObject({ by, amount })) }).nullable(),
    against: against.nullable().describe('what has changed since an earlier run; null until asked for'),
    notComputed: z.array(z.strictObject({ id: z.string(), why, missing: z.array(z.string()) })),
    problems: z.array(problem),
    leftOut: z.strictObject({
      rows: count,
      amount,
      rowsWithoutAmount: count,
      accepted: count.describe('of these, rows that an accept file answers for'),
    }),
    outputs: z.array(z.strictObject({ kind: z.string(), path: z.string() })),
    rows: rows.nullable().describe('for a later run to be held against; null until asked for'),
  })
  .describe('What salesmetrics evaluate --json prints');

/** The JSON Schema (draft 2020-12) of the document. */
export function evaluationJsonSchema(): object {
  return z.toJSONSchema(evaluationSchema, { target: 'draft-2020-12' });
}

/** The document as a program sees it. */
export type EvaluationDocument = z.infer<typeof evaluationSchema>;
