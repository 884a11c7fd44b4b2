/**
 * The rows that figures are made of, each by the date that counts for it: sales by order date, won and lost deals by
 * close date, new deals by the date they were created, payments by their own. A KPI names its stream; groups and
 * periods are cut from streams in one way (`cut.ts`).
 */
import type { DataSet, FactDataset, FactTables } from '../model/data-set.ts';
import type { Day } from '../model/day.ts';
import type { Column, DayColumn, Facts, TextColumn } from '../model/table.ts';
import { wantedRows } from './dimensions.ts';
import { plannedClose } from './earlier-deals.ts';
import { isText } from './marks.ts';
import { type Population, populationOf, type Span } from './population.ts';

export type StreamName =
  | 'sales'
  | 'closed'
  | 'created'
  | 'open'
  | 'expected'
  | 'planned'
  | 'payments'
  | 'invoiced'
  | 'due'
  | 'tickets'
  | 'resolved'
  | 'ratings'
  | 'recommendations';

/** Where a stream's rows come from. */
interface Source {
  readonly dataset: FactDataset;
  /** `included` narrowed to the stream's rows, `counts` to those that count. */
  readonly facts: Facts;
  readonly day: DayColumn;
}

interface Moment {
  readonly asOf: Day | undefined;
  /** The day of which the data shows what stands open: its last one, up to as-of. */
  snapshot(): Day;
}

interface Declaration {
  /** Fields without which there is no such stream; `dataset.field`. */
  readonly needs: readonly string[];
  /** True where the stream is what stands open on the snapshot's day, whatever the period. */
  readonly isStock?: boolean;
  /** True where its days may lie after as-of: what is expected or due is known before. */
  readonly isAhead?: boolean;
  source(tables: FactTables, moment: Moment): Source | null;
}

const byDay =
  (dataset: FactDataset, field: string) =>
  (tables: FactTables): Source | null =>
    sourceOf(dataset, tables[dataset], field);

const declarations: Readonly<Record<StreamName, Declaration>> = {
  sales: {
    needs: ['orders.orderDate', 'orders.amount'],
    source: ({ orders, deals }) => (orders ? sourceOf('orders', orders, 'orderDate') : wonDeals(deals)),
  },
  closed: { needs: ['deals.stage', 'deals.closeDate'], source: ({ deals }) => closedDeals(deals) },
  created: { needs: ['deals.createdDate'], source: byDay('deals', 'createdDate') },
  open: {
    needs: ['deals.stage'],
    isStock: true,
    source: ({ deals }, { asOf, snapshot }) => openDeals(deals, asOf, snapshot()),
  },
  expected: {
    needs: ['deals.stage', 'deals.expectedCloseDate'],
    isAhead: true,
    source: ({ deals }, { asOf }) => {
      const open = deals && withOutcome(deals, ['open']);
      return sourceOf('deals', open && knownBy(open, 'createdDate', asOf), 'expectedCloseDate');
    },
  },
  planned: { needs: ['deals.stage', 'deals.dealId'], isAhead: true, source: byDay('deals', plannedClose) },
  payments: {
    needs: ['payments.date', 'payments.amount'],
    source: (tables) => byDay('payments', 'date')(tables) ?? receivedOrders(tables.orders),
  },
  invoiced: {
    needs: ['orders.orderDate', 'orders.amount'],
    source: (tables) => byDay('orders', 'invoiceDate')(tables) ?? byDay('orders', 'orderDate')(tables),
  },
  due: {
    needs: ['orders.dueDate', 'orders.amount'],
    isAhead: true,
    source: ({ orders }, { asOf }) => sourceOf('orders', orders && knownBy(orders, 'orderDate', asOf), 'dueDate'),
  },
  tickets: { needs: ['tickets.createdAt'], source: byDay('tickets', 'createdAt') },
  resolved: { needs: ['tickets.createdAt', 'tickets.resolvedAt'], source: byDay('tickets', 'resolvedAt') },
  ratings: {
    needs: ['surveys.score'],
    source: ({ surveys, tickets }) => ofKind(surveys, 'csat') ?? ratedTickets(tickets),
  },
  recommendations: { needs: ['surveys.score'], source: ({ surveys }) => ofKind(surveys, 'nps') },
};

/** Streams whose days are days of the data; expected dates lie ahead of it. */
const dated: readonly StreamName[] = [
  'sales',
  'closed',
  'created',
  'payments',
  'tickets',
  'resolved',
  'ratings',
  'recommendations',
];

function sourceOf(dataset: FactDataset, facts: Facts | null, field: string): Source | null {
  const day = facts?.columns.get(field);
  return facts && day?.kind === 'day' ? { dataset, facts, day } : null;
}

/** Without orders, won deals by close date are the sales. */
function wonDeals(deals: Facts | null): Source | null {
  const closed = closedDeals(deals);
  const outcome = outcomeOf(deals);
  if (!closed || !outcome || closed.facts.columns.get('amount')?.kind !== 'amount') return null;
  return { ...closed, facts: { ...closed.facts, counts: marked(closed.facts, isText(outcome, ['won']), 'counts') } };
}

function closedDeals(deals: Facts | null): Source | null {
  return sourceOf('deals', deals && withOutcome(deals, ['won', 'lost']), 'closeDate');
}

/** Without payments, what orders say was received on them: by payment date, else by order date. */
function receivedOrders(orders: Facts | null): Source | null {
  const received = orders?.columns.get('receivedAmount');
  if (!orders || received?.kind !== 'amount') return null;
  const { columns } = orders;
  const paid: Facts = {
    ...orders,
    columns: { ...columns, get: (name) => columns.get(name === 'amount' ? 'receivedAmount' : name) },
  };
  return sourceOf('orders', paid, 'paymentDate') ?? sourceOf('orders', paid, 'orderDate');
}

/** Deals neither won nor lost, dated or not, all on the day of the snapshot; those created later are not there yet. */
function openDeals(deals: Facts | null, asOf: Day | undefined, snapshot: Day): Source | null {
  const all = deals && withOutcome(deals, ['open']);
  if (!all) return null;
  const open = knownBy(all, 'createdDate', asOf ?? snapshot);
  const days = new Int32Array(open.rowCount).fill(snapshot);
  const day: DayColumn = { kind: 'day', days, present: new Uint8Array(open.rowCount).fill(1) };
  return { dataset: 'deals', facts: open, day };
}

/** Without the rows whose `field` lies after `day`: they were not there yet. */
function knownBy(facts: Facts, field: string, day: Day | undefined): Facts {
  const dates = facts.columns.get(field);
  if (day === undefined || dates === undefined) return facts;
  return { ...facts, included: facts.included.map((is, row) => (isAfter(dates, row, day) ? 0 : is)) };
}

function isAfter(column: Column, row: number, day: Day): boolean {
  return column.kind === 'day' && column.present[row] === 1 && (column.days[row] ?? 0) > day;
}

/** Answers to surveys of a kind; a row without a score is none. */
function ofKind(surveys: Facts | null, kind: string): Source | null {
  const [kinds, scores] = [surveys?.columns.get('kind'), surveys?.columns.get('score')];
  if (!surveys || kinds?.kind !== 'text') return null;
  const isOfKind = isText(kinds, [kind]);
  const isAnswer = (row: number) => isOfKind(row) && (scores?.kind !== 'amount' || scores.present[row] === 1);
  const included = marked(surveys, isAnswer, 'included');
  return included.includes(1) ? sourceOf('surveys', { ...surveys, included }, 'date') : null;
}

/** Tickets on which the customer left a rating. */
function ratedTickets(tickets: Facts | null): Source | null {
  const satisfied = tickets?.columns.get('satisfied');
  if (!tickets || satisfied?.kind !== 'text') return null;
  const included = marked(tickets, (row) => satisfied.codes[row] !== 0, 'included');
  return sourceOf('tickets', { ...tickets, included }, 'createdAt');
}

/** The deals that ended so; null where nothing says how deals end. */
function withOutcome(deals: Facts, outcomes: readonly string[]): Facts | null {
  const outcome = outcomeOf(deals);
  return outcome && { ...deals, included: marked(deals, isText(outcome, outcomes), 'included') };
}

function outcomeOf(deals: Facts | null): TextColumn | null {
  const outcome = deals?.columns.get('outcome');
  return outcome?.kind === 'text' ? outcome : null;
}

function marked(facts: Facts, isMarked: (row: number) => boolean, marks: 'included' | 'counts'): Uint8Array {
  return facts[marks].map((is, row) => (is === 1 && isMarked(row) ? 1 : 0));
}

export interface Streams {
  readonly data: DataSet;
  readonly asOf: Day | undefined;
  /** The rows of a stream, perhaps none; null where the data has no such stream. */
  population(name: StreamName): Population | null;
  /** The dataset behind a stream of this data. */
  datasetOf(name: StreamName): FactDataset | null;
  isStock(name: StreamName): boolean;
  /** Fields that a missing stream would need, as far as the data lacks them. */
  missing(name: StreamName): readonly string[];
  /** The stream that periods are chosen by: the first that has rows; null where nothing is dated. */
  readonly primary: Population | null;
  /** First and last day of any dated row. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** True where `--only` leaves rows out. */
  readonly isNarrowed: boolean;
}

export interface StreamFilter {
  /** Rows after it are in no figure. */
  readonly asOf?: Day | undefined;
  /** `--only`: dimension → wanted values. */
  readonly only?: ReadonlyMap<string, readonly string[]>;
  /** Of which the rows are a part: the first and last day of each stream are those of the whole. */
  readonly within?: Streams;
}

/** All streams of `data`, each made when it is first asked for. */
export function streamsOf(data: DataSet, { asOf, only = new Map(), within }: StreamFilter): Streams {
  const known = new Map<StreamName, Stream | null>();
  const find = (name: StreamName) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const span = within?.population(name) ?? undefined;
    const made = makeStream(declarations[name], data.facts, { asOf, only, snapshot: () => all().lastDay, span });
    known.set(name, made);
    return made;
  };
  const population = (name: StreamName) => find(name)?.population ?? null;
  const all = () => spanOf(dated.flatMap((name) => population(name) ?? []));
  return {
    data,
    asOf,
    population,
    datasetOf: (name) => find(name)?.source.dataset ?? null,
    isStock: (name) => declarations[name].isStock === true,
    missing: (name) => missingFields(data, declarations[name].needs),
    primary: dated.map(population).find((one) => one !== null && one.lastDay >= one.firstDay) ?? null,
    ...all(),
    isNarrowed: only.size > 0,
  };
}

interface Stream {
  readonly source: Source;
  readonly population: Population;
}

function makeStream(
  { source: find, isAhead }: Declaration,
  tables: FactTables,
  { only = new Map(), span, ...moment }: Pick<StreamFilter, 'only'> & Moment & { readonly span: Span | undefined },
): Stream | null {
  const source = find(tables, moment);
  const wanted = source && wantedRows(source.facts, only);
  // Rows that cannot be told to be among those wanted are not.
  if (source === null || wanted === null) return null;
  const asOf = isAhead === true ? undefined : moment.asOf;
  return { source, population: populationOf(source.facts, source.day, { asOf, wanted, span }) };
}

function spanOf(populations: readonly Population[]): Span {
  const filled = populations.filter(({ firstDay, lastDay }) => lastDay >= firstDay);
  return {
    firstDay: Math.min(...filled.map(({ firstDay }) => firstDay)),
    lastDay: Math.max(...filled.map(({ lastDay }) => lastDay)),
  };
}

/** Of a dataset that is not there at all its telling field is named; of one that is, the fields that it lacks. */
function missingFields({ fields }: DataSet, needs: readonly string[]): readonly string[] {
  const [first = ''] = needs;
  const present = fields.get(first.slice(0, first.indexOf('.')) as FactDataset);
  if (present === undefined) return first.startsWith('deals.') ? ['deals.stage'] : needs;
  const lacking = needs.filter((need) => !present.has(need.slice(need.indexOf('.') + 1)));
  return lacking.length > 0 ? lacking : needs;
}
