/** The difference of each KPI, of the whole and per person, from what was seen of the rows. */
import { add, compare, type Decimal, isZero, negate, subtract, toText, zero } from '../../lib/decimal.ts';
import { type ChangeKind, changeKinds, type KpiDifference, type PersonDifference } from '../../model/against.ts';
import { type FactDataset, factDatasets } from '../../model/data-set.ts';
import type { KeptRows } from '../../model/kept-rows.ts';
import type { Unit } from '../../model/kpi.ts';
import { CountChange } from './count-change.ts';
import type { KpiChange, Split } from './kpi-change.ts';
import { SumChange } from './sum-change.ts';

export interface Runs {
  readonly was: KeptRows;
  readonly now: KeptRows;
  /** The KPIs of now. */
  readonly kpis: readonly { readonly id: string; readonly unit: Unit; readonly actual: Decimal | null }[];
  /** What the earlier document says of its KPIs, where it is of the same period. */
  readonly documented: ReadonlyMap<string, Decimal | null> | null;
}

/** By dataset, because a KPI may be made of several. */
export type Changes = ReadonlyMap<string, ReadonlyMap<FactDataset, KpiChange>>;

/** Nothing where rows do not add up to the KPI in one of the runs. */
export function changesOf(id: string, { was, now }: Runs): (readonly [string, ReadonlyMap<FactDataset, KpiChange>])[] {
  const shareIn = ({ tables }: KeptRows, dataset: FactDataset) =>
    tables.find((table) => table.dataset === dataset)?.shares.get(id);
  // In the other run it may be made of what are no rows: of returns that are listed apart.
  if (![was, now].every(({ tables }) => tables.some(({ shares }) => shares.has(id)))) return [];
  const found = factDatasets.flatMap((dataset) => {
    const [one, other] = [shareIn(was, dataset), shareIn(now, dataset)];
    if (one === undefined && other === undefined) return [];
    const isCount = one?.adds === 'key' || other?.adds === 'key';
    return [[dataset, isCount ? new CountChange(one, other) : new SumChange(one, other)] as const];
  });
  return found.length === 0 ? [] : [[id, new Map(found)] as const];
}

/** The same value for each kind of change. */
export function perKind<Value>(make: () => Value): Record<ChangeKind, Value> {
  return { added: make(), removed: make(), changed: make(), reassigned: make() };
}

export function differenceOf(
  { id, unit, actual: now }: Runs['kpis'][number],
  { was: earlier, documented }: Runs,
  changes: ReadonlyMap<FactDataset, KpiChange> | undefined,
): KpiDifference {
  const rebuilt = earlier.actuals.get(id) ?? null;
  const said = documented?.get(id) ?? rebuilt;
  const split = changes === undefined ? null : totalOf(changes, null);
  // A document's number is a double: where it is that of the exact one, the exact one is meant.
  const was = [split?.was ?? null, rebuilt].find((value) => isAlike(value, said)) ?? said;
  const whole = { id, unit, was, now, difference: was && now && subtract(now, was) };
  if (was === null || now === null) return { ...whole, parts: null, why: 'no-value' };
  if (!isAlike(rebuilt, said)) return { ...whole, parts: null, why: 'not-reproduced' };
  if (split === null) return { ...whole, parts: null, why: 'not-a-sum' };
  const isWhole = compare(split.was, was) === 0 && compare(split.now, now) === 0;
  return isWhole ? { ...whole, parts: split.parts, why: null } : { ...whole, parts: null, why: 'not-reproduced' };
}

function isAlike(a: Decimal | null, b: Decimal | null): boolean {
  return a !== null && b !== null && Number(toText(a)) === Number(toText(b));
}

/** Over all datasets that the KPI is made of; null where one of them does not tell. */
function totalOf(changes: ReadonlyMap<FactDataset, KpiChange>, rep: string | null): Split | null {
  let total: Split = { was: zero, now: zero, parts: perKind(() => zero) };
  for (const change of changes.values()) {
    const split = change.splitOf(rep);
    if (split === null) return null;
    const { parts } = total;
    total = {
      was: add(total.was, split.was),
      now: add(total.now, split.now),
      parts: {
        added: add(parts.added, split.parts.added),
        removed: add(parts.removed, split.parts.removed),
        changed: add(parts.changed, split.parts.changed),
        reassigned: add(parts.reassigned, split.parts.reassigned),
      },
    };
  }
  return total;
}

/** Everybody of whom a number has changed, by the difference of the first KPI, largest first; KPIs that are not split have none. */
export function peopleOf(
  kpis: readonly KpiDifference[],
  changes: Changes,
  reps: readonly string[],
): PersonDifference[] {
  const split = kpis.filter(({ parts }) => parts !== null);
  const found = reps.map((rep) => ({ rep, kpis: split.flatMap((kpi) => differenceOfPerson(kpi, changes, rep)) }));
  const size = ({ kpis: [first] }: PersonDifference) => absolute(first?.difference ?? zero);
  return found
    .filter((person) =>
      person.kpis.some(({ parts }) => parts !== null && !changeKinds.every((kind) => isZero(parts[kind]))),
    )
    .sort((a, b) => compare(size(b), size(a)) || (a.rep < b.rep ? -1 : 1));
}

function differenceOfPerson({ id, unit }: KpiDifference, changes: Changes, rep: string): KpiDifference[] {
  const own = changes.get(id);
  const split = own ? totalOf(own, rep) : null;
  if (split === null) return [];
  const { was, now, parts } = split;
  return [{ id, unit, was, now, difference: subtract(now, was), parts, why: null }];
}

function absolute(value: Decimal): Decimal {
  return value.units < 0n ? negate(value) : value;
}
