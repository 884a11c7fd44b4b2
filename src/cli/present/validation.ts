/** The report of `validate`: every code, its first problems in full, the count of all. */
import type { Validation } from '../../app/validate.ts';
import type { Session } from '../session.ts';
import { groupLines, groupProblems, type ProblemGroup } from './problem-lines.ts';

interface Showing {
  /** Problems shown per code. */
  readonly most: number;
  readonly seconds: number;
  /** The document to print in place of the report. */
  readonly json: string | null;
}

export function presentValidation(validation: Validation, session: Session, { most, seconds, json }: Showing): void {
  const { world, words, isQuiet } = session;
  const groups = groupProblems(validation.problems);
  if (json === null) world.out(`${reportLines(validation, groups, session, most, seconds).join('\n')}\n`);
  else {
    world.out(json);
    const errors = groups.filter(({ severity }) => severity === 'error');
    // What stopped the run is told on standard error too, where a person looks when the code is not 0.
    world.err(
      errors
        .flatMap((group) => groupLines(group, Math.min(most, 20), session, session.paintErr))
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
  if (json === null && !validation.ok) {
    const files = validation.inputs.map(({ path }) => path).join(', ');
    if (!isQuiet) world.err(`${files}: ${words.exitCode(1)}\n`);
  }
}

function reportLines(
  { inputs, problems }: Validation,
  groups: readonly ProblemGroup[],
  session: Session,
  most: number,
  seconds: number,
): string[] {
  const { words, world, isVerbose } = session;
  const shown = groups.filter(({ severity }) => severity !== 'info' || !session.isQuiet);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const rows = inputs.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows, 0);
  const counts =
    errors.length + warnings.length === 0
      ? words.noProblems
      : words.problemsFound(errors.length, new Set(errors.map(({ code }) => code)).size, warnings.length);
  const timed = world.isErrTty || isVerbose ? seconds.toFixed(1) : null;
  const first = groups[0]?.code;
  return [
    ...shown.flatMap((group) => groupLines(group, most, session, session.paint)),
    `${counts}${words.semicolon}${words.checked(rows, inputs.length, timed)}`,
    ...(first === undefined ? [] : [words.explainCode(first)]),
  ];
}
