/** All English words, by subject. `zh-cn.ts` has the same keys, by type. */
import { errors } from './en/errors.ts';
import { datasets, fields } from './en/fields.ts';
import { help } from './en/help.ts';
import { kpis } from './en/kpis.ts';
import { plans } from './en/plans.ts';
import { problems } from './en/problems.ts';
import { cautions, statuses, whys } from './en/states.ts';
import { terminal } from './en/terminal.ts';

export const en = {
  lang: 'en' as const,
  problems,
  errors,
  kpis,
  datasets,
  fields,
  whys,
  cautions,
  statuses,
  terminal,
  plans,
  help,
};
