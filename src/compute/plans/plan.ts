/** `targets breakdown`: a total, or the targets of a file → targets of parts and periods that add up exactly. */
import { compare, type Decimal, decimal, isZero, sum, unitsAt } from '../../lib/decimal.ts';
import { foldName } from '../../lib/fold-text.ts';
import type { DataSet } from '../../model/data-set.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import type { Period } from '../../model/period.ts';
import { liesIn } from '../../model/period.ts';
import type { Plan, PlanColumn, PlanNode, PlanNote, SplitMethod } from '../../model/plan.ts';
import { UserError } from '../../problems/user-error.ts';
import { kpiById } from '../choose-kpis.ts';
import { dimensionColumns, factsOf } from '../dimensions.ts';
import type { Kpi } from '../kpi.ts';
import { ownKpis } from '../own/own-kpis.ts';
import { type ColumnWeights, columnWeights } from './column-shares.ts';
import { columnsOf, spanOf } from './columns.ts';
import { type Amounts, addUp, fillDown, noBuffer } from './fill-tree.ts';
import { largestRemainder } from './largest-remainder.ts';
import { type Members, membersOf } from './members.ts';
import { type TreeNode, treeOf } from './node-tree.ts';
import { type PartWeight, partWeights, shareOf } from './part-shares.ts';
import { factsKnow, type Past, pastOf } from './past.ts';
import { keyOf } from './paths.ts';
import { presenceIn } from './ramp.ts';
import type { SplitRequest } from './request.ts';
import { type Budget, statedBudgets } from './stated-budgets.ts';
import { statedColumns, statedParts } from './stated-shares.ts';
import { stepFor } from './step.ts';

/** Throws a UserError where there is nothing to split, nobody to split it to, or nothing to split it by. */
export function planOf(data: DataSet, request: SplitRequest): Plan {
  const kpi = splittable(request.kpi, data);
  const budgets = budgetsOf(data, request);
  const columns = columnsOf(budgets, request);
  const period = spanOf(budgets, columns);
  const past = pastOf(data, kpi);
  const method = methodOf(request, past, period);
  const base = past && (request.base ?? past.partsBase(period));
  const parts = past && base && factsKnow(data, request.dimensions) ? past.parts(request.dimensions, base) : null;
  const members = knownMembers(data, request, membersOf(data, { dimensions: request.dimensions, period, past: parts }));
  const weights = statedColumns(budgets, columns) ?? columnWeights(data, past, columns, period, request, method);
  const filled = fill(
    budgets,
    columns,
    weights,
    statedParts(partWeights(members.members, request, method), budgets),
    request,
  );
  const usesPast = filled.leaves.some(({ because }) => because === 'history');
  return {
    kpi: kpi.id,
    unit: kpi.unit,
    currency: data.currency,
    period,
    dimensions: request.dimensions,
    columns: planColumns(columns, weights),
    root: planNode(filled.tree, filled, request.dimensions, columns),
    method,
    from: request.total === null ? 'targets' : 'total',
    bases: { periods: weights.bases, parts: usesPast ? base : null },
    step: filled.step,
    buffers: request.buffers,
    notes: notesOf(members, weights, filled, request),
  };
}

/** Rates and distinct counts of the whole say nothing of those of its parts. */
function splittable(id: string, { ownKpis: own }: DataSet): Kpi {
  const kpi = kpiById(id, ownKpis(own));
  if (traitsOf(id, own)?.targets !== 'sum') throw new UserError('plan/not-additive', { kpi: id });
  return kpi;
}

function budgetsOf({ targets }: DataSet, { total, period, kpi, dimensions }: SplitRequest): Budget[] {
  if (total !== null) {
    if (period === null) throw new UserError('plan/no-period');
    return [{ path: [], period, amount: total }];
  }
  const budgets = statedBudgets(targets, kpi, dimensions, period);
  if (budgets.length === 0) throw new UserError('plan/no-total', { kpi, period: period?.id ?? '' });
  return budgets;
}

function methodOf({ method, weights, weightColumn }: SplitRequest, past: Past | null, period: Period): SplitMethod {
  const hasPast = past !== null && past.partsBase(period) !== null;
  if ((method === 'history' || method === 'seasonal') && !hasPast) throw new UserError('plan/no-history', { method });
  const hasWeights = weights !== null || weightColumn !== null;
  if (method === 'weights' && !hasWeights) throw new UserError('plan/weights-not-given');
  return method ?? (hasWeights ? 'weights' : hasPast ? 'history' : 'equal');
}

/** A dimension that nothing knows is a mistake in `--to`; one that nothing has members of is missing data. */
function knownMembers(data: DataSet, { dimensions }: SplitRequest, members: Members): Members {
  if (members.members.length > 0) return members;
  const isKnown = (name: string) =>
    data.people.some(({ texts }) => texts.has(name)) ||
    data.targets.some(({ keys }) => [...keys.keys()].some((key) => foldName(key) === foldName(name)));
  if (factsOf(data).length > 0) for (const name of dimensions) if (!isKnown(name)) dimensionColumns(data, name);
  throw new UserError('plan/no-members', { dimensions });
}

interface Filled {
  readonly tree: TreeNode;
  readonly leaves: readonly PartWeight[];
  readonly amounts: Amounts;
  readonly scale: number;
  readonly step: Decimal;
  readonly isSmallerStep: boolean;
}

function fill(
  budgets: readonly Budget[],
  columns: readonly Period[],
  { weights }: ColumnWeights,
  leaves: readonly PartWeight[],
  request: SplitRequest,
): Filled {
  const whole = sum(budgets.map(({ amount }) => amount));
  const chosen = stepFor(whole, columns.length * leaves.length, request);
  const scale = Math.max(chosen.step.scale, ...budgets.map(({ amount }) => amount.scale));
  const ramped = leaves.map((part) => ({
    part,
    presence: columns.map((column) => presenceIn(part.member, column, request.ramp)),
  }));
  const tree = treeOf(ramped, columns.length);
  const filling = { step: unitsAt(chosen.step, scale), bufferAt: bufferOf(request) };
  const amounts: Amounts = new Map();
  for (const budget of budgets) {
    const node = nodeAt(tree, budget);
    const own = budgetColumns(budget, columns, weights, node, { scale, step: filling.step });
    fillDown(node, own, filling, amounts);
  }
  addUp(tree, columns.length, amounts);
  return { tree, leaves, amounts, scale, ...chosen };
}

function bufferOf({ buffers, dimensions }: SplitRequest): (depth: number) => Decimal {
  return (depth) => buffers.get(dimensions[depth] ?? '') ?? buffers.get('*') ?? noBuffer;
}

function nodeAt(tree: TreeNode, { path }: Budget): TreeNode {
  let node = tree;
  for (const depth of path.keys()) {
    const below = node.children.find((child) => keyOf(child.path) === keyOf(path.slice(0, depth + 1)));
    if (below === undefined) throw new RangeError(`no node ${path.join(' / ')}`);
    node = below;
  }
  return node;
}

/** A budget over its own columns: periods without anybody to work in them get nothing. */
function budgetColumns(
  { period, amount, path }: Budget,
  columns: readonly Period[],
  weights: readonly Decimal[],
  node: TreeNode,
  { scale, step }: { readonly scale: number; readonly step: bigint },
): bigint[] {
  const places = Math.max(0, ...weights.map((weight) => weight.scale));
  const isWithin = columns.map((column) => liesIn(column, period));
  const isThere = isWithin.map((is, i) => is && (node.weights[i] ?? 0n) > 0n);
  // What a file states for somebody stands, whatever the list of people says.
  const isOwn = node.children.length === 0 && !isThere.includes(true) ? isWithin : isThere;
  const own = weights.map((weight, i) => (isOwn[i] === true ? unitsAt(weight, places) : 0n));
  // Where the history has nothing for any of them they are alike.
  const used = own.some((weight) => weight > 0n) ? own : isOwn.map((is) => (is ? 1n : 0n));
  if (isZero(amount)) return columns.map(() => 0n);
  if (used.every((weight) => weight === 0n)) {
    throw new UserError('plan/nobody-present', { name: path.at(-1) ?? '', period: period.id });
  }
  return largestRemainder(unitsAt(amount, scale), used, step);
}

function planColumns(columns: readonly Period[], { weights, because }: ColumnWeights): PlanColumn[] {
  const scale = Math.max(0, ...weights.map((weight) => weight.scale));
  const units = weights.map((weight) => unitsAt(weight, scale));
  const all = units.reduce((total, one) => total + one, 0n);
  return columns.map((period, i) => {
    const basis = because === 'equal' ? null : (weights[i] ?? null);
    return { period, share: shareOf(units[i] ?? 0n, all, because, basis) };
  });
}

function planNode(node: TreeNode, filled: Filled, dimensions: readonly string[], columns: readonly Period[]): PlanNode {
  const { tree, amounts, scale } = filled;
  const values = (amounts.get(keyOf(node.path)) ?? []).map((units): Decimal => ({ units, scale }));
  const because = node.leaf?.because ?? 'parts';
  return {
    dimension: node.path.length === 0 ? null : (dimensions[node.path.length - 1] ?? null),
    path: node.path,
    values,
    total: sum([decimal(0, scale), ...values]),
    share: shareOf(node.weight, tree.weight, because, node.leaf?.basis ?? null),
    ramp: node.presence.flatMap(({ part, full }, i) => {
      const column = columns[i];
      return part === full || !column
        ? []
        : [{ column: column.id, part: { units: BigInt(Math.round((part * 1e6) / full)), scale: 6 } }];
    }),
    children: node.children.map((child) => planNode(child, filled, dimensions, columns)),
  };
}

function notesOf(
  members: Members,
  { lacksSeason }: ColumnWeights,
  filled: Filled,
  { buffers }: SplitRequest,
): PlanNote[] {
  const notes: (PlanNote | null)[] = [
    lacksSeason ? { kind: 'no-season', names: [] } : null,
    members.leftOut.length > 0 ? { kind: 'left-out', names: members.leftOut } : null,
    members.severalParents.length > 0 ? { kind: 'several-parents', names: members.severalParents } : null,
    filled.isSmallerStep ? { kind: 'smaller-step', names: [] } : null,
    [...buffers.values()].some((buffer) => compare(buffer, noBuffer) > 0) ? { kind: 'over-assigned', names: [] } : null,
  ];
  return notes.filter((note) => note !== null);
}
