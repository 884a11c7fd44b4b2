/** One table of targets with its cells within reach: texts filled down under merged ranges, numbers, places. */
import { foldName } from '../../lib/fold-text.ts';
import { kpiNamed } from '../../model/kpi-names.ts';
import type { MappedColumn, RecognisedTable } from '../../model/mapping.ts';
import type { ValidateOptions } from '../../model/options.ts';
import type { OwnKpi } from '../../model/own-kpi.ts';
import type { Place } from '../../model/place.ts';
import { cellCode, cellKind, type RawColumn, type RawTable, rawCellText } from '../../model/raw-table.ts';
import { fillMerged } from '../filling-down.ts';

type TargetNames = Pick<ValidateOptions, 'fiscalYearStart' | 'ownKpis'>;

export class TargetTable {
  readonly raw: RawTable;
  readonly mapping: RecognisedTable['mapping'];
  readonly #byField: ReadonlyMap<string, MappedColumn>;
  readonly #filled = new Map<number, RawColumn | undefined>();

  /** First month of the fiscal year. */
  readonly fiscalYearStart: number;
  readonly ownKpis: readonly OwnKpi[];
  /** Folded → id. */
  readonly #ownNames: ReadonlyMap<string, string>;

  constructor({ raw, mapping }: RecognisedTable, { fiscalYearStart = 1, ownKpis = [] }: TargetNames = {}) {
    this.fiscalYearStart = fiscalYearStart;
    this.ownKpis = ownKpis;
    this.#ownNames = new Map(
      ownKpis.flatMap(({ id, title }) => [id, title.en, title['zh-CN']].map((name) => [foldName(name), id] as const)),
    );
    this.raw = raw;
    this.mapping = mapping;
    this.#byField = new Map(
      mapping.columns.flatMap((column) => (column.field === null ? [] : [[column.field, column]])),
    );
  }

  /** The KPI that a name means: one of the config before a built-in one. */
  kpiNamed(name: string): string | undefined {
    return this.#ownNames.get(foldName(name)) ?? kpiNamed(name);
  }

  /** True where periods stand across. */
  get isWide(): boolean {
    return this.mapping.periodColumns.length > 0;
  }

  column(field: string): MappedColumn | undefined {
    return this.#byField.get(field);
  }

  columnAt(index: number): MappedColumn | undefined {
    return this.mapping.columns.find((column) => column.index === index);
  }

  /** Stored rows of data, totals included: they are nodes here. */
  *rows(): Generator<number> {
    for (let row = this.mapping.firstData; row < this.raw.rowCount; row++) {
      const role = this.mapping.roles.get(row);
      if (role !== 'repeated-heading' && role !== 'footer') yield row;
    }
  }

  /** The trimmed text of a cell; under a vertical merged range that of its top. */
  text(index: number, row: number): string {
    const column = this.#filledColumn(index);
    return column === undefined ? '' : rawCellText(column, row).trim();
  }

  /** The text of a field's cell, '' where there is no such column. */
  fieldText(field: string, row: number): string {
    const column = this.column(field);
    return column === undefined ? '' : this.text(column.index, row);
  }

  kind(index: number, row: number): number {
    return this.raw.columns[index]?.kinds[row] ?? cellKind.empty;
  }

  hasFormula(index: number, row: number): boolean {
    const { formulas, rowNumbers } = this.raw;
    return formulas?.has(cellCode(rowNumbers[row] ?? 0, index + 1)) === true;
  }

  /** The day of a date cell of a workbook, or undefined. */
  dateCell(index: number, row: number): number | undefined {
    const column = this.#filledColumn(index);
    return column?.kinds[row] === cellKind.date ? Math.floor(column.values[row] ?? 0) : undefined;
  }

  place(row: number | null, index: number | null): Place {
    const { file, sheet, rowNumbers } = this.raw;
    return {
      file,
      sheet,
      row: row === null ? null : (rowNumbers[row] ?? null),
      column: index === null ? null : index + 1,
    };
  }

  /** The cell whose text counts in this row: its own, or the one above that was filled down. */
  sourcePlace(row: number, index: number): Place {
    let from = row;
    while (from > this.mapping.firstData && this.kind(index, from) === cellKind.empty) from -= 1;
    return this.place(from, index);
  }

  #filledColumn(index: number): RawColumn | undefined {
    if (!this.#filled.has(index)) this.#filled.set(index, fillMerged(this.raw, index));
    return this.#filled.get(index);
  }
}
