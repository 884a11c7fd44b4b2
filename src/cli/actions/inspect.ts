import { inspectionJson } from '../../app/documents.ts';
import { inspectFile } from '../../app/inspect.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { isJson } from '../flags/format.ts';
import type { InspectFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { given, wholeNumber } from '../flags/values.ts';
import { presentInspection } from '../present/inspection.ts';
import { startProgress } from '../present/progress.ts';
import { sessionOf } from '../session.ts';
import type { World } from '../world.ts';

/** `inspect`: what a file was taken for; fine for any file that can be read. */
export async function inspectCommand(file: string, flags: InspectFlags, world: World): Promise<ExitCode> {
  const session = sessionOf(flags, world);
  const wantsJson = isJson(flags);
  const rows = wholeNumber('--rows', flags.rows, 0);
  const load = loadOptions(flags);
  const progress = startProgress(session);
  try {
    const inspection = await inspectFile(file, {
      ...load,
      read: { ...load.read, onProgress: progress.report, signal: world.signal },
      ...given({ rows }),
    });
    progress.stop();
    if (wantsJson) world.out(inspectionJson(inspection));
    else presentInspection(inspection, session);
    return exitCodes.ok;
  } finally {
    progress.stop();
  }
}
