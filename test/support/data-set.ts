/** CSV texts → the validated data set, by the real readers. */
import { type Decimal, toText } from '../../src/lib/decimal.ts';
import type { DataSet } from '../../src/model/data-set.ts';
import type { RecogniseOptions, ValidateOptions } from '../../src/model/options.ts';
import type { RawFile } from '../../src/model/raw-table.ts';
import type { Facts } from '../../src/model/table.ts';
import { readText } from '../../src/read/csv/read-text.ts';
import { memorySource } from '../../src/read/source.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { buildDataSet } from '../../src/validate/build-data-set.ts';
import { amountAt } from '../../src/validate/cells/amount.ts';
import { dayAt } from '../../src/validate/cells/day.ts';
import { sumColumn } from '../../src/validate/line-amount.ts';

interface Options {
  readonly recognise?: RecogniseOptions;
  readonly validate?: ValidateOptions;
}

/** Files by name; lines joined by newlines. */
export async function dataSetOf(
  files: Readonly<Record<string, readonly string[]>>,
  options: Options = {},
): Promise<DataSet> {
  const raw: RawFile[] = [];
  for (const [name, lines] of Object.entries(files)) {
    raw.push(await readText(memorySource(name, Buffer.from(`${lines.join('\n')}\n`))));
  }
  return buildDataSet(recognise(raw, options.recognise ?? {}), raw, options.validate ?? {});
}

/** Exact sum of a column over the rows that figures use, as text. */
export function total(data: DataSet, field = 'amount'): string | null {
  const column = data.facts.orders?.columns.get(field);
  if (!data.facts.orders || column?.kind !== 'amount') return null;
  const { included, counts } = data.facts.orders;
  return toText(sumColumn(column, (row) => included[row] === 1 && counts[row] === 1));
}

/** A column of the facts as texts, rows left out included; null is missing. */
export function values(facts: Facts | null, name: string): (string | number | null)[] {
  if (!facts) return [];
  const column = facts.columns.get(name) ?? facts.dimension(name);
  return Array.from({ length: facts.rowCount }, (_, row) => {
    if (column?.kind === 'amount') return textOf(amountAt(column, row));
    if (column?.kind === 'day') return dayAt(column, row);
    return column && column.codes[row] !== 0 ? column.text(column.codes[row] ?? 0) : null;
  });
}

function textOf(value: Decimal | null): string | null {
  return value && toText(value);
}

/** Codes with how often each was reported. */
export function codes(data: DataSet): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of data.problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
