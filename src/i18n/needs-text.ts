/** What KPIs need, in words: `Deals: stage, close date; Targets: target`. */
import { datasetTitle, qualifiedTitle } from './index.ts';
import type { Lang } from './shape.ts';

/** `needs`: `dataset.field` names; of names between `|` one is enough. */
export function needsText(needs: readonly string[], lang: Lang): string {
  const isEnglish = lang === 'en';
  const byDataset = new Map<string, string[]>();
  for (const need of needs) {
    const names = need.split('|');
    const datasets = [...new Set(names.map(datasetOf))];
    const isOne = datasets.length === 1;
    // Of alternatives in two tables each is named with its own.
    const key = isOne ? datasetTitle(datasets[0] ?? '', lang) : '';
    const fields = names.map((name) => (isOne ? qualifiedTitle(name, lang) : ofTable(name, lang)));
    byDataset.set(key, [...(byDataset.get(key) ?? []), anyOf([...new Set(fields)], lang)]);
  }
  const [colon, comma, semicolon] = isEnglish ? [': ', ', ', '; '] : ['：', '、', '；'];
  return [...byDataset]
    .map(([dataset, fields]) => (dataset === '' ? '' : dataset + colon) + fields.join(comma))
    .join(semicolon);
}

/** `cost or profit`, `list amount, unit price or discount amount` */
export function anyOf(names: readonly string[], lang: Lang): string {
  const [comma, or] = lang === 'en' ? [', ', ' or '] : ['、', '或'];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : names.slice(0, -1).join(comma) + or + last;
}

function ofTable(name: string, lang: Lang): string {
  const [dataset, field] = [datasetTitle(datasetOf(name), lang), qualifiedTitle(name, lang)];
  return lang === 'en' ? `${dataset}: ${field}` : `${dataset}的${field}`;
}

function datasetOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
