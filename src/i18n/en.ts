/** All English words, by subject. `zh-cn.ts` has the same keys, by type. */
import { type ConfigKey, configKeys } from '../model/config-keys.ts';
import { against } from './en/against.ts';
import { batch } from './en/batch.ts';
import { configForm } from './en/config-form.ts';
import { errors } from './en/errors.ts';
import { datasets, fields, qualifiedFields } from './en/fields.ts';
import { help } from './en/help.ts';
import { kpis } from './en/kpis.ts';
import { plans } from './en/plans.ts';
import { presets } from './en/presets.ts';
import { problemReasons } from './en/problem-reasons.ts';
import { problems } from './en/problems.ts';
import { starters } from './en/starters.ts';
import { cautions, countedCautions, details, rollUps, shortWhys, statuses, units, whys } from './en/states.ts';
import { terminal } from './en/terminal.ts';
import { exclusions, terms, tracing } from './en/terms.ts';
import { environment, formats } from './en/topics.ts';

const keysInEnglish: Readonly<Record<ConfigKey, string>> = configKeys;

export const en = {
  lang: 'en' as const,
  problems,
  problemReasons,
  errors,
  kpis,
  datasets,
  fields,
  qualifiedFields,
  whys,
  shortWhys,
  cautions,
  countedCautions,
  details,
  statuses,
  rollUps,
  units,
  terminal,
  terms,
  exclusions,
  tracing,
  environment,
  formats,
  plans,
  presets,
  batch,
  against,
  starters,
  help,
  configKeys: keysInEnglish,
  configForm,
};
