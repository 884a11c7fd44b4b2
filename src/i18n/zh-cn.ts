/** 全部中文用语，与英文同键（由类型保证）。 */
import type { Catalogue } from './catalogue.ts';
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
import { cautions, countedCautions, details, rollUps, shortWhys, statuses, units, whys } from './zh-cn/states.ts';
import { terminal } from './zh-cn/terminal.ts';

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
  plans,
  presets,
  help,
  configKeys,
  configForm,
};
