import { initDemo, initStarter } from '../../app/init-starter.ts';
import { initTargets } from '../../app/init-targets.ts';
import type { WritingOptions } from '../../app/save-document.ts';
import { wordsOf } from '../../i18n/index.ts';
import { visible } from '../../i18n/visible.ts';
import { parsePeriodText } from '../../model/period-labels.ts';
import { starterKinds } from '../../model/starters.ts';
import { UserError } from '../../problems/user-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { InitFlags } from '../flags/raw-flags.ts';
import { choice, given, workbookName, wrongValue } from '../flags/values.ts';
import { sessionOf } from '../session.ts';
import type { World } from '../world.ts';

export const initKinds = ['demo', 'targets', ...starterKinds] as const;

type Kind = (typeof initKinds)[number];

/** `init`: writes a workbook to start from, says where, and what to do with it. */
export async function initCommand(kindText: string, flags: InitFlags, world: World): Promise<ExitCode> {
  const session = sessionOf(flags, world);
  const kind = choice('init', kindText, initKinds) ?? 'targets';
  if (flags.period !== undefined && kind !== 'targets') {
    throw new UserError('usage/conflict', { flag: `init ${kind}`, other: '--period' });
  }
  const path = await write(kind, flags, {
    lang: session.lang,
    read: { signal: world.signal },
    ...given({ out: workbookName(flags.out), force: flags.force, dryRun: flags.dryRun }),
  });
  const { plans } = wordsOf(session.lang);
  const shown = visible(path);
  world.out(`${flags.dryRun === true ? plans.wouldWrite(shown) : plans.wrote(shown)}\n`);
  if (kind === 'demo' && flags.dryRun !== true) world.err(`${plans.nextEvaluate(shown)}\n`);
  return exitCodes.ok;
}

async function write(kind: Kind, flags: InitFlags, options: WritingOptions): Promise<string> {
  if (kind === 'demo') return await initDemo(options);
  if (kind !== 'targets') return await initStarter(kind, options);
  const period = flags.period === undefined ? undefined : parsePeriodText(flags.period);
  if (flags.period !== undefined && period?.grain !== 'year') throw wrongValue('--period', flags.period, '2027');
  return await initTargets({ ...options, ...given({ period }) });
}
