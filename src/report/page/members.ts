/** Sections about the parts: who reached their target, all numbers of all parts, and each part alone. */
import { grouped } from '../../i18n/numbers.ts';
import { isZero, signOf } from '../../lib/decimal.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { PagePart, PageSection } from '../../model/page.ts';
import { text } from '../cells.ts';
import {
  changeCell,
  dimensionsText,
  headlineTitle,
  moneyWords,
  type ReportContext,
  sideKpis,
  valueWords,
} from '../context.ts';
import { changeLive } from '../formulas.ts';
import { type Breakdown, listed, type Member } from '../members.ts';
import { attainmentText } from '../numbers.ts';
import { attainmentTitle } from '../sheets/attainment.ts';
import { dimensionTitle } from '../words.ts';
import { kpiName } from './kpis.ts';
import { barsChart, bulletChart, shownOf } from './member-charts.ts';
import { memberTable, mostRows, shownTable, targetCells } from './member-tables.ts';
import { pageTable } from './table.ts';

/** The chart of the first breakdown; null where there is nothing to draw. */
export function memberChartSection(context: ReportContext, breakdown: Breakdown | undefined): PageSection | null {
  const { headline, words } = context;
  if (breakdown === undefined || headline === undefined) return null;
  const shown = shownOf(context, breakdown);
  const chart = breakdown.hasTargets ? bulletChart(context, shown) : barsChart(context, headline, shown);
  if (chart === null) return null;
  const by = dimensionsText(context, breakdown.dimensions);
  const names = breakdown.dimensions.map((dimension) => dimensionTitle(words, dimension)).join(' / ');
  const caption = words.report.attainmentBy(headlineTitle(context), by);
  return {
    label: labelOf(context, breakdown),
    heading: attainmentTitle(context, breakdown),
    isHalf: true,
    parts: [{ kind: 'chart', chart, numbers: shownTable(context, caption, names, shown) }],
  };
}

export function memberTableSection(context: ReportContext, breakdown: Breakdown): PageSection {
  const { report } = context.words;
  const all = breakdown.members.length;
  const by = dimensionsText(context, breakdown.dimensions);
  const parts: PagePart[] = [{ kind: 'table', table: memberTable(context, breakdown) }];
  if (all > mostRows) parts.push({ kind: 'text', text: cutText(context, all) });
  return {
    label: labelOf(context, breakdown),
    heading: report.attainmentBy(headlineTitle(context), by),
    isHalf: false,
    parts,
  };
}

/** Without targets nothing is attained. */
function labelOf(context: ReportContext, { hasTargets, dimensions }: Breakdown): string {
  const { report } = context.words;
  return hasTargets ? report.sheets.attainment : report.by(dimensionsText(context, dimensions));
}

function cutText({ words }: ReportContext, all: number): string {
  return words.report.onPage.shownOf(grouped(String(mostRows)), grouped(String(all)));
}

/** One folded part for each member of the first breakdown, with its own numbers only; null for fewer than two. */
export function eachMemberSection(context: ReportContext, breakdown: Breakdown | undefined): PageSection | null {
  if (breakdown === undefined || breakdown.members.length < 2) return null;
  const { report } = context.words;
  const members = listed(context, breakdown);
  return {
    label: report.onPage.ownNumbers,
    heading: report.onPage.each(dimensionsText(context, breakdown.dimensions)),
    isHalf: false,
    parts: members.slice(0, mostRows).map((member) => foldedMember(context, member)),
  };
}

function foldedMember(context: ReportContext, member: Member): PagePart {
  const { words, evaluation } = context;
  const { status } = member.kpi;
  const c = words.report.columns;
  const ids = new Set([member.kpi.id, ...sideKpis(context)]);
  const kpis = member.kpis.filter(({ id, actual, target }) => ids.has(id) && (actual !== null || target !== null));
  const table = pageTable(words, {
    caption: member.name,
    isCaptionShown: false,
    headings: [
      c.kpi,
      ...[c.target, c.actual, c.attained, c.gap, c.status],
      ...(evaluation.compare ? [words.report.versus(evaluation.compare.id)] : []),
    ],
    rows: kpis.map((kpi) => [
      text(kpiName(context, kpi)),
      ...targetCells(context, kpi),
      ...(evaluation.compare ? [changeCell(context, kpi, changeLive(kpi, '', ''))] : []),
    ]),
  });
  return {
    kind: 'folded',
    summary: memberText(context, member),
    status: status === null ? null : { status, word: words.statuses[status] },
    parts: [{ kind: 'table', table }],
  };
}

/** The finding of one part in a sentence. */
function memberText(context: ReportContext, { name, kpi }: Member): string {
  const { onPage: page } = context.words.report;
  if (kpi.attainment === null || kpi.gap === null) return page.reached({ name, value: valueText(context, kpi) });
  const said = { name, percent: attainmentText(kpi) };
  if (isZero(kpi.gap)) return page.onTarget(said);
  const gap = kpi.unit === 'money' ? moneyWords(context, kpi.gap) : valueWords(context, kpi.unit, kpi.gap);
  return signOf(kpi.gap) < 0 ? page.shortOf({ ...said, gap }) : page.aboveBy({ ...said, gap });
}

function valueText(context: ReportContext, kpi: KpiResult): string {
  return kpi.actual === null ? context.words.whys[kpi.why ?? 'no-data'] : valueWords(context, kpi.unit, kpi.actual);
}
