/** What each number on the page means. */
import { kpiWords } from '../../i18n/index.ts';
import type { Status } from '../../model/kpi.ts';
import type { PagePart, PageSection } from '../../model/page.ts';
import { text } from '../cells.ts';
import { type ReportContext, statusCell } from '../context.ts';
import { byCatalogue, thresholdCell } from '../sheets/definitions.ts';
import { pageTable } from './table.ts';

const order: readonly Status[] = ['met', 'near', 'below', 'on-track', 'behind', 'unconfirmed'];

export function definitionSection(context: ReportContext): PageSection {
  const { evaluation, words } = context;
  const { report, lang } = words;
  const ids = evaluation.kpis.map(({ id }) => id).sort(byCatalogue);
  const items = ids.map((id) => {
    const { title, meaning, formula } = kpiWords(id, lang);
    return { term: title, id, says: [meaning, formula].filter((said) => said !== '') };
  });
  return {
    label: report.sheets.definitions,
    heading: report.title.definitions,
    isHalf: false,
    parts: [...statusPart(context), { kind: 'definitions', items }],
  };
}

/** Only of the statuses that the page shows. */
function statusPart(context: ReportContext): PagePart[] {
  const { evaluation, words } = context;
  const { columns: c, thresholds } = words.report;
  const results = [...evaluation.kpis, ...[...evaluation.breakdown, ...evaluation.trend].flatMap(({ kpis }) => kpis)];
  const used = new Set(results.map(({ status }) => status));
  const shown = order.filter((status) => used.has(status));
  if (shown.length === 0) return [];
  const table = pageTable(words, {
    caption: thresholds.title,
    headings: [c.status, c.from, c.meaning],
    rows: shown.map((status) => [
      statusCell(context, status),
      thresholdCell(status, evaluation),
      text(thresholds[status]),
    ]),
  });
  return [{ kind: 'table', table }];
}
