/** Which row of one run is which of the other: by id and product, equal ones first; without an id by all that they say. */
import { foldText } from '../../lib/fold-text.ts';
import type { KeptField, KeptTable } from '../../model/kept-rows.ts';
import { rowIds } from '../../model/row-identity.ts';

export interface Matching {
  readonly pairs: readonly (readonly [was: number, now: number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
  /** Fields of both in which two rows differ. */
  differing(was: number, now: number): readonly KeptPair[];
}

/** A field that both tables have. */
export interface KeptPair {
  readonly was: KeptField;
  readonly now: KeptField;
}

/** Tables of one dataset. */
export function matchRows(was: KeptTable, now: KeptTable): Matching {
  const fields = commonFields(was, now);
  const id = idOf(was, now);
  const open = bucketsOf(was, now, fields, id);
  const pairs: (readonly [number, number])[] = [];
  const [removed, added]: [number[], number[]] = [[], []];
  const matcher = new Matcher(fields, id !== null);
  for (const bucket of open) {
    const rest = matcher.match(bucket, pairs);
    removed.push(...rest.was);
    added.push(...rest.now);
  }
  return {
    pairs: pairs.sort(([, a], [, b]) => a - b),
    removed: removed.sort((a, b) => a - b),
    added: added.sort((a, b) => a - b),
    differing: (one, other) => fields.filter((field) => !isSame(field, one, other)),
  };
}

function commonFields(was: KeptTable, now: KeptTable): readonly KeptPair[] {
  const others = new Map(now.fields.map((field) => [field.name, field]));
  return was.fields.flatMap((field) => {
    const other = others.get(field.name);
    return other ? [{ was: field, now: other }] : [];
  });
}

function isSame({ was, now }: KeptPair, one: number, other: number): boolean {
  const [a, b] = [was.cell(one), now.cell(other)];
  return a === b || (was.kind === 'text' && foldText(a) === foldText(b));
}

/** The field that says which row it is, where both have it; a payment is one of several of its order. */
export function idField(table: KeptTable): KeptField | null {
  const name = rowIds[table.dataset] ?? 'orderId';
  return table.fields.find((field) => field.name === name) ?? null;
}

function idOf(was: KeptTable, now: KeptTable): KeptPair | null {
  const [a, b] = [idField(was), idField(now)];
  return a && b ? { was: a, now: b } : null;
}

interface Bucket {
  readonly was: number[];
  readonly now: number[];
  readonly hasId: boolean;
}

/** Rows that may be the same: of one id, or in all fields equal. */
function bucketsOf(was: KeptTable, now: KeptTable, fields: readonly KeptPair[], id: KeptPair | null): Iterable<Bucket> {
  const buckets = new Map<string, Bucket>();
  for (const [side, table] of [['was', was] as const, ['now', now] as const]) {
    const own = fields.map((field) => field[side]);
    for (const row of rowsOf(table)) {
      const name = id === null ? '' : foldText(id[side].cell(row));
      const key = name === '' ? `\u0000${contentOf(own, row)}` : name;
      const bucket = buckets.get(key) ?? { was: [], now: [], hasId: name !== '' };
      bucket[side].push(row);
      buckets.set(key, bucket);
    }
  }
  return buckets.values();
}

function* rowsOf({ rowCount, isThere }: KeptTable): Generator<number> {
  for (let row = 0; row < rowCount; row++) if (isThere(row)) yield row;
}

function contentOf(fields: readonly KeptField[], row: number): string {
  return fields.map(({ kind, cell }) => (kind === 'text' ? foldText(cell(row)) : cell(row))).join('\u0000');
}

type Rest = Pick<Bucket, 'was' | 'now'>;

class Matcher {
  readonly #steps: readonly { readonly was: readonly KeptField[]; readonly now: readonly KeptField[] }[];

  constructor(fields: readonly KeptPair[], hasIds: boolean) {
    const line = fields.filter(({ was }) => was.name === 'product' || was.name === 'category');
    const of = (pairs: readonly KeptPair[]) => ({
      was: pairs.map((pair) => pair.was),
      now: pairs.map((pair) => pair.now),
    });
    this.#steps = hasIds ? [of(fields), of(line)] : [];
  }

  /** Puts pairs where they are found; gives back who is left. */
  match({ was, now, hasId }: Bucket, pairs: (readonly [number, number])[]): Rest {
    if (was.length === 0 || now.length === 0) return { was, now };
    const [one = 0, other = 0] = [was[0], now[0]];
    if (was.length === 1 && now.length === 1) return this.#pair([one, other], pairs);
    // Without an id all rows of the bucket are equal.
    if (!hasId) return inOrder({ was, now }, pairs);
    let rest: Rest = { was, now };
    for (const step of this.#steps) rest = stepped(rest, step, pairs);
    const [last, first] = [rest.was[0], rest.now[0]];
    const isOnlyOne = rest.was.length === 1 && rest.now.length === 1;
    return isOnlyOne && last !== undefined && first !== undefined ? this.#pair([last, first], pairs) : rest;
  }

  #pair(pair: readonly [number, number], pairs: (readonly [number, number])[]): Rest {
    pairs.push(pair);
    return { was: [], now: [] };
  }
}

function inOrder({ was, now }: Rest, pairs: (readonly [number, number])[]): Rest {
  const both = Math.min(was.length, now.length);
  for (let i = 0; i < both; i++) pairs.push([was[i] ?? 0, now[i] ?? 0]);
  return { was: was.slice(both), now: now.slice(both) };
}

/** Pairs rows that are equal in the fields of a step, in their order. */
function stepped(
  { was, now }: Rest,
  step: { readonly was: readonly KeptField[]; readonly now: readonly KeptField[] },
  pairs: (readonly [number, number])[],
): Rest {
  if (was.length === 0 || now.length === 0) return { was, now };
  const open = new Map<string, number[]>();
  for (const row of was.toReversed()) {
    const key = contentOf(step.was, row);
    const known = open.get(key);
    if (known) known.push(row);
    else open.set(key, [row]);
  }
  const taken = new Set<number>();
  const rest: number[] = [];
  for (const row of now) {
    const found = open.get(contentOf(step.now, row))?.pop();
    if (found === undefined) {
      rest.push(row);
      continue;
    }
    taken.add(found);
    pairs.push([found, row]);
  }
  return { was: was.filter((row) => !taken.has(row)), now: rest };
}
