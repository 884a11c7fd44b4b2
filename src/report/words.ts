/** The words of one language that reports use. */

import type { Catalogue } from '../i18n/catalogue.ts';
import { report as english, type ReportWords } from '../i18n/en/report.ts';
import { fieldTitle, kpiWords, wordsOf } from '../i18n/index.ts';
import type { Lang } from '../i18n/shape.ts';
import { report as chinese } from '../i18n/zh-cn/report.ts';
import type { OwnKpi } from '../model/own-kpi.ts';

export interface Words {
  readonly lang: Lang;
  readonly report: ReportWords;
  readonly statuses: Catalogue['statuses'];
  readonly whys: Catalogue['whys'];
  readonly shortWhys: Catalogue['shortWhys'];
  readonly cautions: Catalogue['cautions'];
  /** KPIs of the config, which no catalogue knows. */
  readonly ownKpis: readonly OwnKpi[];
}

export function reportWords(lang: Lang, ownKpis: readonly OwnKpi[] = []): Words {
  const { statuses, whys, shortWhys, cautions } = wordsOf(lang);
  return { lang, report: lang === 'en' ? english : chinese, statuses, whys, shortWhys, cautions, ownKpis };
}

export function kpiTitle({ lang, ownKpis }: Words, id: string): string {
  return kpiWords(id, lang, ownKpis).title;
}

/** A dimension as a word: the field's name with a capital, or the user's own heading. */
export function dimensionTitle({ lang }: Words, dimension: string): string {
  const title = fieldTitle(dimension, lang);
  return !Object.hasOwn(wordsOf(lang).fields, dimension) ? title : title.slice(0, 1).toUpperCase() + title.slice(1);
}
