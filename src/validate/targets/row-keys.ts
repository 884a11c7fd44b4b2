/** Whose target a row is: its node or its dimension values, filled down, totals read as the nodes they total. */
import { foldText } from '../../lib/fold-text.ts';
import { datasets } from '../../model/fields.ts';
import type { MappedColumn } from '../../model/mapping.ts';
import { nodeLevels } from '../../model/target.ts';
import { dimensionNamed, isRemarkHeading, isWholeWord, totalledName, totalWord } from './dimension-words.ts';
import type { TargetTable } from './target-table.ts';

export interface KeyColumn {
  readonly index: number;
  /** Field name or heading. */
  readonly dimension: string;
}

export interface RowKeys {
  readonly keys: ReadonlyMap<string, string>;
  readonly isNode: boolean;
  readonly parent: string | null;
  /** Column of the cell that names it; null where nothing does. */
  readonly nameColumn: number | null;
  /** Dimension → column of its value. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Fields of facts that say what a sale is, not whose. */
const noDimensions: ReadonlySet<string> = new Set(['orderId', 'currency', 'status', 'type']);

/** The columns besides level and name that tell targets apart, from the left. */
export function keyColumnsOf(table: TargetTable, used: ReadonlySet<number>): KeyColumn[] {
  return table.mapping.columns.flatMap((column) => {
    const dimension = used.has(column.index) ? undefined : dimensionOf(column);
    return dimension === undefined ? [] : [{ index: column.index, dimension }];
  });
}

function dimensionOf({ field, heading, type }: MappedColumn): string | undefined {
  // 类型 whose values are no kinds of target (新签, 续签) is a dimension like any other.
  if (field !== null && field !== 'kind') return isFactDimension(field) ? field : undefined;
  const named = dimensionNamed(heading);
  if (named !== undefined) return named;
  return heading === '' || type !== 'text' || isRemarkHeading(heading) ? undefined : heading;
}

function isFactDimension(field: string): boolean {
  const fields: Readonly<Record<string, string>> = datasets.orders;
  const isKnown = Object.hasOwn(fields, field) && fields[field] === 'text' && !noDimensions.has(field);
  return isKnown || field === 'manager' || field === 'industry';
}

/** Reads the keys of rows from the top down; it remembers the nodes above. */
export class KeyReader {
  readonly #table: TargetTable;
  readonly #columns: readonly KeyColumn[];
  /** Values above, by position in `#columns`. */
  readonly #above: string[] = [];
  readonly #valuesOf = new Map<number, ReadonlySet<string>>();
  readonly #hasParts: boolean;

  constructor(table: TargetTable, columns: readonly KeyColumn[]) {
    this.#table = table;
    this.#columns = columns;
    this.#hasParts = columns.some(({ index }) => [...this.#values(index)].some((text) => totalWord(text) === 'part'));
  }

  /** Null where key cells that other rows have are blank, so that nobody can say whose target it is. */
  read(row: number): RowKeys | null {
    const level = this.#table.fieldText('level', row);
    const name = this.#table.fieldText('name', row);
    const own = this.#ownKeys(row);
    if (level === '' && name === '') return this.#table.column('name') && this.#columns.length === 0 ? null : own;
    const nameColumn = this.#table.column(name === '' ? 'level' : 'name')?.index ?? null;
    if (isWholeWord(level) || (level === '' && isWholeWord(name))) {
      return { keys: new Map(), isNode: true, parent: null, nameColumn, columns: new Map() };
    }
    const columns = own?.columns ?? new Map<string, number>();
    return this.#node(level, name, own?.keys ?? new Map(), { parent: this.#parentOf(row), nameColumn, columns });
  }

  #node(
    level: string,
    name: string,
    keys: ReadonlyMap<string, string>,
    rest: Pick<RowKeys, 'parent' | 'nameColumn' | 'columns'>,
  ): RowKeys | null {
    const dimension = level === '' ? 'rep' : (dimensionNamed(level) ?? level);
    const value = name === '' ? (keys.get(dimension) ?? '') : name;
    if (value === '' || totalWord(value) === 'part') return null;
    const { nameColumn, columns } = rest;
    const named = name === '' || nameColumn === null ? columns : new Map([...columns, [dimension, nameColumn]]);
    return { keys: new Map([...keys, [dimension, value]]), isNode: true, ...rest, columns: named };
  }

  /** The node above, where the row names one that is not the whole. */
  #parentOf(row: number): string | null {
    const parent = this.#table.fieldText('parent', row);
    return parent === '' || isWholeWord(parent) ? null : parent;
  }

  #ownKeys(row: number): RowKeys | null {
    const none = { keys: new Map<string, string>(), isNode: true, parent: null, nameColumn: null };
    if (this.#columns.length === 0) return { ...none, columns: new Map() };
    const texts = this.#texts(row);
    const total = texts.findIndex((text, i) => this.#totalAt(i, text) !== undefined);
    const own = this.#columns.flatMap(({ index, dimension }, i) => {
      const text = texts[i] ?? '';
      return text === '' || (total >= 0 && i >= total) ? [] : [{ index, dimension, text }];
    });
    const keys = new Map(own.map(({ dimension, text }) => [dimension, text]));
    const columns = new Map(own.map(({ dimension, index }) => [dimension, index]));
    if (total >= 0) return this.#totalRow(row, total, texts[total] ?? '', { keys, columns });
    if (keys.size === 0) return null;
    const isNode = this.#isNode(keys);
    // The cell of the node itself, or of the first key.
    const name = isNode ? own.findLast(({ dimension }) => nodeLevels.includes(dimension)) : own[0];
    return { keys, isNode, parent: this.#parentOf(row), nameColumn: name?.index ?? null, columns };
  }

  /** `合计` is the company, `小计` the node to its left, `华东小计` the node it names. */
  #totalRow(row: number, position: number, label: string, before: Pick<RowKeys, 'keys' | 'columns'>): RowKeys | null {
    const column = this.#columns[position];
    const nameColumn = column?.index ?? null;
    const word = totalWord(label);
    if (word === undefined && column !== undefined) {
      const keys = new Map([...before.keys, [column.dimension, totalledName(label) ?? label]]);
      const columns = new Map([...before.columns, [column.dimension, column.index]]);
      return { keys, isNode: true, parent: null, nameColumn, columns };
    }
    const isGrand = position === 0 || (word === 'grand' && this.#hasParts && !this.#hasOwnCell(row, position));
    if (position === 0 && word === 'part') return null;
    const whose = isGrand ? { keys: new Map<string, string>(), columns: new Map<string, number>() } : before;
    return { ...whose, isNode: true, parent: null, nameColumn };
  }

  /** True where a cell to the left of the label is filled in this very row, merged ranges included. */
  #hasOwnCell(row: number, position: number): boolean {
    return this.#columns.slice(0, position).some(({ index }) => this.#table.text(index, row) !== '');
  }

  #totalAt(position: number, text: string): string | undefined {
    if (totalWord(text) !== undefined) return text;
    if (isWholeWord(text)) return position === 0 ? text : undefined;
    const name = totalledName(text);
    const { index = 0 } = this.#columns[position] ?? {};
    return name !== undefined && this.#values(index).has(foldText(name)) ? name : undefined;
  }

  /** The row's key texts; in a wide table blank cells of the outer columns take the value above. */
  #texts(row: number): string[] {
    const own = this.#columns.map(({ index }) => this.#table.text(index, row));
    if (!this.#table.isWide) return own;
    const lastFilled = own.findLastIndex((text) => text !== '');
    const texts: string[] = [];
    let isNew = false;
    for (const [i, text] of own.entries()) {
      const filled = text === '' && i < lastFilled && !isNew ? (this.#above[i] ?? '') : text;
      texts.push(filled);
      if (text === '' || this.#totalAt(i, text) !== undefined) continue;
      isNew ||= this.#above[i] !== text;
      this.#above[i] = text;
      this.#above.length = i + 1;
    }
    return texts;
  }

  #values(index: number): ReadonlySet<string> {
    const known = this.#valuesOf.get(index);
    if (known) return known;
    const values = new Set([...this.#table.rows()].map((row) => foldText(this.#table.text(index, row))));
    this.#valuesOf.set(index, values);
    return values;
  }

  /** People and teams are nodes; a region is one where the table goes on below it or lists nodes across periods. */
  #isNode(keys: ReadonlyMap<string, string>): boolean {
    if (keys.has('rep') || keys.has('team')) return true;
    const hasLower = this.#columns.some(({ dimension }) => dimension === 'rep' || dimension === 'team');
    return keys.has('region') && (hasLower || this.#table.isWide);
  }
}
