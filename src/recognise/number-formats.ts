/** Decimal and group marks of a column of numbers, settled from all values. */
import type { NumberFormat } from '../model/mapping.ts';
import { cellKind } from '../model/raw-table.ts';
import { type Mark, type NumberShape, numberShape } from './number-shape.ts';
import { type ColumnProfile, countOf, eachText } from './profile.ts';

export interface NumberEvidence {
  /** Rows that prove a decimal mark. */
  readonly rows: { readonly '.': number; readonly ',': number };
  readonly groupMark: NumberFormat['groupMark'];
  /** Rows that could be read either way, by the mark in question, and the first of them. */
  readonly open: { readonly '.': number; readonly ',': number };
  readonly openDistinct: number;
  readonly openText: { readonly text: string; readonly index: number | null } | null;
  /** Rows of whole numbers without any mark, below 1000 and from 1000 on. */
  readonly small: number;
  readonly large: number;
  readonly currencies: ReadonlyMap<string, number>;
}

const threeDecimals = cellKind.decimal + 3;

/** What all values of a column say. Of a workbook's numbers only their texts count: they are numbers already. */
export function numberEvidence(profile: ColumnProfile, isTyped: boolean): NumberEvidence {
  const draft = new Draft();
  eachText(profile, (text, rows, index) => draft.addText(text, rows, index));
  if (!isTyped) draft.addPlain(profile);
  return draft.finish();
}

class Draft {
  readonly #rows = { '.': 0, ',': 0 };
  readonly #open = { '.': 0, ',': 0 };
  #groupMark: NumberFormat['groupMark'] = null;
  #openDistinct = 0;
  #openText: NumberEvidence['openText'] = null;
  #small = 0;
  #large = 0;
  readonly #currencies = new Map<string, number>();

  addText(text: string, rows: number, index: number): void {
    const shape = numberShape(text);
    if (!shape) return;
    if (shape.currency !== null)
      this.#currencies.set(shape.currency, (this.#currencies.get(shape.currency) ?? 0) + rows);
    if (shape.decimalMark) this.#rows[shape.decimalMark] += rows;
    this.#groupMark ??= shape.groupMark;
    if (shape.ambiguous) this.#addOpen(shape.ambiguous, rows, { text, index });
    else this.#addWhole(shape, rows);
  }

  #addWhole({ body, decimalMark, groupMark }: NumberShape, rows: number): void {
    if (decimalMark !== null || groupMark !== null) return;
    if (body.length > 3) this.#large += rows;
    else this.#small += rows;
  }

  #addOpen(mark: Mark, rows: number, text: { text: string; index: number | null }): void {
    this.#open[mark] += rows;
    this.#openDistinct += 1;
    this.#openText ??= text;
  }

  /** Plain numbers of a text file: `12.5` proves its mark by the number of decimals, `4.800` does not. */
  addPlain(profile: ColumnProfile): void {
    for (let decimals = 1; decimals <= 30; decimals += 1) {
      if (decimals !== 3) this.#rows['.'] += countOf(profile, cellKind.decimal + decimals);
    }
    const isProven = this.#rows['.'] > 0 && this.#rows[','] === 0 && this.#open[','] === 0;
    const needsLook = countOf(profile, threeDecimals) > 0 || this.#open['.'] + this.#open[','] > 0;
    if (!isProven && needsLook) this.#addPlainValues(profile);
  }

  #addPlainValues({ raw, from }: ColumnProfile): void {
    const { kinds, values } = raw;
    for (let row = from; row < kinds.length; row += 1) {
      const size = Math.abs(values[row] ?? 0);
      if (kinds[row] === cellKind.decimal) this.#addBare(size);
      else if (kinds[row] === threeDecimals) this.#addThousandths(size, values[row] ?? 0);
    }
  }

  #addBare(size: number): void {
    if (size >= 1000) this.#large += 1;
    else this.#small += 1;
  }

  /** `0.567` and `1234.500` prove the point a decimal mark, `4.800` does not. */
  #addThousandths(size: number, value: number): void {
    if (size < 1000 || size >= 1_000_000) this.#rows['.'] += 1;
    else this.#addOpen('.', 1, { text: plainText(value), index: null });
  }

  finish(): NumberEvidence {
    return {
      rows: this.#rows,
      groupMark: this.#groupMark,
      open: this.#open,
      openDistinct: this.#openDistinct,
      openText: this.#openText,
      small: this.#small,
      large: this.#large,
      currencies: this.#currencies,
    };
  }
}

function plainText(thousandths: number): string {
  return (thousandths / 1000).toFixed(3);
}

const majority = 20;

/** The marks that the evidence settles, `open` where it does not, null where nothing needs them. */
export function settleNumbers(evidence: NumberEvidence): NumberFormat | 'open' | null {
  const { rows, groupMark } = evidence;
  const [dot, comma] = [rows['.'], rows[',']];
  if (dot + comma === 0) return settleWithoutProof(evidence);
  if (dot >= comma * majority) return format('.', groupMark);
  return comma >= dot * majority ? format(',', groupMark) : 'open';
}

function settleWithoutProof(evidence: NumberEvidence): NumberFormat | 'open' | null {
  const { open, groupMark } = evidence;
  if (open['.'] > 0 && open[','] > 0) return 'open';
  if (open['.'] + open[','] > 0) return settleOpen(evidence, open['.'] > 0 ? '.' : ',');
  return groupMark === null ? null : format(groupMark === '.' ? ',' : '.', groupMark);
}

/** `1,234` only: bare numbers beside them tell whether thousands are marked. */
function settleOpen({ small, large, openDistinct, groupMark }: NumberEvidence, mark: Mark): NumberFormat | 'open' {
  const other = mark === '.' ? ',' : '.';
  if (groupMark === mark) return format(other, mark);
  if (large > 0) return format(mark, null);
  // Whole numbers below 1000 stand bare and all others have just three digits after the mark: it marks thousands.
  if (small > 0 && openDistinct >= 5) return format(other, mark);
  return 'open';
}

export function format(decimalMark: Mark, groupMark: NumberFormat['groupMark']): NumberFormat {
  const other = decimalMark === '.' ? ',' : '.';
  return { decimalMark, groupMark: groupMark === decimalMark ? other : (groupMark ?? other) };
}

/** Both readings of `4.800`, as `cell/ambiguous-number` names them. */
export function numberReadings(text: string): string[] {
  const body = numberShape(text)?.body ?? text;
  const plain = body.replace(',', '.');
  return [plain, body.replaceAll(/[.,]/gu, '')];
}
