/** What could not be computed for want of data, in words. */

import { visible } from '../lib/visible.ts';
import type { MissingGroup } from '../model/missing.ts';
import type { OwnKpi } from '../model/own-kpi.ts';
import { datasetTitle, inSentence, kpiWords, qualifiedTitle, whyText, wordsOf } from './index.ts';
import type { Lang } from './shape.ts';

/** More KPIs than that of one cause are counted, not named. */
const mostNames = 2;

/** One text per cause; short ones count where there are many KPIs, and put whole tables together. */
export function missingTexts(
  groups: readonly MissingGroup[],
  lang: Lang,
  isFull: boolean,
  own: readonly OwnKpi[] = [],
): string[] {
  const { terminal: words } = wordsOf(lang);
  const tables = groups.filter(({ kind }) => kind === 'table');
  const others = groups.filter(({ kind }) => kind !== 'table');
  if (isFull || tables.length < 2) return groups.map((group) => groupText(group, lang, isFull, own));
  let isFirst = true;
  const counts = tables.map(({ ids, tables: [dataset = ''] }) => {
    if (ids.length === 1) return kpiNames(ids, lang, own);
    const text = words.kpisOf(ids.length, datasetTitle(dataset, lang), isFirst);
    isFirst = false;
    return text;
  });
  const joined = counts.join(lang === 'en' ? words.comma : '、') + words.brackets(words.noSuchTables);
  return [...others.map((group) => groupText(group, lang, isFull, own)), joined];
}

/** `own`: KPIs that a config defines. */
export function kpiNames(ids: readonly string[], lang: Lang, own: readonly OwnKpi[] = []): string {
  const between = lang === 'en' ? ', ' : '、';
  return ids.map((id) => inSentence(kpiWords(id, lang, own).title)).join(between);
}

function groupText(group: MissingGroup, lang: Lang, isFull: boolean, own: readonly OwnKpi[]): string {
  const { terminal: words } = wordsOf(lang);
  const { ids } = group;
  const names = isFull || ids.length <= mostNames ? kpiNames(ids, lang, own) : words.kpiCount(ids.length);
  return names + words.brackets(missingReason(group, lang));
}

/** `no Stage column`, `no Payments table`, `no such rows in Surveys` */
export function missingReason({ kind, why, ids, columns, tables }: MissingGroup, lang: Lang): string {
  const { terminal: words } = wordsOf(lang);
  if (kind === 'other') return whyText(ids[0] ?? '', why, lang);
  const datasets = (names: readonly string[]) => names.map((name) => datasetTitle(name, lang));
  if (kind === 'rows') return words.noSuchRows(datasets([...new Set(columns.map((name) => name.split('.')[0] ?? ''))]));
  const fields = columns.map((name) => visible(qualifiedTitle(name, lang), 40));
  return words.missing([...new Set(fields)], datasets(tables));
}
