/** What was sold by month, of the whole or of each value of a dimension: rough numbers to hold targets against. */
import { foldText } from '../../../lib/fold-text.ts';
import type { DataSet } from '../../../model/data-set.ts';
import { type Period, periodOf, periodsBetween } from '../../../model/period.ts';
import type { AmountColumn, DayColumn, Facts } from '../../../model/table.ts';

export interface Actuals {
  /** Folded value ('' for the whole) → month id → money. */
  readonly byValue: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** As first spelled, by folded value. */
  readonly names: ReadonlyMap<string, string>;
  readonly firstDay: number;
  readonly lastDay: number;
}

const dates = ['orderDate', 'invoiceDate', 'deliveryDate', 'paymentDate'];

/** Null where there are no orders with dates and money, or they do not have the dimension. */
export function actualsBy(data: DataSet | null, dimension: string): Actuals | null {
  const facts = data?.facts.orders ?? null;
  if (facts === null) return null;
  const days = dates.map((name) => facts.columns.get(name)).find((column) => column?.kind === 'day');
  const amounts = facts.columns.get('amount');
  if (days?.kind !== 'day' || amounts?.kind !== 'amount') return null;
  return gather(facts, { days, amounts }, dimension);
}

interface Columns {
  readonly days: DayColumn;
  readonly amounts: AmountColumn;
}

function gather(facts: Facts, { days, amounts }: Columns, dimension: string): Actuals | null {
  const column = dimension === '' ? null : facts.dimension(dimension);
  if (column === undefined) return null;
  const sums = Array.from({ length: column?.size ?? 1 }, () => new Map<number, number>());
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const monthOf = monthsByDay();
  for (let row = 0; row < facts.rowCount; row++) {
    if (!isCounted(facts, row) || days.present[row] !== 1 || amounts.present[row] !== 1) continue;
    const day = days.days[row] ?? 0;
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
    const own = sums[column?.codes[row] ?? 0];
    const month = monthOf(day);
    own?.set(month, (own.get(month) ?? 0) + (amounts.units[row] ?? 0) / 10 ** amounts.scale);
  }
  const names = new Map(sums.map((_, code): [string, string] => nameAt(column?.text(code) ?? '')));
  const byValue = new Map(sums.map((own, code) => [nameAt(column?.text(code) ?? '')[0], withIds(own)]));
  return { byValue, names, firstDay, lastDay };
}

function isCounted({ included, counts }: Facts, row: number): boolean {
  return included[row] === 1 && counts[row] === 1;
}

function nameAt(text: string): [string, string] {
  return [foldText(text), text];
}

/** First day of the month of a day; asked once per day, not once per row. */
function monthsByDay(): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const month = known.get(day) ?? periodOf(day, 'month').start;
    known.set(day, month);
    return month;
  };
}

function withIds(months: ReadonlyMap<number, number>): Map<string, number> {
  return new Map([...months].map(([start, money]) => [periodOf(start, 'month').id, money]));
}

export function sumIn(months: ReadonlyMap<string, number>, { start, end }: Period): number {
  return periodsBetween(start, end, 'month').reduce((total, { id }) => total + (months.get(id) ?? 0), 0);
}
