/** Rows that head a group and add it up before it: `Ann Lee (12)` with the money of the twelve rows below. */
import { compare, type Decimal, decimal, decimalFromDouble, toText } from '../lib/decimal.ts';
import type { NumberFormat, RowRole } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import { cellKind, type RawColumn, rawCellText } from '../model/raw-table.ts';
import { problem } from '../problems/catalogue.ts';
import { ExactSum } from './exact-sum.ts';
import { decimalOfText } from './extremes.ts';
import type { Sheet } from './sheet.ts';

const groupLabel = /^\s*\S.*\((\d{1,7})\)\s*$/u;

interface GroupRow {
  readonly row: number;
  readonly column: number;
  readonly members: number;
}

export interface Money {
  readonly column: number;
  readonly format: NumberFormat | null;
}

/**
 * Marks rows of groups as totals. One is a group's only where as many rows follow it as it says; where their money is
 * another, that is a `table/total-mismatch`, as of any total.
 */
export function markGroupRows(sheet: Sheet, money: Money, roles: Map<number, RowRole>): Problem[] {
  const groups = groupRows(sheet, roles);
  const heads = new Set(groups.map(({ row }) => row));
  const problems: Problem[] = [];
  for (const group of groups) {
    const members = membersOf(group, sheet.raw.rowCount, (row) => !heads.has(row) && !roles.has(row));
    if (members.length !== group.members) continue;
    roles.set(group.row, 'total');
    problems.push(...mismatch(sheet, money, group, members));
  }
  return problems;
}

/** Rows whose only text is a label with a number of rows. */
function groupRows({ raw, firstData }: Sheet, roles: ReadonlyMap<number, RowRole>): GroupRow[] {
  const found: GroupRow[] = [];
  for (let row = firstData; row < raw.rowCount; row += 1) {
    if (roles.has(row)) continue;
    const [column, ...others] = textColumns(raw.columns, row);
    if (column === undefined || others.length > 0) continue;
    const label = raw.columns[column];
    const match = label && groupLabel.exec(rawCellText(label, row));
    if (match) found.push({ row, column, members: Number(match[1]) });
  }
  return found;
}

/** Columns that hold more than a number there; two are enough to know. */
function textColumns(columns: readonly RawColumn[], row: number): number[] {
  const texts: number[] = [];
  for (const [index, { kinds }] of columns.entries()) {
    const kind = kinds[row] ?? 0;
    if (kind !== cellKind.empty && kind < cellKind.double) texts.push(index);
    if (texts.length > 1) break;
  }
  return texts;
}

function membersOf({ row, members }: GroupRow, rowCount: number, isMember: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let next = row + 1; next < rowCount && rows.length < members; next += 1) if (isMember(next)) rows.push(next);
  return rows;
}

function mismatch({ raw, columns }: Sheet, money: Money, { row, column }: GroupRow, members: number[]): Problem[] {
  const amounts = raw.columns[money.column];
  const stated = amounts && amountAt(amounts, row, money.format);
  if (!amounts || stated === undefined) return [];
  const sum = new ExactSum();
  for (const member of members) sum.addDecimal(amountAt(amounts, member, money.format));
  if (compare(stated, sum.total()) === 0) return [];
  const place = { file: raw.file, sheet: raw.sheet, row: raw.rowNumbers[row] ?? null };
  const label = raw.columns[column];
  return [
    problem(
      'table/total-mismatch',
      { ...place, column: money.column + 1 },
      { label: label ? rawCellText(label, row).trim() : '', stated: toText(stated), sum: toText(sum.total()) },
      {
        related: [{ ...place, column: column + 1 }],
        heading: columns[money.column]?.heading ?? null,
        value: rawCellText(amounts, row),
        treatment: 'ignored',
      },
    ),
  ];
}

function amountAt(column: RawColumn, row: number, format: NumberFormat | null): Decimal | undefined {
  const kind = column.kinds[row] ?? 0;
  const value = column.values[row] ?? 0;
  if (kind >= cellKind.decimal) return decimal(value, kind - cellKind.decimal);
  if (kind === cellKind.double) return decimalFromDouble(value);
  return kind === cellKind.text ? decimalOfText(rawCellText(column, row), format) : undefined;
}
