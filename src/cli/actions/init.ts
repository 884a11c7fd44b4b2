import { initTargets } from '../../app/init-targets.ts';
import { wordsOf } from '../../i18n/index.ts';
import { parsePeriodText } from '../../model/period-labels.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { InitFlags } from '../flags/raw-flags.ts';
import { choice, given, workbookName, wrongValue } from '../flags/values.ts';
import { sessionOf } from '../session.ts';
import type { World } from '../world.ts';

const kinds = ['targets'] as const;

/** `init targets`: writes the workbook and says where. */
export async function initCommand(kind: string, flags: InitFlags, world: World): Promise<ExitCode> {
  const session = sessionOf(flags, world);
  choice('init', kind, kinds);
  const out = workbookName(flags.out);
  const period = flags.period === undefined ? undefined : parsePeriodText(flags.period);
  if (flags.period !== undefined && period?.grain !== 'year') throw wrongValue('--period', flags.period, '2027');
  const path = await initTargets({
    lang: session.lang,
    read: { signal: world.signal },
    ...given({ out, period, force: flags.force, dryRun: flags.dryRun }),
  });
  const { plans } = wordsOf(session.lang);
  world.out(`${flags.dryRun === true ? plans.wouldWrite(path) : plans.wrote(path)}\n`);
  return exitCodes.ok;
}
