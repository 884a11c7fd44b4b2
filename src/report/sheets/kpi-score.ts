/** How much each KPI counts, and what all of them come to: weight × attainment, no cap and no floor. */
import { compare, type Decimal, decimal, divide, multiply, signOf, sum, zero } from '../../lib/decimal.ts';
import type { Cell } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { blank, number, text, withRole } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import { attainmentLive } from '../formulas.ts';
import { percentDigits } from '../numbers.ts';
import { address, type PlacedTable, type SheetBuilder, tableColumn } from '../sheet-builder.ts';

/** Weights of shares add up to 1, of percents to 100. */
const shareLimit = decimal(3);

export function hasWeights({ evaluation }: ReportContext): boolean {
  return evaluation.kpis.some(({ id }) => signOf(evaluation.weights.get(id) ?? zero) > 0);
}

function weightCell({ evaluation }: ReportContext, weight: Decimal, digits: number, formula: string | null): Cell {
  const isShare = compare(sum(evaluation.weights.values()), shareLimit) < 0;
  return number(isShare ? 'ratio' : 'plain', weight, digits, { formula });
}

/** Weight and score of one KPI; `attained` is the cell of its attainment. */
export function scoreCells(context: ReportContext, kpi: KpiResult, attained: string, weightAt: string): Cell[] {
  const weight = context.evaluation.weights.get(kpi.id);
  if (weight === undefined) return [blank('-'), blank('-')];
  const { value } = attainmentLive(kpi, 'a', 'b');
  return [
    weightCell(context, weight, 0, null),
    value === null
      ? blank('-')
      : weightCell(context, multiply(weight, value), 1, `IF(${attained}="","",${weightAt}*${attained})`),
  ];
}

/** The row below the table; where a KPI that counts has no attainment there is no score either. */
export function putScore(
  context: ReportContext,
  sheet: SheetBuilder,
  table: PlacedTable,
  columns: { readonly attained: number; readonly weight: number; readonly score: number },
): void {
  const { evaluation, words } = context;
  const weighted = evaluation.kpis.flatMap((kpi) => {
    const weight = evaluation.weights.get(kpi.id);
    return weight === undefined ? [] : [{ weight, attained: attainmentLive(kpi, 'a', 'b').value }];
  });
  const weights = sum(weighted.map(({ weight }) => weight));
  const known = weighted.filter(({ attained }) => attained !== null);
  const score = sum(known.map(({ weight, attained }) => multiply(weight, attained ?? zero)));
  const put = (column: number, cell: Cell) => sheet.put(table.next, column, withRole(cell, 'total'));
  const total = (column: number) => `SUM(${tableColumn(table.name, table.headings[column - 1] ?? '')})`;
  for (let column = 1; column <= table.headings.length; column += 1) put(column, text(''));
  put(1, text(words.report.score.title));
  put(columns.weight, weightCell(context, weights, 0, total(columns.weight)));
  if (known.length < weighted.length) {
    put(columns.attained, blank(words.report.score.open));
    return;
  }
  const [top, bottom] = [address(columns.score, table.next), address(columns.weight, table.next)];
  const share = divide(score, weights, 16);
  put(columns.score, weightCell(context, score, 1, total(columns.score)));
  put(
    columns.attained,
    number('ratio', share, percentDigits(share), { formula: `IF(${bottom}=0,"",${top}/${bottom})` }),
  );
}
