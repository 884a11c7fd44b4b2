/** The number format of every column of a table: by its own values, else by those of its neighbours. */
import { fieldKind } from '../model/fields.ts';
import type { NumberFormat } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import { cellKind } from '../model/raw-table.ts';
import { problem } from '../problems/catalogue.ts';
import { format, type NumberEvidence, numberEvidence, numberReadings, settleNumbers } from './number-formats.ts';
import type { Mark } from './number-shape.ts';
import { countOf, rowOfText } from './profile.ts';
import { fieldsByColumn, type Recognised } from './recognised.ts';
import type { SheetColumn } from './sheet.ts';

export interface NumberFindings {
  readonly formats: ReadonlyMap<number, NumberFormat>;
  readonly problems: readonly Problem[];
}

interface NumberColumn {
  readonly column: SheetColumn;
  readonly isMapped: boolean;
  readonly evidence: NumberEvidence;
  readonly settled: NumberFormat | 'open' | null;
}

export function settleNumberFormats(table: Recognised): NumberFindings {
  const columns = numberColumnsOf(table);
  const formats = new Map<number, NumberFormat>();
  const problems: Problem[] = [];
  for (const column of columns) {
    const settled = column.settled === 'open' ? neighbourFormat(table, column, columns) : column.settled;
    if (settled) formats.set(column.column.index, settled);
    else if (column.settled === 'open' && column.isMapped) problems.push(ambiguousNumber(table, column));
  }
  return { formats, problems };
}

function numberColumnsOf(table: Recognised): NumberColumn[] {
  const fields = fieldsByColumn(table);
  const { dataset } = table.decision;
  const periods = new Set(table.layout?.periodColumns.map(({ index }) => index) ?? []);
  return table.sheet.columns.flatMap((column) => {
    const field = fields.get(column.index)?.field;
    const isAmount = dataset !== null && field !== undefined && fieldKind(dataset, field) === 'amount';
    const isMapped = isAmount || periods.has(column.index);
    if (!isMapped && !column.looks.isNumeric) return [];
    // A workbook says itself what is a number; only its texts need a format.
    if (table.raw.isTyped && countOf(column.profile, cellKind.text) === 0) return [];
    const evidence = numberEvidence(column.profile, table.raw.isTyped);
    return [{ column, isMapped, evidence, settled: settleNumbers(evidence) }];
  });
}

/** A file is written with one decimal mark: what other columns prove settles `4.800` and `1,234`. */
function neighbourFormat(
  table: Recognised,
  { evidence }: NumberColumn,
  columns: readonly NumberColumn[],
): NumberFormat | null {
  const { rows, open } = evidence;
  if (rows['.'] > 0 && rows[','] > 0) return null;
  const marks = new Set<Mark>();
  for (const { evidence: other } of columns) {
    if (other.rows['.'] > 0) marks.add('.');
    if (other.rows[','] > 0) marks.add(',');
  }
  // In a workbook numbers are typed with the program's own decimal point; a comma in text then marks thousands. The
  // same holds where commas part the cells: nobody writes decimals with them there.
  if (marks.size === 0 && open['.'] === 0 && (table.raw.isTyped || table.isCommaSeparated)) return format('.', ',');
  const [mark] = marks;
  return marks.size === 1 && mark !== undefined ? format(mark, null) : null;
}

function ambiguousNumber({ raw }: Recognised, { column, evidence }: NumberColumn): Problem {
  const { openText } = evidence;
  const row =
    openText === null ? null : openText.index === null ? plainRow(column) : rowOfText(column.profile, openText.index);
  return problem(
    'cell/ambiguous-number',
    {
      file: raw.file,
      sheet: raw.sheet,
      row: row === null ? null : (raw.rowNumbers[row] ?? null),
      column: column.index + 1,
    },
    { readings: openText ? numberReadings(openText.text) : [] },
    { heading: column.heading, value: openText?.text ?? null, treatment: 'none' },
  );
}

function plainRow({ profile: { raw, from } }: SheetColumn): number | null {
  const row = raw.kinds.indexOf(cellKind.decimal + 3, from);
  return row < 0 ? null : row;
}
