/** Raw cells → exact amounts. */
import { type Decimal, decimal, decimalFromDouble, multiply, round, trim, unitsAt } from '../../lib/decimal.ts';
import type { NumberFormat } from '../../model/mapping.ts';
import { cellKind, decimalCellText, type RawColumn, rawCellText } from '../../model/raw-table.ts';
import { type AmountColumn, exactScale, maxScale, sharedMarks } from '../../model/table.ts';

import { type CellFault, Faults } from './fault.ts';
import { type NumberReading, readNumber } from './read-number.ts';
import { isOnly, seenKinds, stretchOf } from './stored.ts';

export interface AmountSpec {
  readonly format: NumberFormat | null;
  /** Factor to base units of cells that bring none of their own. */
  readonly unit: Decimal;
}

export interface AmountCells {
  readonly column: AmountColumn;
  readonly faults: Faults;
  /** Rows whose cell was spelled with a rounded unit (`1.2万`), and the first of them. */
  readonly rounded: { readonly rows: number; readonly first: number };
  /** ISO codes that cells bear, with the first row of each. */
  readonly currencies: ReadonlyMap<string, number>;
}

/** The amounts of the stored rows `rows` of `raw`. Cells that are no number are missing and listed as faults. */
export function amountCells(raw: RawColumn, rows: Uint32Array, spec: AmountSpec): AmountCells {
  return new AmountBuilder(raw, rows, spec).build();
}

const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

class AmountBuilder {
  readonly #raw: RawColumn;
  readonly #rows: Uint32Array;
  readonly #spec: AmountSpec;
  /** The power of ten that the unit is, or undefined where it is none (a dozen). */
  readonly #shift: number | undefined;
  readonly #readings: (NumberReading | undefined)[] = [];
  readonly #faults = new Faults();
  readonly #currencies = new Map<string, number>();
  #roundedRows = 0;
  #firstRounded = 0;

  constructor(raw: RawColumn, rows: Uint32Array, spec: AmountSpec) {
    this.#raw = raw;
    this.#rows = rows;
    this.#spec = spec;
    this.#shift = powerOfTen(spec.unit);
  }

  build(): AmountCells {
    const seen = seenKinds(this.#raw.kinds, this.#rows);
    const factors = this.#factors(seen);
    const present = new Uint8Array(this.#rows.length);
    const shared = this.#sharedUnits(seen, factors, present);
    const units = shared ?? new Float64Array(this.#rows.length);
    const exact = new Map<number, bigint>();
    const slow = shared ? new Map<number, Decimal>() : this.#fill(units, present, factors);
    // Slow cells may need more digits than the plain ones; then these are rescaled once.
    let scale = this.#plainScale;
    for (const value of slow.values()) if (value.scale <= maxScale) scale = Math.max(scale, value.scale);
    if (scale !== this.#plainScale) rescale(units, powers[scale - this.#plainScale] ?? 1, exact, scale);
    for (const [row, value] of slow) {
      present[row] = 1;
      place(row, value, scale, units, exact);
    }
    return {
      column: { kind: 'amount', scale, units, present: sharedMarks(present), exact },
      faults: this.#faults,
      rounded: { rows: this.#roundedRows, first: this.#firstRounded },
      currencies: this.#currencies,
    };
  }

  #plainScale = 0;

  /**
   * The units are there already where all cells are spelled with the column's decimals, as prices are in most text files: a
   * million rows need not be copied.
   */
  #sharedUnits(seen: Uint8Array, factors: Float64Array, present: Uint8Array): Float64Array | undefined {
    const { kinds, values } = this.#raw;
    const stretch = stretchOf(this.#rows);
    const kind = cellKind.decimal + this.#plainScale + (this.#shift ?? 0);
    if (!stretch || factors[kind] !== 1 || !isOnly(seen, kind) || !(values instanceof Float64Array)) return undefined;
    const [first, end] = stretch;
    for (let row = first; row < end; row += 1) present[row - first] = kinds[row] === kind ? 1 : 0;
    return values.subarray(first, end);
  }

  /** Fills what plain integer arithmetic can; the rest comes back by row. Hot: one pass to see, one to fill. */
  #fill(units: Float64Array, present: Uint8Array, factors: Float64Array): ReadonlyMap<number, Decimal> {
    const { kinds, values } = this.#raw;
    const rows = this.#rows;
    const slow = new Map<number, Decimal>();
    for (let row = 0; row < rows.length; row += 1) {
      const stored = rows[row] ?? 0;
      const kind = kinds[stored] ?? 0;
      if (kind === cellKind.empty) continue;
      const factor = factors[kind] ?? 0;
      const product = (values[stored] ?? 0) * factor;
      if (factor !== 0 && product <= Number.MAX_SAFE_INTEGER && product >= -Number.MAX_SAFE_INTEGER) {
        units[row] = product;
        present[row] = 1;
        continue;
      }
      const value = this.#slowCell(row, stored, kind);
      if (value) slow.set(row, value);
    }
    return slow;
  }

  /** Per cell kind the factor that brings its integer to the column's scale, 0 where plain arithmetic will not do. */
  #factors(seen: Uint8Array): Float64Array {
    const factors = new Float64Array(256);
    const shift = this.#shift;
    if (shift === undefined) return factors;
    // In a column of decimal commas `4.800` is 4800: its decimal cells are read as text.
    const last = this.#spec.format?.decimalMark === ',' ? 0 : maxScale + shift;
    for (let d = 0; d <= last && d < 64; d += 1) {
      if (seen[cellKind.decimal + d] === 1) this.#plainScale = Math.max(this.#plainScale, d - shift);
    }
    this.#plainScale = Math.min(this.#plainScale, maxScale);
    for (let d = 0; d <= last && d < 64; d += 1) {
      factors[cellKind.decimal + d] = powers[this.#plainScale - d + shift] ?? 0;
    }
    return factors;
  }

  #slowCell(row: number, stored: number, kind: number): Decimal | undefined {
    const value = this.#raw.values[stored] ?? 0;
    if (kind === cellKind.text) return this.#reading(row, stored, this.#pooled(value));
    if (kind === cellKind.double) return this.#scaled(decimalFromDouble(value));
    if (kind >= cellKind.decimal) return this.#decimalCell(row, stored, value, kind - cellKind.decimal);
    if (kind === cellKind.error) return this.#fault(row, stored, 'cell/error-value');
    if (kind === cellKind.noResult) return this.#fault(row, stored, 'cell/no-cached-value');
    return this.#fault(row, stored, 'cell/not-a-number', { hint: '' });
  }

  #decimalCell(row: number, stored: number, value: number, decimals: number): Decimal | undefined {
    if (this.#spec.format?.decimalMark === ',' && decimals > 0) {
      return this.#reading(row, stored, readNumber(decimalCellText(value, decimals), this.#spec.format));
    }
    return this.#scaled({ units: BigInt(value), scale: decimals });
  }

  #pooled(index: number): NumberReading {
    const known = this.#readings[index];
    if (known) return known;
    const reading = readNumber(this.#raw.pool.text(index), this.#spec.format);
    this.#readings[index] = reading;
    return reading;
  }

  #reading(row: number, stored: number, reading: NumberReading): Decimal | undefined {
    if (reading.kind === 'none') return undefined;
    if (reading.kind === 'error') return this.#fault(row, stored, 'cell/error-value');
    if (reading.kind === 'bad') return this.#fault(row, stored, 'cell/not-a-number', { hint: reading.hint });
    if (reading.currency !== null && !this.#currencies.has(reading.currency))
      this.#currencies.set(reading.currency, row);
    if (reading.isRounded) this.#countRounded(row);
    return reading.hasUnit ? fitted(reading.value) : this.#scaled(reading.value);
  }

  #countRounded(row: number): void {
    if (this.#roundedRows === 0) this.#firstRounded = row;
    this.#roundedRows += 1;
  }

  #scaled(value: Decimal): Decimal {
    return fitted(multiply(value, this.#spec.unit));
  }

  #fault(row: number, stored: number, code: CellFault['code'], params: CellFault['params'] = {}): undefined {
    this.#faults.add(row, code, () => rawCellText(this.#raw, stored), params);
    return undefined;
  }
}

/** Without trailing zeros, and with no more digits than the exact lane has. */
function fitted(value: Decimal): Decimal {
  const short = trim(value);
  return short.scale > exactScale ? trim(round(short, exactScale)) : short;
}

function powerOfTen(unit: Decimal): number | undefined {
  const { units, scale } = trim(unit);
  const digits = units.toString();
  return /^10*$/.test(digits) && digits.length <= 12 ? digits.length - 1 - scale : undefined;
}

function rescale(units: Float64Array, factor: number, exact: Map<number, bigint>, scale: number): void {
  for (let row = 0; row < units.length; row += 1) {
    const old = units[row] ?? 0;
    const next = old * factor;
    if (Number.isSafeInteger(next)) {
      units[row] = next;
    } else {
      units[row] = 0;
      exact.set(row, BigInt(old) * BigInt(factor) * 10n ** BigInt(exactScale - scale));
    }
  }
}

function place(row: number, value: Decimal, scale: number, units: Float64Array, exact: Map<number, bigint>): void {
  if (value.scale <= scale) {
    const own = unitsAt(value, scale);
    const asNumber = Number(own);
    if (Number.isSafeInteger(asNumber)) {
      units[row] = asNumber;
      return;
    }
  }
  exact.set(row, unitsAt(value, exactScale));
}

/** A column from values by row; null is missing. For columns that are computed, not read. */
export function amountColumnOf(rowCount: number, values: Iterable<readonly [number, Decimal]>): AmountColumn {
  const units = new Float64Array(rowCount);
  const present = new Uint8Array(rowCount);
  const exact = new Map<number, bigint>();
  const entries = [...values].map(([row, value]) => [row, fitted(value)] as const);
  const scale = entries.reduce((most, [, value]) => (value.scale <= maxScale ? Math.max(most, value.scale) : most), 0);
  for (const [row, value] of entries) {
    present[row] = 1;
    place(row, value, scale, units, exact);
  }
  return { kind: 'amount', scale, units, present, exact };
}

/** The value of a row, or null where it is missing. */
export function amountAt(column: AmountColumn, row: number): Decimal | null {
  if (column.present[row] !== 1) return null;
  const exact = column.exact.get(row);
  return exact === undefined ? decimal(column.units[row] ?? 0, column.scale) : { units: exact, scale: exactScale };
}
