import { type Validation, validateFiles } from '../../app/validate.ts';
import { visible } from '../../i18n/visible.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { codesOf } from '../flags/codes.ts';
import { checkFiles, validationFormat } from '../flags/format.ts';
import type { ValidateFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { given, wholeNumber, wrongValue } from '../flags/values.ts';
import { startProgress } from '../present/progress.ts';
import { presentValidation, tellErrors } from '../present/validation.ts';
import { type Session, sessionOf } from '../session.ts';
import type { World } from '../world.ts';

/** Cells around a problem are kept for so many problems of a code at most, however many are to be shown. */
const mostExcerpts = 1000;

/** `validate`: every problem of the files, as a report or as a document for other programs. */
export async function validateCommand(files: readonly string[], flags: ValidateFlags, world: World): Promise<ExitCode> {
  const session = sessionOf(flags, world);
  const format = validationFormat(flags);
  checkFiles(files);
  const most = wholeNumber('--max-problems', flags.maxProblems, 0) ?? 20;
  const load = loadOptions(flags);
  const out = workbookOf(flags.out);
  const choosing = given({ select: codesOf('--select', flags.select), ignore: codesOf('--ignore', flags.ignore) });
  const progress = startProgress(session);
  const started = world.now();
  try {
    const validation = await validateFiles(files, {
      ...load,
      ...choosing,
      read: {
        ...load.read,
        ...given({ stdinName: flags.stdinName }),
        onProgress: progress.report,
        signal: world.signal,
      },
      lang: session.lang,
      excerpts: format === 'pretty' ? Math.min(most, mostExcerpts) : 0,
    });
    progress.stop();
    const code = endingOf(validation, flags);
    const showing = { code, most, seconds: (world.now() - started) / 1000 };
    if (format === 'pretty') presentValidation(validation, session, showing);
    else {
      const { putValidation } = await import('../../app/validation-text.ts');
      putValidation(validation, format, session.lang, world.out);
      tellErrors(validation, session, showing);
    }
    await writeOutputs(validation, { out }, flags, session);
    return code;
  } finally {
    progress.stop();
  }
}

function endingOf({ ok }: Validation, { exitZero }: ValidateFlags): ExitCode {
  return ok || exitZero === true ? exitCodes.ok : exitCodes.problems;
}

function workbookOf(out: string | undefined): string | null {
  if (out === undefined) return null;
  if (!/\.xlsx$/i.test(out)) throw wrongValue('--out', out, 'FILE.xlsx');
  return out;
}

interface Outputs {
  readonly out: string | null;
}

/** Written last: what was found is on the screen by then, whatever becomes of the files. */
async function writeOutputs(
  validation: Validation,
  { out }: Outputs,
  { force }: ValidateFlags,
  session: Session,
): Promise<void> {
  const { world, words, isQuiet, lang } = session;
  const options = { lang, force: force === true, signal: world.signal };
  const told = (path: string) => {
    if (!isQuiet) world.err(`${words.wrote} ${visible(path)}\n`);
  };
  if (out !== null) {
    const { writeProblems } = await import('../../app/write-problems.ts');
    await writeProblems(validation, out, options);
    told(out);
  }
}
