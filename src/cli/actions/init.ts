import { wordsOf } from '../../i18n/index.ts';
import { parsePeriodText } from '../../model/period-labels.ts';
import { UserError } from '../../problems/user-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { InitFlags } from '../flags/raw-flags.ts';
import { choice, given, workbookName, wrongValue } from '../flags/values.ts';
import { type Session, sessionOf } from '../session.ts';
import type { World } from '../world.ts';

const kinds = ['config', 'targets'] as const;

/** `init`: writes a file to start from and says where. */
export async function initCommand(kind: string | undefined, flags: InitFlags, world: World): Promise<ExitCode> {
  const session = sessionOf(flags, world);
  const wanted = choice('init', kind, kinds) ?? 'config';
  const path = wanted === 'config' ? await writeConfig(flags, session) : await writeTargets(flags, session);
  const { plans } = wordsOf(session.lang);
  world.out(`${flags.dryRun === true ? plans.wouldWrite(path) : plans.wrote(path)}\n`);
  return exitCodes.ok;
}

async function writeConfig(flags: InitFlags, { lang, world }: Session): Promise<string> {
  if (flags.period !== undefined) throw new UserError('usage/conflict', { flag: 'init config', other: '--period' });
  if (flags.out !== undefined && !/\.ya?ml$/i.test(flags.out)) throw wrongValue('--out', flags.out, 'FILE.yaml');
  const { initConfig } = await import('../../app/init-config.ts');
  return await initConfig({
    lang,
    read: { signal: world.signal },
    ...given({ from: flags.from, out: flags.out, force: flags.force, dryRun: flags.dryRun }),
  });
}

async function writeTargets(flags: InitFlags, { lang, world }: Session): Promise<string> {
  if (flags.from !== undefined) throw new UserError('usage/conflict', { flag: 'init targets', other: '--from' });
  const out = workbookName(flags.out);
  const period = flags.period === undefined ? undefined : parsePeriodText(flags.period);
  if (flags.period !== undefined && period?.grain !== 'year') throw wrongValue('--period', flags.period, '2027');
  const { initTargets } = await import('../../app/init-targets.ts');
  return await initTargets({
    lang,
    read: { signal: world.signal },
    ...given({ out, period, force: flags.force, dryRun: flags.dryRun }),
  });
}
