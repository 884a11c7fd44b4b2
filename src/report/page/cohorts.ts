/** Who buys again: cohorts as a table of shares, the darker the higher. */
import { decimal, toNumber } from '../../lib/decimal.ts';
import type { Cell } from '../../model/document.ts';
import type { Cohort, Cohorts } from '../../model/evaluation.ts';
import type { PageCell, PagePart, PageSection, PageTable } from '../../model/page.ts';
import { blank, count, number, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import { quotient } from '../numbers.ts';
import { cohortsTitle, shareOfAll } from '../sheets/cohorts.ts';
import { pageTable } from './table.ts';

/** As on the sheet: more columns are too narrow to read. */
const mostLaters = 24;

export function cohortSection(context: ReportContext, cohorts: Cohorts): PageSection {
  const { report } = context.words;
  const shown = cohorts.list.filter(({ leftCensored }) => !leftCensored);
  const hidden = cohorts.list.filter(({ leftCensored }) => leftCensored).map(({ period }) => period);
  const notes: PagePart[] =
    hidden.length === 0 ? [] : [{ kind: 'text', text: report.cohorts.hidden(report.list(hidden)) }];
  const tables: PagePart[] =
    shown.length === 0 ? [] : [{ kind: 'table', table: cohortTable(context, cohorts.grain, shown) }];
  return {
    label: report.sheets.cohorts,
    heading: cohortsTitle(context, cohorts, shown),
    isHalf: false,
    parts: [...notes, ...tables],
  };
}

function cohortTable({ words }: ReportContext, grain: Cohorts['grain'], shown: readonly Cohort[]): PageTable {
  const said = words.report.cohorts;
  const most = Math.min(mostLaters, Math.max(0, ...shown.map(({ mature }) => mature - 1)));
  const laters = Array.from({ length: most }, (_, index) => index + 1);
  const size = shown.reduce((sum, { active }) => sum + (active[0] ?? 0), 0);
  const table = pageTable(words, {
    caption: said.shares,
    headings: [said.first(grain), said.size, ...laters.map((later) => `+${later}`)],
    rows: shown.map((cohort) => [
      text(cohort.period),
      count(cohort.active[0] ?? 0),
      ...laters.map((later) => shareCell(cohort, later)),
    ]),
    total: [text(said.all), count(size), ...laters.map((later) => ratioCell(shareOfAll(shown, later)))],
  });
  const shade = (cells: readonly PageCell[], shareAt: (later: number) => number | null): PageCell[] =>
    cells.map((cell, column) => (column < 2 ? cell : { ...cell, shade: shareAt(column - 1) }));
  return {
    ...table,
    rows: table.rows.map((cells, row) => shade(cells, (later) => shareOf(shown[row], later))),
    total: table.total && shade(table.total, (later) => asNumber(shareOfAll(shown, later))),
  };
}

/** Empty where the period is not over: what is not known yet is not 0. */
function shareCell(cohort: Cohort, later: number): Cell {
  return later >= cohort.mature ? text('') : ratioCell(quotientOf(cohort, later));
}

function ratioCell(share: ReturnType<typeof quotient>): Cell {
  return share === null ? blank('-') : number('ratio', share, 0);
}

function quotientOf({ active }: Cohort, later: number) {
  return quotient(decimal(active[later] ?? 0), decimal(active[0] ?? 0));
}

function shareOf(cohort: Cohort | undefined, later: number): number | null {
  return cohort === undefined || later >= cohort.mature ? null : asNumber(quotientOf(cohort, later));
}

function asNumber(share: ReturnType<typeof quotient>): number | null {
  return share === null ? null : toNumber(share);
}
