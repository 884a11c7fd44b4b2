/** The period of a row of a long table of targets. */
import { civilOf, type Day, formatDay } from '../../model/day.ts';
import type { MappedColumn } from '../../model/mapping.ts';
import { type Grain, monthEnd, type Period, periodOf, rangeOf } from '../../model/period.ts';
import { type PeriodContext, parsePeriodText } from '../../model/period-labels.ts';
import { findPeriodIn, yearStatedIn } from '../../model/period-search.ts';
import { readDay } from '../cells/read-day.ts';
import type { TargetTable } from './target-table.ts';

export type RowPeriod =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'blank' | 'unknown'; readonly column: MappedColumn; readonly text: string };

const yearHeading = /^(?:年|年份|年度|财年|year|fiscal ?year|target ?year)$/iu;

/** Reads the periods of rows; what single dates mean (a day, a month) is settled from all of them. */
export class PeriodReader {
  readonly #table: TargetTable;
  readonly #column: MappedColumn | undefined;
  readonly #start: MappedColumn | undefined;
  readonly #end: MappedColumn | undefined;
  readonly #year: MappedColumn | undefined;
  readonly #stated: Period | undefined;
  readonly #context: PeriodContext;
  readonly #dateGrain: Grain;

  constructor(table: TargetTable) {
    this.#table = table;
    this.#column = table.column('period');
    this.#start = table.column('periodStart');
    this.#end = table.column('periodEnd');
    this.#year = table.mapping.columns.find(({ field, heading }) => field === null && yearHeading.test(heading.trim()));
    this.#stated = statedPeriod(table);
    const { fiscalYearStart } = table;
    this.#context = { year: yearOf(table, this.#stated), fiscalYearStart };
    this.#dateGrain = dateGrain(this.#dates(), (this.#column ?? this.#start)?.heading ?? '');
  }

  /** Columns that say the period, so that they are no keys. */
  get columns(): readonly number[] {
    return [this.#column, this.#start, this.#end, this.#year].flatMap((column) => (column ? [column.index] : []));
  }

  /** The column that says the period of rows; null where none does. */
  get column(): number | null {
    return (this.#start ?? this.#column ?? this.#year)?.index ?? null;
  }

  /** Undefined where the table has no column of periods and no name states one. */
  read(row: number): RowPeriod | undefined {
    if (this.#start) return this.#between(row, this.#start);
    const column = this.#column ?? this.#year;
    if (column === undefined) return this.#stated && { kind: 'period', period: this.#stated };
    const text = this.#table.text(column.index, row);
    if (text === '') return { kind: 'blank', column, text };
    const period = this.#periodAt(column, row, text);
    return period ? { kind: 'period', period } : { kind: 'unknown', column, text };
  }

  #periodAt(column: MappedColumn, row: number, text: string): Period | undefined {
    const date = this.#table.dateCell(column.index, row);
    if (date !== undefined) return periodOf(date, this.#dateGrain);
    const label = parsePeriodText(bareNumber(text, column.heading), this.#contextOf(row, column));
    if (label !== undefined) return label.grain === 'day' ? periodOf(label.start, this.#dateGrain) : label;
    const day = readDay(text, column.dateOrder);
    return day.kind === 'day' ? periodOf(day.day, this.#dateGrain) : undefined;
  }

  /** A year column beside the months says their year. */
  #contextOf(row: number, column: MappedColumn): PeriodContext {
    if (this.#year === undefined || this.#year === column) return this.#context;
    const year = /^(?:FY)?\s*((?:19|20)\d\d)/iu.exec(this.#table.text(this.#year.index, row))?.[1];
    return year === undefined ? this.#context : { ...this.#context, year: Number(year) };
  }

  #between(row: number, start: MappedColumn): RowPeriod {
    const text = this.#table.text(start.index, row);
    if (text === '') return { kind: 'blank', column: start, text };
    const from = this.#periodAt(start, row, text);
    if (from === undefined) return { kind: 'unknown', column: start, text };
    const endText = this.#end ? this.#table.text(this.#end.index, row) : '';
    if (this.#end === undefined || endText === '') return { kind: 'period', period: from };
    const to = this.#dayOrPeriod(this.#end, row, endText);
    if (to === undefined || to.end < from.start) return { kind: 'unknown', column: this.#end, text: endText };
    return { kind: 'period', period: calendarPeriod(from.start, to.end) };
  }

  #dayOrPeriod(column: MappedColumn, row: number, text: string): { readonly end: Day } | undefined {
    const date = this.#table.dateCell(column.index, row);
    if (date !== undefined) return { end: date };
    const label = parsePeriodText(text, this.#contextOf(row, column));
    const day = label === undefined ? readDay(text, column.dateOrder) : undefined;
    return day?.kind === 'day' ? { end: day.day } : label;
  }

  #dates(): Day[] {
    const column = this.#column ?? this.#start;
    if (column === undefined) return [];
    return [...this.#table.rows()].flatMap((row) => dayIn(this.#table, column, row) ?? []);
  }
}

function dayIn(table: TargetTable, column: MappedColumn, row: number): Day | undefined {
  const date = table.dateCell(column.index, row);
  if (date !== undefined) return date;
  const text = table.text(column.index, row);
  const label = parsePeriodText(text);
  if (label !== undefined) return label.grain === 'day' ? label.start : undefined;
  const day = readDay(text, column.dateOrder);
  return day.kind === 'day' ? day.day : undefined;
}

/**
 * What single dates stand for: a heading's month, quarter, week or year; months where all are firsts (or all lasts) of
 * months, quarters where all are firsts of different quarters; else days.
 */
function dateGrain(days: readonly Day[], heading: string): Grain {
  const isFirsts = days.length > 0 && days.every((day) => civilOf(day).day === 1);
  const isLasts = days.length > 0 && days.every((day) => monthEnd(day) === day);
  if (/周|week/iu.test(heading)) return 'week';
  if (!isFirsts && !isLasts) return 'day';
  if (/季|quarter|qtr/iu.test(heading)) return 'quarter';
  if (/财年|年度|(?:^|[^a-z])year(?:$|[^a-z])/iu.test(heading) && !/月|month/iu.test(heading)) return 'year';
  const isQuarters = days.every((day) => civilOf(day).month % 3 === 1);
  return isFirsts && isQuarters && new Set(days).size > 1 && !/月|month/iu.test(heading) ? 'quarter' : 'month';
}

/** `3` under 月份 or Month is March, `2` under 季度 the second quarter. */
function bareNumber(text: string, heading: string): string {
  if (!/^0?[1-9]$|^1[0-2]$/.test(text)) return text;
  if (/月|month/iu.test(heading)) return `M${Number(text)}`;
  return /季|quarter|qtr/iu.test(heading) ? `Q${Number(text)}` : text;
}

function calendarPeriod(start: Day, end: Day): Period {
  for (const grain of ['day', 'week', 'month', 'quarter', 'half', 'year'] as const) {
    const period = periodOf(start, grain);
    if (period.start === start && period.end === end) return period;
  }
  return rangeOf(start, end);
}

/** A sheet or file of one period: `1月`, `targets-2024-03.xlsx`; the sheet's month comes before the year of the title. */
function statedPeriod({ mapping, raw }: TargetTable): Period | undefined {
  const { statements } = mapping;
  const stated = statements.period?.period ?? (raw.sheet === null ? undefined : findPeriodIn(raw.sheet));
  const name = raw.file.replace(/^.*[\\/]/, '');
  const year =
    yearStatedIn([raw.sheet, statements.title, name]) ?? (stated?.grain === 'year' ? civilOf(stated.start).year : null);
  const ofSheet = raw.sheet === null || year === null ? undefined : parsePeriodText(raw.sheet, { year });
  const isFiner = ofSheet !== undefined && (stated === undefined || lengthOf(ofSheet) < lengthOf(stated));
  return isFiner ? ofSheet : stated;
}

function lengthOf({ start, end }: Period): number {
  return end - start;
}

function yearOf({ mapping, raw }: TargetTable, stated: Period | undefined): number | null {
  const name = raw.file.replace(/^.*[\\/]/, '');
  const year = yearStatedIn([mapping.statements.title, raw.sheet, name]);
  if (year !== null || stated === undefined) return year;
  const [first, last] = [formatDay(stated.start).slice(0, 4), formatDay(stated.end).slice(0, 4)];
  return first === last ? Number(first) : null;
}
