/** `salesmetrics.plan/1`: what `targets breakdown --json` prints. */
import { z } from 'zod';
import { type PlanNote, type ShareReason, splitMethods } from '../../model/plan.ts';
import { amount, by, outputs, problems, unit } from './parts.ts';

const reasons = [
  'history',
  'mean',
  'equal',
  'weight',
  'workdays',
  'stated',
  'parts',
] as const satisfies readonly ShareReason[];
const notes = [
  'no-season',
  'left-out',
  'several-parents',
  'smaller-step',
  'over-assigned',
] as const satisfies readonly PlanNote['kind'][];

const share = {
  share: amount.nullable().describe('part of the whole that was split; null where that is 0'),
  because: z.enum(reasons),
  basis: amount.nullable().describe('history, weight or workdays behind the share'),
};

const node = z.strictObject({
  by,
  total: amount,
  ...share,
  values: z.record(z.string(), amount.nullable()).describe('period → amount'),
  ramp: z.record(z.string(), amount).describe('period → part of a full share that a newcomer has'),
});

export const planSchema = z
  .strictObject({
    schema: z.literal('salesmetrics.plan/1'),
    kpi: z.string(),
    unit,
    currency: z.string().nullable(),
    period: z.string(),
    total: amount,
    from: z.enum(['total', 'targets']),
    method: z.enum(splitMethods),
    step: amount,
    buffers: z.record(z.string(), amount),
    bases: z.strictObject({ periods: z.array(z.string()), parts: z.string().nullable() }),
    notes: z.array(z.strictObject({ kind: z.enum(notes), names: z.array(z.string()) })),
    columns: z.array(z.strictObject({ period: z.string(), ...share })),
    nodes: z.array(node).describe('the whole first, then every node before its parts'),
    problems,
    outputs,
  })
  .describe('What salesmetrics targets breakdown --json prints');
