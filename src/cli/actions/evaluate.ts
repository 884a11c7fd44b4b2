import { evaluateFiles } from '../../app/evaluate.ts';
import { compare } from '../../lib/decimal.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { computeOptions } from '../flags/computing.ts';
import { evaluationOutputs } from '../flags/evaluation-output.ts';
import { checkFiles } from '../flags/format.ts';
import { givenFlags } from '../flags/given-flags.ts';
import type { EvaluateFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { given } from '../flags/values.ts';
import { presentEvaluation } from '../present/evaluation.ts';
import { startProgress } from '../present/progress.ts';
import { sessionOf } from '../session.ts';
import type { World } from '../world.ts';

/** `evaluate`: computes, writes the workbook, prints the report or its document. */
export async function evaluateCommand(files: readonly string[], flags: EvaluateFlags, world: World): Promise<ExitCode> {
  const session = sessionOf(flags, world);
  checkFiles(files);
  const load = loadOptions(flags);
  const compute = computeOptions(flags, world.today);
  const outputs = evaluationOutputs(flags);
  const progress = startProgress(session);
  const started = world.now();
  try {
    const { evaluation, text, sheets } = await evaluateFiles(files, {
      ...load,
      read: { ...load.read, onProgress: progress.report, signal: world.signal },
      compute,
      lang: session.lang,
      given: givenFlags(flags),
      ...outputs,
      ...given({ earlier: flags.earlier, force: flags.force, dryRun: flags.dryRun, strict: flags.strict }),
    });
    progress.stop();
    const code = endingOf(evaluation);
    const seconds = (world.now() - started) / 1000;
    const isDryRun = flags.dryRun === true;
    presentEvaluation(evaluation, session, {
      code,
      seconds,
      isDryRun,
      sheets,
      text: text && { ...text, isWritten: outputs.text?.path !== undefined },
    });
    return code;
  } finally {
    progress.stop();
  }
}

function endingOf({ ok, failUnder }: Evaluation): ExitCode {
  if (!ok) return exitCodes.problems;
  const isMissed =
    failUnder !== null && (failUnder.reached === null || compare(failUnder.reached, failUnder.wanted) < 0);
  return isMissed ? exitCodes.failUnder : exitCodes.ok;
}
