/** An entry of `kpis`: what differs of a built-in one, or an own KPI in one of four kinds. */
import { z } from 'zod';
import { type ConfigKey, configKeys } from '../model/config-keys.ts';
import { name, says } from './config-values.ts';

const say = <Schema extends z.ZodType>(key: ConfigKey, schema: Schema): z.ZodOptional<Schema> =>
  schema.optional().meta({ description: configKeys[key] });

const bound = z.union([z.number(), z.string().min(1)], { error: 'number' });

const range = z.strictObject({
  gte: bound.optional(),
  gt: bound.optional(),
  lte: bound.optional(),
  lt: bound.optional(),
});

const where = z.record(name, z.union([says, z.array(says).min(1), range], { error: 'where' }));

const column = name.optional();

const aggregate = z.strictObject({
  sum: column,
  count: column,
  countDistinct: column,
  average: column,
  median: column,
  min: column,
  max: column,
  where: where.optional(),
  date: name.optional(),
});

const title = z.union([name, z.strictObject({ en: name.optional(), 'zh-CN': name.optional() })], { error: 'title' });

export const kpiKinds = ['simple', 'ratio', 'derived', 'cumulative'] as const;
export const kpiUnits = ['money', 'count', 'ratio', 'days', 'hours', 'points'] as const;
export const kpiFormats = ['percent', 'money', 'number', 'days'] as const;
export const cumulativeStarts = ['year', 'fiscal-year', 'start'] as const;

export const kpiEntry = z.strictObject({
  target: say(
    'kpis.*.target',
    z.union([z.number(), z.string().regex(/^-?\d{1,30}(?:\.\d{1,30})?$/)], { error: 'number' }),
  ),
  weight: say('kpis.*.weight', z.number().min(0).max(100)),
  title: say('kpis.*.title', title),
  simple: say('kpis.*.simple', aggregate),
  ratio: say('kpis.*.ratio', z.strictObject({ of: aggregate, to: aggregate })),
  derived: say('kpis.*.derived', z.string().min(1)),
  cumulative: say('kpis.*.cumulative', z.strictObject({ of: name, since: z.enum(cumulativeStarts).optional() })),
  unit: say('kpis.*.unit', z.enum(kpiUnits)),
  format: say('kpis.*.format', z.enum(kpiFormats)),
  better: say('kpis.*.better', z.enum(['higher', 'lower'])),
});

export type KpiEntry = z.output<typeof kpiEntry>;
