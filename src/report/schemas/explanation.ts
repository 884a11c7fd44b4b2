/** `salesmetrics.explanation/1`: what `explain <kpi> <files…> --json` prints. */
import { z } from 'zod';
import { type ExclusionReason, type TermRole, termKeys } from '../../model/explanation.ts';
import {
  amount,
  by,
  compare,
  count,
  day,
  inputs,
  kpi,
  notComputed,
  period,
  place,
  problems,
  run,
  unit,
} from './parts.ts';

const roles = ['value', 'top', 'bottom', 'part'] as const satisfies readonly TermRole[];
const reasons = [
  'left-out',
  'status',
  'undated',
  'after-as-of',
  'other-member',
  'outside-period',
  'outcome',
  'no-customer',
  'negative',
  'not-needed',
] as const satisfies readonly ExclusionReason[];

const source = z.strictObject({
  field: z.string().describe('dataset.field'),
  file: z.string(),
  sheet: z.string().nullable(),
  column: z.string().nullable().describe('letters, as in A1'),
  heading: z.string(),
  notHeading: z.string().nullable().describe('heading of the column that could have been taken too'),
});

const row = z.strictObject({
  file: place.file,
  sheet: place.sheet,
  row: place.row,
  day: day.nullable(),
  name: z.string().nullable().describe('order, deal or customer'),
  amount: amount.nullable(),
  adds: amount.describe('what the row adds to the term'),
});

const term = z.strictObject({
  key: z.enum(termKeys),
  role: z
    .enum(roles)
    .describe('value adds to the number, top to its numerator, bottom to its denominator, part to none'),
  factor: z.number(),
  unit,
  value: amount,
  kpi: z.string().nullable(),
  period: z.string(),
  tables: z
    .array(z.strictObject({ file: z.string(), sheet: z.string().nullable(), rows: count, adds: amount }))
    .nullable(),
  members: z.strictObject({ count, largest: z.array(z.strictObject({ name: z.string(), amount })) }).nullable(),
  count: count.nullable(),
  rows: z.array(row).nullable().describe('every row; null for what comes from no row'),
});

const exclusion = z.strictObject({
  reason: z.enum(reasons),
  what: z.string().nullable(),
  rows: count,
  amount,
  first: z.array(z.strictObject({ ...place, heading: z.string().nullable(), value: z.string().nullable() })),
});

export const explanationSchema = z
  .strictObject({
    schema: z.literal('salesmetrics.explanation/1'),
    ...run,
    period,
    compare,
    inputs,
    kpi: z.string(),
    definition: z.union([
      z.strictObject({ from: z.literal('built-in') }),
      z.strictObject({
        from: z.literal('config'),
        file: z.string(),
        line: z.int().positive(),
        formula: z.string(),
      }),
    ]),
    columns: z.array(source),
    groups: z
      .array(z.strictObject({ by, kpi, terms: z.array(term) }))
      .describe('the whole, or one for each member of --by'),
    excluded: z.array(exclusion),
    notComputed,
    problems,
  })
  .describe('What salesmetrics explain KPI FILES --json prints');

export type ExplanationDocument = z.infer<typeof explanationSchema>;
