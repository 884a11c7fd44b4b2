/** What `--against` and `--with-rows` add to the document of an evaluation. */
import { type Decimal, toText } from '../lib/decimal.ts';
import { JsonItems, JsonLine, type JsonValue } from '../lib/json-value.ts';
import type { Against, ChangedRow, KpiDifference, PerKind } from '../model/against.ts';
import type { KeptRows, KeptShare, KeptTable } from '../model/kept-rows.ts';
import type { Place } from '../model/place.ts';
import { mapped, placeOf } from './json-parts.ts';

export function againstValue(against: Against): JsonValue {
  const { path, sha256, asOf, rowsFrom, runs, counts, elsewhere, kpis, people, rows } = against;
  return {
    path,
    sha256,
    asOf,
    rowsFrom,
    runs: runs.map(({ what, was, now }) => ({ what, was, now })),
    counts: kindsValue(counts),
    elsewhere: kindsValue(elsewhere),
    kpis: kpis.map(differenceValue),
    people: people.map((person) => ({ rep: person.rep, kpis: person.kpis.map(differenceValue) })),
    rows: new JsonItems(() => mapped(rows, rowValue)),
  };
}

function kindsValue<Value extends Decimal | number>({
  added,
  removed,
  changed,
  reassigned,
}: PerKind<Value>): JsonValue {
  return { added, removed, changed, reassigned };
}

function differenceValue({ id, unit, was, now, difference, parts, why }: KpiDifference): JsonValue {
  return { id, unit, was, now, difference, parts: parts && kindsValue(parts), why };
}

function rowValue({ kinds, dataset, id, day, rep, was, now, fields, effects }: ChangedRow): JsonValue {
  return {
    kinds,
    dataset,
    id: id || null,
    day: day || null,
    rep: rep || null,
    was: was && placeOf(was),
    now: now && placeOf(now),
    fields: fields.map((field) => ({ field: field.field, was: field.was, now: field.now })),
    effects,
  };
}

/** All rows of a run in little room: a line each, amounts as text so that no program rounds them. */
export function rowsValue({ tables }: KeptRows): JsonValue {
  const places = new Places();
  const kept = tables.map((table) => ({
    dataset: table.dataset,
    fields: table.fields.map(({ name, kind }) => new JsonLine({ name, kind })),
    kpis: [...table.shares].map(([id, { adds }]) => new JsonLine({ id, adds })),
    rows: [...keptLines(table, places)],
  }));
  return { places: places.list.map(({ file, sheet }) => new JsonLine({ file, sheet })), tables: kept };
}

function* keptLines(table: KeptTable, places: Places): Generator<JsonLine> {
  const shares = [...table.shares.values()];
  for (let row = 0; row < table.rowCount; row++) {
    if (!table.isThere(row)) continue;
    const place = table.placeOf(row);
    yield new JsonLine([
      places.numberOf(place),
      place.row,
      stateOf(table, row),
      ...table.fields.map(({ cell }) => cell(row)),
      ...shares.map((share) => shareText(share, row)),
    ]);
  }
}

/** 1 in the period, 2 left out, 0 neither. */
function stateOf(table: KeptTable, row: number): number {
  if (table.isLeftOut(row)) return 2;
  return table.isInPeriod(row) ? 1 : 0;
}

function shareText(share: KeptShare, row: number): string | null {
  if (share.adds === 'key') return share.at(row);
  const amount = share.at(row);
  return amount && toText(amount);
}

class Places {
  readonly list: Pick<Place, 'file' | 'sheet'>[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf({ file, sheet }: Place): number {
    const key = `${file}\u0000${sheet ?? ''}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.list.length);
    this.list.push({ file, sheet });
    return this.list.length - 1;
  }
}
