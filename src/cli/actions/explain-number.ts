import { writeExplanation } from '../../app/documents.ts';
import { explainFiles } from '../../app/explain.ts';
import { given } from '../../lib/given.ts';
import { visible } from '../../lib/visible.ts';
import type { Explanation } from '../../model/explanation.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { computeOptions } from '../flags/computing.ts';
import { checkFiles, isJson } from '../flags/format.ts';
import { givenFlags } from '../flags/given-flags.ts';
import type { ExplainFlags } from '../flags/raw-flags.ts';
import { loadOptions } from '../flags/reading.ts';
import { wholeNumber } from '../flags/values.ts';
import { openSession } from '../open-session.ts';
import { tellConfig } from '../present/config-line.ts';
import { groupLines, groupProblems } from '../present/problem-lines.ts';
import { startProgress } from '../present/progress.ts';
import { explanationLines } from '../present/traced.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';

const usualRows = 5;

/** `explain <kpi> <files…>`: a number with the rows behind it; ends as `evaluate` would on the same data. */
export async function explainNumber(
  kpi: string,
  files: readonly string[],
  flags: ExplainFlags,
  world: World,
): Promise<ExitCode> {
  checkFiles(files);
  const wantsJson = isJson(flags);
  const most = wholeNumber('--rows', flags.rows, 0) ?? usualRows;
  const load = loadOptions(flags);
  const { session, settings } = await openSession(files, flags, world);
  const compute = computeOptions(flags, world.today, settings?.compute.fiscalYearStart);
  const progress = startProgress(session);
  try {
    const explanation = await explainFiles(kpi, files, {
      ...load,
      settings,
      read: { ...load.read, onProgress: progress.report, signal: world.signal },
      compute,
      lang: session.lang,
      given: givenFlags(flags),
      ...given({ earlier: flags.earlier }),
    });
    progress.stop();
    tellConfig(settings, session);
    if (wantsJson) writeExplanation(explanation, world.out);
    else world.out(`${explanationLines(explanation, session, most).join('\n')}\n`);
    const code = explanation.ok ? exitCodes.ok : exitCodes.problems;
    if (code !== exitCodes.ok) world.err(problemText(explanation, session));
    return code;
  } finally {
    progress.stop();
  }
}

/** Why the data is not in order: one problem per code. */
function problemText({ problems, inputs }: Explanation, session: Session): string {
  const { words } = session;
  const errors = problems.filter(({ severity, affects }) => severity === 'error' && affects !== 'none');
  const files = inputs.map(({ path }) => visible(path));
  const lines = groupProblems(errors).flatMap((group) => groupLines(group, 1, session, session.paintErr));
  const last = `${files.join(', ')}${words.colon}${words.exitCode(exitCodes.problems)}`;
  return ['', ...lines, words.seeThem(files), last].map((line) => `${line}\n`).join('');
}
