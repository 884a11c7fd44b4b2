/** The data sheets: tables that a layout of the user's own reads. Their names are English whatever the language. */
import { fieldTitle } from '../../i18n/index.ts';
import type { Decimal } from '../../lib/decimal.ts';
import type { Cell, Document, Sheet } from '../../model/document.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import type { Unit } from '../../model/kpi.ts';
import { dataVersion } from '../../model/own-sheets.ts';
import { count, day, number, text } from '../cells.ts';
import { contextOf, digitsOf, type ReportContext } from '../context.ts';
import { headlineText } from '../headline.ts';
import { hasCents, kindOf } from '../numbers.ts';
import { SheetBuilder } from '../sheet-builder.ts';
import { kpiTitle, reportWords } from '../words.ts';
import { workbookDocument } from '../workbook.ts';
import { type DataRow, type DataValue, dataColumns, dataRows } from './data-rows.ts';

/** The evaluation workbook, with the data sheets behind its own. */
export function graftDocument(evaluation: Evaluation): Document {
  const document = workbookDocument(evaluation);
  return { ...document, sheets: [...document.sheets, ...dataSheets(evaluation, false)] };
}

/** `sm_about` (`smAbout`: key, value) and `sm_data` (`smData`). `isExample`: of a template that waits to be filled. */
export function dataSheets(evaluation: Evaluation, isExample: boolean): Sheet[] {
  const context = contextOf(evaluation, reportWords(evaluation.lang));
  return [aboutSheet(context, isExample), dataSheet(context, dataRows(evaluation))];
}

function aboutSheet(context: ReportContext, isExample: boolean): Sheet {
  const sheet = new SheetBuilder('sm_about', 'data');
  sheet.table({
    name: 'smAbout',
    top: 1,
    left: 1,
    columns: ['key', 'value'],
    items: aboutItems(context, isExample),
    row: ([key, value]) => [text(key), { ...value, align: 'left' as const }],
  });
  sheet.width(2, 40, 80);
  sheet.freeze(1);
  sheet.portrait();
  return sheet.build();
}

function aboutItems(context: ReportContext, isExample: boolean): (readonly [string, Cell])[] {
  const { evaluation, words, headline } = context;
  const { tool, period, compare, asOf, currency, lang, draft, grain, by, inputs } = evaluation;
  return [
    ['dataVersion', count(dataVersion)],
    ['tool', text(`${tool.name} ${tool.version}`)],
    ['example', count(isExample ? 1 : 0)],
    ['draft', count(draft ? 1 : 0)],
    ['language', text(lang)],
    ['headline', text(headlineText(context))],
    ['headlineKpi', text(headline?.id ?? '')],
    ['headlineTitle', text(headline === undefined ? '' : kpiTitle(words, headline.id))],
    ['currency', text(currency ?? '')],
    ['period', text(period.id)],
    ['periodStart', day(period.start)],
    ['periodEnd', day(period.end)],
    ['periodComplete', count(period.complete ? 1 : 0)],
    ['asOf', day(asOf)],
    ['comparePeriod', text(compare?.id ?? '')],
    ['grain', text(grain)],
    ['inputs', text(inputs.map(({ path }) => path).join(', '))],
    ...by.flatMap((dimensions, place): (readonly [string, Cell])[] => [
      [`by${place + 1}`, text(dimensions.join(', '))],
      [`by${place + 1}Title`, text(dimensions.map((name) => fieldTitle(name, lang)).join(', '))],
    ]),
  ];
}

function dataSheet(context: ReportContext, rows: readonly DataRow[]): Sheet {
  const columns = dataColumns((kpi) => kpiTitle(context.words, kpi));
  const sheet = new SheetBuilder('sm_data', 'data');
  sheet.table({
    name: 'smData',
    top: 1,
    left: 1,
    columns: [...columns.keys()],
    items: rows,
    row: (row) => [...columns.values()].map((column) => cellOf(context, column(row))),
  });
  sheet.freeze(1, 1);
  return sheet.build();
}

/** What has no value is an empty cell: why, says the column beside it. */
function cellOf(context: ReportContext, value: DataValue): Cell {
  switch (value.kind) {
    case 'text':
      return text(value.text);
    case 'count':
      return count(value.value);
    case 'status':
      return text(value.status === null ? '' : context.words.statuses[value.status]);
    case 'value':
      return value.value === null ? text('') : numberCell(context, value.unit, value.value);
  }
}

function numberCell(context: ReportContext, unit: Unit, value: Decimal): Cell {
  const isWhole = !hasCents(value);
  return number(kindOf(unit), value, isWhole && unit !== 'ratio' ? 0 : Math.max(1, digitsOf(context, unit, false)));
}
