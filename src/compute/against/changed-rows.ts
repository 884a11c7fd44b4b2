/** What happened to each row of a dataset, told to the KPIs and kept for the list of rows. */
import type { Decimal } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { ChangedRow, ChangeKind } from '../../model/against.ts';
import type { KeptField, KeptTable } from '../../model/kept-rows.ts';
import type { Changes } from './differences.ts';
import type { RowChange, Side } from './kpi-change.ts';
import { idField, type Matching, matchRows } from './match-rows.ts';

/** Tables of one dataset. */
export interface TablePair {
  readonly was: KeptTable;
  readonly now: KeptTable;
}

export interface Lists {
  readonly rows: Record<ChangeKind, ChangedRow[]>;
  readonly counts: Record<ChangeKind, number>;
  readonly elsewhere: Record<ChangeKind, number>;
}

const people: readonly string[] = ['rep', 'team'];

/** The rows of one dataset, matched and told apart. */
export class Comparing {
  readonly #pair: TablePair;
  readonly #changes: Changes;
  readonly #reps: Map<string, string>;
  readonly #matching: Matching;
  readonly #repOf: { readonly was: (row: number) => string; readonly now: (row: number) => string };

  constructor(pair: TablePair, changes: Changes, reps: Map<string, string>) {
    this.#pair = pair;
    this.#changes = changes;
    this.#reps = reps;
    this.#matching = matchRows(pair.was, pair.now);
    this.#repOf = { was: cellOf(pair.was, 'rep'), now: cellOf(pair.now, 'rep') };
  }

  into(lists: Lists): void {
    const { pairs, removed, added } = this.#matching;
    for (const now of added) this.#see(lists, null, now, ['added']);
    for (const was of removed) this.#see(lists, was, null, ['removed']);
    for (const [was, now] of pairs) this.#see(lists, was, now, this.#kindsOf(was, now));
  }

  #kindsOf(was: number, now: number): ChangeKind[] {
    const fields = this.#matching.differing(was, now).map((field) => field.was.name);
    const isChanged =
      fields.some((name) => !people.includes(name)) || this.#pair.was.isLeftOut(was) !== this.#pair.now.isLeftOut(now);
    const isReassigned = fields.some((name) => people.includes(name));
    return [...(isChanged ? ['changed' as const] : []), ...(isReassigned ? ['reassigned' as const] : [])];
  }

  #see(lists: Lists, was: number | null, now: number | null, kinds: readonly ChangeKind[]): void {
    const change: RowChange = { was: this.#side('was', was), now: this.#side('now', now), kinds };
    const effects = new Map<string, Decimal>();
    for (const [id, byDataset] of this.#changes) {
      const effect = byDataset.get(this.#pair.now.dataset)?.see(change) ?? null;
      if (effect !== null) effects.set(id, effect);
    }
    // A row may say the same and yet count otherwise: what is returned stands in another table.
    const told = kinds.length === 0 && effects.size > 0 ? (['changed'] as const) : kinds;
    const [first] = told;
    if (first === undefined) return;
    const isHere = effects.size > 0 || this.#isInPeriod(was, now);
    for (const kind of told) (isHere ? lists.counts : lists.elsewhere)[kind] += 1;
    if (isHere) lists.rows[first].push(this.#rowOf({ ...change, kinds: told }, effects));
  }

  #side(side: 'was' | 'now', row: number | null): Side | null {
    if (row === null) return null;
    const rep = this.#repOf[side](row);
    const key = foldText(rep);
    if (!this.#reps.has(key)) this.#reps.set(key, rep);
    return { row, rep: this.#reps.get(key) ?? rep };
  }

  #isInPeriod(was: number | null, now: number | null): boolean {
    return (was !== null && this.#pair.was.isInPeriod(was)) || (now !== null && this.#pair.now.isInPeriod(now));
  }

  #rowOf({ was, now, kinds }: RowChange, effects: ReadonlyMap<string, Decimal>): ChangedRow {
    const { was: before, now: after } = this.#pair;
    const [table, row] = now === null ? [before, was?.row ?? 0] : [after, now.row];
    return {
      kinds,
      dataset: table.dataset,
      id: idField(table)?.cell(row) ?? '',
      day: dayField(table)?.cell(row) ?? '',
      rep: (now ?? was)?.rep ?? '',
      was: was && before.placeOf(was.row),
      now: now && after.placeOf(now.row),
      fields: was && now ? this.#fieldsOf(was.row, now.row) : [],
      effects,
    };
  }

  #fieldsOf(was: number, now: number): ChangedRow['fields'] {
    const { was: before, now: after } = this.#pair;
    const left = [before.isLeftOut(was), after.isLeftOut(now)];
    return [
      ...(left[0] === left[1]
        ? []
        : [{ field: leftOutField, kind: 'text' as const, was: left[0] ? 'yes' : 'no', now: left[1] ? 'yes' : 'no' }]),
      ...this.#matching.differing(was, now).map((field) => ({
        field: field.was.name,
        kind: field.now.kind,
        was: field.was.cell(was),
        now: field.now.cell(now),
      })),
    ];
  }
}

/** No field of the row: whether it was left out, `yes` or `no`. */
const leftOutField = 'leftOut';

const dayFields = ['orderDate', 'closeDate', 'date', 'createdDate', 'createdAt'];

function dayField({ fields }: KeptTable): KeptField | undefined {
  return dayFields.flatMap((name) => fields.find((field) => field.name === name && field.kind === 'day') ?? [])[0];
}

function cellOf({ fields }: KeptTable, name: string): (row: number) => string {
  return fields.find((field) => field.name === name)?.cell ?? (() => '');
}
