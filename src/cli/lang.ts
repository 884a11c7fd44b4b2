/** Which language to speak: `--lang`, else SALESMETRICS_LANG, the config's, LC_ALL, LC_MESSAGES, LANG, the system's, else English. */
import type { Lang } from '../i18n/shape.ts';
import { wrongValue } from './flags/values.ts';
import type { World } from './world.ts';

const allowed = ['auto', 'en', 'zh-CN'] as const;

export function langOf(
  asked: string | undefined,
  { env, locale }: Pick<World, 'env' | 'locale'>,
  configured?: string,
): Lang {
  if (asked !== undefined && asked.toLowerCase() !== 'auto') return namedLang(asked);
  const names = [env['SALESMETRICS_LANG'], configured, env['LC_ALL'], env['LC_MESSAGES'], env['LANG']];
  const told = names.find((name) => name !== undefined && name !== '' && name !== 'auto');
  return isChinese(told ?? locale()) ? 'zh-CN' : 'en';
}

function namedLang(text: string): Lang {
  if (isChinese(text)) return 'zh-CN';
  if (/^en\b/i.test(text)) return 'en';
  throw wrongValue('--lang', text, allowed);
}

function isChinese(text: string): boolean {
  return /^zh(?:[-_.]|$)/i.test(text);
}

/** The language of the arguments before they are parsed, so that help and usage errors speak it too; never throws. */
export function langOfArguments(args: readonly string[], world: Pick<World, 'env' | 'locale'>): Lang {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const text = at < 0 ? undefined : ((args[at]?.slice('--lang='.length) || args[at + 1]) ?? undefined);
  if (text === undefined) return langOf(undefined, world);
  return isChinese(text) ? 'zh-CN' : /^en\b/i.test(text) ? 'en' : langOf(undefined, world);
}
