/** The date order of every column of every table: by its own values, by those of its namesakes, by its neighbours'. */
import { fieldKind } from '../model/fields.ts';
import type { DateOrder } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../problems/catalogue.ts';
import { type DateEvidence, dateEvidence, readingsOf, settleOrder } from './date-orders.ts';
import { rowOfText } from './profile.ts';
import { fieldsByColumn, type Recognised } from './recognised.ts';
import type { SheetColumn } from './sheet.ts';

export interface DateFindings {
  readonly orders: ReadonlyMap<number, DateOrder>;
  readonly problems: readonly Problem[];
}

interface DateColumn {
  readonly table: Recognised;
  readonly column: SheetColumn;
  /** Tables of one dataset with one heading are parts of one column: four quarterly files decide together. */
  readonly group: string;
  readonly evidence: DateEvidence;
  readonly isMapped: boolean;
}

export function settleDates(
  tables: readonly Recognised[],
  flag: DateOrder | undefined,
): ReadonlyMap<Recognised, DateFindings> {
  const columns = tables.flatMap(dateColumnsOf);
  const settled = new Map<DateColumn, DateOrder | 'open' | null>();
  for (const column of columns) {
    const namesakes = columns.filter(({ group }) => group === column.group);
    settled.set(column, flag ?? settleOrder(namesakes.map(({ evidence }) => evidence)));
  }
  const findings = new Map<Recognised, DateFindings>();
  for (const table of tables) {
    const own = columns.filter((column) => column.table === table);
    findings.set(table, findingsOf(table, own, settled));
  }
  return findings;
}

function dateColumnsOf(table: Recognised): DateColumn[] {
  const fields = fieldsByColumn(table);
  const { dataset } = table.decision;
  return table.sheet.columns.flatMap((column) => {
    const field = fields.get(column.index)?.field;
    const isMapped =
      dataset !== null && field !== undefined && (fieldKind(dataset, field) === 'day' || field === 'period');
    if (!isMapped && !column.looks.isDays) return [];
    const evidence = dateEvidence(column.profile);
    if (!evidence.hasWritten) return [];
    const group = `${dataset ?? ''}\n${dataset === null ? table.raw.file : ''}\n${column.keys[0] ?? column.index}`;
    return [{ table, column, group, evidence, isMapped }];
  });
}

function findingsOf(
  table: Recognised,
  columns: readonly DateColumn[],
  settled: ReadonlyMap<DateColumn, DateOrder | 'open' | null>,
): DateFindings {
  const orders = new Map<number, DateOrder>();
  const problems: Problem[] = [];
  for (const column of columns) {
    const own = settled.get(column) ?? null;
    const order = own === 'open' ? neighbourOrder(column, columns, settled) : own;
    if (order !== null) orders.set(column.column.index, order);
    else if (own === 'open' && column.isMapped) problems.push(ambiguousDate(table, column));
  }
  return { orders, problems };
}

/**
 * A program writes all dates of one export in one way: where every settled column of the same style has one order, an
 * open one (few rows, or only first days of a month) has it too.
 */
function neighbourOrder(
  { column, evidence }: DateColumn,
  columns: readonly DateColumn[],
  settled: ReadonlyMap<DateColumn, DateOrder | 'open' | null>,
): DateOrder | null {
  // A column that contradicts itself is not helped by others.
  if (evidence.rowsBySet[1] || evidence.rowsBySet[2]) return null;
  const orders = new Set<DateOrder>();
  for (const other of columns) {
    const order = settled.get(other);
    const isProof = (other.evidence.rowsBySet[1] ?? 0) + (other.evidence.rowsBySet[2] ?? 0) > 0;
    if (other.column !== column && other.evidence.mark === evidence.mark && isProof && order && order !== 'open')
      orders.add(order);
  }
  const [order] = orders;
  return orders.size === 1 && order !== undefined ? order : null;
}

function ambiguousDate({ raw }: Recognised, { column, evidence }: DateColumn): Problem {
  const { openText, openRows } = evidence;
  const row = openText ? (raw.rowNumbers[rowOfText(column.profile, openText.index)] ?? null) : null;
  return problem(
    'cell/ambiguous-date',
    { file: raw.file, sheet: raw.sheet, row, column: column.index + 1 },
    { readings: readingsOf(evidence), rows: openRows },
    { heading: column.heading, value: openText?.text ?? null, treatment: 'none' },
  );
}
