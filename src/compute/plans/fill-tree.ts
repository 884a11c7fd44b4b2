/** Budgets → amounts of every node in every column: from the budgets' nodes down, from them up by adding. */
import { type Decimal, decimal } from '../../lib/decimal.ts';
import { largestRemainder } from './largest-remainder.ts';
import type { TreeNode } from './node-tree.ts';
import { keyOf } from './paths.ts';
import { splitColumns } from './split-columns.ts';

/** Node key → one amount per column. */
export type Amounts = Map<string, bigint[]>;

export interface Filling {
  readonly step: bigint;
  /** The extra that the members of a dimension get over the node above, as a ratio. */
  readonly bufferAt: (depth: number) => Decimal;
}

/** Puts the amounts of `node` (one per column) and of all nodes below it into `amounts`, on top of what is there. */
export function fillDown(node: TreeNode, columns: readonly bigint[], filling: Filling, amounts: Amounts): void {
  addTo(amounts, node, columns);
  if (node.children.length === 0) return;
  const given = buffered(columns, filling.bufferAt(node.path.length), filling.step);
  const parts = splitColumns(
    given,
    node.children.map(({ weights }) => weights),
    filling.step,
  );
  for (const [i, child] of node.children.entries()) fillDown(child, parts[i] ?? [], filling, amounts);
}

function addTo(amounts: Amounts, { path }: TreeNode, columns: readonly bigint[]): void {
  const before = amounts.get(keyOf(path)) ?? [];
  amounts.set(
    keyOf(path),
    columns.map((value, i) => value + (before[i] ?? 0n)),
  );
}

/** What the parts of a node get together: its own amounts, or more by the buffer, rounded to steps as a whole. */
function buffered(columns: readonly bigint[], buffer: Decimal, step: bigint): readonly bigint[] {
  const all = columns.reduce((sum, value) => sum + value, 0n);
  if (buffer.units === 0n || all === 0n) return columns;
  const one = 10n ** BigInt(buffer.scale);
  const [times, by] = [all * (one + buffer.units), one * step];
  return largestRemainder(((2n * times + by) / (2n * by)) * step, columns, step);
}

/** Gives the nodes above those that were filled the sum of what is below them. */
export function addUp(node: TreeNode, columnCount: number, amounts: Amounts): readonly bigint[] {
  const own = amounts.get(keyOf(node.path));
  if (own) return own;
  const below = node.children.map((child) => addUp(child, columnCount, amounts));
  const sums = Array.from({ length: columnCount }, (_, i) =>
    below.reduce((sum, values) => sum + (values[i] ?? 0n), 0n),
  );
  amounts.set(keyOf(node.path), sums);
  return sums;
}

export const noBuffer = decimal(0);
