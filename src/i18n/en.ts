/** All English words, by subject. `zh-cn.ts` has the same keys, by type. */
import { type ConfigKey, configKeys } from '../model/config-keys.ts';
import { configForm } from './en/config-form.ts';
import { errors } from './en/errors.ts';
import { datasets, fields, qualifiedFields } from './en/fields.ts';
import { help } from './en/help.ts';
import { kpis } from './en/kpis.ts';
import { plans } from './en/plans.ts';
import { presets } from './en/presets.ts';
import { problemReasons } from './en/problem-reasons.ts';
import { problems } from './en/problems.ts';
import { cautions, countedCautions, details, rollUps, shortWhys, statuses, units, whys } from './en/states.ts';
import { terminal } from './en/terminal.ts';

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
  plans,
  presets,
  help,
  configKeys: keysInEnglish,
  configForm,
};
