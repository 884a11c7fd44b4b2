/** `salesmetrics.inspection/1`: what `inspect --json` prints. */
import { z } from 'zod';
import type { ColumnType, Confidence } from '../../model/mapping.ts';
import { count, notComputed, sha256 } from './parts.ts';

const confidences = [
  'exact',
  'alias',
  'declared',
  'preset',
  'content',
  'guess',
] as const satisfies readonly Confidence[];
const types = ['text', 'number', 'money', 'date', 'boolean', 'mixed', 'empty'] as const satisfies readonly ColumnType[];

const column = z.strictObject({
  column: z.string().describe('letters, as in A1'),
  heading: z.string(),
  field: z.string().nullable(),
  confidence: z.enum(confidences).nullable(),
  type: z.enum(types),
  format: z.string().nullable(),
  empty: count,
  distinct: count,
  sample: z.string().nullable(),
});

const cell = z.strictObject({
  cell: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).describe('as read, before any interpretation'),
  type: z.enum(['text', 'number', 'date', 'boolean', 'error']),
});

export const inspectionSchema = z
  .strictObject({
    schema: z.literal('salesmetrics.inspection/1'),
    path: z.string(),
    sha256,
    format: z.string(),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheets: z.array(
      z.strictObject({
        name: z.string().nullable(),
        hidden: z.boolean(),
        range: z.string().nullable().describe('A1:L5023'),
        headerRow: z.int().positive().nullable(),
        dataset: z.string().nullable(),
        preset: z.string().nullable(),
        columns: z.array(column),
        cells: z.array(cell).describe('of the first --rows rows'),
      }),
    ),
    canCompute: z.array(z.string()).describe('ids of KPIs'),
    cannot: notComputed,
  })
  .describe('What salesmetrics inspect --json prints');

export type InspectionDocument = z.infer<typeof inspectionSchema>;
