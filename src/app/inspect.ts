/** `inspect`: what a file is taken for, its cells as read, and what can be computed from it. */
import { computableOf } from '../compute/computable.ts';
import type { DataSet } from '../model/data-set.ts';
import type { InspectedCell, InspectedColumn, InspectedSheet, Inspection } from '../model/inspection.ts';
import type { MappedColumn, RecognisedTable } from '../model/mapping.ts';
import { columnLetters } from '../model/place.ts';
import { cellKind, type RawFile, type RawTable, rawCellText } from '../model/raw-table.ts';
import { openFile } from '../read/open.ts';
import { understand } from './load.ts';
import type { LoadOptions } from './options.ts';
import { withSettings } from './settings.ts';

export interface InspectOptions extends LoadOptions {
  /** Rows of which `cells` shows every cell; 20 where not said. */
  readonly rows?: number;
}

const defaultRows = 20;

/** Inspects one file, recognised or not. Throws UserErrors of the reader only. */
export async function inspectFile(path: string, options: InspectOptions): Promise<Inspection> {
  const file = await openFile(path, options.read ?? {});
  const { recognised, data } = understand([file], withSettings(options));
  const { can, cannot } = computableOf(data);
  const { sha256, bytes, format, encoding, delimiter, lineEnding } = file;
  return {
    path,
    sha256,
    bytes,
    format,
    encoding,
    delimiter,
    lineEnding,
    sheets: sheetsOf(file, recognised.tables, data, options.rows ?? defaultRows),
    canCompute: can,
    cannot,
    problems: data.problems,
  };
}

function sheetsOf(
  { tables }: RawFile,
  recognised: readonly RecognisedTable[],
  data: DataSet,
  rows: number,
): InspectedSheet[] {
  return tables.map((raw) => {
    const mapping = recognised.find((table) => table.raw === raw)?.mapping;
    const report = data.tables.find(({ file, sheet }) => file === raw.file && sheet === raw.sheet);
    return {
      name: raw.sheet,
      hidden: raw.isHidden,
      range: rangeOf(raw),
      headerRow: mapping?.headerRow ?? null,
      dataset: mapping?.dataset ?? null,
      preset: mapping?.preset ?? null,
      rows: report?.rows ?? raw.rowCount,
      columns: (mapping?.columns ?? []).map(inspectedColumn),
      cells: cellsOf(raw, rows),
    };
  });
}

function rangeOf({ rowCount, shownRows, columns }: RawTable): string | null {
  const [first, last] = [shownRows[0], shownRows[rowCount - 1]];
  if (first === undefined || last === undefined) return null;
  return `A${first}:${columnLetters(Math.max(1, columns.length))}${last}`;
}

function inspectedColumn(column: MappedColumn): InspectedColumn {
  const { heading, field, guess, confidence, type, empty, distinct, sample, smallest, largest } = column;
  return {
    column: columnLetters(column.index + 1),
    heading,
    field,
    guess,
    confidence,
    type,
    format: formatOf(column),
    empty,
    distinct,
    sample,
    smallest,
    largest,
  };
}

const dateOrders = { dmy: 'D/M/Y', mdy: 'M/D/Y', ymd: 'Y/M/D' } as const;

function formatOf({ dateOrder, numberFormat, unitStated, isPercent }: MappedColumn): string | null {
  const parts = [
    dateOrder && dateOrders[dateOrder],
    numberFormat && `1${numberFormat.groupMark ?? ''}234${numberFormat.decimalMark}5`,
    unitStated,
    isPercent ? '%' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** Every cell that is not empty in the first `count` stored rows, row by row. */
function cellsOf(raw: RawTable, count: number): InspectedCell[] {
  const cells: InspectedCell[] = [];
  for (let row = 0; row < Math.min(count, raw.rowCount); row++) {
    for (const [index, column] of raw.columns.entries()) {
      const kind = column.kinds[row] ?? cellKind.empty;
      if (kind === cellKind.empty) continue;
      const text = rawCellText(column, row);
      cells.push({
        cell: `${columnLetters(index + 1)}${raw.shownRows[row] ?? ''}`,
        value: kind === cellKind.boolean ? column.values[row] === 1 : text,
        type: typeOf(kind),
      });
    }
  }
  return cells;
}

function typeOf(kind: number): InspectedCell['type'] {
  switch (kind) {
    case cellKind.text:
      return 'text';
    case cellKind.date:
      return 'date';
    case cellKind.boolean:
      return 'boolean';
    case cellKind.error:
    case cellKind.noResult:
      return 'error';
    default:
      return 'number';
  }
}
