/** Lays cells out on one sheet: the only place that counts rows and columns. */
import type { Chart } from '../model/chart.ts';
import type { Area, Cell, ColumnWidth, InputRule, Sheet, SheetTable, Sparkline } from '../model/document.ts';
import { columnLetters } from '../model/place.ts';
import { text } from './cells.ts';

/** Rows that a table takes on its sheet. */
export interface PlacedTable {
  readonly name: string;
  readonly top: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** First row below the table. */
  readonly next: number;
  /** Column heading as it stands in the table: a repeated heading gets a number. */
  readonly headings: readonly string[];
}

export class SheetBuilder {
  readonly name: string;
  readonly #kind: Sheet['kind'];
  readonly #rows: (Cell | undefined)[][] = [];
  readonly #heights = new Map<number, number>();
  readonly #columns: (ColumnWidth | undefined)[] = [];
  readonly #tables: SheetTable[] = [];
  readonly #merges: Area[] = [];
  readonly #shades: Area[] = [];
  readonly #charts: Chart[] = [];
  readonly #sparklines: Sparkline[] = [];
  readonly #outlines = new Map<number, { readonly level: number; readonly isFolded: boolean }>();
  readonly #inputRules: InputRule[] = [];
  #frozen = { rows: 0, columns: 0 };
  #isLandscape = true;
  #printArea: Area | null = null;

  constructor(name: string, kind: Sheet['kind']) {
    this.name = name;
    this.#kind = kind;
  }

  put(row: number, column: number, cell: Cell): void {
    if (cell.role === 'section') this.#heights.set(row, 22);
    while (this.#rows.length < row) this.#rows.push([]);
    const cells = this.#rows[row - 1];
    if (cells) cells[column - 1] = cell;
  }

  putRow(row: number, column: number, cells: readonly Cell[]): void {
    cells.forEach((cell, index) => {
      this.put(row, column + index, cell);
    });
  }

  merge(area: Area): void {
    this.#merges.push(area);
  }

  /** Tints an area of shares by how high they are. */
  shade(area: Area): void {
    this.#shades.push(area);
  }

  chart(chart: Chart): void {
    this.#charts.push(chart);
  }

  sparkline(sparkline: Sparkline): void {
    this.#sparklines.push(sparkline);
  }

  /** Puts a row `level` deep under the ones above it; a folded one is hidden until somebody opens it. */
  outline(row: number, level: number, isFolded: boolean): void {
    this.#outlines.set(row, { level, isFolded });
  }

  /** Restricts what may be typed into an area. */
  inputs(rule: InputRule): void {
    this.#inputRules.push(rule);
  }

  height(row: number, points: number): void {
    this.#heights.set(row, points);
  }

  width(column: number, least: number, most = Math.max(least, 60)): void {
    this.#columns[column - 1] = { least, most };
  }

  freeze(rows: number, columns = 0): void {
    this.#frozen = { rows, columns };
  }

  /** Prints this area only. */
  print(area: Area): void {
    this.#printArea = area;
  }

  portrait(): void {
    this.#isLandscape = false;
  }

  /** A named table at `top`, `left`; `row` makes the cells of one data row from its item and its sheet row. */
  table<Item>(spec: {
    readonly name: string;
    readonly top: number;
    readonly left: number;
    readonly columns: readonly string[];
    readonly items: readonly Item[];
    readonly row: (item: Item, row: number, index: number) => readonly Cell[];
  }): PlacedTable {
    const { name, top, left, items } = spec;
    const headings = distinct(spec.columns);
    const rows = items.map((item, index) => spec.row(item, top + 1 + index, index));
    this.putRow(
      top,
      left,
      headings.map((heading, column) => text(heading, 'heading', { align: sideOf(rows, column) })),
    );
    rows.forEach((cells, index) => {
      this.putRow(top + 1 + index, left, cells);
    });
    // A table has at least one data row, else Excel calls the file damaged.
    const lastRow = top + Math.max(1, items.length);
    this.#tables.push({ name, headings, area: { top, left, bottom: lastRow, right: left + headings.length - 1 } });
    return { name, top, firstRow: top + 1, lastRow, next: lastRow + 1, headings };
  }

  build(): Sheet {
    return {
      name: this.name,
      kind: this.#kind,
      isLandscape: this.#isLandscape,
      rows: this.#rows,
      rowHeights: this.#heights,
      columns: this.#columns,
      tables: this.#tables,
      merges: this.#merges,
      shades: this.#shades,
      charts: this.#charts,
      sparklines: this.#sparklines,
      outlines: this.#outlines,
      inputRules: this.#inputRules,
      frozenRows: this.#frozen.rows,
      frozenColumns: this.#frozen.columns,
      printArea: this.#printArea,
    };
  }
}

/** A heading stands over its values: to the right over numbers and what stands in their place. */
function sideOf(rows: readonly (readonly Cell[])[], column: number): 'left' | 'right' | 'centre' {
  const cells = rows.slice(0, 3).flatMap((row) => row[column] ?? []);
  const cell = cells.find(({ value }) => value.kind !== 'text') ?? cells[0];
  if (cell === undefined) return 'left';
  if (cell.align !== null) return cell.align;
  return cell.value.kind === 'number' || cell.value.kind === 'blank' ? 'right' : 'left';
}

/** Headings as Excel wants them in a table: no line breaks, none empty, none twice whatever the case. */
function distinct(headings: readonly string[]): string[] {
  const seen = new Set<string>();
  return headings.map((heading, index) => {
    const plain = heading.replaceAll(/\s+/g, ' ').trim().slice(0, 200) || `#${index + 1}`;
    let name = plain;
    for (let copy = 2; seen.has(name.toLowerCase()); copy += 1) name = `${plain} ${copy}`;
    seen.add(name.toLowerCase());
    return name;
  });
}

/** `D11`, with `$11` as the row `D$11` */
export function address(column: number, row: number | `$${number}`): string {
  return `${columnLetters(column)}${row}`;
}

/** `'Data quality'!$D$11` */
export function addressOn(sheet: string, column: number, row: number): string {
  return `${sheetReference(sheet)}!$${columnLetters(column)}$${row}`;
}

export function sheetReference(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** `tblGap[Amount]` */
export function tableColumn(table: string, heading: string): string {
  return `${table}[${heading.replaceAll(/['[\]#]/g, "'$&")}]`;
}
