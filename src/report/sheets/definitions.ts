/** What each number means, in one language below the other, and where a status begins. */

import { kpiWords, wordsOf } from '../../i18n/index.ts';
import { needsText } from '../../i18n/needs-text.ts';
import type { Lang } from '../../i18n/shape.ts';
import { trim } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import type { Status } from '../../model/kpi.ts';
import { basisOf } from '../../model/kpi-basis.ts';
import { knownKpis, traitsOf } from '../../model/kpi-traits.ts';
import { number, text } from '../cells.ts';
import { putHead, type ReportContext, statusCell } from '../context.ts';
import { thresholdRows } from '../formulas.ts';
import { SheetBuilder } from '../sheet-builder.ts';
import { reportWords, type Words } from '../words.ts';

const otherLang: Readonly<Record<Lang, Lang>> = { en: 'zh-CN', 'zh-CN': 'en' };
const order = ['met', 'near', 'below', 'on-track', 'behind', 'unconfirmed'] as const;

export function definitionsSheet(context: ReportContext): Sheet {
  const { words, evaluation } = context;
  const other = reportWords(otherLang[words.lang], words.ownKpis);
  const sheet = new SheetBuilder(words.report.sheets.definitions, 'data');
  putHead(context, sheet, words.report.title.definitions);
  const c = words.report.columns;
  sheet.put(5, 1, text(words.report.thresholds.title, 'section'));
  const statuses = sheet.table({
    name: 'tblStatus',
    top: thresholdRows.met - 1,
    left: 1,
    columns: [c.status, c.from, c.meaning],
    items: order,
    row: (status) => [
      statusCell(context, status),
      thresholdCell(status, evaluation),
      text(words.report.thresholds[status], 'note'),
    ],
  });
  const ids = [...evaluation.kpis, ...evaluation.notComputed].map(({ id }) => id).sort(byCatalogue);
  const next = putDefinitions(sheet, words, ids, { name: 'tblDefinitions', top: statuses.next + 1 });
  putDefinitions(sheet, other, ids, { name: 'tblDefinitions2', top: next + 1 });
  [20, 24, 46, 42, 10, 11, 26, 34, 30].forEach((width, index) => {
    sheet.width(index + 1, width, width);
  });
  sheet.freeze(3);
  return sheet.build();
}

/** KPIs in the order of the contract; growth and the like after them. */
function byCatalogue(a: string, b: string): number {
  const place = (id: string) => (knownKpis.includes(id) ? knownKpis.indexOf(id) : knownKpis.length);
  return place(a) - place(b);
}

function thresholdCell(status: Status, { thresholds }: Evaluation): Cell {
  if (status !== 'met' && status !== 'near') return text('-');
  const line = trim(thresholds[status]);
  return number('ratio', line, Math.max(0, line.scale - 2));
}

/** Returns the first free row. */
function putDefinitions(
  sheet: SheetBuilder,
  words: Words,
  ids: readonly string[],
  place: { readonly name: string; readonly top: number },
): number {
  const c = words.report.columns;
  return sheet.table({
    ...place,
    left: 1,
    columns: [c.kpi, c.id, c.words, c.formula, c.unit, c.better, c.rollUp, c.needs, c.source],
    items: ids,
    row: (id) => definitionCells(words, id),
  }).next;
}

function definitionCells({ lang, report, ownKpis }: Words, id: string): Cell[] {
  const { title, meaning, formula, source } = kpiWords(id, lang, ownKpis);
  const { units, rollUps } = wordsOf(lang);
  const [traits, basis] = [traitsOf(id), basisOf(id.replace(/-growth$/, ''))];
  const wrapped = (said: string) => text(said === '' ? '-' : said, 'body', { wraps: true });
  return [
    wrapped(title),
    text(id),
    wrapped(meaning),
    wrapped(formula),
    text(traits === undefined ? '-' : units[traits.unit]),
    text(traits === undefined ? '-' : report.better[traits.better]),
    wrapped(basis === undefined ? '' : rollUps[basis.rollUp]),
    wrapped(basis === undefined ? '' : needsText(basis.needs, lang)),
    wrapped(source),
  ];
}
