/** Decided sheets → mappings: formats settled over all of them, then rows that are no data, then the columns. */

import { given } from '../lib/given.ts';
import type { MappedColumn, Mapping, RowQuirk, Statements, TaxBasis } from '../model/mapping.ts';
import type { RecogniseOptions } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import { taxOf } from './assign.ts';
import { type DateFindings, settleDates } from './dates.ts';
import { markGroupRows } from './group-rows.ts';
import { guessesOf } from './guesses.ts';
import { mapColumn } from './mapped-column.ts';
import { currencyOfColumn, isMoneyField, unitOfColumn } from './money.ts';
import { type NumberFindings, settleNumberFormats } from './numbers.ts';
import type { Claim } from './presets/match.ts';
import type { Quirk } from './presets/preset.ts';
import { type FieldsByColumn, fieldsByColumn, type Recognised } from './recognised.ts';
import type { SheetColumn } from './sheet.ts';
import type { Stated } from './statements.ts';
import { decisionProblems, unitProblems } from './table-problems.ts';
import { findRowRoles, type RowRoles } from './totals.ts';

/** The mapping of each table. `isUsable`: some table of the run has a dataset (what then is missing elsewhere is no error). */
export function buildMapping(
  tables: readonly Recognised[],
  options: RecogniseOptions,
  isUsable: boolean,
): ReadonlyMap<Recognised, Mapping> {
  const dates = settleDates(tables, options.dateOrder);
  const numbers = new Map(tables.map((table) => [table, settleNumberFormats(table)]));
  const mappings = new Map<Recognised, Mapping>();
  for (const table of tables) {
    const number = numbers.get(table);
    const date = dates.get(table);
    if (number && date) mappings.set(table, new TableMapping(table, options, date, number).build(isUsable));
  }
  return mappings;
}

class TableMapping {
  readonly #table: Recognised;
  readonly #fields: FieldsByColumn;
  readonly #options: RecogniseOptions;
  readonly #dates: DateFindings;
  readonly #numbers: NumberFindings;

  constructor(table: Recognised, options: RecogniseOptions, dates: DateFindings, numbers: NumberFindings) {
    this.#table = table;
    this.#fields = fieldsByColumn(table);
    this.#options = options;
    this.#dates = dates;
    this.#numbers = numbers;
  }

  build(isUsable: boolean): Mapping {
    const { raw, sheet, stated, claim, decision, isDeclared, layout } = this.#table;
    const roles = this.#roles();
    const columns = sheet.columns.map((column) => this.#column(column, roles));
    const last = sheet.header.rows.at(-1);
    const problems: readonly Problem[] = [
      ...decisionProblems(this.#table, isUsable),
      ...unitProblems(this.#table, this.#units()),
      ...this.#dates.problems,
      ...this.#numbers.problems,
      ...roles.problems,
      ...(layout?.problems ?? []),
    ];
    return {
      dataset: decision.dataset,
      preset: claim?.preset.id ?? null,
      statuses: statusesOf(claim),
      quirks: new Set(claim?.table.quirks?.filter(isRowQuirk)),
      isDeclared,
      headerRow: last === undefined ? null : (raw.rowNumbers[last] ?? null),
      firstData: sheet.firstData,
      columns,
      roles: roles.roles,
      statements: statementsOf(stated),
      periodColumns: layout?.periodColumns ?? [],
      problems,
    };
  }

  #roles(): RowRoles {
    const { sheet, decision } = this.#table;
    const index = (field: string): number | undefined => decision.assignment?.fields.get(field)?.index;
    const keys = keyFields.flatMap((field) => index(field) ?? []);
    const amount = ['amount', 'target', 'profit', 'quantity'].map(index).find((found) => found !== undefined) ?? null;
    const format = amount === null ? null : (this.#numbers.formats.get(amount) ?? null);
    // Wide targets keep their totals: a printed total is a node of its own there, checked by the rules of targets.
    const checksTotals = decision.dataset !== null && this.#table.layout === null && amount !== null;
    const found = findRowRoles(sheet, { keys, amount, format }, checksTotals);
    if (amount === null || this.#table.claim?.table.quirks?.includes('group-rows') !== true) return found;
    const roles = new Map(found.roles);
    const problems = markGroupRows(sheet, { column: amount, format }, roles);
    return { roles, problems: [...found.problems, ...problems] };
  }

  #column(column: SheetColumn, { roles }: RowRoles): MappedColumn {
    const { decision, candidates } = this.#table;
    const { field = null, confidence = null } = this.#fields.get(column.index) ?? {};
    const unit = this.#unit(column);
    const guess = field === null ? guessesOf(candidates, decision).get(column.index) : undefined;
    return mapColumn(column, {
      dataset: decision.dataset,
      field,
      guess: guess ?? null,
      confidence,
      dateOrder: this.#dates.orders.get(column.index) ?? null,
      numberFormat: this.#numbers.formats.get(column.index) ?? null,
      unit: unit.factor,
      unitStated: unit.stated,
      currency: this.#currency(column, field),
      tax: this.#tax(column, field),
      roles,
    });
  }

  #currency(column: SheetColumn, field: string | null): string | null {
    const isMoney = isMoneyField(field) || this.#isPeriod(column.index);
    return currencyOfColumn(column) ?? (isMoney ? this.#table.stated.currency : null);
  }

  /** A title may state the basis of targets; facts say it in the heading of the amount. */
  #tax(column: SheetColumn, field: string | null): TaxBasis | null {
    const own = taxOf(column.keys[0] ?? '');
    if (field === 'amount') return own;
    return field === 'target' || this.#isPeriod(column.index) ? (own ?? this.#table.stated.tax) : null;
  }

  #isPeriod(index: number): boolean {
    return this.#table.layout?.periodColumns.some((column) => column.index === index) === true;
  }

  #unit(column: SheetColumn): ReturnType<typeof unitOfColumn> {
    const { decision, stated } = this.#table;
    const { dataset } = decision;
    const title = stated.unit && stated.unitStated !== null ? { factor: stated.unit, stated: stated.unitStated } : null;
    const field = this.#fields.get(column.index)?.field ?? null;
    const flag = dataset === null ? undefined : this.#options.units?.get(dataset);
    return unitOfColumn(column, { dataset, field, isPeriod: this.#isPeriod(column.index) }, title, {
      ...given({ flag, otherwise: this.#options.defaultUnit }),
    });
  }

  #units(): ReadonlyMap<number, ReturnType<typeof unitOfColumn>> {
    return new Map(this.#table.sheet.columns.map((column) => [column.index, this.#unit(column)]));
  }
}

/** Whose cells are blank in a row of totals; what only groups rows (rep, region) may be filled there. */
const keyFields = [
  'orderId',
  'orderDate',
  'customerId',
  'customerName',
  'product',
  'dealId',
  'dealName',
  'createdDate',
  'closeDate',
  'date',
  'period',
  'ticketId',
];

/** As spelled → what it does. */
function statusesOf(claim: Claim | null): Mapping['statuses'] {
  const entries = claim?.table.statuses ?? [];
  return new Map(entries.flatMap(([use, words]) => words.split('|').map((word) => [word, use] as const)));
}

function isRowQuirk(quirk: Quirk): quirk is RowQuirk {
  return quirk === 'lines-repeat-date' || quirk === 'company-before-name';
}

function statementsOf({ company, title, period, exportRange, unit, unitStated, currency }: Stated): Statements {
  return { company, title, period, exportRange, unit, unitStated, currency };
}
