/** The cells of a table that hold targets: which KPI, which kind, in which unit, and the number itself. */
import { type Decimal, decimal, multiply, signOf, trim } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import { kpiNamed } from '../../model/kpi-names.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import type { MappedColumn } from '../../model/mapping.ts';
import type { Period } from '../../model/period.ts';
import type { Problem } from '../../model/problem.ts';
import { cellKind, rawCellText } from '../../model/raw-table.ts';
import type { Target } from '../../model/target.ts';
import { problem } from '../../problems/catalogue.ts';
import { type NumberReading, readNumber } from '../cells/read-number.ts';
import type { TargetTable } from './target-table.ts';

export interface ValueColumn {
  readonly column: MappedColumn;
  readonly kind: Target['kind'];
  /** Null in long tables, where the row says it. */
  readonly period: Period | null;
  /** KPI id that heading, title or sheet name state; null where none does. */
  readonly kpi: string | null;
  /** The heading calls it a total: 小计, 合计, Total. */
  readonly isTotal: boolean;
}

const totalWord = /小计|合计|总计|\b(?:sub-?)?total\b/iu;
const targetWord = /目标|任务|预算|计划|target|quota|goal|budget/iu;

export function valueColumnsOf(table: TargetTable): ValueColumn[] {
  const stated = kpiOfNames(table);
  if (table.isWide) return wideColumns(table, stated);
  const main = table.column('target');
  const own = main === undefined ? [] : [{ ...long(main), kpi: kpiOfHeading(main.heading) ?? stated }];
  const bounds = (['floor', 'stretch'] as const).flatMap((kind) => {
    const column = table.column(kind);
    return column ? [{ ...long(column), kind, kpi: own[0]?.kpi ?? stated }] : [];
  });
  return [...own, ...bounds, ...otherKpis(table, main)];
}

function long(column: MappedColumn): ValueColumn {
  return { column, kind: 'target', period: null, kpi: null, isTotal: false };
}

function wideColumns(table: TargetTable, stated: string | null): ValueColumn[] {
  return table.mapping.periodColumns.flatMap(({ index, period, role, kpi }) => {
    const column = table.columnAt(index);
    if (column === undefined || role === 'actual' || role === 'rate') return [];
    const kind = role === 'floor' || role === 'stretch' ? role : 'target';
    const isTotal = totalWord.test(column.heading);
    return [{ column, kind, period, kpi: (kpi === undefined ? undefined : kpiNamed(kpi)) ?? stated, isTotal }];
  });
}

/** Further target columns of a long table, one KPI each: `回款目标` beside `销售目标`. */
function otherKpis(table: TargetTable, main: MappedColumn | undefined): ValueColumn[] {
  const needsWord = main !== undefined && targetWord.test(main.heading);
  return table.mapping.columns.flatMap((column) => {
    const isNumeric = column.type === 'number' || column.type === 'money';
    if (column.field !== null || !isNumeric || (needsWord && !targetWord.test(column.heading))) return [];
    const kpi = kpiOfHeading(column.heading);
    return kpi === null ? [] : [{ ...long(column), kpi }];
  });
}

function kpiOfHeading(heading: string): string | null {
  const bare = heading.replaceAll(/[(（【[].*?[)）】\]]/g, ' ').trim();
  const rest = bare.replace(/(?:目标值?|任务额?|指标|预算|计划|targets?|quotas?|goals?|budgets?)$/iu, '').trim();
  return rest === '' ? null : (kpiNamed(rest) ?? null);
}

/** The KPI that title or sheet name put before the word target: `2024年回款目标分解表` is about money received. */
function kpiOfNames({ mapping, raw }: TargetTable): string | null {
  for (const text of [mapping.statements.title, raw.sheet]) {
    const before =
      /^(.*?)(?:目标|任务|预算|\btargets?\b|\bquotas?\b|\bgoals?\b)/iu.exec(foldText(text ?? ''))?.[1] ?? '';
    const kpi = lastKpi(before.trim());
    if (kpi !== null) return kpi;
  }
  return null;
}

/** A title that names a KPI is not longer: each cut of it is tried. */
const longestTitle = 200;

function lastKpi(text: string): string | null {
  if (text.length > longestTitle) return null;
  for (let cut = 0; cut < text.length; cut++) {
    const isInsideWord = /[a-z0-9]/i.test(text[cut - 1] ?? '') && /[a-z0-9]/i.test(text[cut] ?? '');
    const kpi = isInsideWord ? undefined : kpiNamed(text.slice(cut));
    if (kpi !== undefined) return kpi;
  }
  return null;
}

export interface TargetNumber {
  readonly value: Decimal;
  /** Factor of the unit that the value was stated in. */
  readonly unit: Decimal;
}

/** The number of a target cell in base units of the KPI, null where it is blank, or what is wrong with it. */
export function readTarget(
  table: TargetTable,
  row: number,
  column: MappedColumn,
  kpi: string,
): TargetNumber | Problem | null {
  const raw = table.raw.columns[column.index];
  const kind = table.kind(column.index, row);
  if (raw === undefined || kind === cellKind.empty) return null;
  const text = rawCellText(raw, row);
  const extras = { heading: column.heading, value: text, treatment: 'left-out' as const };
  const place = table.place(row, column.index);
  if (kind === cellKind.noResult) return problem('cell/no-cached-value', place, {}, extras);
  const reading = readingOf(kind, text, table.raw.isTyped && kind !== cellKind.text ? null : column.numberFormat);
  if (reading.kind === 'none') return null;
  if (reading.kind === 'error') return problem('cell/error-value', place, {}, extras);
  if (reading.kind === 'bad') return problem('cell/not-a-number', place, { hint: reading.hint }, extras);
  if (signOf(reading.value) < 0) return problem('targets/negative', place, {}, extras);
  const unit = reading.hasUnit ? decimal(1) : unitOf(table, row, column, kpi);
  return { value: trim(multiply(reading.value, unit)), unit };
}

function readingOf(kind: number, text: string, format: MappedColumn['numberFormat']): NumberReading {
  if (kind === cellKind.error) return { kind: 'error' };
  if (kind === cellKind.date || kind === cellKind.boolean) return { kind: 'bad', hint: '' };
  return readNumber(text, format);
}

const hundredth = decimal(1, 2);
const scales: ReadonlyMap<string, bigint> = new Map([
  ['千', 1_000n],
  ['万', 10_000n],
  ['萬', 10_000n],
  ['十万', 100_000n],
  ['百万', 1_000_000n],
  ['千万', 10_000_000n],
  ['亿', 100_000_000n],
  ['k', 1_000n],
  ['m', 1_000_000n],
  ['million', 1_000_000n],
  ['thousand', 1_000n],
  ['bn', 1_000_000_000n],
]);

/** The unit column's word, else the column's own unit; one stated for money does not scale counts, ratios or days. */
function unitOf(table: TargetTable, row: number, column: MappedColumn, kpi: string): Decimal {
  const word = foldText(table.fieldText('unit', row)).toLowerCase();
  const unit = traitsOf(kpi, table.ownKpis)?.unit;
  const isShare = unit === 'ratio' && !hasPercentFormat(table, column);
  if (isShare && (word === '%' || word === '百分比' || word === 'percent')) return hundredth;
  const scale = scales.get(word.replace(/(?:元|人民币|rmb|cny|usd|[¥$€£]|人|个|单|家|件)$/u, '').trim());
  if (scale !== undefined) return decimal(scale);
  if (isShare && column.isPercent && /%|％|百分/.test(column.heading + (column.unitStated ?? ''))) return hundredth;
  return unit === 'money' && word === '' ? column.unit : decimal(1);
}

/** A percent of a workbook is stored as its share. */
function hasPercentFormat({ raw }: TargetTable, { index }: MappedColumn): boolean {
  return [...(raw.columns[index]?.formats.keys() ?? [])].some((format) => format.includes('%'));
}
