/** The largest deals of a person: won in the period, and open now or lost in the period. */
import { compare, zero } from '../../lib/decimal.ts';
import type { DealLine } from '../../model/people.ts';
import type { Column, DayColumn, TextColumn } from '../../model/table.ts';
import { amountAt } from '../aggregate/sum.ts';
import type { Cut } from '../cut.ts';
import { rowsWith } from '../marks.ts';
import type { Population } from '../population.ts';
import type { Slice } from '../slice.ts';
import type { NameOfCustomer } from './customer-names.ts';
import { largestRows, listed } from './largest.ts';

interface Deals {
  readonly won: readonly DealLine[] | null;
  readonly openOrLost: readonly DealLine[] | null;
}

/** Nulls where the data has no such deals, or those there are have no amounts: then nobody knows which are large. */
export function dealsOf(cut: Cut, group: number, nameOf: NameOfCustomer): Deals {
  const largest = (stream: 'closed' | 'open', outcome: string) => {
    const slice = cut.slice(stream);
    if (slice === null) return null;
    const marks = rowsWith(slice.population, 'outcome', outcome);
    const rows = largestRows(slice, group, (row) => marks[row] === 1);
    if (rows.length === 0 && hasMarked(slice, group, marks)) return null;
    return rows.map((row) => dealLine(slice, row, nameOf));
  };
  const [open, lost] = [largest('open', 'open'), largest('closed', 'lost')];
  const both = largestOf([...(open ?? []), ...(lost ?? [])]);
  return {
    won: largest('closed', 'won'),
    openOrLost: both.length === 0 && (open === null || lost === null) ? null : both,
  };
}

function hasMarked({ rows, starts }: Slice, group: number, marks: Uint8Array): boolean {
  return rows.subarray(starts[group] ?? 0, starts[group + 1] ?? 0).some((row) => marks[row] === 1);
}

function largestOf(lines: readonly DealLine[]): DealLine[] {
  return lines.toSorted((a, b) => compare(b.amount, a.amount)).slice(0, listed);
}

function dealLine({ population }: Slice, row: number, nameOf: NameOfCustomer): DealLine {
  const text = (...fields: readonly string[]) => textAt(population, fields, row);
  return {
    name: text('dealName', 'dealId'),
    customer: text('customerName') ?? nameOf(text('customerId')),
    amount: amountAt(population.amount, row) ?? zero,
    day: dayAt(population, ['closeDate', 'expectedCloseDate'], row),
    stage: text('stage', 'status'),
  };
}

/** The first of the fields that has a text in the row. */
export function textAt({ facts }: Population, fields: readonly string[], row: number): string | null {
  const columns = fields.map((field) => facts.columns.get(field)).filter(isTextColumn);
  const found = columns.find(({ codes }) => codes[row] !== 0);
  return found ? found.text(found.codes[row] ?? 0) : null;
}

function isTextColumn(column: Column | undefined): column is TextColumn {
  return column?.kind === 'text';
}

/** The first of the fields that has a day in the row. */
export function dayAt({ facts }: Population, fields: readonly string[], row: number): number | null {
  const columns = fields.map((field) => facts.columns.get(field)).filter(isDayColumn);
  return columns.find(({ present }) => present[row] === 1)?.days[row] ?? null;
}

function isDayColumn(column: Column | undefined): column is DayColumn {
  return column?.kind === 'day';
}
