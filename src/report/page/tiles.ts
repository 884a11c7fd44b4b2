/** The four numbers at the top: those of the workbook's first sheet. */
import type { PageTile } from '../../model/page.ts';
import { cellText } from '../cell-text.ts';
import type { ReportContext } from '../context.ts';
import { tileDetails, tileLabel, tilesOf, tileValue } from '../sheets/summary.ts';

export function pageTiles(context: ReportContext): PageTile[] {
  const { evaluation, words } = context;
  return tilesOf(evaluation.kpis).map((kpi) => ({
    label: cellText(tileLabel(context, kpi), words),
    value: cellText(tileValue(context, kpi), words),
    details: tileDetails(context, kpi)
      .map(([label, value]) => [cellText(label, words), cellText(value, words)] as const)
      .filter(([label, value]) => value !== '' || (label !== '' && label !== words.whys['no-target'])),
    status: kpi.status,
  }));
}
