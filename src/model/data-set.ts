/** All files of one command together, validated: what `compute` starts from. */
import type { Decimal } from '../lib/decimal.ts';
import type { DatasetName } from './fields.ts';
import type { TaxBasis } from './mapping.ts';
import type { OwnKpi } from './own-kpi.ts';
import type { Period } from './period.ts';
import type { Person } from './person.ts';
import type { Place } from './place.ts';
import type { PresetId } from './preset-ids.ts';
import type { LeftOutRow, Problem } from './problem.ts';
import type { Facts, TextColumn } from './table.ts';
import type { BlankTarget, Target } from './target.ts';

/** What rows of a status or stage are: of orders the first four, of deals also how they ended. */
export type StatusUse = 'counts' | 'not-counted' | 'refunded' | 'unmapped' | 'won' | 'lost' | 'open';

export interface StatusReport {
  readonly value: string;
  readonly rows: number;
  readonly amount: Decimal;
  readonly use: StatusUse;
}

/** One table that was read, for the list of inputs. */
export interface TableReport {
  readonly file: string;
  readonly sheet: string | null;
  readonly dataset: DatasetName | null;
  readonly preset: PresetId | null;
  readonly headerRow: number | null;
  /** Data rows, left-out ones included. */
  readonly rows: number;
  readonly leftOut: number;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly statuses: readonly StatusReport[];
  /** Field → heading. */
  readonly columns: ReadonlyMap<string, string>;
  readonly columnCount: number;
  /** Why a table is not read: hidden sheet, own output, summary of another; null for one that is. */
  readonly notRead: string | null;
  /** The rows of the facts that came from this table: [first, past the last). */
  readonly factRows: readonly [number, number] | null;
}

/** Goods taken back: by order, where the file is a bare list, else with amounts and days. */
export interface Returns {
  /** Order ids, folded like the facts' own; distinct. */
  readonly orderIds: ReadonlySet<string>;
  /** Amounts per listed row, positive; null for a bare list of ids. */
  readonly rows:
    | readonly {
        readonly orderId: string;
        readonly day: number | null;
        readonly amount: Decimal;
        readonly place?: Place;
      }[]
    | null;
}

/** `customers.firstOrderDate`, by customer key as the facts spell it. */
export type FirstOrderDays = ReadonlyMap<string, number>;

/** Datasets whose rows figures are made of; the others only add to them. */
export const factDatasets = ['orders', 'deals', 'payments', 'tickets', 'surveys'] as const;
export type FactDataset = (typeof factDatasets)[number];

/** One fact table per dataset, joined columns included; null where no table of it was read. */
export type FactTables = Readonly<Record<FactDataset, Facts | null>>;

/** How large a market was in a period: a row of `market`. */
export interface MarketSize {
  readonly period: Period;
  readonly segment: string | null;
  readonly region: string | null;
  readonly size: Decimal;
  readonly place: Place;
}

export interface DataSet {
  readonly facts: FactTables;
  readonly market: readonly MarketSize[];
  readonly returns: Returns | null;
  readonly firstOrderDays: FirstOrderDays | null;
  readonly targets: readonly Target[];
  /** KPIs that a config defines. */
  readonly ownKpis: readonly OwnKpi[];
  /** Rows of target tables without a number. */
  readonly blankTargets: readonly BlankTarget[];
  /** Rows of `people` that name a person. */
  readonly people: readonly Person[];
  /** Members of dimensions that joined tables know and facts need not: dimension → values. */
  readonly members: ReadonlyMap<string, TextColumn | readonly string[]>;
  readonly tables: readonly TableReport[];
  readonly problems: readonly Problem[];
  readonly leftOut: readonly LeftOutRow[];
  readonly currency: string | null;
  /** How the currency was known, for people: `number format of column F`, `column 币种`, …; null where it is not. */
  readonly currencyFrom: string | null;
  readonly taxBasis: {
    readonly actual: TaxBasis | null;
    readonly target: TaxBasis | null;
    readonly from: 'heading' | 'flag' | 'config' | 'targets' | 'default' | null;
  };
  /** Periods that the file's name or title states, most specific first. */
  readonly statedPeriods: readonly { readonly period: Period; readonly from: 'title' | 'name' }[];
  /** Last day of an export range that a title block states. */
  readonly statedEnd: number | null;
  /** True where the sales are what plans say was reached in a period: sums, of which no single order is known. */
  readonly areTotals: boolean;
  readonly holidays: ReadonlySet<number>;
  /** Fields that no table has, for `notComputed`: dataset → fields present. */
  readonly fields: ReadonlyMap<DatasetName, ReadonlySet<string>>;
}
