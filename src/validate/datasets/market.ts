/** Tables of markets → how large each was; a size that stands beside several competitors counts once. */
import { compare, toText } from '../../lib/decimal.ts';
import type { MarketSize } from '../../model/data-set.ts';
import { type Grain, type Period, periodOf } from '../../model/period.ts';
import { parsePeriodText } from '../../model/period-labels.ts';
import { yearStatedIn } from '../../model/period-search.ts';
import type { TextColumn } from '../../model/table.ts';
import { problem } from '../../problems/catalogue.ts';
import { amountAt } from '../cells/amount.ts';
import { readDay } from '../cells/read-day.ts';
import { judgeRows } from '../judge-rows.ts';
import type { Ledger } from '../ledger.ts';
import type { TypedTable } from '../typed-table.ts';

export function collectMarket(tables: readonly TypedTable[], ledger: Ledger): MarketSize[] {
  const sizes = new Map<string, MarketSize>();
  for (const table of tables) {
    judgeRows(table, { day: null, mayLackDay: true, money: ['marketSize'] }, ledger);
    const periods = periodsOf(table);
    for (let row = 0; row < table.rowCount; row += 1) {
      const found = sizeAt(table, row, periods, ledger);
      if (!found) continue;
      const key = [found.period.id, found.segment, found.region].join('\u0000');
      const known = sizes.get(key);
      if (!known) sizes.set(key, found);
      else if (compare(known.size, found.size) !== 0) reportDiffers(table, known, found, ledger);
    }
  }
  return [...sizes.values()];
}

function sizeAt(
  table: TypedTable,
  row: number,
  periods: readonly (Period | undefined)[],
  ledger: Ledger,
): MarketSize | undefined {
  const [texts, sizes] = [table.text('period'), table.amount('marketSize')];
  const size = sizes && amountAt(sizes, row);
  if (!texts || !size || table.included[row] !== 1) return undefined;
  const code = texts.codes[row] ?? 0;
  const period = periods[code];
  if (!period) {
    const extras = { heading: table.heading('period'), value: texts.text(code), treatment: 'left-out' as const };
    ledger.report(problem('market/unknown-period', table.place(row, 'period'), {}, extras));
    return undefined;
  }
  const [segment, region] = [valueAt(table.text('segment'), row), valueAt(table.text('region'), row)];
  return { period, segment, region, size, place: table.place(row, 'marketSize') };
}

function valueAt(column: TextColumn | undefined, row: number): string | null {
  const code = column?.codes[row] ?? 0;
  return column && code > 0 ? column.text(code) : null;
}

/** The period of each distinct label. Dates of days are taken for the period that all of them begin or end. */
function periodsOf(table: TypedTable): (Period | undefined)[] {
  const column = table.text('period');
  if (!column) return [];
  const { raw, mapping } = table.table;
  const year = yearStatedIn([mapping.statements.title, raw.sheet, raw.file.split(/[/\\]/u).at(-1) ?? null]);
  const found = Array.from({ length: column.size }, (_, code) => periodIn(column.text(code), year, table));
  const grain = dateGrain(found.flatMap((period) => (period?.grain === 'day' ? [period.start] : [])));
  return found.map((period) => (period?.grain === 'day' ? periodOf(period.start, grain) : period));
}

function periodIn(text: string, year: number | null, table: TypedTable): Period | undefined {
  if (text === '') return undefined;
  const label = parsePeriodText(text, { year });
  if (label) return label;
  const day = readDay(text, table.mapped('period')?.dateOrder ?? null);
  return day.kind === 'day' ? periodOf(day.day, 'day') : undefined;
}

/** The coarsest grain of which every date is the first day, or every date the last: 2024-01-01, 2024-04-01 are quarters. */
function dateGrain(days: readonly number[]): Grain {
  const grains = ['year', 'quarter', 'month'] as const;
  const isEdge = (grain: Grain, edge: 'start' | 'end') => days.every((day) => periodOf(day, grain)[edge] === day);
  const isDistinct = (grain: Grain) => new Set(days.map((day) => periodOf(day, grain).id)).size === days.length;
  const found = grains.find((grain) => isDistinct(grain) && (isEdge(grain, 'start') || isEdge(grain, 'end')));
  return days.length > 1
    ? (found ?? 'day')
    : (grains.findLast((grain) => isEdge(grain, 'start') || isEdge(grain, 'end')) ?? 'day');
}

function reportDiffers(table: TypedTable, known: MarketSize, found: MarketSize, ledger: Ledger): void {
  const params = {
    period: found.period.id,
    first: toText(known.size),
    second: toText(found.size),
    firstRow: known.place.row ?? 0,
  };
  const extras = {
    related: [known.place],
    heading: table.heading('marketSize'),
    value: toText(found.size),
    treatment: 'ignored' as const,
  };
  ledger.report(problem('market/size-differs', found.place, params, extras));
}
