/** Tables of targets, long or wide → targets, each with its place (contract §2, targets.md 5.1). */

import { closestTo } from '../../lib/closest.ts';
import type { Decimal } from '../../lib/decimal.ts';
import { foldName } from '../../lib/fold-text.ts';
import { kpiNamed, kpiWords } from '../../model/kpi-names.ts';
import type { MappedColumn, RecognisedTable } from '../../model/mapping.ts';
import type { ValidateOptions } from '../../model/options.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { cellKind } from '../../model/raw-table.ts';
import type { SumPolicies } from '../../model/sum-policy.ts';
import type { BlankTarget, Target } from '../../model/target.ts';
import { problem } from '../../problems/catalogue.ts';
import { readDay } from '../cells/read-day.ts';
import { readNumber } from '../cells/read-number.ts';
import { type PlanRow, resultsOf } from '../plan-results.ts';
import { blockNamed, totalledName, totalWord } from './dimension-words.ts';
import { LevelWords } from './level-words.ts';
import { type KeyColumn, KeyReader, keyColumnsOf, type RowKeys } from './row-keys.ts';
import { PeriodReader, type RowPeriod } from './row-periods.ts';
import { tableRules } from './rules/index.ts';
import { checkLevels, sumsOf } from './stated-sums.ts';
import { TargetTable } from './target-table.ts';
import { readTarget, type ValueColumn, valueColumnsOf } from './target-values.ts';

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
  { sums = new Map(), ...names }: Pick<ValidateOptions, 'fiscalYearStart' | 'ownNames' | 'sums'> = {},
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
    results: readers.flatMap(({ results }) => results ?? []),
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
  readonly #sums: SumPolicies;
  #block: { readonly dimension: string; readonly name: string; readonly place: Place } | null = null;
  #cellsOfRow: { readonly row: number; readonly cells: Target['cells'] } | null = null;
  /** KPI of the rows above, where a wide table names it once per group. */
  #kpiAbove = '';

  constructor(table: TargetTable, sums: SumPolicies) {
    this.#table = table;
    this.#sums = sumsOf(table, sums);
    this.#values = valueColumnsOf(table);
    this.#periods = new PeriodReader(table);
    this.#hasKinds = hasKinds(table);
    this.#keyColumns = keyColumnsOf(table, this.#usedColumns());
    this.#keys = new KeyReader(table, this.#keyColumns);
    this.#levels = new LevelWords(table);
  }

  get results(): RecognisedTable | undefined {
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
    const kpi = this.#isLevelKnown(row) ? this.#kpiOf(row) : null;
    if (kpi === null) return;
    const period = this.#table.isWide ? undefined : this.#rowPeriod(row, isTotal);
    if (period === null) return;
    if (keys === null) {
      this.#reportBlankKeys(row);
      return;
    }
    this.#addAll(row, keys, kpi, period);
    if (period && (kpi ?? this.#values[0]?.kpi ?? 'revenue') === 'revenue') this.#rows.push({ row, period, keys });
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
    const kpi = kpiNamed(this.#kpiText(row)) ?? value.kpi ?? 'revenue';
    this.blanks.push({
      kpi,
      period: found.period,
      ...this.#subject(row, keys, value.column, false),
      version: this.#textOrNull('version', row),
      place: this.#table.place(row, value.column.index),
    });
  }

  /** False for a level that is a known one misspelled (reported): the row says nothing of which anybody can be sure. */
  #isLevelKnown(row: number): boolean {
    const text = this.#table.fieldText('level', row);
    if (text === '' || this.#levels.isKnown(text)) return true;
    const near = this.#levels.near(text);
    const column = this.#table.column('level');
    if (near.length === 0 || column === undefined) return true;
    const extras = { heading: column.heading, value: text, treatment: 'left-out' as const };
    this.problems.push(problem('targets/unknown-level', this.#table.place(row, column.index), { near }, extras));
    return false;
  }

  /** The row's KPI; in a wide table that of its group. A total under the KPIs is of the one above it. */
  #kpiText(row: number): string {
    const own = this.#table.fieldText('kpi', row);
    if (!this.#table.isWide) return own;
    if (own !== '' && !isTotalText(own)) this.#kpiAbove = own;
    return this.#kpiAbove;
  }

  /** KPI id of the row, undefined where it names none, null where it is unknown (reported). */
  #kpiOf(row: number): string | undefined | null {
    const text = this.#kpiText(row);
    if (text === '') return undefined;
    const kpi = this.#table.kpiNamed(text);
    if (kpi !== undefined) return kpi;
    const column = this.#table.column('kpi');
    const near = [...new Set(closestTo(text, kpiWords).flatMap((word) => kpiNamed(word) ?? []))];
    this.problems.push(
      problem(
        'targets/unknown-kpi',
        this.#table.place(row, column?.index ?? null),
        { near },
        {
          heading: column?.heading ?? null,
          value: text,
          treatment: 'left-out',
        },
      ),
    );
    return null;
  }

  /** Null where it cannot be read (reported); a total over all periods is passed over. */
  #rowPeriod(row: number, isTotal: boolean): Period | null {
    const found = this.#periods.read(row);
    if (found?.kind === 'period') return found.period;
    if (!isTotal && !this.#isTotalLabel(row, found)) this.#reportPeriod(row, found);
    return null;
  }

  /** A grand total has no period of its own, or its label stands in the period column. */
  #isTotalLabel(row: number, found: RowPeriod | undefined): boolean {
    if (found === undefined || found.kind === 'period') return false;
    return found.kind === 'unknown'
      ? isTotalText(found.text)
      : this.#keyColumns.some(({ index }) => isTotalText(this.#table.text(index, row)));
  }

  #reportPeriod(row: number, found: RowPeriod | undefined): void {
    if (found?.kind === 'period') return;
    const place = this.#table.place(row, found?.column.index ?? null);
    const extras = {
      heading: found?.column.heading ?? null,
      value: found?.text ?? null,
      treatment: 'left-out' as const,
    };
    this.problems.push(
      found?.kind === 'blank'
        ? problem('cell/required', place, {}, extras)
        : problem('targets/unknown-period', place, {}, extras),
    );
  }

  #reportBlankKeys(row: number): void {
    const index = this.#keyColumns.at(-1)?.index ?? this.#table.column('name')?.index ?? null;
    const heading = index === null ? null : (this.#table.columnAt(index)?.heading ?? null);
    const place = this.#table.place(row, index);
    this.problems.push(problem('cell/required', place, {}, { heading, value: '', treatment: 'left-out' }));
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
      parentText: this.#textOrNull('parent', row),
      version: this.#textOrNull('version', row),
      effectiveFrom: this.#effectiveFrom(row),
      unit: found.unit,
      weight: this.#number('weight', row),
      currency: this.#textOrNull('currency', row) ?? column.currency ?? this.#table.mapping.statements.currency,
      taxBasis: column.tax,
      sums: this.#sums,
      owner: this.#textOrNull('owner', row),
      baseline: this.#number('baseline', row),
      cells: this.#cells(row, keys),
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

  #textOrNull(field: string, row: number): string | null {
    const text = this.#table.fieldText(field, row);
    return text === '' ? null : text;
  }

  #cells(row: number, { columns }: RowKeys): Target['cells'] {
    const known = this.#cellsOfRow;
    if (known?.row === row) return known.cells;
    const period = this.#table.isWide ? null : this.#periods.column;
    const cells = {
      parent: this.#cell('parent', row),
      weight: this.#cell('weight', row),
      owner: this.#cell('owner', row),
      level: this.#cell('level', row),
      period: period === null ? null : this.#table.place(row, period),
      keys: new Map([...columns].map(([dimension, index]) => [dimension, this.#table.sourcePlace(row, index)])),
    };
    this.#cellsOfRow = { row, cells };
    return cells;
  }

  #cell(field: string, row: number): Place | null {
    const column = this.#table.column(field);
    return column === undefined ? null : this.#table.place(row, column.index);
  }

  #number(field: string, row: number): Decimal | null {
    const reading = readNumber(this.#table.fieldText(field, row), this.#table.column(field)?.numberFormat ?? null);
    return reading.kind === 'number' ? reading.value : null;
  }

  #effectiveFrom(row: number): number | null {
    const column = this.#table.column('effectiveFrom');
    if (column === undefined) return null;
    const date = this.#table.dateCell(column.index, row);
    if (date !== undefined) return date;
    const reading = readDay(this.#table.text(column.index, row), column.dateOrder);
    return reading.kind === 'day' ? reading.day : null;
  }
}

const kinds: ReadonlyMap<string, Target['kind']> = new Map(
  Object.entries({
    target: 'target|base|目标|标准|基本|销售目标|考核目标|正常',
    floor: 'floor|minimum|threshold|保底|底线|保底目标|保底值|最低',
    stretch: 'stretch|stretch target|challenge|挑战|冲刺|挑战目标|冲刺目标',
  }).flatMap(([kind, names]) =>
    names.split('|').map((name): [string, Target['kind']] => [foldName(name), toKind(kind)]),
  ),
);

function toKind(name: string): Target['kind'] {
  return name === 'floor' || name === 'stretch' ? name : 'target';
}

function kindNamed(text: string): Target['kind'] | undefined {
  return kinds.get(foldName(text));
}

/** A column called 类型 says the kind only where all its values are kinds; else it is a dimension (新签, 续签). */
function hasKinds(table: TargetTable): boolean {
  const column = table.column('kind');
  if (column === undefined) return false;
  return [...table.rows()].every((row) => {
    const text = table.text(column.index, row);
    return text === '' || kindNamed(text) !== undefined;
  });
}

function isTotalText(text: string): boolean {
  return /^(?:合计|总计|小计|total|grand total|subtotal|全年)$/iu.test(text.trim());
}

function isTotalLabel(text: string): boolean {
  return totalWord(text) !== undefined || totalledName(text) !== undefined;
}
