/** What is not computed, grouped by what the data lacks for it. */
import type { Evaluation, NotComputed } from './evaluation.ts';

/** KPIs that one and the same thing would make computable. */
export interface MissingGroup {
  /**
   * `table`: all of one dataset; `column`: fields of tables that are there, or other datasets in their place; `rows`:
   * the columns are there, but no rows of the kind; `other`: nothing is missing.
   */
  readonly kind: 'table' | 'column' | 'rows' | 'other';
  readonly ids: readonly string[];
  readonly why: NotComputed['why'];
  /** `dataset.field` names of datasets that are there. */
  readonly columns: readonly string[];
  /** Datasets that are not. */
  readonly tables: readonly string[];
}

/** Dataset → its fields that the files have. */
export type Present = ReadonlyMap<string, ReadonlySet<string>>;

/** Columns first, then whole tables; inside them in the order given. */
export function groupMissing(items: readonly NotComputed[], present: Present): MissingGroup[] {
  const groups = new Map<string, MissingGroup>();
  for (const { id, why, missing } of items) {
    const group = groupOf(why, missing, present);
    const key = JSON.stringify([group.kind, group.why, group.columns, group.tables]);
    groups.set(key, { ...group, ids: [...(groups.get(key)?.ids ?? []), id] });
  }
  const isTable = ({ kind }: MissingGroup) => Number(kind === 'table');
  return [...groups.values()].sort((a, b) => isTable(a) - isTable(b));
}

/** What the tables that were read have. */
export function presentOf({ inputs }: Pick<Evaluation, 'inputs'>): Present {
  return presentIn(
    inputs
      .flatMap(({ tables }) => tables)
      .filter(({ notRead }) => notRead === null)
      .map(({ dataset, columns }) => ({ dataset, fields: columns.keys() })),
  );
}

export function presentIn(
  tables: Iterable<{ readonly dataset: string | null; readonly fields: Iterable<string> }>,
): Present {
  const present = new Map<string, Set<string>>();
  for (const { dataset, fields } of tables) {
    if (dataset === null) continue;
    const known = present.get(dataset) ?? new Set();
    for (const field of fields) known.add(field);
    present.set(dataset, known);
  }
  return present;
}

function groupOf(why: NotComputed['why'], missing: readonly string[], present: Present): Omit<MissingGroup, 'ids'> {
  const columns = missing.filter((name) => isThere(datasetOf(name), missing, present));
  const tables = [...new Set(missing.filter((name) => !columns.includes(name)).map(datasetOf))];
  if (missing.length === 0) return { kind: 'other', why, columns, tables };
  if (columns.length === 0) return { kind: 'table', why, columns, tables };
  const isFilled = columns.every((name) => present.get(datasetOf(name))?.has(fieldOf(name)) === true);
  return { kind: isFilled && tables.length === 0 ? 'rows' : 'column', why, columns, tables };
}

/** Order lines are orders; without orders won deals are the sales, and what sales lack is a column of the deals. */
function isThere(dataset: string, missing: readonly string[], present: Present): boolean {
  if (present.has(dataset)) return true;
  if (dataset !== 'orders') return false;
  return present.has('order-lines') || (present.has('deals') && !missing.includes('orders.orderDate'));
}

function datasetOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

function fieldOf(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}
