/** Rows of the files that are not in a number, and why: each once, for the first reason that holds. */
import { add, type Decimal, zero } from '../../lib/decimal.ts';
import type { FactDataset } from '../../model/data-set.ts';
import type { ExcludedPlace, Exclusion, ExclusionReason } from '../../model/explanation.ts';
import type { Place } from '../../model/place.ts';
import type { Column, Facts } from '../../model/table.ts';
import { amountAt, isNegativeAt } from '../aggregate/sum.ts';
import { wantedRows } from '../dimensions.ts';
import { customerKey } from '../population.ts';
import type { Scope } from '../scope.ts';
import type { StreamName } from '../streams.ts';
import { isOf } from './rows-behind.ts';

/** A dataset that a number is made of. */
export interface Used {
  readonly dataset: FactDataset;
  readonly stream: StreamName;
  /** True where the rows go back to the first day. */
  readonly isToDate: boolean;
  readonly facts: Facts;
  /** 1 for rows of the facts that are in it. */
  readonly isUsed: Uint8Array;
}

const placesShown = 3;

/** What can be put right first. */
const reasons: readonly ExclusionReason[] = [
  'left-out',
  'undated',
  'status',
  'no-customer',
  'negative',
  'outcome',
  'not-needed',
  'other-member',
  'after-as-of',
  'outside-period',
];

export function exclusionsOf(scope: Scope, used: readonly Used[]): Exclusion[] {
  return [...leftOutRows(scope, used), ...used.flatMap((one) => otherRows(scope, one))];
}

/** By the code of the problem, with the cell that has it. */
function leftOutRows({ data }: Scope, used: readonly Used[]): Exclusion[] {
  const tables = new Set(
    data.tables
      .filter((table) => used.some(({ dataset }) => isOf(table, dataset)))
      .map(({ file, sheet }) => tableKey({ file, sheet })),
  );
  const problems = new Map(
    data.problems
      .filter(({ treatment }) => treatment === 'left-out')
      .map((found) => [`${rowKey(found.place)} ${found.code}`, found] as const),
  );
  const groups = new Groups();
  for (const { place, amount, code } of data.leftOut) {
    if (!tables.has(tableKey(place))) continue;
    const found = problems.get(`${rowKey(place)} ${code}`);
    groups.add('left-out', code, amount, () => ({
      place: found?.place ?? place,
      heading: found?.heading ?? null,
      value: found?.value ?? null,
    }));
  }
  return groups.list();
}

function tableKey({ file, sheet }: Pick<Place, 'file' | 'sheet'>): string {
  return `${file}\u0000${sheet ?? ''}`;
}

function rowKey(place: Place): string {
  return `${tableKey(place)}\u0000${place.row ?? ''}`;
}

type Why = { readonly reason: ExclusionReason; readonly what: string | null };

function otherRows(scope: Scope, used: Used): Exclusion[] {
  const { facts, isUsed } = used;
  const whyOf = reasonOf(scope, used);
  const amount = facts.columns.get('amount');
  const groups = new Groups();
  for (let row = 0; row < facts.rowCount; row++) {
    if (isUsed[row] === 1 || facts.included[row] !== 1) continue;
    const { reason, what } = whyOf(row);
    groups.add(reason, what, amount?.kind === 'amount' ? amountAt(amount, row) : null, () => ({
      place: facts.placeOf(row),
      heading: null,
      value: null,
    }));
  }
  return groups.list();
}

type Reason = (row: number) => Why | null;

/** Outside the period nothing else is asked, so that the other reasons tell of rows that could have been in it. */
function reasonOf(scope: Scope, used: Used): (row: number) => Why {
  const tests = [kindTest(scope, used), dayTest(scope, used), statusTest(scope, used), contentTest(used)];
  return (row) => {
    for (const test of tests) {
      const why = test(row);
      if (why !== null) return why;
    }
    return because('not-needed');
  };
}

function because(reason: ExclusionReason, what: string | null = null): Why {
  return { reason, what };
}

/** Rows of another kind than the number's: lost deals where won ones are asked for. */
function kindTest({ streams }: Scope, { facts, stream }: Used): Reason {
  const source = streams.source(stream);
  const outcomeOf = texts(facts.columns.get('outcome'));
  return (row) => {
    if (source === null || facts.counts[row] !== 1) return null;
    const isOfKind = source.facts.included[row] === 1 && source.facts.counts[row] === 1;
    return isOfKind ? null : because('outcome', outcomeOf(row));
  };
}

function dayTest({ options, streams, period }: Scope, { stream, isToDate }: Used): Reason {
  const day = streams.source(stream)?.day;
  const asOf = options.asOf ?? Number.POSITIVE_INFINITY;
  const isBounded = !streams.isStock(stream);
  const start = isBounded && !isToDate ? period.start : Number.NEGATIVE_INFINITY;
  const end = isBounded ? period.end : Number.POSITIVE_INFINITY;
  return (row) => {
    if (day?.present[row] !== 1) return because('undated');
    const on = day.days[row] ?? 0;
    if (on > asOf) return because('after-as-of');
    return on > end || on < start ? because('outside-period') : null;
  };
}

function statusTest({ options }: Scope, { facts }: Used): Reason {
  const wanted = wantedRows(facts, options.only ?? new Map());
  const textOf = statusText(facts);
  return (row) => {
    if (facts.counts[row] !== 1) return because('status', textOf(row));
    return wanted === null || wanted?.[row] === 0 ? because('other-member') : null;
  };
}

function contentTest({ facts }: Used): Reason {
  const outcomeOf = texts(facts.columns.get('outcome'));
  const customer = customerKey(facts);
  const amount = facts.columns.get('amount');
  return (row) => {
    const outcome = outcomeOf(row);
    if (outcome !== null) return because('outcome', outcome);
    if (customer?.codes[row] === 0) return because('no-customer');
    return amount?.kind === 'amount' && isNegativeAt(amount, row) ? because('negative') : null;
  };
}

function statusText({ columns }: Facts): (row: number) => string | null {
  const [status, stage] = [texts(columns.get('status')), texts(columns.get('stage'))];
  return (row) => status(row) ?? stage(row);
}

function texts(column: Column | undefined): (row: number) => string | null {
  if (column?.kind !== 'text') return () => null;
  return (row) => column.text(column.codes[row] ?? 0) || null;
}

/** Rows by reason, in the order in which reasons are met. */
class Groups {
  readonly #groups = new Map<
    string,
    {
      readonly reason: ExclusionReason;
      readonly what: string | null;
      rows: number;
      amount: Decimal;
      places: ExcludedPlace[];
    }
  >();

  add(reason: ExclusionReason, what: string | null, amount: Decimal | null, placeOf: () => ExcludedPlace): void {
    const key = `${reason}\u0000${what ?? ''}`;
    const group = this.#groups.get(key) ?? { reason, what, rows: 0, amount: zero, places: [] };
    this.#groups.set(key, group);
    group.rows += 1;
    if (amount !== null && amount.units !== 0n) group.amount = add(group.amount, amount);
    if (group.places.length < placesShown) group.places.push(placeOf());
  }

  list(): Exclusion[] {
    return [...this.#groups.values()].sort(
      (a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason) || b.rows - a.rows,
    );
  }
}
