/** `init targets`: an empty workbook of targets. */
import { wordsOf } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import type { Day } from '../../model/day.ts';
import type { Document } from '../../model/document.ts';
import { targetsDocument } from './plan-workbook.ts';
import { guideSheet, listsSheet, longTemplate, wideTemplate } from './template-sheets.ts';

/** `year` stands in the cell where it can be changed; `createdOn` is its first day. */
export function templateDocument(year: string, createdOn: Day, lang: Lang, tool: Document['application']): Document {
  const { plans } = wordsOf(lang);
  const { sheets, title } = plans.template;
  return targetsDocument([wideTemplate(plans, year), longTemplate(plans), guideSheet(plans), listsSheet(plans, lang)], {
    lang,
    tool,
    title,
    createdOn,
    notes: [sheets.guide, sheets.lists],
  });
}
