/** `kpis.md`: what `explain <kpi>` says of each, and its number worked out on an example. */
import { join } from 'node:path';
import { kpiFacts } from '../../src/cli/present/explanation.ts';
import { kpiWords, wordsOf } from '../../src/i18n/index.ts';
import type { Lang } from '../../src/i18n/shape.ts';
import { type EvaluationDocument, evaluate } from '../../src/index.ts';
import { plain, table } from './markdown.ts';
import { docWords } from './words.ts';

const book = join(import.meta.dirname, '../../examples/first-run/q1.xlsx');

export async function kpisPage(lang: Lang): Promise<string[]> {
  const words = docWords(lang);
  const { kpis } = await evaluate([book], { config: 'none', period: '2024-Q1', asOf: '2024-03-31' });
  const blocks = Object.keys(wordsOf(lang).kpis).flatMap((id) => {
    const { title, meaning } = kpiWords(id, lang);
    const worked = workedText(kpis.find((kpi) => kpi.id === id));
    const facts = [...kpiFacts(id, lang), [words.worked, worked] as const].filter(([, text]) => text !== '');
    return [
      `## ${title}`,
      `\`${id}\` ${plain(meaning)}`,
      table(
        ['', ''],
        facts.map(([label, text]) => [label, plain(text)]),
      ),
    ];
  });
  return [`# ${words.kpis}`, words.kpisLead, ...blocks];
}

/** `331 / 378 = 0.875661`; the number alone where it is no quotient; empty where the example has none. */
function workedText(kpi: EvaluationDocument['kpis'][number] | undefined): string {
  if (kpi === undefined || kpi.actual === null) return '';
  const { actual, numerator, denominator } = kpi;
  const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 6 });
  if (numerator === null || denominator === null) return number(actual);
  return `${number(numerator)} / ${number(denominator)} = ${number(actual)}`;
}
