import { inspectionJson } from '../../app/documents.ts';
import { inspectFile } from '../../app/inspect.ts';
import { given } from '../../lib/given.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { isJson } from '../flags/format.ts';
import type { InspectFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { wholeNumber } from '../flags/values.ts';
import { openSession } from '../open-session.ts';
import { tellConfig } from '../present/config-line.ts';
import { presentInspection } from '../present/inspection.ts';
import { startProgress } from '../present/progress.ts';
import type { World } from '../world.ts';

/** `inspect`: what a file was taken for; fine for any file that can be read. */
export async function inspectCommand(file: string, flags: InspectFlags, world: World): Promise<ExitCode> {
  const { session, settings } = await openSession([file], flags, world);
  const wantsJson = isJson(flags);
  const rows = wholeNumber('--rows', flags.rows, 0);
  const load = loadOptions(flags);
  const progress = startProgress(session);
  try {
    const inspection = await inspectFile(file, {
      ...load,
      settings,
      read: { ...load.read, onProgress: progress.report, signal: world.signal },
      ...given({ rows }),
    });
    progress.stop();
    tellConfig(settings, session);
    if (wantsJson) world.out(inspectionJson(inspection));
    else presentInspection(inspection, session);
    return exitCodes.ok;
  } finally {
    progress.stop();
  }
}
