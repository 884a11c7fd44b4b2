/** What each number means, in both languages side by side, and where a status begins. */

import { kpiWords } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { Status } from '../../model/kpi.ts';
import { number, text } from '../cells.ts';
import { putHead, type ReportContext, statusCell } from '../context.ts';
import { thresholdRows } from '../formulas.ts';
import { SheetBuilder } from '../sheet-builder.ts';
import { reportWords } from '../words.ts';

const otherLang: Readonly<Record<Lang, Lang>> = { en: 'zh-CN', 'zh-CN': 'en' };
const order = ['met', 'near', 'below', 'on-track', 'behind', 'unconfirmed'] as const;

export function definitionsSheet(context: ReportContext): Sheet {
  const { words, evaluation } = context;
  const other = reportWords(otherLang[words.lang]);
  const sheet = new SheetBuilder(words.report.sheets.definitions, 'data');
  putHead(context, sheet, words.report.title.definitions);
  const c = words.report.columns;
  const [mine, theirs] = [c, other.report.columns];
  sheet.put(5, 1, text(words.report.thresholds.title, 'section'));
  const statuses = sheet.table({
    name: 'tblStatus',
    top: thresholdRows.met - 1,
    left: 1,
    columns: [c.status, c.from, c.meaning],
    items: order,
    row: (status) => [
      statusCell(context, status),
      thresholdCell(status),
      text(words.report.thresholds[status], 'note'),
    ],
  });
  const ids = [...evaluation.kpis.map(({ id }) => id), ...evaluation.notComputed.map(({ id }) => id)];
  sheet.table({
    name: 'tblDefinitions',
    top: statuses.next + 1,
    left: 1,
    columns: [mine.kpi, c.id, mine.words, mine.formula, theirs.kpi, theirs.words, theirs.formula, c.better],
    items: ids,
    row: (id) => definitionCells(context, id),
  });
  [24, 24, 54, 44, 20, 50, 40, 12].forEach((width, index) => {
    sheet.width(index + 1, width, width);
  });
  sheet.freeze(3);
  return sheet.build();
}

function thresholdCell(status: Status): Cell {
  if (status === 'met') return number('ratio', decimal(1), 0);
  return status === 'near' ? number('ratio', decimal(8, 1), 0) : text('-');
}

function definitionCells({ evaluation, words }: ReportContext, id: string): Cell[] {
  const [mine, theirs] = [kpiWords(id, words.lang), kpiWords(id, otherLang[words.lang])];
  const better = evaluation.kpis.find((kpi) => kpi.id === id)?.better;
  const wrapped = (said: string) => text(said, 'body', { wraps: true });
  return [
    wrapped(mine.title),
    text(id),
    wrapped(mine.meaning),
    wrapped(mine.formula),
    wrapped(theirs.title),
    wrapped(theirs.meaning),
    wrapped(theirs.formula),
    text(better === undefined ? '-' : words.report.better[better]),
  ];
}
