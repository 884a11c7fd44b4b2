/** Recognised tables → one validated data set (contract §2). */
import type { DataSet, FactDataset, FactTables, TableReport } from '../model/data-set.ts';
import { type DatasetName, datasetNames } from '../model/fields.ts';
import type { RecognisedTable, TaxBasis } from '../model/mapping.ts';
import type { ValidateOptions } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { RawFile } from '../model/raw-table.ts';
import type { Target } from '../model/target.ts';
import { type BuiltFacts, buildFacts, leftOutOf, partOf } from './build-facts.ts';
import { configPeopleTable } from './config-people.ts';
import { collectMarket } from './datasets/market.ts';
import { settleOrders } from './datasets/orders.ts';
import { firstOrderDays } from './first-orders.ts';
import { Ledger } from './ledger.ts';
import { meaningsOf } from './meanings.ts';
import type { Money } from './money.ts';
import { notReadReason } from './not-read.ts';
import { withOneSpelling } from './one-spelling.ts';
import { peopleOf } from './people.ts';
import { collectReturns } from './returns.ts';
import { findSummaries } from './summary.ts';
import { asOne, tableReport } from './table-reports.ts';
import { readTargets } from './targets/read-targets.ts';
import { TypedTable, tablesOf } from './typed-table.ts';

/** What `recognise` hands on. */
interface Recognised {
  readonly tables: readonly RecognisedTable[];
  readonly problems: readonly Problem[];
}

/** All tables of one command as one data set. Throws a UserError where `--basis` or `--sums` name what no table has. */
export function buildDataSet(recognised: Recognised, files: readonly RawFile[], options: ValidateOptions): DataSet {
  const ledger = new Ledger();
  const reasons = new Map(recognised.tables.map((table) => [table, notReadReason(table)] as const));
  const { typed, plans } = typeTables(
    recognised.tables.filter((table) => reasons.get(table) === null),
    options,
  );
  const { targets, blanks, problems: targetProblems, results } = plans;
  const tax = wantedTax(options, targets);
  const money = settleOrders([...typed.values()], options, tax.wanted, ledger);
  for (const table of findSummaries([...money.keys()], ledger)) {
    const [key = table.table] = [...typed].find(([, one]) => one === table) ?? [];
    reasons.set(key, 'summary');
    typed.delete(key);
    money.delete(table);
  }
  const tables = [...typed.values()];
  const facts = buildFacts(tables, money, options, ledger);
  const orders = facts.built.get('orders');
  const returns = collectReturns(tablesOf(tables, 'returns'), orders?.assembly.frame, ledger);
  const context = { typed, reasons, facts, ledger, files };
  return {
    facts: factTables(facts),
    market: collectMarket(tablesOf(tables, 'market'), ledger),
    returns,
    firstOrderDays: firstOrderDays(tablesOf(tables, 'customers'), orders?.facts ?? null),
    targets,
    ownKpis: options.ownKpis ?? [],
    blankTargets: blanks,
    people: peopleOf(tablesOf(tables, 'people')),
    members: facts.members,
    tables: [
      ...recognised.tables.map((table) => report(table, context)),
      ...asOne(results.map((table) => report(table, context))),
    ],
    problems: [
      ...recognised.problems,
      ...recognised.tables.flatMap(({ mapping }) => mapping.problems),
      ...ledger.problems,
      ...targetProblems,
    ],
    leftOut: leftOutOf(facts, ledger),
    currency: facts.currency.code ?? options.currency ?? null,
    currencyFrom: facts.currency.code === null && options.currency !== undefined ? 'config' : facts.currency.from,
    taxBasis: { ...taxBasis([...money.values()], options, tax) },
    ...statements(recognised.tables),
    areTotals: results.length > 0,
    holidays: options.holidays ?? new Set(),
    fields: fieldsOf(tables),
  };
}

/** The tables that are read, with typed columns; people of the config and results of plans among them. */
function typeTables(
  tables: readonly RecognisedTable[],
  options: ValidateOptions,
): { readonly typed: Map<RecognisedTable, TypedTable>; readonly plans: ReturnType<typeof readTargets> } {
  const meanings = meaningsOf(options);
  const spelled = (table: RecognisedTable) => (options.names ? withOneSpelling(table, options.names) : table);
  const plans = readTargets(tables.filter(({ mapping }) => mapping.dataset === 'targets').map(spelled), options);
  const typed = new Map(
    [...tables, ...plans.results].map((table) => [table, new TypedTable(spelled(table), meanings)]),
  );
  const listed = configPeopleTable(options.people ?? []);
  if (listed) typed.set(listed, new TypedTable(listed, meanings));
  return { typed, plans };
}

function factTables({ built }: BuiltFacts): FactTables {
  const of = (dataset: FactDataset) => built.get(dataset)?.facts ?? null;
  return {
    orders: of('orders'),
    deals: of('deals'),
    payments: of('payments'),
    tickets: of('tickets'),
    surveys: of('surveys'),
  };
}

interface WantedTax {
  readonly wanted: TaxBasis | null;
  readonly target: TaxBasis | null;
}

function wantedTax({ tax }: ValidateOptions, targets: readonly Target[]): WantedTax {
  const target = targets.find(({ taxBasis: basis }) => basis !== null)?.taxBasis ?? null;
  return { wanted: tax ?? target, target };
}

interface ReportContext {
  readonly typed: ReadonlyMap<RecognisedTable, TypedTable>;
  readonly reasons: ReadonlyMap<RecognisedTable, string | null>;
  readonly facts: BuiltFacts;
  readonly ledger: Ledger;
  readonly files: readonly RawFile[];
}

function report(table: RecognisedTable, { typed, reasons, facts, ledger, files }: ReportContext): TableReport {
  const own = typed.get(table);
  const part = partOf(facts, own);
  const leftOut = own === undefined ? 0 : ledger.leftOutOf(own);
  const notRead = reasons.get(table) ?? null;
  return tableReport(
    { table, typed: own, notRead, part, leftOut },
    files.find(({ path }) => path === table.raw.file),
  );
}

function taxBasis(
  money: readonly Money[],
  { tax, taxFrom = 'flag' }: ValidateOptions,
  { wanted, target }: WantedTax,
): DataSet['taxBasis'] {
  const stated = new Set(money.flatMap(({ basis }) => basis ?? []));
  const [only] = stated;
  const actual = stated.size === 1 ? (only ?? null) : null;
  if (tax !== undefined) return { actual: actual ?? tax, target, from: taxFrom };
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
    const own = tablesOf(tables, dataset);
    if (own.length > 0) fields.set(dataset, new Set(own.flatMap((table) => table.fields)));
  }
  return fields;
}
