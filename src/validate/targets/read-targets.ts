/** Tables of targets, long or wide → targets, each with its place (contract §2, targets.md 5.1). */

import { kpiNamed } from '../../model/kpi-names.ts';
import type { MappedColumn, RecognisedTable } from '../../model/mapping.ts';
import type { ValidateOptions } from '../../model/options.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { cellKind } from '../../model/raw-table.ts';
import type { SumPolicies } from '../../model/sum-policy.ts';
import type { BlankTarget, Target } from '../../model/target.ts';
import { type PlanRow, resultsOf } from '../plan-results.ts';
import { blockNamed } from './dimension-words.ts';
import { LevelWords } from './level-words.ts';
import { RowDetails } from './row-details.ts';
import { type KeyColumn, KeyReader, keyColumnsOf, type RowKeys } from './row-keys.ts';
import { hasKinds, kindNamed } from './row-kinds.ts';
import { KpiReader } from './row-kpis.ts';
import { PeriodReader, type RowPeriod } from './row-periods.ts';
import { blankKeys, levelProblem, periodProblem } from './row-problems.ts';
import { tableRules } from './rules/index.ts';
import { checkLevels, sumsOf } from './stated-sums.ts';
import { TargetTable } from './target-table.ts';
import { readTarget, type ValueColumn, valueColumnsOf } from './target-values.ts';
import { isTotalLabel, isTotalText } from './total-words.ts';

/** Fields of `targets` that are neither keys nor values. */
const describing = [
  'level',
  'name',
  'parent',
  'kpi',
  'weight',
  'unit',
  'currency',
  'version',
  'effectiveFrom',
  'owner',
  'baseline',
  'actual',
] as const;

/** All targets of the tables recognised as `targets`; cells that are wrong are problems and give no target. */
export function readTargets(
  tables: readonly RecognisedTable[],
  { sums = new Map(), ...names }: Pick<ValidateOptions, 'fiscalYearStart' | 'ownKpis' | 'sums'> = {},
): {
  readonly targets: readonly Target[];
  readonly blanks: readonly BlankTarget[];
  readonly problems: readonly Problem[];
  /** What the tables say was reached, as tables of orders. */
  readonly results: readonly RecognisedTable[];
} {
  const readers = tables.map((table) => new TargetReader(new TargetTable(table, names), sums));
  for (const reader of readers) reader.read();
  const targets = readers.flatMap((reader) => reader.targets);
  checkLevels(sums, targets);
  return {
    targets,
    blanks: readers.flatMap(({ blanks }) => blanks),
    problems: readers.flatMap(({ problems }) => problems),
    results: readers.flatMap(({ results }) => results),
  };
}

class TargetReader {
  readonly targets: Target[] = [];
  readonly blanks: BlankTarget[] = [];
  readonly problems: Problem[] = [];
  readonly #rows: PlanRow[] = [];
  readonly #table: TargetTable;
  readonly #values: readonly ValueColumn[];
  readonly #periods: PeriodReader;
  readonly #keyColumns: readonly KeyColumn[];
  readonly #keys: KeyReader;
  readonly #levels: LevelWords;
  readonly #hasKinds: boolean;
  readonly #details: RowDetails;
  readonly #kpis: KpiReader;
  readonly #sums: SumPolicies;
  #block: { readonly dimension: string; readonly name: string; readonly place: Place } | null = null;

  constructor(table: TargetTable, sums: SumPolicies) {
    this.#table = table;
    this.#sums = sumsOf(table, sums);
    this.#values = valueColumnsOf(table);
    this.#periods = new PeriodReader(table);
    this.#hasKinds = hasKinds(table);
    this.#details = new RowDetails(table, this.#periods);
    this.#kpis = new KpiReader(table);
    this.#keyColumns = keyColumnsOf(table, this.#usedColumns());
    this.#keys = new KeyReader(table, this.#keyColumns);
    this.#levels = new LevelWords(table);
  }

  get results(): RecognisedTable[] {
    return resultsOf(this.#table, this.#rows);
  }

  #usedColumns(): Set<number> {
    const fields = this.#hasKinds ? [...describing, 'kind'] : describing;
    return new Set([
      ...fields.flatMap((field) => this.#table.column(field)?.index ?? []),
      ...this.#values.map(({ column }) => column.index),
      ...this.#table.mapping.periodColumns.map(({ index }) => index),
      ...(this.#table.isWide ? [] : this.#periods.columns),
    ]);
  }

  read(): void {
    for (let row = 0; row < this.#table.mapping.firstData; row++) this.#enterBlock(row);
    for (const row of this.#table.rows()) this.#readRow(row);
    for (const rule of tableRules) this.problems.push(...rule(this.#table, this.targets));
  }

  /** `姓名：张三` above a block: the rows below are about that person. */
  #enterBlock(row: number): void {
    for (const index of this.#table.raw.columns.keys()) {
      if (this.#table.kind(index, row) !== cellKind.text) continue;
      const found = blockNamed(this.#table.text(index, row));
      if (found) this.#block = { ...found, place: this.#table.place(row, index) };
    }
  }

  #readRow(row: number): void {
    const isTotal = this.#table.mapping.roles.get(row) === 'total';
    const keys = this.#keys.read(row);
    if (!this.#hasNumber(row)) {
      this.#enterBlock(row);
      if (keys !== null && !isTotal) this.#noteBlank(row, keys);
      return;
    }
    const kpi = levelProblem(this.#table, this.#levels, row) ?? this.#kpis.read(row);
    if (typeof kpi === 'object') {
      this.problems.push(kpi);
      return;
    }
    const period = this.#table.isWide ? undefined : this.#rowPeriod(row, isTotal);
    if (period === null) return;
    if (keys === null) {
      this.problems.push(blankKeys(this.#table, this.#keyColumns, row));
      return;
    }
    this.#addAll(row, keys, kpi, period);
    this.#rows.push({ row, period, keys, kpi: kpi ?? this.#values[0]?.kpi ?? 'revenue' });
  }

  #addAll(row: number, keys: RowKeys, kpi: string | undefined, period: Period | undefined): void {
    for (const value of this.#values) {
      const when = value.period ?? period;
      if (when) this.#add(row, keys, value, kpi ?? value.kpi, when);
    }
  }

  /** A row without any number is a heading of a group or a remark. */
  #hasNumber(row: number): boolean {
    return this.#values.some(
      ({ column }) => this.#table.text(column.index, row) !== '' || this.#table.kind(column.index, row) !== 0,
    );
  }

  /** A row of a long table with all but the number. */
  #noteBlank(row: number, keys: RowKeys): void {
    const [value] = this.#values;
    const found = this.#table.isWide || value === undefined ? undefined : this.#periods.read(row);
    if (found?.kind !== 'period' || value === undefined) return;
    const kpi = kpiNamed(this.#kpis.textOf(row)) ?? value.kpi ?? 'revenue';
    this.blanks.push({
      kpi,
      period: found.period,
      ...this.#subject(row, keys, value.column, false),
      version: this.#details.text('version', row),
      place: this.#table.place(row, value.column.index),
    });
  }

  /** Null where it cannot be read (reported); a total over all periods is passed over. */
  #rowPeriod(row: number, isTotal: boolean): Period | null {
    const found = this.#periods.read(row);
    if (found?.kind === 'period') return found.period;
    if (!isTotal && !this.#isTotalLabel(row, found)) this.problems.push(periodProblem(this.#table, row, found));
    return null;
  }

  /** A grand total has no period of its own, or its label stands in the period column. */
  #isTotalLabel(row: number, found: RowPeriod | undefined): boolean {
    if (found === undefined || found.kind === 'period') return false;
    return found.kind === 'unknown'
      ? isTotalText(found.text)
      : this.#keyColumns.some(({ index }) => isTotalText(this.#table.text(index, row)));
  }

  #add(
    row: number,
    keys: RowKeys,
    { column, kind, isTotal }: ValueColumn,
    kpiStated: string | null,
    period: Period,
  ): void {
    const kpi = kpiStated ?? 'revenue';
    const found = readTarget(this.#table, row, column, kpi);
    if (found === null) return;
    if ('code' in found) {
      this.problems.push({ ...found, span: { start: period.start, end: period.end } });
      return;
    }
    this.targets.push({
      kpi,
      isKpiStated: kpiStated !== null,
      period,
      kind: this.#hasKinds && kind === 'target' ? (kindNamed(this.#table.fieldText('kind', row)) ?? kind) : kind,
      value: found.value,
      ...this.#subject(row, keys, column, isTotal),
      parentText: this.#details.text('parent', row),
      version: this.#details.text('version', row),
      effectiveFrom: this.#details.effectiveFrom(row),
      unit: found.unit,
      weight: this.#details.number('weight', row),
      currency: this.#details.text('currency', row) ?? column.currency ?? this.#table.mapping.statements.currency,
      taxBasis: column.tax,
      sums: this.#sums,
      owner: this.#details.text('owner', row),
      baseline: this.#details.number('baseline', row),
      cells: this.#details.cells(row, keys),
      isComputed: this.#table.hasFormula(column.index, row),
      place: this.#table.place(row, column.index),
    });
  }

  /** Whose target it is: the row's own node or key, below the name of its block. */
  #subject(row: number, { keys, isNode, parent, nameColumn }: RowKeys, column: MappedColumn, isTotal: boolean) {
    const text = nameColumn === null ? '' : this.#table.text(nameColumn, row);
    const own = {
      parent,
      isTotal: isTotal || isTotalLabel(text),
      keys,
      isNode,
      name: text === '' ? null : text,
      namePlace: this.#table.place(row, nameColumn ?? column.index),
    };
    const block = this.#block;
    if (block === null || keys.has(block.dimension)) return own;
    const all = new Map([...keys, [block.dimension, block.name]]);
    return { ...own, keys: all, isNode: true, name: block.name, namePlace: block.place };
  }
}
