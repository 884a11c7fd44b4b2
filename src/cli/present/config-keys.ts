/** `explain config`: the keys of a config, all or below one. */
import { wordsOf } from '../../i18n/index.ts';
import { closestTo } from '../../lib/closest.ts';
import { UserError } from '../../problems/user-error.ts';
import type { Session } from '../session.ts';
import { wrapText } from './wrap.ts';

const deepIndent = 2;

/** `key`: `calendar`, `kpis.*.target`; empty for all. Throws a UserError `usage/unknown-topic`. */
export function configKeyText(key: string, { lang, words, width }: Session): string {
  const keys = Object.entries<string>(wordsOf(lang).configKeys);
  const shown = keys.filter(
    ([name]) => key === '' || name === key || name.startsWith(`${key}.`) || name.startsWith(`${key}[`),
  );
  if (shown.length === 0) {
    const near = closestTo(
      key,
      keys.map(([name]) => name),
    ).map((name) => `config.${name}`);
    throw new UserError('usage/unknown-topic', { topic: `config.${key}`, near, allowed: words.explain.topics });
  }
  const lines = shown.flatMap(([name, meaning]) => [
    name,
    ...wrapText(meaning, width - deepIndent).map((line) => `${' '.repeat(deepIndent)}${line}`),
  ]);
  return `${[...(key === '' ? [...wrapText(words.explain.config, width), ''] : []), ...lines].join('\n')}\n`;
}
