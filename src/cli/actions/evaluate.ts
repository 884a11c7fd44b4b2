import { evaluateFiles } from '../../app/evaluate.ts';
import { compare } from '../../lib/decimal.ts';
import { given } from '../../lib/given.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import { UserError } from '../../problems/user-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { acceptListOf } from '../flags/accept.ts';
import { computeOptions } from '../flags/computing.ts';
import { evaluationOutputs } from '../flags/evaluation-output.ts';
import { checkFiles } from '../flags/format.ts';
import { givenFlags } from '../flags/given-flags.ts';
import type { EvaluateFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { pageName } from '../flags/values.ts';
import { openSession } from '../open-session.ts';
import { presentEvaluation } from '../present/evaluation.ts';
import { startProgress } from '../present/progress.ts';
import type { World } from '../world.ts';

/** `evaluate`: computes, writes the workbook, prints the report or its document. */
export async function evaluateCommand(files: readonly string[], flags: EvaluateFlags, world: World): Promise<ExitCode> {
  checkFiles(files);
  const load = loadOptions(flags);
  const { session, settings } = await openSession(files, flags, world);
  const compute = computeOptions(flags, world.today, settings?.compute.fiscalYearStart);
  const outputs = evaluationOutputs(flags);
  const splitTo = splitOf(flags);
  const accept = await acceptListOf(flags.accept);
  const page = pageName(flags.html);
  const progress = startProgress(session);
  const started = world.now();
  try {
    const { evaluation, split, text, sheets } = await evaluateFiles(files, {
      ...load,
      settings,
      read: { ...load.read, onProgress: progress.report, signal: world.signal },
      compute,
      lang: session.lang,
      given: givenFlags(flags),
      ...outputs,
      ...given({ accept, earlier: flags.earlier, against: flags.against, into: flags.into, page, splitTo }),
      ...given({ withRows: flags.withRows, force: flags.force, dryRun: flags.dryRun, strict: flags.strict }),
    });
    progress.stop();
    const code = endingOf(evaluation);
    const seconds = (world.now() - started) / 1000;
    const isDryRun = flags.dryRun === true;
    presentEvaluation(evaluation, session, {
      code,
      seconds,
      isDryRun,
      split,
      sheets,
      text: text && { ...text, isWritten: outputs.text?.path !== undefined },
    });
    return code;
  } finally {
    progress.stop();
  }
}

/** The folder for one file per person. */
function splitOf({ split, outDir }: EvaluateFlags): string | undefined {
  const example = '--split --out-dir one-to-one';
  if (split === true && outDir === undefined)
    throw new UserError('usage/needs-flag', { flag: '--split', other: '--out-dir', example });
  if (split !== true && outDir !== undefined)
    throw new UserError('usage/needs-flag', { flag: '--out-dir', other: '--split', example });
  return outDir;
}

function endingOf({ ok, failUnder }: Evaluation): ExitCode {
  if (!ok) return exitCodes.problems;
  const isMissed =
    failUnder !== null && (failUnder.reached === null || compare(failUnder.reached, failUnder.wanted) < 0);
  return isMissed ? exitCodes.failUnder : exitCodes.ok;
}
