import { revisionJsonText } from '../../app/documents.ts';
import { type ReviseOptions, reviseTargets } from '../../app/targets-revise.ts';
import { given } from '../../lib/given.ts';
import { parseIsoDay } from '../../model/day.ts';
import { type ReviseMethod, reviseMethods } from '../../model/revision.ts';
import { UserError } from '../../problems/user-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { checkFiles, isJson } from '../flags/format.ts';
import type { ReviseFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { stepOf } from '../flags/splitting.ts';
import { choice, workbookName, wrongValue } from '../flags/values.ts';
import { openSession } from '../open-session.ts';
import { tellConfig } from '../present/config-line.ts';
import { startProgress } from '../present/progress.ts';
import { presentRevision } from '../present/revision.ts';
import type { World } from '../world.ts';

/** `targets revise`: a new version of targets; prints what changes. */
export async function reviseCommand(file: string, flags: ReviseFlags, world: World): Promise<ExitCode> {
  const { session, settings } = await openSession([file], flags, world);
  const wantsJson = isJson(flags);
  const actuals = flags.actuals ?? [];
  checkFiles([file, ...actuals]);
  const request = requestOf(file, flags);
  const load = loadOptions(flags);
  const out = workbookName(flags.out);
  const progress = startProgress(session);
  try {
    const done = await reviseTargets({
      ...load,
      settings,
      request,
      actuals,
      read: { ...load.read, onProgress: progress.report, signal: world.signal },
      lang: session.lang,
      ...given({ out, force: flags.force, dryRun: flags.dryRun }),
    });
    progress.stop();
    tellConfig(settings, session);
    const json = wantsJson ? revisionJsonText(done, session.lang) : null;
    presentRevision(done, session, { isDryRun: flags.dryRun === true, json });
    return done.problems.some(({ severity }) => severity === 'error') ? exitCodes.problems : exitCodes.ok;
  } finally {
    progress.stop();
  }
}

function requestOf(file: string, flags: ReviseFlags): ReviseOptions['request'] {
  const { values, by = '' } = flags;
  const reason = needed('--reason', flags.reason);
  const effective = dayOf(needed('--effective', flags.effective));
  const method = methodOf(flags);
  const step = flags.round === undefined ? null : stepOf(flags.round);
  return { file, values: values ?? null, method, effective, by: by.trim(), reason, step };
}

function needed(flag: string, text: string | undefined): string {
  if (text === undefined || text.trim() === '') throw new UserError('plan/no-reason', { flag });
  return text.trim();
}

function dayOf(text: string): number {
  const day = parseIsoDay(text);
  if (day === undefined) throw wrongValue('--effective', text, '2024-07-01');
  return day;
}

function methodOf({ method: named, values, actuals = [] }: ReviseFlags): ReviseMethod {
  if (values !== undefined && named !== undefined)
    throw new UserError('usage/conflict', { flag: '--values', other: '--method' });
  const method = choice('--method', named, reviseMethods) ?? 'spread';
  const needsActuals = values === undefined && method !== 'keep';
  if (needsActuals && actuals.length === 0) throw new UserError('plan/no-actuals-given', { method });
  return method;
}
