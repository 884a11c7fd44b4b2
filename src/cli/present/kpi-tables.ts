/**
 * The tables of the report, side by side in one layout. Wide terminals show all columns; narrower ones give up gap and
 * change, then the bar, then the target; below 60 cells each row becomes a block.
 */
import stringWidth from 'string-width';
import type { Session } from '../session.ts';
import { type BarLook, barHeading, barOf } from './bar.ts';
import type { KpiRow } from './kpi-rows.ts';
import { columnGap, type TableColumn, tableLines } from './table.ts';
import { cutTo, padRight, wrapText } from './wrap.ts';

export interface KpiTable {
  readonly title: string;
  readonly rows: readonly KpiRow[];
  /** True where the last row is the total of the others. */
  readonly hasTotal: boolean;
  /** True where the share of the whole says something. */
  readonly hasShare: boolean;
  /** True where names are ours: they are wrapped, never cut. */
  readonly hasOwnNames: boolean;
  /** A line under the table: how many more rows there are; empty for none. */
  readonly below: string;
}

export interface TableHeads {
  readonly hasTargets: boolean;
  readonly hasCompare: boolean;
  /** Heading of the change (`vs 2023`). */
  readonly versus: string;
  /** Id of the compared period. */
  readonly before: string;
}

type Key = 'actual' | 'target' | 'gap' | 'attained' | 'status' | 'versus' | 'before' | 'share';

interface Layout {
  readonly keys: readonly Key[];
  readonly nameLeast: number;
  readonly bar: { readonly cells: number; readonly over: number; readonly ruled: number } | null;
  /** Gives a cell of each amount to the names. */
  readonly isTight?: boolean;
}

const wideBar = { cells: 24, over: 5, ruled: 30 };
const narrowBar = { cells: 12, over: 3, ruled: 15 };

function layouts({ hasTargets, hasCompare }: TableHeads): readonly Layout[] {
  const versus: readonly Key[] = hasCompare ? ['versus'] : [];
  if (!hasTargets) {
    const before: readonly Key[] = hasCompare ? ['before', 'versus'] : [];
    return [
      { keys: ['actual', ...before, 'share'], nameLeast: 18, bar: null },
      { keys: ['actual', ...versus], nameLeast: 12, bar: null },
    ];
  }
  return [
    { keys: ['actual', 'target', 'gap', 'attained', 'status', ...versus], nameLeast: 20, bar: wideBar },
    { keys: ['actual', 'target', 'attained', 'status'], nameLeast: 18, bar: narrowBar },
    { keys: ['actual', 'target', 'attained', 'status'], nameLeast: 14, bar: null },
    { keys: ['actual', 'attained', 'status'], nameLeast: 12, bar: null },
  ];
}

const leastWidths: Readonly<Record<Key, number>> = {
  actual: 11,
  target: 11,
  gap: 10,
  attained: 8,
  status: 6,
  versus: 8,
  before: 11,
  share: 6,
};

const leastTableWidth = 60;

/** All tables, an empty line before each. */
export function kpiTableLines(tables: readonly KpiTable[], heads: TableHeads, session: Session): string[] {
  const shown = tables.filter(({ rows }) => rows.length > 0);
  if (session.width < leastTableWidth) return shown.flatMap((table) => blockLines(table, heads, session));
  const layout = chooseLayout(shown, heads, session);
  const nameWidth = nameWidthOf(shown, layout, heads, session);
  return shown.flatMap((table) => [
    '',
    ...oneTable(table, layout, nameWidth, shown, heads, session),
    ...linesBelow(table, session),
  ]);
}

function linesBelow({ below }: KpiTable, { width }: Session): string[] {
  return below === '' ? [] : wrapText(below, width);
}

function chooseLayout(tables: readonly KpiTable[], heads: TableHeads, session: Session): Layout {
  const options = layouts(heads);
  const fitting = options.find(
    (layout) => layout.nameLeast + restWidth(tables, layout, heads, session) <= session.width,
  );
  const layout = fitting ?? options.at(-1) ?? { keys: ['actual'], nameLeast: 12, bar: null };
  const own = tables.filter(({ hasOwnNames }) => hasOwnNames).flatMap(({ rows }) => rows.map(({ name }) => name));
  const room = session.width - restWidth(tables, layout, heads, session);
  return own.some((name) => stringWidth(name) > room) ? { ...layout, isTight: true } : layout;
}

/** Cells of everything but the name, the gap after it included. */
function restWidth(tables: readonly KpiTable[], layout: Layout, heads: TableHeads, session: Session): number {
  const { keys, bar } = layout;
  const cells = keys.reduce((sum, key) => sum + columnGap + keyWidth(key, layout, tables, heads, session), 0);
  return bar === null ? cells : cells + columnGap + bar.ruled;
}

function keyWidth(
  key: Key,
  { isTight }: Layout,
  tables: readonly KpiTable[],
  heads: TableHeads,
  session: Session,
): number {
  const texts = tables.flatMap(({ rows }) => rows.map((row) => row[key]));
  return Math.max(
    leastWidths[key] - (isTight === true && leastWidths[key] === leastWidths.actual ? 1 : 0),
    stringWidth(headOf(key, heads, session)),
    ...texts.map((text) => stringWidth(text)),
  );
}

/** As wide as the longest name; on a terminal no wider than the line allows. */
function nameWidthOf(tables: readonly KpiTable[], layout: Layout, heads: TableHeads, session: Session): number {
  const names = tables.flatMap(({ title, rows }) => [title, ...rows.map(({ name }) => name)]);
  const longest = Math.max(layout.nameLeast, ...names.map((name) => stringWidth(name)));
  if (!session.mayCut) return longest;
  return Math.max(layout.nameLeast, Math.min(longest, session.width - restWidth(tables, layout, heads, session)));
}

function oneTable(
  { title, rows, hasTotal, hasShare, hasOwnNames }: KpiTable,
  layout: Layout,
  nameWidth: number,
  tables: readonly KpiTable[],
  heads: TableHeads,
  session: Session,
): string[] {
  const cut = (text: string) => (session.mayCut ? cutTo(text, nameWidth) : text);
  const fitted = (name: string) => (hasOwnNames && session.mayCut ? hung(name, nameWidth) : cut(name));
  const look = layout.bar && {
    ...layout.bar,
    over: overOf(layout.bar, nameWidth, tables, layout, heads, session),
    isAscii: session.isAscii,
  };
  const keys = layout.keys.filter((key) => key !== 'share' || hasShare);
  const columns: TableColumn[] = [
    { head: cut(title), align: 'left', least: nameWidth, cells: rows.map(({ name }) => fitted(name)) },
    ...keys.map((key) => ({
      head: headOf(key, heads, session),
      align: key === 'status' ? ('left' as const) : ('right' as const),
      least: keyWidth(key, layout, tables, heads, session),
      cells: rows.map((row) => row[key]),
    })),
    ...(look === null ? [] : [barColumn(rows, look)]),
  ];
  const width = nameWidth + restWidth(tables, { ...layout, keys }, heads, session);
  return tableLines(columns, width, hasTotal ? rows.length - 1 : undefined);
}

/** On several lines where it is long, the later ones indented: a row stays one row to the eye. */
function hung(name: string, width: number): string {
  if (stringWidth(name) <= width) return name;
  return wrapText(name, width - 2)
    .map((line, index) => (index === 0 ? line : `  ${line}`))
    .join('\n');
}

/** A long name takes the last cell past the mark, never more. */
function overOf(
  { over, ruled }: NonNullable<Layout['bar']>,
  nameWidth: number,
  tables: readonly KpiTable[],
  layout: Layout,
  heads: TableHeads,
  session: Session,
): number {
  const used = nameWidth + restWidth(tables, layout, heads, session) - ruled;
  return Math.max(over - 1, Math.min(over, session.width - used - (layout.bar?.cells ?? 0) - 1));
}

function barColumn(rows: readonly KpiRow[], look: BarLook): TableColumn {
  return {
    head: barHeading(look),
    align: 'left',
    least: look.cells + 2,
    cells: rows.map(({ attainment }) => (attainment === null ? '' : barOf(attainment, look))),
  };
}

function headOf(key: Key, { versus, before, hasTargets }: TableHeads, { words }: Session): string {
  switch (key) {
    case 'actual':
      return words.actual;
    case 'target':
      return words.target;
    case 'gap':
      return words.gap;
    case 'attained':
      return words.attained;
    case 'status':
      return words.status;
    case 'versus':
      return hasTargets ? versus : words.change;
    case 'before':
      return before;
    case 'share':
      return words.share;
  }
}

/** `Revenue` and below it, indented, one line per value. */
function blockLines(table: KpiTable, heads: TableHeads, session: Session): string[] {
  const { title, rows, hasShare } = table;
  const all = layouts(heads)[0]?.keys ?? [];
  const keys = all.filter((key) => key !== 'share' || hasShare);
  const labels = keys.map((key) => headOf(key, heads, session));
  const labelWidth = Math.max(...labels.map((label) => stringWidth(label)));
  const blocks = rows.map((row) => [
    session.mayCut ? cutTo(row.name, session.width) : row.name,
    ...keys.flatMap((key, i) => (row[key] === '-' ? [] : [`  ${padRight(labels[i] ?? '', labelWidth)}  ${row[key]}`])),
  ]);
  return [
    '',
    title,
    '-'.repeat(Math.min(session.width, stringWidth(title))),
    ...blocks.flat(),
    ...linesBelow(table, session),
  ];
}
