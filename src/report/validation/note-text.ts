/** What a note on a cell says: code, message and remedy of each of its problems. */
import { describeProblem } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import type { Problem } from '../../model/problem.ts';

const mostProblems = 5;

export function noteText(problems: readonly Problem[], lang: Lang): string {
  const shown = problems.slice(0, mostProblems).map((found) => {
    const { message, remedy } = describeProblem(found, lang);
    return [`[${found.code}] ${message}`, ...(remedy === '' ? [] : [remedy])].join('\n');
  });
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`+${more}`] : [])].join('\n\n');
}
