/** Every KPI with target, status and comparison, and what could not be computed. */
import { missingTexts } from '../../i18n/missing-text.ts';
import type { Cell } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { groupMissing, presentOf } from '../../model/missing.ts';
import type { PagePart, PageSection } from '../../model/page.ts';
import { text } from '../cells.ts';
import { changeCell, type ReportContext, valueCell } from '../context.ts';
import { changeLive } from '../formulas.ts';
import { kpisTitle, noteText } from '../sheets/kpis.ts';
import { kpiTitle } from '../words.ts';
import { targetCells } from './member-tables.ts';
import { pageTable } from './table.ts';

export function kpiSection(context: ReportContext): PageSection {
  const { evaluation, words } = context;
  const { report } = words;
  const c = report.columns;
  const base = evaluation.compare;
  const hasTargets = evaluation.kpis.some(({ target }) => target !== null);
  const notes = evaluation.kpis.map((kpi) => noteText(context, kpi));
  const hasNotes = notes.some((note) => note !== '');
  const table = pageTable(words, {
    caption: report.sheets.kpis,
    isCaptionShown: false,
    headings: [
      c.kpi,
      ...(hasTargets ? [c.target, c.actual, c.attained, c.gap, c.status] : [c.actual]),
      ...(base ? [base.id, c.change] : []),
      ...(hasNotes ? [c.cautions] : []),
    ],
    rows: evaluation.kpis.map((kpi, index) => [
      text(kpiName(context, kpi)),
      ...(hasTargets ? targetCells(context, kpi) : [valueCell(context, kpi, kpi.actual, kpi.why)]),
      ...(base ? baseCells(context, kpi) : []),
      ...(hasNotes ? [text(notes[index] ?? '')] : []),
    ]),
  });
  return {
    label: report.sheets.kpis,
    heading: kpisTitle(context),
    isHalf: false,
    parts: [...tailGap(context), { kind: 'table', table }, ...missing(context)],
  };
}

/** `Sales cycle, days`: the unit where the digits do not show it. */
export function kpiName({ words, evaluation }: ReportContext, { id, unit }: KpiResult): string {
  const { report } = words;
  const title = kpiTitle(words, id);
  if (unit === 'days' || unit === 'hours' || unit === 'points') return report.inUnit(title, report.units[unit]);
  return unit === 'money-per-day' && evaluation.currency !== null
    ? report.inUnit(title, report.perDay(evaluation.currency))
    : title;
}

function baseCells(context: ReportContext, kpi: KpiResult): Cell[] {
  return [
    valueCell(context, kpi, kpi.compare?.actual ?? null, null),
    changeCell(context, kpi, changeLive(kpi, '', '')),
  ];
}

function tailGap({ evaluation, words }: ReportContext): PagePart[] {
  const isThere = evaluation.kpis.some(({ cautions }) => cautions.includes('tail-gap'));
  return isThere ? [{ kind: 'text', text: words.cautions['tail-gap'] }] : [];
}

function missing({ evaluation, words }: ReportContext): PagePart[] {
  const { report, lang } = words;
  const texts = missingTexts(
    groupMissing(evaluation.notComputed, presentOf(evaluation)),
    lang,
    false,
    evaluation.ownKpis,
  );
  if (texts.length === 0) return [];
  return [{ kind: 'text', text: `${report.notComputed}${report.colon}${texts.join(report.onPage.semicolon)}` }];
}
