/** Four tiles of a person's page: the headline, KPIs with a target, then the preferred ones. */
import type { Cell } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { PersonReport } from '../../model/people.ts';
import { status, text, withRole } from '../cells.ts';
import { attainedCell, changeCell, type ReportContext, valueCell } from '../context.ts';
import { attainmentLive, changeLive } from '../formulas.ts';
import { address, type SheetBuilder } from '../sheet-builder.ts';
import { kpiTitle } from '../words.ts';
import { numberColumns, type PlacedNumbers } from './person-numbers.ts';
import { page } from './person-page.ts';
import { tilesOf } from './summary.ts';

const tileColumns = [page.left, page.left + 2, page.middle, page.middle + 2];

export function putTiles(
  context: ReportContext,
  sheet: SheetBuilder,
  { kpis }: PersonReport,
  { top, numbers }: { readonly top: number; readonly numbers: PlacedNumbers },
): void {
  const withRow = kpis.filter(({ id }) => numbers.kpis.some((kpi) => kpi.id === id));
  tilesOf(withRow).forEach((kpi, place) => {
    const row = (numbers.kpiRows?.first ?? 0) + numbers.kpis.findIndex(({ id }) => id === kpi.id);
    putTile(context, sheet, kpi, {
      top,
      left: tileColumns[place] ?? page.left,
      source: (column) => address(column, row),
    });
  });
  sheet.height(top + 1, 30);
}

interface Place {
  readonly top: number;
  readonly left: number;
  /** The cell of the numbers that a column of this KPI stands in. */
  readonly source: (column: number) => string;
}

function putTile(context: ReportContext, sheet: SheetBuilder, kpi: KpiResult, place: Place): void {
  const { top, left, source } = place;
  const edge = kpi.status ?? 'none';
  const value = valueCell(context, kpi, kpi.actual, kpi.why, kpi.actual === null ? null : source(numberColumns.actual));
  const rows: readonly (readonly [Cell, Cell | null])[] = [
    [text(labelOf(context, kpi), 'tile-label'), null],
    [withRole({ ...value, align: 'left' }, 'tile-value'), null],
    ...detailsOf(context, kpi, source),
  ];
  rows.forEach(([first, second], index) => {
    sheet.put(top + index, left, { ...first, edge });
    sheet.put(top + index, left + 1, second ?? text('', first.role));
    if (second === null) sheet.merge({ top: top + index, left, bottom: top + index, right: left + 1 });
  });
}

function labelOf({ words, evaluation }: ReportContext, kpi: KpiResult): string {
  const title = kpiTitle(words, kpi.id);
  const unit = kpi.unit === 'money' ? (evaluation.currency ?? '') : words.report.units[kpi.unit].replace('%', '');
  return unit === '' ? title : words.report.inUnit(title, unit);
}

const nothing = text('', 'tile-detail');

/** Target and status, or the change against the comparison. */
function detailsOf(context: ReportContext, kpi: KpiResult, source: Place['source']): (readonly [Cell, Cell])[] {
  const { words, evaluation } = context;
  const { report } = words;
  const detail = (cell: Cell) => withRole({ ...cell, align: 'left' }, 'tile-detail');
  if (kpi.target === null || kpi.attainment === null || kpi.status === null) {
    const change = changeLive(kpi, source(numberColumns.actual), source(numberColumns.base));
    if (change.value === null || evaluation.compare === null)
      return [
        [nothing, nothing],
        [nothing, nothing],
      ];
    const cell = changeCell(context, kpi, { value: change.value, formula: source(numberColumns.change) });
    return [
      [text(report.versus(evaluation.compare.id), 'tile-detail'), detail(cell)],
      [nothing, nothing],
    ];
  }
  const attained = attainmentLive(kpi, 'a', 'b').value ?? kpi.attainment;
  return [
    [
      text(kpi.better === 'lower' ? report.atMost : report.target, 'tile-detail'),
      detail(valueCell(context, kpi, kpi.target, null, source(numberColumns.target))),
    ],
    [
      status(kpi.status, words.statuses[kpi.status], { formula: source(numberColumns.status), role: 'tile-detail' }),
      detail(attainedCell(context, attained, null, source(numberColumns.attained))),
    ],
  ];
}
