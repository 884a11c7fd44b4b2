/** All English words, by subject. `zh-cn.ts` has the same keys, by type. */
import { batch } from './en/batch.ts';
import { errors } from './en/errors.ts';
import { datasets, fields, qualifiedFields } from './en/fields.ts';
import { help } from './en/help.ts';
import { kpis } from './en/kpis.ts';
import { plans } from './en/plans.ts';
import { presets } from './en/presets.ts';
import { problems } from './en/problems.ts';
import { starters } from './en/starters.ts';
import { cautions, countedCautions, details, rollUps, shortWhys, statuses, units, whys } from './en/states.ts';
import { terminal } from './en/terminal.ts';

export const en = {
  lang: 'en' as const,
  problems,
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
  batch,
  starters,
  help,
};
