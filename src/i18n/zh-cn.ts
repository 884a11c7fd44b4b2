/** 全部中文用语，与英文同键（由类型保证）。 */
import type { Catalogue } from './catalogue.ts';
import { against } from './zh-cn/against.ts';
import { batch } from './zh-cn/batch.ts';
import { configForm } from './zh-cn/config-form.ts';
import { configKeys } from './zh-cn/config-keys.ts';
import { errors } from './zh-cn/errors.ts';
import { datasets, fields, qualifiedFields } from './zh-cn/fields.ts';
import { help } from './zh-cn/help.ts';
import { kpis } from './zh-cn/kpis.ts';
import { plans } from './zh-cn/plans.ts';
import { presets } from './zh-cn/presets.ts';
import { problemReasons } from './zh-cn/problem-reasons.ts';
import { problems } from './zh-cn/problems.ts';
import { starters } from './zh-cn/starters.ts';
import { cautions, countedCautions, details, rollUps, shortWhys, statuses, units, whys } from './zh-cn/states.ts';
import { terminal } from './zh-cn/terminal.ts';
import { exclusions, terms, tracing } from './zh-cn/terms.ts';
import { environment, formats } from './zh-cn/topics.ts';

export const zhCn: Catalogue = {
  lang: 'zh-CN',
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
  configKeys,
  configForm,
};
