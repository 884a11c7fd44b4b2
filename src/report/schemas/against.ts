/** What an evaluation says of an earlier run (`--against`), and the rows it keeps for a later one (`--with-rows`). */
import { z } from 'zod';
import { changeKinds, unsplitReasons } from '../../model/against.ts';
import { factDatasets } from '../../model/data-set.ts';
import { keptKinds } from '../../model/kept-rows.ts';
import { amount, count, day, place, sha256, unit } from './parts.ts';

const perKind = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ added: value, removed: value, changed: value, reassigned: value });

const difference = z.strictObject({
  id: z.string(),
  unit: unit,
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

export const against = z.strictObject({
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

export const rows = z.strictObject({
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
