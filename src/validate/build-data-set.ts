/** Recognised tables → one validated data set (contract §2). */
import type { DataSet, TableReport } from '../model/data-set.ts';
import { type DatasetName, datasetNames } from '../model/fields.ts';
import type { RecognisedTable, TaxBasis } from '../model/mapping.ts';
import type { ValidateOptions } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { RawFile } from '../model/raw-table.ts';
import type { Target } from '../model/target.ts';
import { type Assembly, assembleLines, assembleOrders } from './assemble.ts';
import { type Currency, settleCurrency } from './currency.ts';
import { makeFacts } from './facts.ts';
import { firstOrderDays } from './first-orders.ts';
import { type Joined, joinTables } from './joins.ts';
import { judgeRows } from './judge-rows.ts';
import { Ledger } from './ledger.ts';
import { leftOutRows } from './left-out.ts';
import { type Money, settleMoney } from './money.ts';
import { notReadReason } from './not-read.ts';
import { leaveOutOverlaps } from './overlap.ts';
import { collectReturns } from './returns.ts';
import { factRules, tableRules } from './rules/index.ts';
import { settleDay } from './settle-day.ts';
import { findSummaries } from './summary.ts';
import { tableReport } from './table-reports.ts';
import { readTargets } from './targets/read-targets.ts';
import { TypedTable } from './typed-table.ts';
import { withUnitColumns } from './unit-columns.ts';

/** What `recognise` hands on. */
interface Recognised {
  readonly tables: readonly RecognisedTable[];
  readonly problems: readonly Problem[];
}

/** All tables of one command as one data set. Throws a UserError where `--basis` names a date that no table has. */
export function buildDataSet(recognised: Recognised, files: readonly RawFile[], options: ValidateOptions): DataSet {
  const ledger = new Ledger();
  const reasons = new Map(recognised.tables.map((table) => [table, notReadReason(table)] as const));
  const typed = new Map<RecognisedTable, TypedTable>();
  for (const table of recognised.tables) if (reasons.get(table) === null) typed.set(table, new TypedTable(table));
  const { targets, problems: targetProblems } = readTargets(
    recognised.tables.filter((table) => table.mapping.dataset === 'targets' && typed.has(table)),
  );
  const tax = wantedTax(options, targets);
  const money = settleFacts([...typed.values()], options, tax.wanted);
  for (const table of findSummaries([...money.keys()], ledger)) {
    reasons.set(table.table, 'summary');
    typed.delete(table.table);
    money.delete(table);
  }
  const tables = [...typed.values()];
  const built = buildFacts(tables, money, options, ledger);
  const returns = collectReturns(of(tables, 'returns'), built.assembly?.frame, ledger);
  const facts = built.assembly && built.joined ? makeFacts({ ...built.assembly, joined: built.joined }) : null;
  if (facts) for (const rule of factRules) rule(facts, ledger);
  return {
    facts: { orders: facts, deals: null, payments: null, tickets: null, surveys: null },
    market: [],
    returns,
    firstOrderDays: firstOrderDays(of(tables, 'customers'), facts),
    targets,
    members: built.joined?.members ?? new Map(),
    tables: recognised.tables.map((table) => report(table, { typed, reasons, built, ledger, files })),
    problems: [
      ...recognised.problems,
      ...recognised.tables.flatMap(({ mapping }) => mapping.problems),
      ...ledger.problems,
      ...targetProblems,
    ],
    leftOut: leftOutRows(ledger, built.assembly),
    currency: built.currency.code,
    currencyFrom: built.currency.from,
    taxBasis: { ...taxBasis([...money.values()], options, tax) },
    ...statements(recognised.tables),
    holidays: new Set(),
    fields: fieldsOf(tables),
  };
}

function of(tables: readonly TypedTable[], dataset: DatasetName): TypedTable[] {
  return tables.filter((table) => table.dataset === dataset);
}

interface WantedTax {
  readonly wanted: TaxBasis | null;
  readonly target: TaxBasis | null;
}

function wantedTax({ tax }: ValidateOptions, targets: readonly Target[]): WantedTax {
  const target = targets.find(({ taxBasis: basis }) => basis !== null)?.taxBasis ?? null;
  return { wanted: tax ?? target, target };
}

/** Dates and money of every table of facts, under `orderDate` and `amount`. */
function settleFacts(
  tables: readonly TypedTable[],
  { basis }: ValidateOptions,
  wanted: TaxBasis | null,
): Map<TypedTable, Money> {
  const orders = of(tables, 'orders');
  settleDay(orders, basis);
  return new Map(
    [...orders, ...of(tables, 'order-lines')].map((table) => [table, settleMoney(table, wanted)] as const),
  );
}

interface Built {
  readonly assembly: Assembly | undefined;
  readonly joined: Joined | undefined;
  readonly currency: Currency;
}

function buildFacts(
  tables: readonly TypedTable[],
  money: ReadonlyMap<TypedTable, Money>,
  { basis, overlap }: ValidateOptions,
  ledger: Ledger,
): Built {
  const orders = of(tables, 'orders');
  const isHeads = orders.some((table) => table.text('orderId') !== undefined);
  // Lines without orders have no date: nothing can be made of them.
  const lines = isHeads ? of(tables, 'order-lines') : [];
  const all = [...orders, ...lines];
  const mayLackDay = basis !== undefined && basis !== 'order';
  const moneyOf = (table: TypedTable) => money.get(table)?.from ?? [];
  for (const table of lines) judgeRows(table, { day: null, mayLackDay, money: moneyOf(table) }, ledger);
  // The money of heads is only compared with that of their lines.
  const ofHeads = lines.length > 0 ? () => [] : moneyOf;
  for (const table of orders) judgeRows(table, { day: 'orderDate', mayLackDay, money: ofHeads(table) }, ledger);
  leaveOutOverlaps(lines, overlap, ledger);
  leaveOutOverlaps(orders, overlap, ledger);
  const currency = settleCurrency(all, ledger);
  applyRules(all, ledger);
  const assembly = lines.length > 0 ? assembleLines({ heads: orders, lines }, ledger) : assembleOrders(orders);
  const joined = assembly && joinTables(assembly.frame, tables, ledger);
  return {
    assembly,
    joined: joined && { ...joined, frame: withUnitColumns(joined.frame, of(tables, 'products')) },
    currency,
  };
}

function applyRules(tables: readonly TypedTable[], ledger: Ledger): void {
  for (const table of tables) for (const rule of tableRules) rule(table, ledger);
}

interface ReportContext {
  readonly typed: ReadonlyMap<RecognisedTable, TypedTable>;
  readonly reasons: ReadonlyMap<RecognisedTable, string | null>;
  readonly built: Built;
  readonly ledger: Ledger;
  readonly files: readonly RawFile[];
}

function report(table: RecognisedTable, { typed, reasons, built, ledger, files }: ReportContext): TableReport {
  const own = typed.get(table);
  const part = built.assembly?.parts.find((one) => one.table === own);
  const leftOut = ledger.leftOut.reduce((count, entry) => (entry.table === own ? count + 1 : count), 0);
  const notRead = reasons.get(table) ?? null;
  return tableReport(
    { table, typed: own, notRead, part, leftOut },
    files.find(({ path }) => path === table.raw.file),
  );
}

function taxBasis(
  money: readonly Money[],
  { tax }: ValidateOptions,
  { wanted, target }: WantedTax,
): DataSet['taxBasis'] {
  const stated = new Set(money.flatMap(({ basis }) => basis ?? []));
  const [only] = stated;
  const actual = stated.size === 1 ? (only ?? null) : null;
  if (tax !== undefined) return { actual: actual ?? tax, target, from: 'flag' };
  if (actual === null) return { actual, target, from: null };
  return { actual, target, from: wanted === actual ? 'targets' : 'heading' };
}

function statements(tables: readonly RecognisedTable[]): Pick<DataSet, 'statedPeriods' | 'statedEnd'> {
  const stated = tables.flatMap(({ mapping }) => mapping.statements.period ?? []);
  const byId = new Map(stated.map((one) => [`${one.from} ${one.period.id}`, one] as const));
  const ends = tables.flatMap(({ mapping }) => mapping.statements.exportRange?.end ?? []);
  return {
    statedPeriods: [...byId.values()].toSorted(
      (a, b) => a.period.end - a.period.start - (b.period.end - b.period.start),
    ),
    statedEnd: ends.length > 0 ? Math.max(...ends) : null,
  };
}

function fieldsOf(tables: readonly TypedTable[]): Map<DatasetName, ReadonlySet<string>> {
  const fields = new Map<DatasetName, ReadonlySet<string>>();
  for (const dataset of datasetNames) {
    const own = of(tables, dataset);
    if (own.length > 0) fields.set(dataset, new Set(own.flatMap((table) => table.fields)));
  }
  return fields;
}
