/** Plain tables: a heading line, a rule, rows. Cells come cut; cli-table3 pads them, Chinese included. */
import Table from 'cli-table3';
import stringWidth from 'string-width';

export interface TableColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Cells at least. */
  readonly least: number;
  readonly cells: readonly string[];
}

/** Cells that each column takes. */
export function columnWidths(columns: readonly TableColumn[]): number[] {
  return columns.map(({ head, least, cells }) =>
    Math.max(least, stringWidth(head), ...cells.flatMap((cell) => cell.split('\n')).map((line) => stringWidth(line))),
  );
}

export const columnGap = 2;

/** Lines without blanks at their ends: the heading, a rule of `ruleWidth`, the rows, with a rule before row `ruleBefore`. */
export function tableLines(columns: readonly TableColumn[], ruleWidth: number, ruleBefore?: number): string[] {
  const rowCount = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const table = new Table({
    chars: noBorders,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colAligns: columns.map(({ align }) => align),
    colWidths: columnWidths(columns),
  });
  table.push(columns.map(({ head }) => head));
  for (let row = 0; row < rowCount; row++) table.push(columns.map(({ cells }) => cells[row] ?? ''));
  const [head = '', ...rows] = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const rule = '-'.repeat(ruleWidth);
  const body = ruleBefore === undefined ? rows : [...rows.slice(0, ruleBefore), rule, ...rows.slice(ruleBefore)];
  return [head, rule, ...body];
}

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(columnGap),
};
