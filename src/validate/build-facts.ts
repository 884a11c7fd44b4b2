/** All tables of facts → one fact table per dataset, each with the columns of what joins it. */
import type { FactDataset } from '../model/data-set.ts';
import type { ValidateOptions } from '../model/options.ts';
import type { LeftOutRow } from '../model/problem.ts';
import type { Facts, TextColumn } from '../model/table.ts';
import { type Assembly, assembleTables, type FactPart } from './assemble.ts';
import { type Currency, settleCurrency } from './currency.ts';
import { judgeDeals, prepareDeals } from './datasets/deals.ts';
import { assemble, judgeOrders, type MoneyOf, orderTables, prepareOrders } from './datasets/orders.ts';
import { judgePayments, preparePayments, withOrders } from './datasets/payments.ts';
import { prepareSurveys } from './datasets/surveys.ts';
import { prepareTickets } from './datasets/tickets.ts';
import { makeFacts } from './facts.ts';
import type { Frame } from './frame.ts';
import { type Joined, type JoinSources, joinSources, joinTables, reportRepeatedKeys } from './joins.ts';
import type { Ledger } from './ledger.ts';
import { leftOutRows } from './left-out.ts';
import { RateBook, ratesOf } from './rates.ts';
import { factRules } from './rules/index.ts';
import { daysOf } from './settle-day.ts';
import { type TypedTable, tablesOf } from './typed-table.ts';
import { withUnitColumns } from './unit-columns.ts';

/** One fact table with what it was made of. */
interface Built {
  readonly facts: Facts;
  readonly assembly: Assembly;
}

export interface BuiltFacts {
  readonly built: ReadonlyMap<FactDataset, Built>;
  /** Values that joined tables know, by dimension. */
  readonly members: ReadonlyMap<string, TextColumn>;
  readonly currency: Currency;
}

export function buildFacts(
  tables: readonly TypedTable[],
  money: MoneyOf,
  options: ValidateOptions,
  ledger: Ledger,
): BuiltFacts {
  const orders = orderTables(tables);
  const deals = tablesOf(tables, 'deals');
  const payments = tablesOf(tables, 'payments');
  prepareOrders(orders, money, options, ledger);
  prepareDeals(deals, options.overlap, ledger);
  preparePayments(payments, options.overlap, ledger);
  prepareTickets(tablesOf(tables, 'tickets'), options.overlap, ledger);
  prepareSurveys(tablesOf(tables, 'surveys'), options.overlap, ledger);
  const rates = [...(options.rates ?? []), ...ratesOf(tablesOf(tables, 'rates'), ledger)];
  const book = new RateBook(rates, options.ratePolicy);
  const currency = settleCurrency(
    [[...orders.orders, ...orders.lines], deals, payments],
    { book, wanted: options.currency },
    ledger,
  );
  judgeOrders(orders, ledger);
  judgeDeals(deals, ledger);
  judgePayments(payments, ledger);
  const joiner = new Joiner(tables, ledger);
  joiner.add('orders', assemble(orders, ledger), (frame) => withUnitColumns(frame, tablesOf(tables, 'products')));
  joiner.add('deals', assembleTables(deals));
  const paid = assembleTables(payments);
  joiner.add('payments', paid && withOrders(paid, joiner.built.get('orders')?.assembly.frame, ledger));
  joiner.add('tickets', assembleTables(tablesOf(tables, 'tickets')));
  joiner.add('surveys', assembleTables(tablesOf(tables, 'surveys')));
  joiner.finish();
  return { built: joiner.built, members: joiner.members, currency };
}

/** Joins the same tables to each dataset of facts. */
class Joiner {
  readonly built = new Map<FactDataset, Built>();
  readonly members = new Map<string, TextColumn>();
  readonly #tables: readonly TypedTable[];
  readonly #ledger: Ledger;
  #sources: JoinSources | undefined;

  constructor(tables: readonly TypedTable[], ledger: Ledger) {
    this.#tables = tables;
    this.#ledger = ledger;
  }

  add(
    dataset: FactDataset,
    assembly: Assembly | undefined,
    complete: (frame: Frame) => Frame = (frame) => frame,
  ): void {
    if (!assembly) return;
    this.#sources ??= joinSources(this.#tables);
    const { frame, included } = assembly;
    const ownNames = new Set(assembly.parts.flatMap(({ table }) => table.names));
    const source = { frame, included, days: daysOf(dataset, frame), ownNames };
    const joined: Joined = joinTables(source, this.#sources, this.members, this.#ledger);
    const completed = { ...joined, frame: complete(joined.frame) };
    const facts = makeFacts({ dataset, ...assembly, joined: completed });
    if (dataset === 'orders') for (const rule of factRules) rule(facts, this.#ledger);
    this.built.set(dataset, { facts, assembly });
  }

  finish(): void {
    if (this.#sources) reportRepeatedKeys(this.#sources, this.#ledger);
  }
}

/** The rows of the facts that came from a table. */
export function partOf({ built }: BuiltFacts, table: TypedTable | undefined): FactPart | undefined {
  for (const { assembly } of built.values()) {
    const part = assembly.parts.find((one) => one.table === table);
    if (part) return part;
  }
  return undefined;
}

export function leftOutOf({ built }: BuiltFacts, ledger: Ledger): LeftOutRow[] {
  return [...built].flatMap(([dataset, { assembly }]) =>
    leftOutRows(ledger, assembly, daysOf(dataset, assembly.frame)),
  );
}
