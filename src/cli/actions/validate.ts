import { type Validation, validateFiles } from '../../app/validate.ts';
import { given } from '../../lib/given.ts';
import { visible } from '../../lib/visible.ts';
import { UserError } from '../../problems/user-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { acceptListOf } from '../flags/accept.ts';
import { codesOf } from '../flags/codes.ts';
import { checkFiles, validationFormat } from '../flags/format.ts';
import type { ValidateFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { wholeNumber, wrongValue } from '../flags/values.ts';
import { openSession } from '../open-session.ts';
import { tellConfig } from '../present/config-line.ts';
import { startProgress } from '../present/progress.ts';
import { presentValidation, tellErrors } from '../present/validation.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';

/** Cells around a problem are kept for so many problems of a code at most, however many are to be shown. */
const mostExcerpts = 1000;

/** `validate`: every problem of the files, as a report or as a document for other programs. */
export async function validateCommand(files: readonly string[], flags: ValidateFlags, world: World): Promise<ExitCode> {
  const { session, settings } = await openSession(files, flags, world);
  const format = validationFormat(flags);
  checkFiles(files);
  const most = wholeNumber('--max-problems', flags.maxProblems, 0) ?? 20;
  const load = loadOptions(flags);
  const out = workbookOf(flags.out);
  const choosing = given({
    schema: flags.schema,
    select: codesOf('--select', flags.select),
    ignore: codesOf('--ignore', flags.ignore),
    draftsAccept: flags.writeAccept === undefined ? undefined : true,
  });
  const accept = await acceptListOf(flags.accept);
  const progress = startProgress(session);
  const started = world.now();
  try {
    const validation = await validateFiles(files, {
      ...load,
      settings,
      ...choosing,
      ...given({ accept }),
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
    tellConfig(settings, session);
    await checkAnnotate(validation, flags);
    const code = endingOf(validation, flags);
    const showing = { code, most, seconds: (world.now() - started) / 1000 };
    if (format === 'pretty') presentValidation(validation, session, showing);
    else {
      const { putValidation } = await import('../../app/validation-text.ts');
      putValidation(validation, format, session.lang, world.out);
      tellErrors(validation, session, showing);
    }
    await writeOutputs(validation, { out, annotate: flags.annotate ?? null }, flags, session);
    return code;
  } finally {
    progress.stop();
  }
}

function endingOf({ ok }: Validation, { exitZero }: ValidateFlags): ExitCode {
  return ok || exitZero === true ? exitCodes.ok : exitCodes.problems;
}

/** Before anything is printed: a copy that cannot be made is wrong use. */
async function checkAnnotate(validation: Validation, { annotate, out }: ValidateFlags): Promise<void> {
  if (annotate === undefined) return;
  if (annotate === out) throw new UserError('usage/conflict', { flag: `--annotate ${annotate}`, other: `-o ${out}` });
  const { annotatable } = await import('../../app/annotate.ts');
  annotatable(validation, annotate);
}

function workbookOf(out: string | undefined): string | null {
  if (out === undefined) return null;
  if (!/\.xlsx$/i.test(out)) throw wrongValue('--out', out, 'FILE.xlsx');
  return out;
}

interface Outputs {
  readonly out: string | null;
  readonly annotate: string | null;
}

/** Written last: what was found is on the screen by then, whatever becomes of the files. */
async function writeOutputs(
  validation: Validation,
  { out, annotate }: Outputs,
  { force, writeAccept }: ValidateFlags,
  session: Session,
): Promise<void> {
  const { world, words, isQuiet, lang } = session;
  const options = { lang, force: force === true, signal: world.signal };
  const told = (path: string, more = '') => {
    if (!isQuiet) world.err(`${words.wrote} ${visible(path)}${more}\n`);
  };
  if (out !== null) {
    const { writeProblems } = await import('../../app/write-problems.ts');
    const listed = await writeProblems(validation, out, options);
    const all = validation.problems.length;
    told(out, listed < all ? words.brackets(words.listed(listed, all)) : '');
  }
  if (writeAccept !== undefined) {
    const { writeAcceptList } = await import('../../app/accept-file.ts');
    await writeAcceptList(writeAccept, validation.drafts, validation.sources, options);
    told(writeAccept, words.brackets(words.acceptDrafted(validation.drafts.length)));
  }
  if (annotate !== null) {
    const { writeAnnotated } = await import('../../app/annotate.ts');
    const { cells, notes } = await writeAnnotated(validation, annotate, options);
    told(annotate, words.brackets(words.annotated(cells, notes)));
  }
}
