/** What `salesmetrics.yaml` may say (ux.md 5). Declared once; types and the JSON Schema for editors come out of it. */
import { z } from 'zod';
import { type ConfigKey, configKeys } from '../model/config-keys.ts';
import { isoDay, name, says } from './config-values.ts';
import { kpiEntry } from './kpi-entry.ts';

const languages = ['auto', 'en', 'zh-CN'] as const;
const severities = ['error', 'warning', 'info', 'off'] as const;
export const statusUses = ['counts', 'notCounted', 'refunded', 'won', 'lost', 'open'] as const;
export const stageUses = ['won', 'lost', 'open', 'notCounted'] as const;
export const moneyUnits = ['auto', '1', '千', '万', '百万', '千万', '亿', 'k', 'm'] as const;
export const ratePolicies = ['spot', 'period-average', 'budget'] as const;

const say = <Schema extends z.ZodType>(key: ConfigKey, schema: Schema): z.ZodOptional<Schema> =>
  schema.optional().meta({ description: configKeys[key] });

const calendar = z.strictObject({
  fiscalYearStart: say('calendar.fiscalYearStart', z.int().min(1).max(12)),
  weekStart: say('calendar.weekStart', z.enum(['monday', 'sunday', 'saturday'])),
  timezone: say('calendar.timezone', name),
  holidays: say('calendar.holidays', z.union([name, z.array(isoDay)], { error: 'file-or-days' })),
});

const rate = z.strictObject({
  date: isoDay.optional(),
  from: name,
  to: name,
  rate: z.union([z.number().positive(), z.string().regex(/^\d{1,15}(?:\.\d{1,15})?$/)], { error: 'number' }),
});

const rates = z.strictObject({
  policy: say('money.rates.policy', z.enum(ratePolicies)),
  file: say('money.rates.file', name),
  table: say('money.rates.table', z.array(rate)),
});

const money = z.strictObject({
  currency: say('money.currency', name),
  taxIncluded: say('money.taxIncluded', z.boolean()),
  unit: say('money.unit', z.union([z.enum(moneyUnits), z.literal(1)], { error: 'money-unit' })),
  rates: say('money.rates', z.union([name, rates], { error: 'file-or-rates' })),
});

const headings = z.union([z.array(name).min(1), name, z.null()], { error: 'headings' });
const words = z.array(says).min(1);

const person = z.strictObject({
  name: name.meta({ description: configKeys['people[].name'] }),
  en: say('people[].en', name),
  employeeId: say('people[].employeeId', says),
  team: say('people[].team', name),
  region: say('people[].region', name),
  manager: say('people[].manager', name),
  role: say('people[].role', name),
  aliases: say('people[].aliases', z.array(name)),
  from: say('people[].from', isoDay),
  to: say('people[].to', isoDay),
});

const share = z.number().positive().max(10);

const report = z.strictObject({
  lang: say('report.lang', z.enum(languages)),
  html: say('report.html', z.boolean()),
  perPerson: say('report.perPerson', z.boolean()),
  leaderboard: say('report.leaderboard', z.boolean()),
  sheets: say('report.sheets', z.literal('all')),
  logo: say('report.logo', name),
  safeCsv: say('report.safeCsv', z.boolean()),
});

export const configFile = z.strictObject({
  version: say('version', z.literal(1)),
  extends: say('extends', z.union([name, z.array(name).min(1)], { error: 'file-or-files' })),
  lang: say('lang', z.enum(languages)),
  calendar: say('calendar', calendar),
  money: say('money', money),
  columns: say('columns', z.record(name, z.record(name, headings))),
  values: say(
    'values',
    z.strictObject({
      status: say('values.status', z.partialRecord(z.enum(statusUses), words)),
      stage: say('values.stage', z.partialRecord(z.enum(stageUses), words)),
    }),
  ),
  people: say('people', z.array(person)),
  status: say('status', z.strictObject({ met: say('status.met', share), near: say('status.near', share) })),
  kpis: say('kpis', z.record(name, kpiEntry)),
  retention: say('retention', z.strictObject({ base: say('retention.base', z.enum(['previous', 'year-ago'])) })),
  lookback: say('lookback', z.int().min(0).max(1200)),
  validation: say(
    'validation',
    z.strictObject({
      allowSkipped: say(
        'validation.allowSkipped',
        z.union([z.int().min(0), z.string().regex(/^\d{1,9}(?:\.\d{1,12})?\s?[%％]$/)], { error: 'rows-or-percent' }),
      ),
      rules: say('validation.rules', z.record(name, z.enum(severities))),
    }),
  ),
  expect: say('expect', z.record(name, z.union([z.number(), name], { error: 'number' }))),
  report: say('report', report),
  forecast: say(
    'forecast',
    z.strictObject({
      method: say('forecast.method', z.enum(['auto', 'seasonal', 'trend', 'pipeline'])),
      interval: say('forecast.interval', z.number().positive().max(1)),
    }),
  ),
  commission: say('commission', z.strictObject({ plan: say('commission.plan', name) })),
});

export type ConfigFile = z.output<typeof configFile>;

/** The same rules for editors; committed as `templates/config.schema.json`. Draft 7, because the YAML server knows no later one. */
export function configFileJsonSchema(): unknown {
  return z.toJSONSchema(configFile, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
}
