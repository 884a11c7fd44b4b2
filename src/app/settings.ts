/** The config of a run: found, read, and put behind what the command line says. */
import type { Settings } from '../config/settings.ts';
import { given } from '../lib/given.ts';
import type { ComputeOptions, RecogniseOptions } from '../model/options.ts';
import { findConfig } from './find-config.ts';
import type { LoadOptions } from './options.ts';

export type { Settings } from '../config/settings.ts';

/**
 * The settings for these inputs; null without a config. `named`: the config to read, or `none`; undefined looks for one.
 * Throws UserErrors, of which a ConfigError tells every fault with its place.
 */
export async function settingsFor(paths: readonly string[], named?: string): Promise<Settings | null> {
  const path = await findConfig(paths, named);
  if (path === null) return null;
  // yaml and zod take longer to load than most files to read: only where there is a config.
  const [{ readSettings }, { readText }] = await Promise.all([
    import('../config/settings.ts'),
    import('./read-text.ts'),
  ]);
  const settings = await readSettings(path, readText);
  const { holidaysFile } = settings;
  if (holidaysFile === undefined) return settings;
  const { readHolidays } = await import('./holidays-file.ts');
  return { ...settings, validate: { ...settings.validate, holidays: await readHolidays(holidaysFile) } };
}

/** The options with what the config says where they say nothing. */
export function withSettings<Options extends LoadOptions>(options: Options): Options {
  const { settings } = options;
  if (!settings) return options;
  const { recognise, validate } = options;
  return {
    ...options,
    recognise: { ...settings.recognise, ...recognise, ...given({ as: tablesOf(options) }) },
    validate: {
      ...settings.validate,
      ...validate,
      ...(validate?.tax === undefined ? {} : { taxFrom: validate.taxFrom ?? 'flag' }),
    },
  };
}

/** The tables that flags name, and the rates of the config. */
function tablesOf({ settings, recognise }: LoadOptions): RecogniseOptions['as'] {
  const [named = [], own = []] = [recognise?.as, settings?.recognise.as];
  const all = [...named, ...own.filter(({ file }) => !named.some((one) => one.file === file))];
  return all.length === 0 ? undefined : all;
}

/** What is computed, as the command line says it, else as the config does. */
export function computeWith(settings: Settings | null | undefined, own: ComputeOptions = {}): ComputeOptions {
  if (!settings) return own;
  const { compute } = settings;
  const named = new Set((own.expect ?? []).map(({ kpi }) => kpi));
  const expect = [...(own.expect ?? []), ...(compute.expect ?? []).filter(({ kpi }) => !named.has(kpi))];
  return { ...compute, ...own, ...given({ expect: expect.length === 0 ? undefined : expect }) };
}
