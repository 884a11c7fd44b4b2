/**
 * `github`: workflow commands that GitHub shows as annotations. It shows ten a step, so there is one per code and file
 * with the cells in its text.
 */
import { describeProblem } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import type { Problem } from '../../model/problem.ts';
import { type FileGroup, fullMessage, groupByFile, placesText } from './cells.ts';

const kinds = { error: 'error', warning: 'warning', info: 'notice' } as const;
const mostPlaces = 50;

export function githubLines(problems: readonly Problem[], lang: Lang): string[] {
  return groupByFile(problems).map((group) => annotation(group, lang));
}

function annotation({ file, code, severity, problems }: FileGroup, lang: Lang): string {
  const [first] = problems;
  if (first === undefined) return '';
  const { row } = first.place;
  const properties = [
    `file=${property(file)}`,
    ...(row === null ? [] : [`line=${row}`]),
    `title=${property(`${code} ${describeProblem(first, lang).title}`)}`,
  ];
  const places = placesText(problems, mostPlaces);
  const text = `${places === '' ? '' : `${places}: `}${fullMessage(first, lang)}`;
  return `::${kinds[severity]} ${properties.join(',')}::${data(text)}`;
}

/** Escapes as actions/toolkit does (packages/core/src/command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
