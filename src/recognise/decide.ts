/** Which dataset a sheet is, by its fields as the contract's table has it (§2). */
import type { DatasetName } from '../model/fields.ts';
import { aliases } from './aliases.ts';
import { assignFields } from './assign.ts';
import type { Assignment } from './assignment.ts';
import { hasWonOrLost } from './deal-words.ts';
import { foldText } from './fold.ts';
import { actualColumns } from './plan-actuals.ts';
import type { Claim } from './presets/match.ts';
import type { Sheet } from './sheet.ts';
import { completeTargets } from './target-fields.ts';

/** What the names around a table say: sheet name, file name, title. */
export interface Names {
  readonly sheet: string;
  readonly file: string;
  readonly title: string;
  /** True where one of them states a period: rows of targets then need none. */
  readonly statePeriod: boolean;
}

export interface Decision {
  /** Null: none, or not enough columns. */
  readonly dataset: DatasetName | null;
  readonly assignment: Assignment | null;
  /** A dataset that it could be, and the field whose column is missing. */
  readonly missing: { readonly dataset: DatasetName; readonly field: string } | null;
  /** True for heads of orders that are `orders` only beside their `order-lines` (contract §2). */
  readonly needsLines: boolean;
}

/** Assigns the fields of each dataset at most once. */
export class Candidates {
  readonly sheet: Sheet;
  readonly #claim: Claim | null;
  readonly #known = new Map<DatasetName, Assignment>();

  constructor(sheet: Sheet, claim: Claim | null = null) {
    this.sheet = sheet;
    this.#claim = claim;
  }

  of(dataset: DatasetName): Assignment {
    const known = this.#known.get(dataset);
    if (known) return known;
    const assignment = assignFields(this.sheet, dataset, this.#claim);
    this.#known.set(dataset, assignment);
    return assignment;
  }

  /** True where `dataset` has a column for `field`, or several that rival for it. */
  has(dataset: DatasetName, ...fields: readonly string[]): boolean {
    const { fields: found, ambiguous } = this.of(dataset);
    return fields.every((field) => found.has(field) || ambiguous.some((one) => one.field === field));
  }

  hasAny(dataset: DatasetName, ...fields: readonly string[]): boolean {
    return fields.some((field) => this.has(dataset, field));
  }

  rank(dataset: DatasetName, field: string): number {
    return this.of(dataset).fields.get(field)?.rank ?? 9;
  }

  heads(pattern: RegExp): boolean {
    return this.sheet.columns.some(({ heading }) => pattern.test(foldText(heading)));
  }
}

type Rule = readonly [DatasetName, (candidates: Candidates, names: Names) => boolean];

const returnedName = /退货|退回|退款|(?:^|[^a-z])(?:returns?|returned|refunds?)(?:$|[^a-z])/u;
const orderName = /订单|销售|出库|(?:^|[^a-z])(?:orders?|sales)(?:$|[^a-z])/u;
const receivedName = /回款|收款|到账|(?:^|[^a-z])(?:payments?|received|receipts?|collections?)(?:$|[^a-z])/u;
const targetName = /目标|任务|预算|(?:^|[^a-z])(?:targets?|quotas?|goals?|budgets?)(?:$|[^a-z])/u;
const genericSheet = /^(?:sheet|工作表|表)\s*\d*$|^$/u;

/** The name that tells: the sheet's, unless it says nothing; then the file's. */
function tellingName({ sheet, file }: Names): string {
  const name = foldText(sheet);
  return genericSheet.test(name) ? foldText(file) : name;
}

function isNamed(names: Names, pattern: RegExp): boolean {
  const name = tellingName(names).replaceAll('_', ' ');
  return pattern.test(name) && !(pattern !== targetName && orderName.test(name));
}

/** An orders table: a date and money, or what makes money of a line. */
function isOrders(c: Candidates): boolean {
  return c.has('orders', 'orderDate') && (c.has('orders', 'amount') || c.has('orders', 'quantity', 'unitPrice'));
}

function hasActual(c: Candidates): boolean {
  return actualColumns(c).length > 0;
}

function isTargets(c: Candidates, names: Names): boolean {
  if (!c.has('targets', 'target') || !(names.statePeriod || hasTargetPeriod(c))) return false;
  const isSold = c.has('orders', 'amount') && c.rank('orders', 'amount') < 2;
  if (!isSold) return true;
  // Target and actual side by side, by month: a plan that somebody filled in, unless single sales are listed.
  const isListed = c.hasAny('orders', 'orderId', 'customerId', 'customerName');
  return !isListed && c.rank('targets', 'period') === 0 && (hasActual(c) || !c.has('orders', 'orderDate'));
}

function hasTargetPeriod(c: Candidates): boolean {
  return (
    c.hasAny('targets', 'period', 'periodStart') ||
    c.has('orders', 'orderDate') ||
    c.sheet.columns.some(({ looks }) => looks.isDays)
  );
}

/** An amount column under a name that says target: `月份, 姓名, 金额` on a sheet 销售目标. */
export function isTargetsByName(c: Candidates, names: Names): boolean {
  const isNamedSo = isNamed(names, targetName) || targetName.test(foldText(names.title));
  if (!isNamedSo || !c.has('orders', 'amount') || c.rank('targets', 'period') > 1) return false;
  return !c.hasAny('orders', 'orderId', 'customerId', 'customerName', 'quantity', 'unitPrice') && !hasActual(c);
}

function isReturns(c: Candidates, names: Names): boolean {
  if (!c.has('returns', 'orderId')) return false;
  if (isNamed(names, returnedName)) return true;
  const isHeaded = c.has('returns', 'returned') || c.rank('returns', 'amount') === 0 || c.rank('returns', 'date') === 0;
  return isHeaded && !isOrders(c) && !(c.has('orders', 'amount') && c.has('orders', 'quantity'));
}

function isPayments(c: Candidates, names: Names): boolean {
  if (!c.has('payments', 'date', 'amount') || !c.hasAny('payments', 'orderId', 'customerId', 'customerName'))
    return false;
  const isOrderDated =
    c.rank('orders', 'orderDate') < 2 && c.of('orders').fields.get('orderDate')?.confidence !== 'content';
  if (isNamed(names, receivedName)) return !isOrderDated || c.rank('payments', 'date') < 2;
  const hasGoods = c.hasAny(
    'orders',
    'quantity',
    'unitPrice',
    'cost',
    'profit',
    'discountAmount',
    'discountRate',
    'category',
    'product',
  );
  const isHeaded = c.rank('payments', 'date') < 2 || c.rank('payments', 'amount') < 2;
  return (
    isHeaded &&
    !isOrderDated &&
    !hasGoods &&
    c.heads(/回款|收款|到账|payment|received|paid/u) &&
    !c.has('orders', 'status', 'amount')
  );
}

function isTickets(c: Candidates): boolean {
  const marks = ['ticketId', 'firstResponseAt', 'resolvedAt', 'satisfaction'].filter(
    (field) => c.rank('tickets', field) < 2,
  );
  const isSale = c.has('orders', 'amount') || c.hasAny('deals', 'stage', 'dealId');
  return c.has('tickets', 'createdAt') && !isSale && (c.has('tickets', 'ticketId') || marks.length >= 2);
}

function isDeals(c: Candidates): boolean {
  if (!c.hasAny('deals', 'stage', 'status') || !c.hasAny('deals', 'createdDate', 'closeDate')) return false;
  const isMarked =
    c.hasAny('deals', 'stage', 'dealId', 'probability') || isCloseDated(c) || hasWonOrLost(c.sheet, c.of('deals'));
  return isMarked || (!isOrders(c) && c.has('deals', 'dealName'));
}

// 成交日期 and 签约日期 stand in lists of orders too; the other words mean the end of a deal.
function isCloseDated(c: Candidates): boolean {
  const close = c.of('deals').fields.get('closeDate');
  const order = c.of('orders').fields.get('orderDate');
  return close !== undefined && close.index !== order?.index;
}

function isOrderLines(c: Candidates): boolean {
  if (!c.has('order-lines', 'orderId') || c.has('orders', 'orderDate')) return false;
  return (c.has('order-lines', 'amount') && !isPaid(c)) || c.has('order-lines', 'quantity', 'unitPrice');
}

/** Money received for orders, on no day that the table tells: to add it to their lines would count them twice. */
function isPaid(c: Candidates): boolean {
  if (c.hasAny('order-lines', 'product', 'category', 'quantity', 'unitPrice')) return false;
  const { index } = c.of('order-lines').fields.get('amount') ?? { index: -1 };
  return /回款|收款|到账|支付|付款|payment|received|paid/u.test(foldText(c.sheet.columns[index]?.heading ?? ''));
}

function isHeadsOnly(c: Candidates): boolean {
  return c.has('orders', 'orderId', 'orderDate');
}

function isPeople(c: Candidates): boolean {
  if (!c.hasAny('people', 'rep', 'manager') || c.hasAny('customers', 'customerId', 'industry')) return false;
  if (c.hasAny('deals', 'stage', 'dealId') || c.has('orders', 'amount')) return false;
  return (
    c.hasAny('people', 'manager', 'team', 'region', 'employeeId', 'role', 'from') &&
    c.rank('people', 'rep') + c.rank('people', 'manager') < 18
  );
}

function isCustomers(c: Candidates): boolean {
  if (!c.hasAny('customers', 'customerId', 'customerName') || c.has('orders', 'orderId')) return false;
  if (!c.has('orders', 'amount')) return true;
  if (c.has('orders', 'orderDate')) return false;
  return c.hasAny('customers', 'industry', 'segment', 'createdDate', 'firstOrderDate') || isKey(c, 'customerId');
}

/** True where every value of the field's column is another one. */
function isKey(c: Candidates, field: string): boolean {
  const column = c.sheet.columns[c.of('customers').fields.get(field)?.index ?? -1];
  if (!column || column.profile.rows < 2) return column !== undefined;
  const { kinds, values } = column.raw;
  const seen = new Set<number>();
  for (let row = column.profile.from; row < kinds.length; row += 1)
    seen.add((values[row] ?? 0) * 64 + (kinds[row] ?? 0));
  return seen.size === column.profile.rows;
}

function isProducts(c: Candidates): boolean {
  if (c.rank('products', 'product') > 1 || c.hasAny('orders', 'orderId', 'orderDate', 'customerId')) return false;
  return c.hasAny('products', 'category', 'listPrice', 'cost');
}

/** In this order: what is more particular comes first. */
const rules: readonly Rule[] = [
  ['targets', isTargets],
  ['returns', isReturns],
  ['payments', isPayments],
  ['tickets', isTickets],
  ['deals', isDeals],
  ['targets', isTargetsByName],
  ['orders', isOrders],
  ['order-lines', isOrderLines],
  ['surveys', (c) => c.has('surveys', 'score') && c.hasAny('surveys', 'kind', 'comment', 'customerId', 'date')],
  ['market', (c) => c.has('market', 'period', 'marketSize')],
  ['rates', (c) => c.has('rates', 'from', 'to', 'rate')],
  ['orders', isHeadsOnly],
  ['people', isPeople],
  ['products', isProducts],
  ['customers', isCustomers],
];

/** The dataset of a sheet that nobody declared. */
export function decide(c: Candidates, names: Names): Decision {
  const rule = rules.find(([, holds]) => holds(c, names));
  if (!rule) return { dataset: null, assignment: null, missing: missingOf(c), needsLines: false };
  const [dataset, holds] = rule;
  const assignment = dataset === 'targets' ? completeTargets(c, false) : c.of(dataset);
  return { dataset, assignment, missing: null, needsLines: holds === isHeadsOnly };
}

/** The dataset that a preset gives its table; undefined where its columns are too few, or targets, which have rules of their own. */
export function decideByPreset(c: Candidates, { table: { dataset } }: Claim): Decision | undefined {
  if (dataset === null) return { dataset, assignment: null, missing: null, needsLines: false };
  if (dataset === 'targets' || missingFields(c, dataset).length > 0) return undefined;
  return { dataset, assignment: c.of(dataset), missing: null, needsLines: false };
}

/** What `orders` or `deals` would need, where the rest of the table looks like them. */
function missingOf(c: Candidates): Decision['missing'] {
  const sold = ['orderId', 'customerId', 'customerName', 'product', 'rep', 'quantity'].filter((field) =>
    c.has('orders', field),
  );
  if (c.has('orders', 'orderDate') && sold.length >= 2) return { dataset: 'orders', field: 'amount' };
  if (c.has('orders', 'amount') && sold.length >= 2) return { dataset: 'orders', field: 'orderDate' };
  if (c.has('order-lines', 'orderId', 'unitPrice')) return { dataset: 'order-lines', field: 'amount' };
  if (c.has('deals', 'stage') && c.hasAny('deals', 'dealId', 'dealName', 'amount'))
    return { dataset: 'deals', field: 'closeDate' };
  if (c.has('targets', 'target')) return { dataset: 'targets', field: 'period' };
  return null;
}

/** The columns that a dataset cannot do without and this sheet has not. */
export function missingFields(c: Candidates, dataset: DatasetName): string[] {
  const needed = required[dataset];
  return needed
    .filter((choices) => !c.hasAny(dataset, ...choices.split('|')))
    .map((choices) => choices.split('|')[0] ?? choices);
}

const required: { readonly [Name in DatasetName]: readonly string[] } = {
  orders: ['orderDate', 'amount|unitPrice'],
  'order-lines': ['orderId', 'amount|unitPrice'],
  returns: ['orderId'],
  payments: ['date', 'amount'],
  deals: ['stage|status', 'createdDate|closeDate'],
  customers: ['customerId|customerName'],
  people: ['rep|manager'],
  products: ['product'],
  targets: ['target', 'period|periodStart'],
  tickets: ['createdAt'],
  surveys: ['score'],
  market: ['period', 'marketSize'],
  rates: ['from', 'to', 'rate'],
};

/** All fields of a dataset, for naming what is near. */
export function fieldsOfDataset(dataset: DatasetName): string[] {
  return Object.keys(aliases[dataset]);
}
