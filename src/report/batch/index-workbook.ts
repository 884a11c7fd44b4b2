/** `index.xlsx` of a batch: all files side by side, and what is wrong in each. */
import { basename } from 'node:path';
import { describeFailure, kpiWords, problemTitle, wordsOf } from '../../i18n/index.ts';
import type { Decimal } from '../../lib/decimal.ts';
import { type Batch, type BatchFigures, countBatch, hasReport, type JobRecord } from '../../model/batch.ts';
import type { Cell, Document, Sheet } from '../../model/document.ts';
import type { Unit } from '../../model/kpi.ts';
import { blank, count, linked, number, status, text, withRole } from '../cells.ts';
import { attainmentLive } from '../formulas.ts';
import { kindOf, percentDigits, quotient } from '../numbers.ts';
import { address, SheetBuilder } from '../sheet-builder.ts';
import { reportWords, type Words } from '../words.ts';
import { type Common, commonOf } from './common-figures.ts';

type Own = ReturnType<typeof wordsOf>['batch'];

interface Context {
  readonly batch: Batch;
  readonly words: Words;
  readonly own: Own;
  readonly common: Common;
}

/** Pure: the same records give the same document. */
export function batchIndex(batch: Batch): Document {
  const { batch: own } = wordsOf(batch.lang);
  const words = reportWords(batch.lang);
  const context = { batch, words, own, common: commonOf(batch.records) };
  const title = titleOf(batch, own);
  return {
    lang: batch.lang,
    title,
    subject: own.subject,
    keywords: own.keywords,
    company: '',
    // 1980-01-01, like the times in the package: the files have days of their own.
    createdOn: 3652,
    application: batch.tool,
    properties: new Map([
      ['salesmetrics.version', batch.tool.version],
      ['salesmetrics.kind', 'batch'],
    ]),
    draftWord: null,
    footer: { page: words.report.page, of: words.report.of, asOf: title },
    statusWords: new Map(Object.entries(words.statuses)) as Document['statusWords'],
    sheets: [filesSheet(context, title), problemsSheet(context)],
  };
}

function titleOf({ records }: Batch, own: Own): string {
  const { ok, same, draft } = countBatch(records);
  return own.title(ok + same, records.length) + (draft === 0 ? '' : own.titleDrafts(draft));
}

const firstRow = 3;
const columns = { rows: 4, actual: 6, target: 8, attained: 9 } as const;

function filesSheet(context: Context, title: string): Sheet {
  const { batch, own, common, words } = context;
  const c = own.columns;
  const sheet = new SheetBuilder(own.sheets.files, 'data');
  sheet.put(1, 1, text(title, 'title'));
  sheet.height(1, 28);
  const actual = common.kpi === null ? c.actual : kpiWords(common.kpi, words.lang).title;
  const table = sheet.table({
    name: 'tblFiles',
    top: firstRow,
    left: 1,
    columns: [
      ...[c.file, c.report, c.outcome, c.rows, c.period, actual, c.currency, c.target, c.attained, c.status],
      ...[c.draft, c.errors, c.warnings, c.why, c.fix],
      ...(common.kpi === null ? [c.kpi] : []),
    ],
    items: batch.records,
    row: (record, row) => fileCells(context, record, row),
  });
  sheet.putRow(table.next, 1, totalCells(context, table.firstRow, table.lastRow));
  [22, 22, 10, 10, 11, 15, 10, 15, 10, 12, 9, 9, 10, 44, 36].forEach((width, i) => {
    sheet.width(i + 1, width, width);
  });
  sheet.freeze(firstRow, 1);
  return sheet.build();
}

function fileCells(context: Context, record: JobRecord, row: number): Cell[] {
  const { own, words, common } = context;
  const { job, outcome, output, problems, failure, figures } = record;
  const said = failure && describeFailure(failure, words.lang);
  const report = output && hasReport(record) ? basename(output.path) : null;
  return [
    text(job.name),
    report === null ? none : linked(text(report), { kind: 'file', path: report, sheet: null, cell: null }),
    text(own.outcomes[outcome]),
    ...figureCells(context, hasReport(record) ? figures : null, row),
    count(problems.error),
    count(problems.warning),
    said === null ? none : text(`${failure?.code ?? ''} ${said.message}`, 'body', { wraps: true }),
    said === null || said.hint === '' ? none : text(said.hint, 'body', { wraps: true }),
    ...(common.kpi === null ? [figures?.kpi ? text(kpiWords(figures.kpi, words.lang).title) : none] : []),
  ];
}

const none = blank('-', { align: 'left' });
const noNumber = blank('-');

/** Rows, period, actual, currency, target, attained, status, draft. */
function figureCells({ own, words, common }: Context, figures: BatchFigures | null, row: number): Cell[] {
  if (figures === null)
    return [noNumber, none, noNumber, none, noNumber, noNumber, blank('-', { align: 'centre' }), none];
  const { rows, period, unit, actual, target, currency, status: reached, draft } = figures;
  const amount = (value: Decimal | null) =>
    value === null || unit === null ? noNumber : number(kindOf(unit), value, digitsOf(unit, common.hasCents));
  return [
    count(rows),
    text(period),
    amount(actual),
    currency === null ? none : text(currency),
    amount(target),
    attainedCell(figures, row),
    reached === null ? blank('-', { align: 'centre' }) : status(reached, words.statuses[reached]),
    text(draft ? own.yes : own.no),
  ];
}

function digitsOf(unit: Unit, cents: boolean): number {
  if (unit === 'ratio' || unit === 'days' || unit === 'hours' || unit === 'points') return 1;
  return cents && unit !== 'count' ? 2 : 0;
}

function attainedCell(figures: BatchFigures, row: number): Cell {
  const { value, formula } = attainmentLive(figures, address(columns.actual, row), address(columns.target, row));
  return value === null ? noNumber : number('ratio', value, percentDigits(value), { formula });
}

/** Sums stand only where adding up means something: one KPI, one currency, one period. */
function totalCells({ batch, own, common }: Context, first: number, last: number): Cell[] {
  const sumOf = (column: number) => `SUM(${address(column, first)}:${address(column, last)})`;
  const { rows } = countBatch(batch.records);
  const total = (value: Decimal | null, column: number) =>
    value === null
      ? blank('-', { role: 'total' })
      : number(kindOf(common.unit ?? 'money'), value, digitsOf(common.unit ?? 'money', common.hasCents), {
          role: 'total',
          formula: sumOf(column),
        });
  const [row, sums] = [last + 1, { actual: common.actual, target: common.target }];
  const attained =
    sums.actual === null || sums.target === null
      ? { value: null, formula: null }
      : attainmentLive(
          { ...sums, attainment: quotient(sums.actual, sums.target), better: common.better },
          address(columns.actual, row),
          address(columns.target, row),
        );
  const empty = withRole(text(''), 'total');
  return [
    text(own.total, 'total'),
    empty,
    empty,
    count(rows, { role: 'total', formula: sumOf(columns.rows) }),
    withRole(common.period === null ? text('') : text(common.period), 'total'),
    total(sums.actual, columns.actual),
    withRole(common.currency === null ? text('') : text(common.currency), 'total'),
    total(sums.target, columns.target),
    attained.value === null
      ? blank('-', { role: 'total' })
      : number('ratio', attained.value, percentDigits(attained.value), { role: 'total', formula: attained.formula }),
    ...Array.from({ length: common.kpi === null ? 7 : 6 }, () => empty),
  ];
}

function problemsSheet({ batch, own, words }: Context): Sheet {
  const c = own.columns;
  const sheet = new SheetBuilder(own.sheets.problems, 'data');
  const items = batch.records.flatMap(({ job, problems }) =>
    Object.entries(problems.byCode).map(([code, found]) => ({ name: job.name, code, found })),
  );
  sheet.put(1, 1, text(own.sheets.problems, 'title'));
  sheet.height(1, 28);
  if (items.length > 0) {
    sheet.table({
      name: 'tblProblems',
      top: firstRow,
      left: 1,
      columns: [c.file, c.code, c.kind, c.count],
      items,
      row: ({ name, code, found }) => [text(name), text(code), text(problemTitle(code, words.lang)), count(found)],
    });
  }
  [24, 28, 44, 12].forEach((width, i) => {
    sheet.width(i + 1, width, width);
  });
  sheet.freeze(firstRow);
  return sheet.build();
}
