/** `init orders` and its like: an empty workbook with headings that are recognised, and what belongs under each. */
import type { Catalogue } from '../../i18n/catalogue.ts';
import { datasetTitle, wordsOf } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import type { Cell, Document, InputRule, NumberKind, Sheet } from '../../model/document.ts';
import { type StarterCell, type StarterColumn, type StarterKind, starters } from '../../model/starters.ts';
import { text, unfilled } from '../cells.ts';
import { targetsDocument } from '../plans/plan-workbook.ts';
import { addressOn, SheetBuilder } from '../sheet-builder.ts';

type Words = Catalogue['starters'];

const head = 3;
const rows = 300;
/** 1980-01-01, like the times in the package: no output depends on the clock. */
const createdOn = 3652;

export function starterDocument(kind: StarterKind, lang: Lang, tool: Document['application']): Document {
  const { starters: words } = wordsOf(lang);
  const columns: readonly StarterColumn[] = starters[kind];
  const list = listOf(kind, columns, words);
  const sheets = [
    tableSheet(datasetTitle(kind, lang), kind, columns, words),
    guideSheet(kind, columns, words),
    ...(list === null ? [] : [listSheet(list, words)]),
  ];
  const notes = sheets.slice(1).map(({ name }) => name);
  return targetsDocument(sheets, { lang, tool, title: words.titles[kind], createdOn, notes });
}

function tableSheet(name: string, kind: StarterKind, columns: readonly StarterColumn[], words: Words): Sheet {
  const sheet = new SheetBuilder(name, 'data');
  sheet.put(1, 1, text(words.titles[kind], 'title'));
  sheet.height(1, 28);
  sheet.putRow(
    head,
    1,
    columns.map((column) =>
      text(headingOf(kind, column, words), 'heading', { align: isNumber(column.cell) ? 'right' : 'left' }),
    ),
  );
  for (let row = head + 1; row <= head + rows; row++) sheet.putRow(row, 1, columns.map(inputCell));
  for (const [i, column] of columns.entries()) {
    const rule = ruleOf(column.cell, words);
    if (rule) sheet.inputs({ area: { top: head + 1, left: i + 1, bottom: head + rows, right: i + 1 }, ...rule });
    sheet.width(i + 1, 13, 26);
  }
  sheet.freeze(head, 0);
  return sheet.build();
}

function headingOf(kind: StarterKind, { field }: StarterColumn, { headings, dealAmount }: Words): string {
  if (kind === 'deals' && field === 'amount') return dealAmount.heading;
  return Object.entries(headings).find(([name]) => name === field)?.[1] ?? field;
}

function isNumber(cell: StarterCell): boolean {
  return cell === 'money' || cell === 'count' || cell === 'share';
}

const kinds: Readonly<Partial<Record<StarterCell, NumberKind>>> = { money: 'money', count: 'count', share: 'ratio' };

function inputCell({ cell }: StarterColumn): Cell {
  const kind = kinds[cell];
  return kind === undefined ? text('', 'input') : unfilled(kind, 'input');
}

/** Amounts may be negative, and a unit price may be anything: only what cannot be meant is refused. */
function ruleOf(cell: StarterCell, words: Words): Omit<InputRule, 'area'> | null {
  const { refuses } = words;
  if (cell === 'day') return { allows: { kind: 'day' }, message: refuses.day };
  if (cell === 'share') return { allows: { kind: 'at-least', least: 0 }, message: refuses.share };
  if (cell !== 'status' && cell !== 'stage') return null;
  const { lists } = words.sheets;
  const count = (cell === 'status' ? words.statuses : words.stages).length;
  const last = addressOn(lists, 1, count + 1).split('!')[1] ?? '';
  return { allows: { kind: 'list', formula: `${addressOn(lists, 1, 2)}:${last}` }, message: refuses.list };
}

interface List {
  readonly title: string;
  readonly items: readonly string[];
}

function listOf(kind: StarterKind, columns: readonly StarterColumn[], words: Words): List | null {
  const column = columns.find(({ cell }) => cell === 'status' || cell === 'stage');
  if (column === undefined) return null;
  return { title: headingOf(kind, column, words), items: column.cell === 'status' ? words.statuses : words.stages };
}

function listSheet({ title, items }: List, words: Words): Sheet {
  const sheet = new SheetBuilder(words.sheets.lists, 'data');
  sheet.put(1, 1, text(title, 'heading'));
  for (const [i, item] of items.entries()) sheet.put(i + 2, 1, text(item));
  sheet.width(1, 24, 44);
  sheet.freeze(1);
  return sheet.build();
}

function guideSheet(kind: StarterKind, columns: readonly StarterColumn[], words: Words): Sheet {
  const sheet = new SheetBuilder(words.sheets.guide, 'data');
  sheet.put(1, 1, text(words.titles[kind], 'title'));
  sheet.height(1, 28);
  const { next } = sheet.table({
    name: 'tblColumns',
    top: head,
    left: 1,
    columns: [words.guideColumns.heading, words.guideColumns.needed, words.guideColumns.what],
    items: columns,
    row: (column) => [
      text(headingOf(kind, column, words)),
      text(column.isNeeded ? words.isNeeded : words.isNotNeeded),
      text(whatOf(kind, column, words)),
    ],
  });
  for (const [i, line] of [...words.guide, words.next[kind]].entries()) sheet.put(next + 1 + i, 1, text(line, 'note'));
  sheet.width(1, 22, 30);
  sheet.width(2, 10, 12);
  sheet.width(3, 70, 90);
  return sheet.build();
}

function whatOf(kind: StarterKind, { field }: StarterColumn, { what, dealAmount }: Words): string {
  if (kind === 'deals' && field === 'amount') return dealAmount.what;
  return Object.entries(what).find(([name]) => name === field)?.[1] ?? '';
}
