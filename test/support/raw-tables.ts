/** Raw and recognised tables made by hand: rows of cells as a reader would hand them on. */
import { type Decimal, decimal, decimalFromText } from '../../src/lib/decimal.ts';
import { parseIsoDay } from '../../src/model/day.ts';
import type { MappedColumn, Mapping, PeriodColumn, RecognisedTable, Statements } from '../../src/model/mapping.ts';
import { cellKind, type MergedRange, type RawColumn, type RawTable } from '../../src/model/raw-table.ts';

/** `null`: no cell; a number; a text; `{ day }` a date cell; `{ error }` an error value; `{ noResult }` a formula without result. */
export type Cell =
  | null
  | number
  | string
  | { readonly day: string }
  | { readonly error: string }
  | { readonly noResult: true };

export function rawTable(
  rows: readonly (readonly Cell[])[],
  more: Partial<RawTable> & { readonly formats?: ReadonlyMap<number, string> } = {},
): RawTable {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const numbers = Uint32Array.from(rows, (_, i) => i + 1);
  const { formats, ...rest } = more;
  return {
    file: 'targets.xlsx',
    sheet: 'Targets',
    isHidden: false,
    isOwn: false,
    isTyped: true,
    rowCount: rows.length,
    rowNumbers: numbers,
    shownRows: numbers,
    columns: Array.from({ length: width }, (_, index) => rawColumn(rows, index, formats?.get(index))),
    merges: [],
    hiddenRows: new Set(),
    ...rest,
  };
}

export function merge(top: number, left: number, bottom: number, right: number): MergedRange {
  return { top, left, bottom, right };
}

function rawColumn(rows: readonly (readonly Cell[])[], index: number, format?: string): RawColumn {
  const texts: string[] = [];
  const cells = rows.map((row) => cellOf(row[index] ?? null, texts));
  return {
    kinds: Uint8Array.from(cells, ([kind]) => kind),
    values: Float64Array.from(cells, ([, value]) => value),
    pool: {
      get size() {
        return texts.length;
      },
      text: (at) => texts[at] ?? '',
      isPlain: false,
    },
    formats: new Map(format === undefined ? [] : [[format, rows.length]]),
  };
}

function cellOf(cell: Cell, texts: string[]): [number, number] {
  if (cell === null || cell === '') return [cellKind.empty, 0];
  if (typeof cell === 'number') {
    const text = String(cell);
    const digits = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    return [cellKind.decimal + digits, Math.round(cell * 10 ** digits)];
  }
  if (typeof cell === 'string') return [cellKind.text, texts.push(cell) - 1];
  if ('day' in cell) return [cellKind.date, parseIsoDay(cell.day) ?? 0];
  if ('error' in cell) return [cellKind.error, texts.push(cell.error) - 1];
  return [cellKind.noResult, 0];
}

export interface Described {
  /** Field of each column from the left; null for none. */
  readonly fields: readonly (string | null)[];
  /** Stored row of the header; the data follow it. */
  readonly header?: number;
  readonly periodColumns?: readonly PeriodColumn[];
  readonly title?: string;
  readonly unit?: string;
  readonly columns?: Readonly<Record<number, Partial<MappedColumn>>>;
  readonly statements?: Partial<Statements>;
}

/** The table as `recognise` would describe it, dataset `targets`. */
export function recognised(raw: RawTable, described: Described): RecognisedTable {
  const header = described.header ?? 0;
  const unit: Decimal = described.unit === undefined ? decimal(1) : decimalFromText(described.unit);
  const statements: Statements = {
    company: null,
    title: described.title ?? null,
    period: null,
    exportRange: null,
    unit: described.unit === undefined ? null : unit,
    unitStated: null,
    currency: null,
    ...described.statements,
  };
  const mapping: Mapping = {
    dataset: 'targets',
    preset: null,
    statuses: new Map(),
    quirks: new Set(),
    isDeclared: false,
    headerRow: header + 1,
    firstData: header + 1,
    columns: raw.columns.map((column, index) => ({
      ...mapped(raw, column, index, header, unit, described.fields[index] ?? null),
      ...described.columns?.[index],
    })),
    roles: new Map(),
    statements,
    periodColumns: described.periodColumns ?? [],
    problems: [],
  };
  return { raw, mapping };
}

function mapped(
  raw: RawTable,
  column: RawColumn,
  index: number,
  header: number,
  unit: Decimal,
  field: string | null,
): MappedColumn {
  const kinds = [...column.kinds].slice(header + 1).filter((kind) => kind !== cellKind.empty);
  const isText = kinds.some((kind) => kind === cellKind.text);
  return {
    index,
    heading: column.kinds[header] === cellKind.text ? column.pool.text(column.values[header] ?? 0) : '',
    field,
    guess: null,
    confidence: field === null ? null : 'exact',
    type: kinds.length === 0 ? 'empty' : isText ? 'text' : 'number',
    dateOrder: null,
    numberFormat: null,
    unit,
    unitStated: null,
    currency: null,
    tax: null,
    isPercent: false,
    empty: raw.rowCount - header - 1 - kinds.length,
    distinct: kinds.length,
    sample: null,
    smallest: null,
    largest: null,
  };
}
