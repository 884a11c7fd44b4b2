/** What is wrong in the data, what was done with it, and what each table was read as. */
import { datasetTitle, describeProblem } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import type { PagePart, PageSection, PageTable } from '../../model/page.ts';
import { cellName, type Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { blank, count, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import { amountText } from '../numbers.ts';
import { countOf, qualityTitle } from '../sheets/data-quality.ts';
import type { Words } from '../words.ts';
import { pageTable } from './table.ts';

/** More are not read on a page. */
const mostProblems = 200;
const dash = blank('-');
const severities = ['error', 'warning', 'info'] as const;

export function qualitySection(context: ReportContext): PageSection {
  const { evaluation, words } = context;
  const { report } = words;
  // The worst first: a page may not show all.
  const sorted = severities.flatMap((severity) => evaluation.problems.filter((found) => found.severity === severity));
  const shown = sorted.slice(0, mostProblems);
  const cut: PagePart[] =
    shown.length === sorted.length
      ? []
      : [{ kind: 'text', text: report.onPage.shownOf(grouped(String(shown.length)), grouped(String(sorted.length))) }];
  return {
    label: report.sheets.dataQuality,
    heading: qualityTitle(context),
    isHalf: false,
    parts: [
      { kind: 'text', text: countsText(context) },
      ...(shown.length === 0 ? [] : [{ kind: 'table', table: problemTable(context, shown) } as const]),
      ...cut,
      { kind: 'table', table: inputTable(context) },
    ],
  };
}

function countsText({ evaluation, words }: ReportContext): string {
  const { report } = words;
  const { quality } = report;
  const { leftOut, problems, inputs, currency } = evaluation;
  const tables = inputs.flatMap((input) => input.tables);
  const sum = (pick: (table: (typeof tables)[number]) => number) =>
    grouped(String(tables.reduce((all, table) => all + pick(table), 0)));
  const facts: readonly (readonly [string, string])[] = [
    [quality.rowsRead, sum(({ rows }) => rows)],
    [quality.inPeriod, sum(({ inPeriod }) => inPeriod)],
    [quality.leftOut, grouped(String(leftOut.rows))],
    [quality.allowed, grouped(String(leftOut.allowed))],
    [quality.leftOutAmount, report.money(amountText(leftOut.amount), currency)],
    [quality.errors, grouped(String(countOf(problems, 'error')))],
    [quality.warnings, grouped(String(countOf(problems, 'warning')))],
    [quality.infos, grouped(String(countOf(problems, 'info')))],
  ];
  return facts.map(([label, value]) => `${label}${report.colon}${value}`).join('  |  ');
}

function problemTable({ words }: ReportContext, problems: readonly Problem[]): PageTable {
  const { report, lang } = words;
  const c = report.columns;
  return pageTable(words, {
    caption: report.quality.problems,
    headings: [c.severity, c.code, c.what, c.file, c.cell, c.cellValue, c.fix, c.treatment],
    rows: problems.map((problem) => {
      const { place, value } = problem;
      const said = describeProblem(problem, lang);
      return [
        text(report.severities[problem.severity]),
        text(problem.code),
        text(said.message),
        text(place.file),
        text(placeText(place, words)),
        value === null ? dash : text(cut(value)),
        said.remedy === '' ? dash : text(said.remedy),
        text(report.treatments[problem.treatment]),
      ];
    }),
  });
}

/** `Orders!F417`, or which sheet as a whole. */
function placeText(place: Place, { report }: Words): string {
  const cell = cellName(place) ?? (place.row === null ? null : String(place.row));
  if (cell === null) return report.list([...(place.sheet === null ? [] : [place.sheet]), report.quality.wholeTable]);
  return place.sheet === null ? cell : `${place.sheet}!${cell}`;
}

/** Values of a customer's file are quoted, not copied out. */
function cut(value: string): string {
  const characters = [...value];
  return characters.length <= 40 ? value : `${characters.slice(0, 39).join('')}…`;
}

function inputTable({ evaluation, words }: ReportContext): PageTable {
  const { report, lang } = words;
  const c = report.columns;
  return pageTable(words, {
    caption: report.quality.tables,
    headings: [c.file, c.sheet, c.dataset, c.headerRow, c.rows, c.inPeriod, c.leftOut],
    headingColumns: 2,
    rows: evaluation.inputs.flatMap(({ path, tables }) =>
      tables.map((table) => [
        text(path),
        table.sheet === null ? dash : text(table.sheet),
        table.dataset === null ? dash : text(datasetTitle(table.dataset, lang)),
        table.headerRow === null ? dash : count(table.headerRow),
        count(table.rows),
        count(table.inPeriod),
        count(table.leftOut),
      ]),
    ),
  });
}
