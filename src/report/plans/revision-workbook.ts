/** Revision → workbook: every version, one target a row, and a log of what changed. */
import type { Catalogue } from '../../i18n/catalogue.ts';
import { wordsOf } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import { subtract } from '../../lib/decimal.ts';
import type { Cell, Document, Sheet } from '../../model/document.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import type { Change, Revision } from '../../model/revision.ts';
import { blank, day, number, signed, text } from '../cells.ts';
import { hasCents, kindOf } from '../numbers.ts';
import { address, SheetBuilder } from '../sheet-builder.ts';
import { targetsDocument } from './plan-workbook.ts';
import { versionsSheet } from './versions-sheet.ts';

type Words = Catalogue['plans'];

/** Headings of the columns that tell who changed a version and why, in both languages. */
export const revisionHeadings = (['en', 'zh-CN'] as const).map((lang) => {
  const { version, by, reason } = wordsOf(lang).plans.revision.columns;
  return { version, by, reason };
});

export function revisionDocument(revision: Revision, lang: Lang, tool: Document['application']): Document {
  const { plans } = wordsOf(lang);
  const sheets = [versionsSheet(revision, plans), revisionsSheet(revision, plans)];
  return targetsDocument(sheets, {
    lang,
    tool,
    title: plans.revision.title(revision.version),
    createdOn: revision.effectiveFrom,
    notes: [plans.sheets.revisions],
  });
}

function revisionsSheet({ changes, ownKpis }: Revision, plans: Words): Sheet {
  const { columns: c } = plans.revision;
  const sheet = new SheetBuilder(plans.sheets.revisions, 'data');
  sheet.put(1, 1, text(plans.sheets.revisions, 'title'));
  sheet.height(1, 28);
  sheet.table({
    name: 'tblRevisions',
    top: 3,
    left: 1,
    columns: [c.when, c.who, c.version, c.kpi, c.node, c.period, c.before, c.after, c.change, c.why],
    items: changes,
    row: (change, row) => changeCells(change, row, plans, ownKpis),
  });
  sheet.width(5, 16, 40);
  sheet.width(10, 24, 60);
  sheet.freeze(3);
  return sheet.build();
}

function changeCells(
  { effectiveFrom, by, version, kpi, keys, period, before, after, reason }: Change,
  row: number,
  plans: Words,
  ownKpis: Revision['ownKpis'],
): Cell[] {
  const kind = kindOf(traitsOf(kpi, ownKpis)?.unit ?? 'count');
  const digits = hasCents(after) || (before !== null && hasCents(before)) ? 2 : 0;
  const change = before === null ? after : subtract(after, before);
  return [
    day(effectiveFrom),
    text(by === '' ? '-' : by),
    text(version),
    text(kpi),
    text(keys.size === 0 ? plans.company : [...keys.values()].join(' / ')),
    text(period.id),
    before === null ? blank('-') : number(kind, before, digits),
    number(kind, after, digits),
    signed(kind, change, digits, { formula: `N(${address(8, row)})-N(${address(7, row)})` }),
    text(reason, 'body', { wraps: true }),
  ];
}
