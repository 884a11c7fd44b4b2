/** Where everything of a wide targets sheet stands: periods across with their subtotals, nodes down with theirs. */
import { compare, sum, zero } from '../../lib/decimal.ts';
import { type Period, periodsBetween } from '../../model/period.ts';
import type { Plan, PlanNode } from '../../model/plan.ts';

export interface LaidColumn {
  readonly period: Period;
  /** Place in the plan's columns; null for a subtotal. */
  readonly index: number | null;
  /** Places (in the laid columns) that a subtotal adds up. */
  readonly sums: readonly number[];
}

/** The plan's columns, after each whole quarter its subtotal, at the end the total. */
export function laidColumns({ columns, period }: Pick<Plan, 'columns' | 'period'>): LaidColumn[] {
  const laid: LaidColumn[] = [];
  const subtotals: number[] = [];
  let open: number[] = [];
  const isMonthly = columns.every((column) => column.period.grain === 'month');
  for (const [index, column] of columns.entries()) {
    open.push(laid.length);
    laid.push({ period: column.period, index, sums: [] });
    const [quarter] = periodsBetween(column.period.end, column.period.end, 'quarter');
    if (!isMonthly || !quarter || quarter.end !== column.period.end || quarter.id === period.id) continue;
    if (open.length === 3) {
      subtotals.push(laid.length);
      laid.push({ period: quarter, index: null, sums: open });
    } else subtotals.push(...open);
    open = [];
  }
  const parts = [...subtotals, ...open];
  return columns.length > 1 ? [...laid, { period, index: null, sums: parts }] : laid;
}

export interface LaidRow {
  readonly node: PlanNode;
  readonly kind: 'leaf' | 'subtotal' | 'total';
  /** Places (in the laid rows) of the rows of its parts, where they add up to it. */
  readonly sums: readonly number[];
}

/** Parts before what they add up to, the whole last. */
export function laidRows(root: PlanNode): LaidRow[] {
  const rows: LaidRow[] = [];
  place(root, rows);
  return rows;
}

function place(node: PlanNode, rows: LaidRow[]): number {
  const parts = node.children.map((child) => place(child, rows));
  const kind = node.path.length === 0 ? 'total' : node.children.length === 0 ? 'leaf' : 'subtotal';
  rows.push({ node, kind, sums: addsUp(node) ? parts : [] });
  return rows.length - 1;
}

/** With a buffer parts are more than the whole: then it is a number of its own. */
function addsUp({ values, children }: PlanNode): boolean {
  return values.every((value, i) => compare(sum(children.map((child) => child.values[i] ?? zero)), value) === 0);
}

/** `SUM(C4:C7)` for cells in one run, else their addresses; functions take at most 255 of them. */
export function sumFormula(cells: readonly { readonly at: string; readonly place: number }[]): string {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return '0';
  const isRun = cells.every(({ place: own }, i) => own === first.place + i);
  if (isRun) return cells.length === 1 ? `SUM(${first.at})` : `SUM(${first.at}:${last.at})`;
  const groups: string[] = [];
  for (let from = 0; from < cells.length; from += most) {
    groups.push(
      `SUM(${cells
        .slice(from, from + most)
        .map(({ at }) => at)
        .join(',')})`,
    );
  }
  return groups.length === 1 ? (groups[0] ?? '0') : `SUM(${groups.join(',')})`;
}

const most = 200;
