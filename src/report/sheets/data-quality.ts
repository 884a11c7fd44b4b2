/** Every problem with its cell and its fix; above it the counts, below it what each table was recognised as. */
import { datasetTitle, describeProblem, fieldTitle, presetTitle } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import type { Cell, Link, Sheet } from '../../model/document.ts';
import { cellName } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { blank, count, linked, number, text } from '../cells.ts';
import { putHead, type ReportContext } from '../context.ts';
import { SheetBuilder } from '../sheet-builder.ts';

const firstRow = 8;
/**
 * 100,000 cost 15 s and 1.1 GB in exceljs, and a sheet ends at row 1,048,576: beyond this the sheet says how many there
 * are and where all of them are listed. The counts above are of all.
 */
const mostProblems = 50_000;
/** Excel opens a sheet with more than 65,530 links as damaged; so many cells are not clicked either. */
const mostLinks = 2_000;
/** Nothing to say, in a column of words. */
const dash = blank('-', { align: 'left' });

export function dataQualitySheet(context: ReportContext): Sheet {
  const { words, evaluation } = context;
  const { report } = words;
  const sheet = new SheetBuilder(report.sheets.dataQuality, 'data');
  putHead(context, sheet, qualityTitle(context));
  putCounts(context, sheet);
  const below = putProblems(context, sheet, evaluation.problems.slice(0, mostProblems));
  const tables = putTables(context, sheet, below + 2);
  putStatuses(context, sheet, putColumns(context, sheet, tables + 2) + 2);
  sheet.put(
    6,
    9,
    linked(text(report.quality.toTables, 'note'), {
      kind: 'sheet',
      sheet: report.sheets.dataQuality,
      cell: `A${below + 1}`,
    }),
  );
  [14, 28, 52, 28, 16, 13, 20, 46, 14, 18].forEach((width, index) => {
    sheet.width(index + 1, width, width);
  });
  sheet.freeze(firstRow - 1);
  return sheet.build();
}

function qualityTitle({ evaluation, words }: ReportContext): string {
  const { title } = words.report;
  const { problems, leftOut } = evaluation;
  if (problems.length === 0 && leftOut.rows === 0) return title.clean;
  return title.quality({
    leftOut: leftOut.rows,
    errors: countOf(problems, 'error'),
    warnings: countOf(problems, 'warning'),
  });
}

function countOf(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

function putCounts(context: ReportContext, sheet: SheetBuilder): void {
  const { evaluation, words, moneyDigits } = context;
  const { quality } = words.report;
  const { leftOut, problems, inputs } = evaluation;
  const tables = inputs.flatMap((input) => input.tables);
  const facts: readonly (readonly [string, Cell])[] = [
    [quality.rowsRead, count(tables.reduce((sum, { rows }) => sum + rows, 0))],
    [quality.inPeriod, count(tables.reduce((sum, { inPeriod }) => sum + inPeriod, 0))],
    [quality.leftOutAmount, number('money', leftOut.amount, moneyDigits)],
    [quality.leftOut, count(leftOut.rows)],
    [quality.allowed, count(leftOut.allowed)],
    [quality.errors, count(countOf(problems, 'error'))],
    [quality.warnings, count(countOf(problems, 'warning'))],
    [quality.infos, count(countOf(problems, 'info'))],
  ];
  facts.forEach(([label, cell], index) => {
    sheet.put(4, index + 1, text(label, 'tile-label'));
    sheet.put(5, index + 1, { ...cell, align: 'left', role: 'tile-detail' });
  });
}

function putProblems(context: ReportContext, sheet: SheetBuilder, problems: readonly Problem[]): number {
  const { words, evaluation } = context;
  const { report } = words;
  const c = report.columns;
  const all = evaluation.problems.length;
  const isCut = problems.length < all;
  const label = isCut
    ? report.quality.cutOff(grouped(String(problems.length)), grouped(String(all)))
    : report.quality.problems;
  sheet.put(firstRow - 2, 1, text(problems.length === 0 ? report.title.clean : label, isCut ? 'warning' : 'section'));
  if (problems.length === 0) return firstRow - 1;
  const table = sheet.table({
    name: 'tblProblems',
    top: firstRow - 1,
    left: 1,
    columns: [c.severity, c.code, c.what, c.file, c.sheet, c.cell, c.cellValue, c.fix, c.treatment, c.affects],
    items: problems,
    row: (problem, _, index) => problemCells(context, problem, index < mostLinks),
  });
  return table.next;
}

function problemCells({ words }: ReportContext, problem: Problem, isLinked: boolean): Cell[] {
  const { report, lang } = words;
  const { place, value } = problem;
  const said = describeProblem(problem, lang);
  const cell = cellName(place) ?? (place.row === null ? report.quality.wholeTable : String(place.row));
  const link: Link | null = isLinked
    ? {
        kind: 'file',
        path: place.file,
        sheet: place.sheet,
        cell: cellName(place) ?? (place.row === null ? null : `A${place.row}`),
      }
    : null;
  return [
    text(report.severities[problem.severity]),
    text(problem.code),
    text(said.message, 'body', { wraps: true }),
    text(place.file),
    place.sheet === null ? dash : text(place.sheet),
    linked(text(cell), link),
    value === null ? dash : text(value.length > 200 ? `${value.slice(0, 199)}…` : value),
    said.remedy === '' ? dash : text(said.remedy, 'body', { wraps: true }),
    text(report.treatments[problem.treatment]),
    text(report.affects[problem.affects]),
  ];
}

function putTables({ evaluation, words }: ReportContext, sheet: SheetBuilder, top: number): number {
  const { report, lang } = words;
  const c = report.columns;
  const items = evaluation.inputs.flatMap(({ path, tables }) => tables.map((table) => ({ path, table })));
  sheet.put(top - 1, 1, text(report.quality.tables, 'section'));
  if (items.length === 0) return top;
  return sheet.table({
    name: 'tblTables',
    top,
    left: 1,
    columns: [c.dataset, c.sheet, c.file, c.preset, c.encoding, c.headerRow, c.rows, c.notRead, c.leftOut, c.inPeriod],
    items,
    row: (item) => {
      const { table } = item;
      return [
        table.dataset === null ? dash : text(datasetTitle(table.dataset, lang)),
        table.sheet === null ? dash : text(table.sheet),
        text(item.path),
        table.preset === null ? dash : text(presetTitle(table.preset, lang)),
        table.encoding === null ? dash : text(table.encoding),
        table.headerRow === null ? blank('-') : count(table.headerRow),
        count(table.rows),
        table.notRead === null ? dash : text(table.notRead, 'body', { wraps: true }),
        count(table.leftOut),
        count(item.table.inPeriod),
      ];
    },
  }).next;
}

function putColumns({ evaluation, words }: ReportContext, sheet: SheetBuilder, top: number): number {
  const { report, lang } = words;
  const c = report.columns;
  const items = evaluation.inputs.flatMap(({ path, tables }) =>
    tables.flatMap((table) => [...table.columns].map(([field, heading]) => ({ path, table, field, heading }))),
  );
  if (items.length === 0) return top;
  sheet.put(top - 1, 1, text(report.quality.columns, 'section'));
  return sheet.table({
    name: 'tblColumns',
    top,
    left: 1,
    columns: [c.dataset, c.field, c.heading, c.file, c.sheet],
    items,
    row: ({ path, table, field, heading }) => [
      text(table.dataset === null ? '-' : datasetTitle(table.dataset, lang)),
      text(fieldTitle(field, lang)),
      text(heading),
      text(path),
      table.sheet === null ? dash : text(table.sheet),
    ],
  }).next;
}

function putStatuses({ evaluation, words, moneyDigits }: ReportContext, sheet: SheetBuilder, top: number): void {
  const { report } = words;
  const c = report.columns;
  const items = evaluation.inputs.flatMap(({ path, tables }) =>
    tables.flatMap((table) => table.statuses.map((status) => ({ path, table, status }))),
  );
  if (items.length === 0) return;
  sheet.put(top - 1, 1, text(report.quality.statuses, 'section'));
  sheet.table({
    name: 'tblStatuses',
    top,
    left: 1,
    columns: [c.rowsWithStatus, c.use, c.status, c.file, c.sheet, c.unit, c.amount],
    items,
    row: ({ path, table, status }) => [
      count(status.rows),
      text(report.statusUses[status.use]),
      text(status.value),
      text(path),
      table.sheet === null ? dash : text(table.sheet),
      text(evaluation.currency ?? ''),
      number('money', status.amount, moneyDigits),
    ],
  });
}
