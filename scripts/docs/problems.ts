/** `problems.md`: what `explain <code>` says of each code of the catalogue. */
import { codeFacts } from '../../src/cli/present/explanation.ts';
import { problemTitle, wordsOf } from '../../src/i18n/index.ts';
import type { Lang } from '../../src/i18n/shape.ts';
import { groupBy } from '../../src/lib/group-by.ts';
import { problemCodes, severities } from '../../src/problems/catalogue.ts';
import { plain, table } from './markdown.ts';
import { docWords } from './words.ts';

export function problemsPage(lang: Lang): string[] {
  const words = docWords(lang);
  const { explain } = wordsOf(lang).terminal;
  const areas = groupBy(problemCodes, (code) => code.split('/')[0] ?? '');
  const blocks = [...areas].flatMap(([area, codes]) => [
    `## ${area}`,
    ...codes.flatMap((code) => [
      `### ${code}`,
      `${problemTitle(code, lang)} (${explain.severities[severities[code]]})`,
      table(
        ['', ''],
        codeFacts(code, lang)
          .filter(([label, text]) => text !== '' && label !== explain.turnDown)
          .map(([label, text]) => [label, plain(text)]),
      ),
    ]),
  ]);
  return [`# ${words.problems}`, words.problemsLead, ...blocks];
}
