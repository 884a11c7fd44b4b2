/** Evaluation → the one page that `--html` writes: findings first, then charts with their numbers, then all numbers. */
import { formatDay } from '../model/day.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Page, PageSection } from '../model/page.ts';
import { contextOf, draftReason, factsLine, type ReportContext } from './context.ts';
import { headlineText } from './headline.ts';
import { breakdownsOf } from './members.ts';
import { customerSection, gapSection, volumeSection } from './page/bridge.ts';
import { cohortSection } from './page/cohorts.ts';
import { definitionSection } from './page/definitions.ts';
import { kpiSection } from './page/kpis.ts';
import { eachMemberSection, memberChartSection, memberTableSection } from './page/members.ts';
import { qualitySection } from './page/quality.ts';
import { pageTiles } from './page/tiles.ts';
import { trendSection } from './page/trend.ts';
import { personHeadline } from './person-headline.ts';
import { isTaxHalfStated, pageContext } from './sheets/summary.ts';
import { reportWords } from './words.ts';
import { inputHashOf } from './workbook.ts';

/** The page in the evaluation's language. Pure: the same evaluation gives the same page. */
export function evaluationPage(evaluation: Evaluation): Page {
  const context = pageContext(contextOf(evaluation, reportWords(evaluation.lang, evaluation.ownKpis)));
  const { report } = context.words;
  return {
    lang: evaluation.lang,
    title: headlineText(context),
    facts: factsLine(context),
    draft: evaluation.draft ? { word: report.draft, reason: draftReason(context) } : null,
    warning: isTaxHalfStated(context) ? report.taxUnknown : null,
    tool: evaluation.tool,
    tiles: pageTiles(context),
    sections: sectionsOf(context),
    footer: footerOf(context),
    numbersWord: report.onPage.numbers,
  };
}

/** The page of an evaluation of one person's rows alone: the headline says whose it is. */
export function personPage(evaluation: Evaluation): Page {
  const page = evaluationPage(evaluation);
  const context = contextOf(evaluation, reportWords(evaluation.lang, evaluation.ownKpis));
  const [first] = context.people;
  return first ? { ...page, title: personHeadline(context, first.person) } : page;
}

/** Nothing stands in for what is not there: no chart without numbers, no table without rows. */
function sectionsOf(context: ReportContext): PageSection[] {
  const breakdowns = breakdownsOf(context);
  const [first] = breakdowns;
  const { cohorts } = context.evaluation;
  return [
    memberChartSection(context, first),
    trendSection(context),
    gapSection(context),
    volumeSection(context),
    customerSection(context),
    kpiSection(context),
    ...breakdowns.map((breakdown) => memberTableSection(context, breakdown)),
    cohorts === null ? null : cohortSection(context, cohorts),
    eachMemberSection(context, first),
    qualitySection(context),
    definitionSection(context),
  ].filter((section) => section !== null);
}

function footerOf({ evaluation, words }: ReportContext): Page['footer'] {
  const { audit } = words.report;
  const { tool, config, asOf } = evaluation;
  return [
    [audit.tool, `${tool.name} ${tool.version}`],
    [audit.inputHash, inputHashOf(evaluation)],
    ...(config === null ? [] : [[audit.configHash, config.sha256] as const]),
    [audit.asOf, formatDay(asOf)],
  ];
}
