/** A sheet as a grid of cells that tests may change one by one, and its bytes as a workbook or as text. */
import { escapeXml } from '../../src/lib/xml-text.ts';
import { columnLetters } from '../../src/model/place.ts';
import { workbookBytes } from './zip.ts';

/** `{ formula, value }`: a formula with its stored result. */
export type GridCell = string | number | null | { readonly formula: string; readonly value: number };
export type Grid = readonly (readonly GridCell[])[];

/** `B7` → row 6 and column 1, counted from 0. */
export function at(cell: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

export function changed(grid: Grid, changes: Readonly<Record<string, GridCell>>): GridCell[][] {
  const copy = grid.map((row) => [...row]);
  for (const [cell, value] of Object.entries(changes)) {
    const { row, column } = at(cell);
    const cells = copy[row] ?? [];
    copy[row] = cells;
    cells[column] = value;
  }
  return copy;
}

export function csvOf(grid: Grid): Buffer {
  const text = (cell: GridCell | undefined) => String(typeof cell === 'object' ? (cell?.value ?? '') : (cell ?? ''));
  const quoted = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return Buffer.from(grid.map((row) => `${[...row].map((cell) => quoted(text(cell))).join(',')}\n`).join(''));
}

export function xlsxOf(
  grid: Grid,
  { name = 'Targets', merges = [] }: { name?: string; merges?: readonly string[] } = {},
) {
  const rows = grid.map(
    (row, i) => `<row r="${i + 1}">${[...row].map((cell, j) => cellXml(cell, j, i)).join('')}</row>`,
  );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const after = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`;
  return workbookBytes({ sheets: [{ name, rows: rows.join(''), after }] });
}

function cellXml(cell: GridCell | undefined, column: number, row: number): string {
  const reference = `${columnLetters(column + 1)}${row + 1}`;
  if (cell == null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${reference}"><f>${cell.formula}</f><v>${cell.value}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}
