/** Plan → the workbook of `targets breakdown`. */
import { wordsOf } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import type { Day } from '../../model/day.ts';
import type { Document, Sheet } from '../../model/document.ts';
import type { Plan } from '../../model/plan.ts';
import { reportWords } from '../words.ts';
import { profileSheet } from './profile-sheet.ts';
import { readableKpi, targetsSheet } from './targets-sheet.ts';

type Tool = Document['application'];

export function planDocument(plan: Plan, lang: Lang, tool: Tool): Document {
  const [words, { plans }] = [reportWords(lang), wordsOf(lang)];
  const sheets = [targetsSheet(plan, words, plans), profileSheet(plan, words, plans)];
  return targetsDocument(sheets, {
    lang,
    tool,
    title: plans.title(plan.period.id, readableKpi(plan.kpi, words)),
    createdOn: plan.period.start,
    notes: [plans.sheets.profile],
  });
}

/** A workbook that people go on working in. `notes`: its sheets that are no data. */
export function targetsDocument(
  sheets: readonly Sheet[],
  about: {
    readonly lang: Lang;
    readonly tool: Tool;
    readonly title: string;
    readonly createdOn: Day;
    readonly notes: readonly string[];
  },
): Document {
  const { report } = reportWords(about.lang);
  return {
    lang: about.lang,
    title: about.title,
    subject: about.title,
    keywords: report.keywords,
    company: '',
    createdOn: about.createdOn,
    application: about.tool,
    properties: new Map([['salesmetrics.notes', about.notes.join('/')]]),
    draftWord: null,
    footer: { page: report.page, of: report.of, asOf: about.title },
    statusWords: new Map(),
    sheets,
  };
}
