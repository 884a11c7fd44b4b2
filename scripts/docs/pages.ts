/** The pages of `docs/reference`, in both languages. */
import type { Lang } from '../../src/i18n/shape.ts';
import { commandsPage } from './commands.ts';
import { configPage } from './config.ts';
import { filesPage } from './files.ts';
import { jsonPage } from './json.ts';
import { kpisPage } from './kpis.ts';
import { page } from './markdown.ts';
import { problemsPage } from './problems.ts';
import { docWords } from './words.ts';

const makers = {
  commands: commandsPage,
  kpis: kpisPage,
  problems: problemsPage,
  config: configPage,
  files: filesPage,
  json: (lang: Lang) => jsonPage(lang, `${rootFrom(lang)}/templates`),
} as const satisfies Readonly<Record<string, (lang: Lang) => string[] | Promise<string[]>>>;

function rootFrom(lang: Lang): string {
  return lang === 'en' ? '../..' : '../../..';
}

export const referencePages = (['en', 'zh-CN'] as const).flatMap((lang) =>
  Object.entries(makers).map(([name, make]) => ({
    path: `docs/reference/${lang === 'en' ? '' : 'zh-CN/'}${name}.md`,
    make: async () => await written(name, lang, make),
  })),
);

async function written(name: string, lang: Lang, make: (lang: Lang) => string[] | Promise<string[]>): Promise<string> {
  const words = docWords(lang);
  const [title = '', ...blocks] = await make(lang);
  const other = `[${words.other}](${lang === 'en' ? `zh-CN/${name}.md` : `../${name}.md`})`;
  const text = page([title, `${words.madeBy} ${other}`, ...blocks]);
  return text.replaceAll('EXAMPLES', `${rootFrom(lang)}/examples`);
}
