/** The report of `validate`: every code, its first problems in full, the count of all. */

import type { Validation } from '../../app/validate.ts';
import { visible } from '../../lib/visible.ts';
import { countProblems } from '../../model/problem-counts.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { excerptLines } from './excerpt.ts';
import { groupLines, groupProblems, type ProblemGroup } from './problem-lines.ts';

interface Showing {
  readonly code: ExitCode;
  /** Problems shown per code. */
  readonly most: number;
  readonly seconds: number;
}

/** The report on standard output. */
export function presentValidation(validation: Validation, session: Session, showing: Showing): void {
  const { world, words, isQuiet } = session;
  world.out(`${reportLines(validation, groupProblems(validation.problems), session, showing).join('\n')}\n`);
  if (showing.code === 0 || isQuiet) return;
  const files = validation.inputs.map(({ path }) => visible(path)).join(', ');
  world.err(`${files}: ${words.exitCode(showing.code)}\n`);
}

/** Beside a document on standard output: what stopped the run, where a person looks when the code is not 0. */
export function tellErrors({ problems }: Validation, session: Session, { code, most }: Showing): void {
  if (code === 0) return;
  const errors = groupProblems(problems.filter(({ severity }) => severity === 'error'));
  const lines = errors.flatMap((group) => groupLines(group, Math.min(most, 20), session, session.paintErr));
  session.world.err(lines.map((line) => `${line}\n`).join(''));
}

function reportLines(
  { inputs, problems, excerpts }: Validation,
  groups: readonly ProblemGroup[],
  session: Session,
  { most, seconds }: Showing,
): string[] {
  const { words, world, isVerbose, width } = session;
  const shown = groups.filter(({ severity }) => severity !== 'info' || !session.isQuiet);
  const errors = groups.filter(({ severity, code }) => severity === 'error' && code !== 'table/more-problems');
  const { error: errorCount, warning: warningCount } = countProblems(problems);
  const rows = inputs.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows, 0);
  const counts =
    errorCount + warningCount === 0
      ? words.noProblems
      : words.problemsFound(errorCount, new Set(errors.map(({ code }) => code)).size, warningCount);
  const timed = world.isErrTty || isVerbose ? seconds.toFixed(1) : null;
  const first = groups[0]?.code;
  const excerptOf = (found: ProblemGroup['problems'][number]) => {
    const excerpt = excerpts.get(found);
    return excerpt === undefined ? [] : excerptLines(excerpt, width);
  };
  return [
    ...shown.flatMap((group) => groupLines(group, most, session, session.paint, excerptOf)),
    `${counts}${words.semicolon}${words.checked(rows, inputs.length, timed)}`,
    ...(first === undefined ? [] : [words.explainCode(first)]),
  ];
}
