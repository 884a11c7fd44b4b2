/** Problems in the shape of ux.md 3.5: severity, code and what is; where; the way out. */
import { describeProblem, inSentence } from '../../i18n/index.ts';
import { visible } from '../../lib/visible.ts';
import { cellName, type Place } from '../../model/place.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import type { Session } from '../session.ts';
import { wrapText } from './wrap.ts';

export const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Problems of one code and severity, in the order found. */
export interface ProblemGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly problems: readonly Problem[];
}

/** Errors first, then warnings, then information; inside them codes in the order in which they were found. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, { code: string; severity: Severity; problems: Problem[] }>();
  for (const found of problems) {
    const key = `${found.severity} ${found.code}`;
    const group = groups.get(key);
    if (group) group.problems.push(found);
    else groups.set(key, { code: found.code, severity: found.severity, problems: [found] });
  }
  return [...groups.values()].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
}

/** The cells around a problem's cell, as lines; none where they are not to be shown. */
export type ExcerptLines = (found: Problem) => readonly string[];

/** The lines of one problem, indented below its first. */
export function problemLines(
  found: Problem,
  session: Session,
  paint: Session['paint'],
  excerpt: ExcerptLines = () => [],
): string[] {
  const { words, width } = session;
  const { message, remedy } = describeProblem(found, session.lang);
  const [first = '', ...rest] = wrapText(`${words.severity[found.severity]}[${found.code}] ${message}`, width);
  const lines = [
    painted(first, found.severity, words.severity[found.severity], paint),
    ...rest.map((line) => `  ${line}`),
  ];
  lines.push(`  --> ${placeText(found, session)}${relatedText(found.related, session)}`, ...excerpt(found));
  if (remedy !== '') {
    lines.push(...wrapText(words.fix(inSentence(remedy)), width - 2).map((line) => `  ${line}`));
  }
  return lines;
}

/** At most `most` problems of a group in full, then how many more there are. */
export function groupLines(
  group: ProblemGroup,
  most: number,
  session: Session,
  paint: Session['paint'],
  excerpt: ExcerptLines = () => [],
): string[] {
  const shown = group.problems.slice(0, most);
  const more = group.problems.length - shown.length;
  return [
    ...shown.flatMap((found) => [...problemLines(found, session, paint, excerpt), '']),
    ...(more > 0 ? [`  [${group.code}] ${session.words.moreOfCode(more)}`, ''] : []),
  ];
}

export function painted(line: string, severity: Severity, word: string, paint: Session['paint']): string {
  if (!line.startsWith(word) || severity === 'info') return line;
  return (severity === 'error' ? paint.red(word) : paint.yellow(word)) + line.slice(word.length);
}

/** `q1.xlsx, sheet "Orders", cell F417, column "Amount"`. */
export function placeText({ place, heading }: Problem, { words }: Session): string {
  return words.place(
    visible(place.file),
    place.sheet === null ? null : visible(place.sheet, 40),
    place.sheet === null ? null : cellName(place),
    place.row,
    heading === null ? null : visible(heading, 40),
  );
}

const mostRelated = 5;

function relatedText(related: readonly Place[], { words }: Session): string {
  if (related.length === 0) return '';
  const names = related.slice(0, mostRelated).map((place) => shortPlace(place, words));
  return words.also(names.join(words.comma) + (related.length > mostRelated ? '…' : ''));
}

/** `F417`, or in text files the row. */
export function shortPlace(place: Place, words: Session['words']): string {
  if (place.sheet !== null)
    return cellName(place) ?? (place.row === null ? visible(place.sheet, 40) : words.rowShort(place.row));
  return place.row === null ? visible(place.file) : words.rowShort(place.row);
}
