/** One column as the mapping tells it; what only `inspect` asks for is counted when asked. */
import { type Decimal, decimalFromDouble, toText } from '../lib/decimal.ts';
import { type DatasetName, fieldKind } from '../model/fields.ts';
import type {
  ColumnType,
  Confidence,
  DateOrder,
  MappedColumn,
  NumberFormat,
  RowRole,
  TaxBasis,
} from '../model/mapping.ts';
import { cellKind, rawCellText } from '../model/raw-table.ts';
import { extremesOf, filledRowsOf } from './extremes.ts';
import { isMoneyField } from './money.ts';
import { countOf, filledRows, numberRows } from './profile.ts';
import { numberAt, type SheetColumn } from './sheet.ts';

export interface ColumnFindings {
  readonly dataset: DatasetName | null;
  readonly field: string | null;
  readonly guess: string | null;
  readonly confidence: Confidence | null;
  readonly dateOrder: DateOrder | null;
  readonly numberFormat: NumberFormat | null;
  readonly unit: Decimal;
  readonly unitStated: string | null;
  readonly currency: string | null;
  readonly tax: TaxBasis | null;
  readonly roles: ReadonlyMap<number, RowRole>;
}

export function mapColumn(column: SheetColumn, findings: ColumnFindings): MappedColumn {
  return new LazyColumn(column, findings);
}

class LazyColumn implements MappedColumn {
  readonly index: number;
  readonly heading: string;
  readonly field: string | null;
  readonly guess: string | null;
  readonly confidence: Confidence | null;
  readonly dateOrder: DateOrder | null;
  readonly numberFormat: NumberFormat | null;
  readonly unit: Decimal;
  readonly unitStated: string | null;
  readonly currency: string | null;
  readonly tax: TaxBasis | null;
  readonly isPercent: boolean;
  readonly empty: number;
  readonly type: ColumnType;
  readonly #column: SheetColumn;
  readonly #roles: ReadonlyMap<number, RowRole>;
  #distinct: number | undefined;
  #sample: string | null | undefined;
  #extremes: { readonly smallest: string | null; readonly largest: string | null } | undefined;

  constructor(column: SheetColumn, findings: ColumnFindings) {
    this.index = column.index;
    this.heading = column.heading;
    this.field = findings.field;
    this.guess = findings.guess;
    this.confidence = findings.confidence;
    this.dateOrder = findings.dateOrder;
    this.numberFormat = findings.numberFormat;
    this.unit = findings.unit;
    this.unitStated = findings.unitStated;
    this.currency = findings.currency;
    this.tax = findings.tax;
    this.isPercent = column.looks.isPercent || column.unit?.isPercent === true;
    this.type = typeOf(column, findings);
    this.empty = countOf(column.profile, cellKind.empty) - emptyIn(column, findings.roles);
    this.#column = column;
    this.#roles = findings.roles;
  }

  get distinct(): number {
    this.#distinct ??= distinctOf(this.#column, this.#roles);
    return this.#distinct;
  }

  get sample(): string | null {
    if (this.#sample === undefined) this.#sample = sampleOf(this.#column, this.#roles);
    return this.#sample;
  }

  get smallest(): string | null {
    return this.#bothEnds().smallest;
  }

  get largest(): string | null {
    return this.#bothEnds().largest;
  }

  #bothEnds(): { readonly smallest: string | null; readonly largest: string | null } {
    this.#extremes ??= extremesOf(this.#column, this, this.#roles);
    return this.#extremes;
  }
}

function emptyIn({ raw }: SheetColumn, roles: ReadonlyMap<number, RowRole>): number {
  let empty = 0;
  for (const row of roles.keys()) if (raw.kinds[row] === cellKind.empty) empty += 1;
  return empty;
}

function typeOf(column: SheetColumn, { dataset, field, currency }: ColumnFindings): ColumnType {
  const { profile, looks } = column;
  const filled = filledRows(profile);
  if (filled === 0) return 'empty';
  const kind = dataset && field ? fieldKind(dataset, field) : undefined;
  if (kind === 'day' && looks.hasDays) return 'date';
  if (kind === 'amount' && looks.hasNumbers) return isMoneyField(field) ? 'money' : 'number';
  if (kind === 'text' && field !== 'period' && !looks.isDays) return 'text';
  return plainType(column, filled, currency);
}

function plainType({ profile, looks }: SheetColumn, filled: number, currency: string | null): ColumnType {
  if (looks.isDays) return 'date';
  if (looks.isNumeric) return currency === null ? 'number' : 'money';
  if (countOf(profile, cellKind.boolean) * 2 > filled) return 'boolean';
  const numbers = numberRows(profile);
  const texts = countOf(profile, cellKind.text);
  if (numbers * 10 >= filled && texts * 10 >= filled) return 'mixed';
  return numbers > texts ? 'number' : 'text';
}

/** Distinct values; numbers count by value (1.50 and 1.5 are one). */
function distinctOf({ raw, profile }: SheetColumn, roles: ReadonlyMap<number, RowRole>): number {
  const numbers = new Set<number>();
  const others = new Set<number>();
  for (const row of filledRowsOf(raw, profile.from, roles)) {
    const kind = raw.kinds[row] ?? 0;
    const value = raw.values[row] ?? 0;
    const number = numberAt(kind, value);
    if (number === undefined) others.add(kind + value * 64);
    else numbers.add(number);
  }
  return numbers.size + others.size;
}

function sampleOf({ raw, profile }: SheetColumn, roles: ReadonlyMap<number, RowRole>): string | null {
  for (const row of filledRowsOf(raw, profile.from, roles)) {
    if (raw.kinds[row] === cellKind.double) return toText(decimalFromDouble(raw.values[row] ?? 0));
    return rawCellText(raw, row).replaceAll(/\s+/gu, ' ').trim();
  }
  return null;
}
