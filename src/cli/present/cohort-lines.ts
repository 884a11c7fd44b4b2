/** `--cohorts`: of the customers who first bought in a period, how many buy again later; the latest that fit the width. */
import stringWidth from 'string-width';
import { decimal, divide, round, toText } from '../../lib/decimal.ts';
import type { Cohort, Cohorts, Evaluation } from '../../model/evaluation.ts';
import type { Session } from '../session.ts';
import { plainText } from './figures.ts';
import { hasWorkbook } from './has-workbook.ts';
import { columnGap, type TableColumn, tableLines } from './table.ts';
import { wrapText } from './wrap.ts';

const shareWidth = 4;
const sizeWidth = 6;
const nameWidth = 7;

export function cohortLines(evaluation: Evaluation, session: Session): string[] {
  const { cohorts, options } = evaluation;
  const { words, width } = session;
  if (cohorts === null) return Object.hasOwn(options, 'cohorts') ? ['', ...wrapText(words.cohorts.none, width)] : [];
  const known = cohorts.list.filter(({ leftCensored }) => !leftCensored);
  const hidden = cohorts.list.filter(({ leftCensored }) => leftCensored).map(({ period }) => period);
  const shown = known.slice(-(sharesThatFit(cohorts, session) + 1));
  const earlier = known.length - shown.length;
  const notes = [
    ...(earlier > 0 ? [words.cohorts.earlier(earlier, hasWorkbook(evaluation))] : []),
    ...(hidden.length > 0 ? [words.cohorts.hidden(hidden)] : []),
  ];
  return [
    '',
    ...wrapText(words.cohorts.title(cohorts.grain), width),
    ...(shown.length > 0 ? table(cohorts, shown, session) : []),
    ...notes.flatMap((note) => wrapText(note, width)),
  ];
}

function sharesThatFit({ grain }: Cohorts, { width, words }: Session): number {
  const name = Math.max(nameWidth, stringWidth(words.cohorts.first(grain)));
  const rest = width - name - columnGap - Math.max(sizeWidth, stringWidth(words.cohorts.size));
  return Math.max(1, Math.floor(rest / (shareWidth + columnGap)));
}

function table(cohorts: Cohorts, shown: readonly Cohort[], session: Session): string[] {
  const { cohorts: words } = session.words;
  const { grain } = cohorts;
  const last = Math.min(sharesThatFit(cohorts, session), Math.max(0, ...shown.map(({ mature }) => mature - 1)));
  const columns: TableColumn[] = [
    { head: words.first(grain), align: 'left', least: nameWidth, cells: shown.map(({ period }) => period) },
    {
      head: words.size,
      align: 'right',
      least: sizeWidth,
      cells: shown.map(({ active }) => plainText(decimal(active[0] ?? 0), 'count')),
    },
    ...Array.from(
      { length: last },
      (_, index): TableColumn => ({
        head: `+${index + 1}`,
        align: 'right',
        least: shareWidth,
        cells: shown.map((cohort) => shareText(cohort, index + 1)),
      }),
    ),
  ];
  const width = columns.reduce((sum, { least, head }) => sum + Math.max(least, stringWidth(head)) + columnGap, 0);
  return tableLines(columns, width - columnGap);
}

/** Blank where the period is not over: what is not known yet is not 0. */
function shareText({ active, mature }: Cohort, later: number): string {
  if (later >= mature) return '';
  const [size = 0] = active;
  if (size === 0) return '-';
  return `${toText(round(divide(decimal((active[later] ?? 0) * 100), decimal(size)), 0))}%`;
}
