/** The texts of one or several heading rows per column, group headings spread over their columns. */
import { civilOf } from '../model/day.ts';
import { cellKind, type RawTable, rawCellText } from '../model/raw-table.ts';

/** Per column its heading from the top row to the last; '' where a row has none. */
export function headingTexts(raw: RawTable, headerRows: readonly number[]): string[][] {
  const rows = headerRows.map((row, level) => {
    const own = raw.columns.map((_, index) => headingCell(raw, row, index));
    return level === headerRows.length - 1 ? own : spread(raw, row, own, headerRows[level + 1] ?? row);
  });
  return raw.columns.map((_, index) => rows.map((row) => row[index] ?? ''));
}

// A heading that is a date with the day 1 means its month: `Jan-24` typed into a workbook.
function headingCell(raw: RawTable, row: number, index: number): string {
  const column = raw.columns[index];
  if (column === undefined) return '';
  if (column.kinds[row] === cellKind.date) {
    const { day } = civilOf(Math.floor(column.values[row] ?? 0));
    const text = rawCellText(column, row);
    return day === 1 ? text.slice(0, 7) : text;
  }
  return rawCellText(column, row).trim();
}

/**
 * A group heading stands over the columns of its merged range; where nothing is merged (text files, headings centred by
 * hand) over the blank cells to its right that have a heading below.
 */
function spread(raw: RawTable, row: number, own: readonly string[], below: number): string[] {
  const sheetRow = raw.rowNumbers[row] ?? 0;
  const merges = raw.merges.filter(
    ({ top, bottom, left, right }) => top <= sheetRow && bottom >= sheetRow && right > left,
  );
  const texts = [...own];
  for (const [index, text] of own.entries()) {
    if (text !== '') continue;
    const merge = merges.find(({ left, right }) => left <= index && index + 1 <= right);
    if (merge) texts[index] = texts[merge.left - 1] ?? '';
    else if (merges.length === 0 && headingCell(raw, below, index) !== '') texts[index] = texts[index - 1] ?? '';
  }
  return texts;
}
