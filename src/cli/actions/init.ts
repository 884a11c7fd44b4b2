import { wordsOf } from '../../i18n/index.ts';
import { given } from '../../lib/given.ts';
import { visible } from '../../lib/visible.ts';
import { parsePeriodText } from '../../model/period-labels.ts';
import { starterKinds } from '../../model/starters.ts';
import { UserError } from '../../problems/user-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { InitFlags } from '../flags/raw-flags.ts';
import { choice, workbookName, wrongValue } from '../flags/values.ts';
import { type Session, sessionOf } from '../session.ts';
import type { World } from '../world.ts';

export const initKinds = ['config', 'demo', 'targets', ...starterKinds] as const;

type Kind = (typeof initKinds)[number];

/** `init`: writes a file to start from, says where, and what to do with it. */
export async function initCommand(kindText: string | undefined, flags: InitFlags, world: World): Promise<ExitCode> {
  const session = sessionOf(flags, world);
  const kind = choice('init', kindText, initKinds) ?? 'config';
  refuse('--period', flags.period, kind, 'targets');
  refuse('--from', flags.from, kind, 'config');
  const path = kind === 'config' ? await writeConfig(flags, session) : await writeWorkbook(kind, flags, session);
  const { plans } = wordsOf(session.lang);
  const shown = visible(path);
  world.out(`${flags.dryRun === true ? plans.wouldWrite(shown) : plans.wrote(shown)}\n`);
  if (kind === 'demo' && flags.dryRun !== true) world.err(`${plans.nextEvaluate(shown)}\n`);
  return exitCodes.ok;
}

/** A flag that only one kind of file knows. */
function refuse(flag: string, value: string | undefined, kind: Kind, known: Kind): void {
  if (value !== undefined && kind !== known)
    throw new UserError('usage/conflict', { flag: `init ${kind}`, other: flag });
}

async function writeConfig(flags: InitFlags, { lang, world }: Session): Promise<string> {
  if (flags.out !== undefined && !/\.ya?ml$/i.test(flags.out)) throw wrongValue('--out', flags.out, 'FILE.yaml');
  const { initConfig } = await import('../../app/init-config.ts');
  return await initConfig({
    lang,
    read: { signal: world.signal },
    ...given({ from: flags.from, out: flags.out, force: flags.force, dryRun: flags.dryRun }),
  });
}

async function writeWorkbook(kind: Exclude<Kind, 'config'>, flags: InitFlags, session: Session): Promise<string> {
  const options = {
    lang: session.lang,
    read: { signal: session.world.signal },
    ...given({ out: workbookName(flags.out), force: flags.force, dryRun: flags.dryRun }),
  };
  if (kind === 'targets') {
    const period = flags.period === undefined ? undefined : parsePeriodText(flags.period);
    if (flags.period !== undefined && period?.grain !== 'year') throw wrongValue('--period', flags.period, '2027');
    const { initTargets } = await import('../../app/init-targets.ts');
    return await initTargets({ ...options, ...given({ period }) });
  }
  const { initDemo, initStarter } = await import('../../app/init-starter.ts');
  return kind === 'demo' ? await initDemo(options) : await initStarter(kind, options);
}
