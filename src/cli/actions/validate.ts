import { validationJson } from '../../app/documents.ts';
import { validateFiles } from '../../app/validate.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { checkFiles, isJson } from '../flags/format.ts';
import type { ValidateFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { wholeNumber } from '../flags/values.ts';
import { startProgress } from '../present/progress.ts';
import { presentValidation } from '../present/validation.ts';
import { sessionOf } from '../session.ts';
import type { World } from '../world.ts';

/** `validate`: every problem of the files; writes nothing. */
export async function validateCommand(files: readonly string[], flags: ValidateFlags, world: World): Promise<ExitCode> {
  const session = sessionOf(flags, world);
  const wantsJson = isJson(flags);
  checkFiles(files);
  const most = wholeNumber('--max-problems', flags.maxProblems, 0) ?? 20;
  const load = loadOptions(flags);
  const progress = startProgress(session);
  const started = world.now();
  try {
    const validation = await validateFiles(files, {
      ...load,
      read: { ...load.read, onProgress: progress.report, signal: world.signal },
    });
    progress.stop();
    const seconds = (world.now() - started) / 1000;
    const json = wantsJson ? validationJson(validation, session.lang) : null;
    presentValidation(validation, session, { most, seconds, json });
    return validation.ok ? exitCodes.ok : exitCodes.problems;
  } finally {
    progress.stop();
  }
}
