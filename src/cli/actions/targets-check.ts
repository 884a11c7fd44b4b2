import { targetCheckJson } from '../../app/documents.ts';
import { checkTargetFiles } from '../../app/targets-check.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { checkFiles, isJson } from '../flags/format.ts';
import type { CheckFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { periodValue } from '../flags/values.ts';
import { openSession } from '../open-session.ts';
import { tellConfig } from '../present/config-line.ts';
import { startProgress } from '../present/progress.ts';
import { presentCheck } from '../present/target-check.ts';
import type { World } from '../world.ts';

/** `targets check`: the tree with its differences; 1 where a sum is broken. */
export async function checkCommand(files: readonly string[], flags: CheckFlags, world: World): Promise<ExitCode> {
  const { session, settings } = await openSession(files, flags, world);
  const wantsJson = isJson(flags);
  checkFiles(files);
  const fiscalYearStart = settings?.compute.fiscalYearStart;
  const period = periodValue(flags.period, fiscalYearStart);
  const request = { kpi: flags.kpi, period, version: flags.targetVersion, fiscalYearStart };
  const load = loadOptions(flags);
  const progress = startProgress(session);
  try {
    const check = await checkTargetFiles(files, {
      ...load,
      settings,
      request,
      read: { ...load.read, onProgress: progress.report, signal: world.signal },
    });
    progress.stop();
    tellConfig(settings, session);
    presentCheck(check, session, files, wantsJson ? targetCheckJson(check, session.lang) : null);
    return check.ok ? exitCodes.ok : exitCodes.problems;
  } finally {
    progress.stop();
  }
}
