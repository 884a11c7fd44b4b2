/** Evaluation → workbook: the sheets in their order, and what stands in the file's properties. */
import { createHash } from 'node:crypto';
import { formatDay } from '../model/day.ts';
import type { Document } from '../model/document.ts';
import type { Evaluation } from '../model/evaluation.ts';
import { contextOf, type ReportContext } from './context.ts';
import { headlineText } from './headline.ts';
import { personHeadline } from './person-headline.ts';
import { attainmentSheet } from './sheets/attainment.ts';
import { auditSheet, checksPlace } from './sheets/audit.ts';
import { changesSheet } from './sheets/changes.ts';
import { cohortsSheet } from './sheets/cohorts.ts';
import { dataQualitySheet } from './sheets/data-quality.ts';
import { definitionsSheet } from './sheets/definitions.ts';
import { gapSheet } from './sheets/gap.ts';
import { kpisSheet } from './sheets/kpis.ts';
import { personSheet } from './sheets/person.ts';
import { pageContext, summarySheet } from './sheets/summary.ts';
import { trendSheet } from './sheets/trend.ts';
import { reportWords } from './words.ts';

/** The evaluation workbook in the evaluation's language. Pure: the same evaluation gives the same document. */
export function workbookDocument(evaluation: Evaluation): Document {
  const context = contextOf(evaluation, reportWords(evaluation.lang, evaluation.ownKpis));
  const inputHash = inputHashOf(evaluation);
  return { ...propertiesOf(context, inputHash), sheets: sheetsOf(context, inputHash) };
}

/** The workbook for one person, of an evaluation of their own rows: their page comes first. */
export function personDocument(evaluation: Evaluation): Document {
  const document = workbookDocument(evaluation);
  const context = contextOf(evaluation, reportWords(evaluation.lang, evaluation.ownKpis));
  const own = new Set(context.people.map(({ sheet }) => sheet));
  const isPage = ({ name }: Document['sheets'][number]) => own.has(name);
  const [first] = context.people;
  return {
    ...document,
    title: first ? personHeadline(context, first.person) : document.title,
    sheets: [...document.sheets.filter(isPage), ...document.sheets.filter((sheet) => !isPage(sheet))],
  };
}

/** Names of the sheets in their order; null stands for those of the people, of whom there are `people`. */
export interface SheetList {
  readonly names: readonly (string | null)[];
  readonly people: number;
}

export function sheetList(evaluation: Evaluation, { sheets }: Document): SheetList {
  const { people } = contextOf(evaluation, reportWords(evaluation.lang));
  const own = new Set(people.map(({ sheet }) => sheet));
  const names = sheets.map(({ name }) => (own.has(name) ? null : name));
  return { names: names.filter((name, place) => name !== null || names[place - 1] !== null), people: own.size };
}

/** Sheets register checks as they are made; the audit sheet lists them, so it and the summary come last. */
function sheetsOf(context: ReportContext, inputHash: string): Document['sheets'] {
  // The summary registers checks too, and shows how many hold: made once to collect, once to show.
  const { cohorts, against } = context.evaluation;
  const before = [
    kpisSheet(context),
    attainmentSheet(context),
    trendSheet(context),
    gapSheet(context),
    ...(against === null ? [] : [changesSheet(context, against)]),
    ...(cohorts === null ? [] : [cohortsSheet(context, cohorts)]),
    ...context.people.map((person, index) => personSheet(pageContext(context), person, index)),
  ];
  const collecting: ReportContext = { ...context, checks: [...context.checks] };
  summarySheet(collecting, checksPlace(context));
  const summary = summarySheet(context, checksPlace(collecting));
  return [summary, ...before, dataQualitySheet(context), definitionsSheet(context), auditSheet(context, inputHash)];
}

function propertiesOf(context: ReportContext, inputHash: string): Omit<Document, 'sheets'> {
  const { evaluation, words } = context;
  const { report } = words;
  return {
    lang: evaluation.lang,
    title: headlineText(context),
    subject: report.subject(evaluation.period.id),
    keywords: report.keywords,
    company: '',
    createdOn: evaluation.asOf,
    application: evaluation.tool,
    properties: new Map<string, string | boolean>([
      ['salesmetrics.version', evaluation.tool.version],
      ['configHash', evaluation.config?.sha256 ?? ''],
      ['inputHash', inputHash],
      ['draft', evaluation.draft],
    ]),
    draftWord: evaluation.draft ? report.draft : null,
    footer: { page: report.page, of: report.of, asOf: report.asOf(formatDay(evaluation.asOf)) },
    statusWords: new Map(Object.entries(words.statuses)) as Document['statusWords'],
  };
}

/** One hash over the contents of all inputs, in their order. */
export function inputHashOf({ inputs }: Evaluation): string {
  return createHash('sha256')
    .update(inputs.map(({ sha256 }) => sha256).join('\n'))
    .digest('hex');
}
