/** What an earlier export of the deals expected of each: for the deals that slip. */
import { foldText } from '../lib/fold-text.ts';
import type { DataSet } from '../model/data-set.ts';
import type { Problem } from '../model/problem.ts';
import type { Column, DayColumn, Facts, TextColumn } from '../model/table.ts';
import { problem } from '../problems/catalogue.ts';
import { UserError } from '../problems/user-error.ts';
import { isText } from './marks.ts';

/** The deals have it where an earlier export was given: the close date that it expected, of deals open in it. */
export const plannedClose = 'plannedCloseDate';

/**
 * `now` with what `then` expected, by deal id, and with its problems. Throws `deals/not-comparable` where one of the two
 * has no deals with ids, or the earlier one no expected close dates.
 */
export function withEarlierDeals(now: DataSet, then: DataSet, file: string): DataSet {
  const deals = now.facts.deals;
  const ids = idsOf(deals);
  if (deals === null || ids === null) throw new UserError('deals/not-comparable', { file, missing: 'dealId' });
  const planned = plannedDays(then, file);
  const [days, present] = [new Int32Array(deals.rowCount), new Uint8Array(deals.rowCount)];
  for (const [row, code] of ids.codes.entries()) {
    const key = foldText(ids.text(code));
    const day = code === 0 ? undefined : planned.get(key)?.day;
    if (day === undefined) continue;
    [days[row], present[row]] = [day, 1];
    planned.delete(key);
  }
  const column: DayColumn = { kind: 'day', days, present };
  return {
    ...now,
    facts: { ...now.facts, deals: withColumn(deals, plannedClose, column) },
    problems: [...now.problems, ...then.problems, ...gone(then, planned)],
  };
}

function withColumn(facts: Facts, name: string, column: Column): Facts {
  const { columns } = facts;
  return {
    ...facts,
    columns: {
      get: (wanted) => (wanted === name ? column : columns.get(wanted)),
      has: (wanted) => wanted === name || columns.has(wanted),
      keys: () => [...columns.keys(), name].values(),
    },
  };
}

interface Planned {
  readonly day: number;
  readonly row: number;
}

/** Of the earlier export's open deals, by id as compared; of a repeated one the first. */
function plannedDays({ facts: { deals } }: DataSet, file: string): Map<string, Planned> {
  const ids = idsOf(deals);
  if (deals === null || ids === null) throw new UserError('deals/not-comparable', { file, missing: 'dealId' });
  const dayOf = expectedDays(deals);
  const planned = new Map<string, Planned>();
  for (const [row, code] of ids.codes.entries()) {
    const day = dayOf(row);
    const key = foldText(ids.text(code));
    if (code !== 0 && day !== null && !planned.has(key)) planned.set(key, { day, row });
  }
  if (planned.size === 0) throw new UserError('deals/not-comparable', { file, missing: 'expectedCloseDate' });
  return planned;
}

/** When the deal of a row was expected to close; null where it is not open, not dated or no data. */
function expectedDays({ columns, included }: Facts): (row: number) => number | null {
  const [expected, outcome] = [columns.get('expectedCloseDate'), columns.get('outcome')];
  if (expected?.kind !== 'day' || outcome?.kind !== 'text') return () => null;
  const isOpen = isText(outcome, ['open']);
  const isThere = (row: number) => included[row] === 1 && isOpen(row) && expected.present[row] === 1;
  return (row) => (isThere(row) ? (expected.days[row] ?? null) : null);
}

function idsOf(deals: Facts | null): TextColumn | null {
  const ids = deals?.columns.get('dealId');
  return ids?.kind === 'text' ? ids : null;
}

/** Deals that the later export does not have any more are in no slip rate: said once. */
function gone({ facts: { deals } }: DataSet, left: ReadonlyMap<string, Planned>): Problem[] {
  const [first] = left.values();
  if (deals === null || first === undefined) return [];
  const value = idsOf(deals)?.text(idsOf(deals)?.codes[first.row] ?? 0) ?? '';
  return [problem('deals/gone', deals.placeOf(first.row), { deals: left.size, example: value }, { value })];
}
