import { planJsonText } from '../../app/documents.ts';
import { breakDownTargets } from '../../app/targets-breakdown.ts';
import { given } from '../../lib/given.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { checkFiles, isJson } from '../flags/format.ts';
import type { BreakdownFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { splitting } from '../flags/splitting.ts';
import { workbookName } from '../flags/values.ts';
import { openSession } from '../open-session.ts';
import { tellConfig } from '../present/config-line.ts';
import { presentPlan } from '../present/plan.ts';
import { startProgress } from '../present/progress.ts';
import type { World } from '../world.ts';

/** `targets breakdown`: splits, writes the workbook, prints the shares or the document. */
export async function breakdownCommand(
  files: readonly string[],
  flags: BreakdownFlags,
  world: World,
): Promise<ExitCode> {
  const { session, settings } = await openSession(files, flags, world);
  const wantsJson = isJson(flags);
  checkFiles(files);
  const asked = splitting(flags, settings?.compute.fiscalYearStart);
  const load = loadOptions(flags);
  const out = workbookName(flags.out);
  const progress = startProgress(session);
  try {
    const done = await breakDownTargets(files, {
      ...load,
      settings,
      ...asked,
      read: { ...load.read, onProgress: progress.report, signal: world.signal },
      lang: session.lang,
      ...given({ out, force: flags.force, dryRun: flags.dryRun }),
    });
    progress.stop();
    tellConfig(settings, session);
    presentPlan(done, session, {
      isDryRun: flags.dryRun === true,
      json: wantsJson ? planJsonText(done, session.lang) : null,
    });
    return done.problems.some(({ severity }) => severity === 'error') ? exitCodes.problems : exitCodes.ok;
  } finally {
    progress.stop();
  }
}
