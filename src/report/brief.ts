/** Evaluation → the few sentences and tables that fit into a mail: what the terminal shows, in the report's language. */
import { missingTexts } from '../i18n/missing-text.ts';
import type { Brief, BriefTable } from '../model/brief.ts';
import type { Cell } from '../model/document.ts';
import type { Evaluation, KpiResult } from '../model/evaluation.ts';
import { groupMissing, presentOf } from '../model/missing.ts';
import { bridgeOf } from './bridges.ts';
import { cellText } from './cell-text.ts';
import { blank } from './cells.ts';
import {
  attainedCell,
  changeCell,
  contextOf,
  differenceCell,
  dimensionsText,
  draftReason,
  factsOf,
  headlineTitle,
  type ReportContext,
  sideKpis,
  statusCell,
  valueCell,
} from './context.ts';
import { attainmentLive, changeLive, gapLive } from './formulas.ts';
import { headlineText } from './headline.ts';
import { breakdownsOf } from './members.ts';
import { gapSentence } from './sheets/gap.ts';
import { dimensionTitle, kpiTitle, reportWords } from './words.ts';

/** Members of a breakdown that a mail can hold; how many more there are is said. */
const mostMembers = 30;
const mostParts = 8;

/** Pure: the same evaluation gives the same brief. */
export function briefOf(evaluation: Evaluation): Brief {
  const context = contextOf(evaluation, reportWords(evaluation.lang));
  return {
    title: headlineText(context),
    warning: evaluation.draft ? draftReason(context) : null,
    facts: factsOf(context).join(' · '),
    tables: [kpiTable(context), ...memberTables(context)],
    sentences: sentencesOf(context),
  };
}

function kpiTable(context: ReportContext): BriefTable {
  const { evaluation, words } = context;
  const shown = new Set([evaluation.kpis[0]?.id ?? '', ...sideKpis(context)]);
  const kpis = evaluation.kpis.filter(({ id }) => shown.has(id));
  return tableOf(context, {
    title: words.report.sheets.kpis,
    first: words.report.columns.kpi,
    rows: kpis.map((kpi) => ({ name: nameOf(context, kpi), kpi })),
  });
}

/** With its unit where the numbers do not show it. */
function nameOf({ words }: ReportContext, { id, unit }: KpiResult): string {
  const title = kpiTitle(words, id);
  const isBare = unit === 'days' || unit === 'hours' || unit === 'points';
  return isBare ? words.report.inUnit(title, words.report.units[unit]) : title;
}

function memberTables(context: ReportContext): BriefTable[] {
  const { words, headline } = context;
  const { report } = words;
  return breakdownsOf(context).map(({ dimensions, members, addsUp }) => {
    const more = members.length - mostMembers;
    const title = report.attainmentBy(headlineTitle(context), dimensionsText(context, dimensions));
    return tableOf(context, {
      title: more > 0 ? `${title} (${report.moreIn(more, report.sheets.attainment)})` : title,
      first: dimensions.map((dimension) => dimensionTitle(words, dimension)).join(' / '),
      rows: [...members.slice(0, mostMembers), ...(headline && addsUp ? [{ name: report.total, kpi: headline }] : [])],
    });
  });
}

interface Rows {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly { readonly name: string; readonly kpi: KpiResult }[];
}

/** Columns of targets and of the comparison only where one row has them. */
function tableOf(context: ReportContext, { title, first, rows }: Rows): BriefTable {
  const { words, evaluation } = context;
  const c = words.report.columns;
  const hasTargets = rows.some(({ kpi }) => kpi.target !== null);
  const compare = rows.some(({ kpi }) => (kpi.compare?.actual ?? null) !== null) ? evaluation.compare : null;
  const headings = [
    c.actual,
    ...(hasTargets ? [c.target, c.gap, c.attained] : []),
    ...(compare ? [words.report.versus(compare.id)] : []),
  ];
  return {
    title,
    columns: [
      { heading: first, align: 'left' },
      ...headings.map((heading) => ({ heading, align: 'right' as const })),
      ...(hasTargets ? [{ heading: c.status, align: 'left' as const }] : []),
    ],
    rows: rows.map(({ name, kpi }) => {
      const cells = [
        valueCell(context, kpi, kpi.actual, kpi.why),
        ...(hasTargets ? targetCells(context, kpi) : []),
        ...(compare ? [changeCell(context, kpi, changeLive(kpi, 'a', 'b'))] : []),
        ...(hasTargets ? [statusCell(context, kpi.status)] : []),
      ];
      return [name, ...cells.map((cell) => cellText(cell, words))];
    }),
  };
}

function targetCells(context: ReportContext, kpi: KpiResult): Cell[] {
  const gap = gapLive(kpi, 'a', 'b').value;
  return [
    valueCell(context, kpi, kpi.target, null),
    gap === null ? blank('-') : differenceCell(context, kpi, gap, null),
    attainedCell(context, attainmentLive(kpi, 'a', 'b').value, null, null),
  ];
}

function sentencesOf(context: ReportContext): string[] {
  const { evaluation, words } = context;
  const { report, lang } = words;
  const bridge = bridgeOf(context);
  const missing = missingTexts(
    groupMissing(evaluation.notComputed, presentOf(evaluation)),
    lang,
    false,
    evaluation.ownKpis,
  );
  return [
    ...(bridge && bridge.parts.length > 0 ? [gapSentence(context, bridge, mostParts)] : []),
    ...(missing.length > 0 ? [`${report.notComputed}${report.colon}${report.list(missing)}`] : []),
  ];
}
