/** Where problems stand, as the formats for machines spell it. */
import { describeProblem } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import { visible } from '../../lib/visible.ts';
import { cellName, type Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';

/** `Targets!D9`, in text files `12:5` (row and column), for a whole row or sheet what there is of it; '' for a file. */
export function shortPlace({ sheet, row, column }: Place): string {
  if (sheet === null) return row === null ? '' : column === null ? String(row) : `${row}:${column}`;
  const name = visible(sheet);
  const cell = cellName({ file: '', sheet, row, column });
  return row === null ? name : `${name}!${cell ?? `${row}:${row}`}`;
}

/** `a, b, c … (and 17 more)`: the places of problems of one code in one file. */
export function placesText(problems: readonly Problem[], most: number): string {
  const shown = problems.slice(0, most).map(({ place }) => shortPlace(place));
  const more = problems.length - shown.length;
  return shown.filter((name) => name !== '').join(', ') + (more > 0 ? `, … (+${more})` : '');
}

/** Message and remedy of a problem as one text. */
export function fullMessage(found: Problem, lang: Lang): string {
  const { message, remedy } = describeProblem(found, lang);
  if (remedy === '') return message;
  return lang === 'en' ? `${message}. Fix: ${remedy}` : `${message}。修正：${remedy}`;
}

/** Problems of one file, code and severity, in the order found. */
export interface FileGroup {
  readonly file: string;
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly problems: readonly Problem[];
}

export function groupByFile(problems: readonly Problem[]): FileGroup[] {
  const groups = new Map<string, FileGroup & { readonly problems: Problem[] }>();
  for (const found of problems) {
    const { code, severity, place } = found;
    const key = `${code}\n${severity}\n${place.file}`;
    const group = groups.get(key);
    if (group) group.problems.push(found);
    else groups.set(key, { file: place.file, code, severity, problems: [found] });
  }
  return [...groups.values()];
}
