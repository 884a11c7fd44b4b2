/**
 * `templates/report.xlsx`: a layout of formulas and charts over the data sheets, filled by `evaluate --into`. Its cells
 * hold no results: until a program has computed them they are empty, never the numbers of another period.
 */
import { zero } from '../../src/lib/decimal.ts';
import type { Chart } from '../../src/model/chart.ts';
import type { Area, Cell, Document, NumberKind, Sheet } from '../../src/model/document.ts';
import type { Evaluation } from '../../src/model/evaluation.ts';
import { dataVersion } from '../../src/model/own-sheets.ts';
import { count, text, unfilled } from '../../src/report/cells.ts';
import { address, addressOn, SheetBuilder } from '../../src/report/sheet-builder.ts';
import { workbookDocument } from '../../src/report/workbook.ts';
import { type TemplateWords, templateWords } from './report-words.ts';

interface Layout {
  readonly words: TemplateWords;
  readonly sheet: SheetBuilder;
}

const kpis: readonly (readonly [id: string, of: NumberKind, digits: number])[] = [
  ['revenue', 'money', 0],
  ['orders', 'count', 0],
  ['average-order-value', 'money', 2],
  ['active-customers', 'count', 0],
  ['new-customers', 'count', 0],
  ['customer-retention', 'ratio', 1],
  ['win-rate', 'ratio', 1],
  ['sales-cycle', 'days', 1],
];
const places = { kpis: 6, chosen: 16, parts: 18, times: 32 };
const partCount = 10;
const timeCount = 12;
const chosenCell = '$D$16';

/** `evaluation` gives the language and what stands in the file's properties. */
export function layoutDocument(evaluation: Evaluation): Document {
  const words = templateWords[evaluation.lang];
  const layout: Layout = { words, sheet: new SheetBuilder(words.sheet, 'page') };
  putHead(layout);
  putKpis(layout);
  putParts(layout);
  putTimes(layout);
  const document = workbookDocument(evaluation);
  // No property of ours: whoever fills the template in owns it.
  return { ...document, title: words.sheet, properties: new Map(), draftWord: null, sheets: [finished(layout)] };
}

function finished({ sheet, words }: Layout): Sheet {
  sheet.put(places.times + timeCount + 2, 2, text(words.note, 'note'));
  sheet.width(1, 2, 2);
  sheet.width(2, 20, 20);
  sheet.width(3, 24, 24);
  for (const column of [4, 5, 6, 7, 8, 9, 10]) sheet.width(column, 13, 13);
  return sheet.build();
}

const about = (key: string) => `IFERROR(INDEX(smAbout[value],MATCH("${key}",smAbout[key],0)),"")`;

/** A column of the row with that key; nothing where there is none. */
function looked(column: string, key: string): string {
  const found = `INDEX(smData[${column}],MATCH(${key},smData[key],0))`;
  return `IFERROR(IF(${found}="","",${found}),"")`;
}

const formulaText = (formula: string, role: Cell['role'] = 'body', align: Cell['align'] = null) =>
  text('', role, { formula, align });

function putHead({ sheet, words }: Layout): void {
  sheet.put(1, 2, formulaText(about('headline'), 'title'));
  sheet.height(1, 28);
  sheet.put(2, 2, text(words.period, 'note'));
  sheet.put(2, 3, formulaText(about('period')));
  sheet.put(2, 4, text(words.asOf, 'note'));
  sheet.put(2, 5, dayCell(about('asOf')));
  sheet.put(2, 6, text(words.currency, 'note'));
  sheet.put(2, 7, formulaText(about('currency')));
  const draft = `IF(${about('draft')}=1,"${words.draft}","")`;
  const example = `IF(${about('example')}=1,"${words.example}",${draft})`;
  const formula = `IF(${about('dataVersion')}<>${dataVersion},"${words.otherVersion}",${example})`;
  sheet.put(3, 2, formulaText(formula, 'warning'));
}

/** Its result is taken out of the file with all others. */
function dayCell(formula: string): Cell {
  return { ...text('', 'body', { formula, align: 'left' }), value: { kind: 'day', day: 0 } };
}

function putKpis({ sheet, words }: Layout): void {
  sheet.put(places.kpis - 1, 2, text(words.kpis, 'section'));
  headings(sheet, places.kpis, [words.id, words.kpi, ...valueHeadings(words)]);
  for (const [index, [id, of, digits]] of kpis.entries()) {
    const row = places.kpis + 1 + index;
    const key = `"total|"&${address(2, row)}&"|1"`;
    sheet.put(row, 2, text(id, 'input'));
    sheet.put(row, 3, formulaText(looked('title', key)));
    putValues(sheet, { row, key, of, digits });
  }
}

function putParts({ sheet, words }: Layout): void {
  sheet.put(places.chosen, 2, text(words.which, 'note'));
  sheet.put(places.chosen, 4, formulaText(about('headlineKpi'), 'input'));
  sheet.put(places.parts - 1, 2, formulaText(`"${words.byPart}: "&${about('by1Title')}`, 'section'));
  headings(sheet, places.parts, ['#', words.name, ...valueHeadings(words)]);
  for (let index = 1; index <= partCount; index += 1) {
    const row = places.parts + index;
    const key = `"by1|"&${chosenCell}&"|"&${address(2, row)}`;
    sheet.put(row, 2, count(index, { align: 'left' }));
    sheet.put(row, 3, formulaText(looked('value', key)));
    putValues(sheet, { row, key, of: 'money', digits: 0 });
  }
  const rows = { first: places.parts + 1, last: places.parts + partCount };
  sheet.chart(chartOver(words, words.partChart, rows, { top: 5, left: 12, bottom: 24, right: 20 }));
}

function putTimes({ sheet, words }: Layout): void {
  sheet.put(places.times - 1, 2, text(words.overTime, 'section'));
  headings(sheet, places.times, ['#', words.period, ...valueHeadings(words)]);
  const before = `MAX(COUNTIFS(smData[scope],"trend",smData[kpi],${chosenCell})-${timeCount},0)`;
  for (let index = 1; index <= timeCount; index += 1) {
    const row = places.times + index;
    const key = `"trend|"&${chosenCell}&"|"&${address(2, row)}`;
    sheet.put(row, 2, count(0, { formula: `${before}+${index}`, align: 'left' }));
    sheet.put(row, 3, formulaText(looked('period', key)));
    putValues(sheet, { row, key, of: 'money', digits: 0 });
  }
  const rows = { first: places.times + 1, last: places.times + timeCount };
  sheet.chart(chartOver(words, words.timeChart, rows, { top: 26, left: 12, bottom: 45, right: 20 }));
}

function headings(sheet: SheetBuilder, row: number, names: readonly string[]): void {
  sheet.putRow(
    row,
    2,
    names.map((name, index) => text(name, 'heading', { align: index < 2 ? 'left' : 'right' })),
  );
}

function valueHeadings(words: TemplateWords): string[] {
  return [words.actual, words.target, words.attained, words.gap, words.status, words.before, words.change];
}

interface Line {
  readonly row: number;
  readonly key: string;
  readonly of: NumberKind;
  readonly digits: number;
}

function putValues(sheet: SheetBuilder, { row, key, of, digits }: Line): void {
  const cell = (column: string, kind: NumberKind, shown: number, isSigned = false): Cell => ({
    ...unfilled(kind, 'body', looked(column, key)),
    value: { kind: 'number', of: kind, value: zero, digits: shown, isSigned },
  });
  sheet.putRow(row, 4, [
    cell('actual', of, digits),
    cell('target', of, digits),
    cell('attainment', 'ratio', 1),
    cell('gap', of, digits, true),
    formulaText(looked('statusText', key), 'body', 'right'),
    cell('compare', of, digits),
    cell('change', of === 'days' ? 'days' : 'ratio', 1, true),
  ]);
}

function chartOver(
  words: TemplateWords,
  title: string,
  { first, last }: { readonly first: number; readonly last: number },
  area: Area,
): Chart {
  const cells = (column: number) => `${addressOn(words.sheet, column, first)}:$${address(column, `$${last}`)}`;
  const none = Array.from({ length: last - first + 1 }, () => null);
  return {
    title,
    description: title,
    categories: { cells: cells(3), texts: none.map(() => '') },
    // Two columns, because a mark across would stand at 0 where there is no target.
    series: [
      { name: words.actual, role: 'actual', form: 'columns', cells: cells(4), values: none },
      { name: words.target, role: 'previous', form: 'columns', cells: cells(5), values: none },
    ],
    shape: 'columns',
    axis: { from: null, to: null },
    isStacked: false,
    numbers: { of: 'money', digits: 0 },
    area,
  };
}
