/** Rows that are no data: totals, headings that a program prints again on each page, footers. */
import { compare, type Decimal, decimal, decimalFromDouble, subtract, toText } from '../lib/decimal.ts';
import type { NumberFormat, RowRole } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import { cellKind, type RawColumn, rawCellText } from '../model/raw-table.ts';
import { problem } from '../problems/catalogue.ts';
import { ExactSum } from './exact-sum.ts';
import { decimalOfText } from './extremes.ts';
import { foldText } from './fold.ts';
import type { Sheet } from './sheet.ts';

const totalWords = new Set(
  (
    '合计|总计|小计|总合计|累计|本页合计|本页小计|本页累计|合计数|总合|合 计|总 计|小 计|' +
    'total|totals|grand total|grand totals|subtotal|sub total|sub-total|subtotals|sum|overall total|report total|page total'
  ).split('|'),
);

/** True where the label equals a total word of either language; a colon behind it is let pass. */
export function isTotalLabel(text: string): boolean {
  const folded = foldText(text)
    .replace(/\s*[::]$/u, '')
    .replaceAll(/\s+/gu, ' ');
  return totalWords.has(folded) || totalWords.has(folded.replaceAll(' ', ''));
}

const footer =
  /^(?:制表人?|制单人?|审核人?|复核人?|打印人|打印时间|导出时间|导出人|数据来源|来源|备注|注|说明|填表人|报表生成时间|制表日期|主管|经办人?|负责人签字|签字)\s*[::]|^(?:grand totals? \(|confidential information|copyright|generated (?:on|by|at)|exported (?:on|by|at)|report generated|printed (?:on|by)|source:|note:|notes:|prepared by|page \d+ of \d+|filters? applied|applied filters|as of date)|^第\s*\d+\s*页|^共\s*\d+\s*(?:页|条|行)|salesforce\.com/u;

interface Columns {
  /** Columns whose cells are blank in a row of totals. */
  readonly keys: readonly number[];
  /** The money (or the first number) that a total adds up; null where there is none. */
  readonly amount: number | null;
  readonly format: NumberFormat | null;
}

export interface RowRoles {
  readonly roles: ReadonlyMap<number, RowRole>;
  readonly problems: readonly Problem[];
}

export function findRowRoles(sheet: Sheet, columns: Columns, checksTotals: boolean): RowRoles {
  const roles = new Map<number, RowRole>();
  markRepeatedHeadings(sheet, roles);
  markFooters(sheet, columns, roles);
  const candidates = checksTotals ? totalCandidates(sheet, columns, roles) : [];
  return { roles, problems: candidates.length === 0 ? [] : new TotalCheck(sheet, columns, roles).run(candidates) };
}

function markRepeatedHeadings({ raw, header, firstData }: Sheet, roles: Map<number, RowRole>): void {
  const last = header.rows.at(-1);
  if (last === undefined) return;
  const headed = raw.columns.filter(({ kinds }) => kinds[last] === cellKind.text);
  // The column with the fewest texts finds such rows soonest.
  const [first, ...others] = headed.toSorted((a, b) => a.pool.size - b.pool.size);
  if (!first) return;
  for (const row of rowsWithText(first, firstData, rawCellText(first, last))) {
    const isSame = others.every((column) => rawCellText(column, row) === rawCellText(column, last));
    if (isSame) roles.set(row, 'repeated-heading');
  }
}

const [unseen, wantedText, otherText] = [0, 1, 2];

/** Stored rows from `from` on whose cell is just `wanted`; each distinct text is looked at once. */
function rowsWithText({ kinds, values, pool }: RawColumn, from: number, wanted: string): number[] {
  const rows: number[] = [];
  const looks = new Uint8Array(pool.size);
  for (let row = from; row < kinds.length; row += 1) {
    if (kinds[row] !== cellKind.text) continue;
    const index = values[row] ?? 0;
    if (looks[index] === unseen) looks[index] = pool.text(index) === wanted ? wantedText : otherText;
    if (looks[index] === wantedText) rows.push(row);
  }
  return rows;
}

const longestFooter = 20;

/** From the end upwards, rows whose texts are those of a footer and that hold no amount; totals are passed over. */
function markFooters({ raw, firstData }: Sheet, { amount }: Columns, roles: Map<number, RowRole>): void {
  const amounts = amount === null ? undefined : raw.columns[amount];
  for (let row = raw.rowCount - 1; row >= Math.max(firstData, raw.rowCount - longestFooter); row -= 1) {
    if (isLabelled(raw.columns, row)) continue;
    if (isNumber(amounts?.kinds[row] ?? 0) || !isFooter(raw.columns, row)) return;
    roles.set(row, 'footer');
  }
}

function isFooter(columns: readonly RawColumn[], row: number): boolean {
  const cells = columns.filter(({ kinds }) => kinds[row] !== cellKind.empty);
  return cells.length <= 4 && cells.some((column) => footer.test(foldText(rawCellText(column, row))));
}

function isNumber(kind: number): boolean {
  return kind >= cellKind.double;
}

function isLabelled(columns: readonly RawColumn[], row: number): boolean {
  return columns.some((column) => column.kinds[row] === cellKind.text && isTotalLabel(rawCellText(column, row)));
}

interface Candidate {
  readonly row: number;
  readonly label: string;
  readonly column: number;
}

/** Rows with a total's label and no key but, at most, the label itself. Key cells are looked at first: they are cheap. */
function totalCandidates(
  { raw, firstData }: Sheet,
  { keys }: Columns,
  roles: ReadonlyMap<number, RowRole>,
): Candidate[] {
  const keyKinds = keys.flatMap((key) => raw.columns[key]?.kinds ?? []);
  const texts = raw.columns.map((column, index) => ({ column, index, labels: new Map<number, boolean>() }));
  const found: Candidate[] = [];
  for (let row = firstData; row < raw.rowCount; row += 1) {
    const filled = filledOf(keyKinds, row);
    if (filled > 1 || roles.has(row)) continue;
    const candidate = labelled(texts, row, filled === 0 ? null : keys);
    if (candidate) found.push(candidate);
  }
  return found;
}

function filledOf(columns: readonly Uint8Array[], row: number): number {
  let filled = 0;
  for (const kinds of columns) if (kinds[row] !== cellKind.empty) filled += 1;
  return filled;
}

interface TextCells {
  readonly column: RawColumn;
  readonly index: number;
  readonly labels: Map<number, boolean>;
}

function labelled(columns: readonly TextCells[], row: number, keys: readonly number[] | null): Candidate | null {
  for (const { column, index, labels } of columns) {
    if (column.kinds[row] !== cellKind.text) continue;
    // With a key cell filled, only that cell may be the label.
    if (keys !== null && !keys.includes(index)) continue;
    const text = column.values[row] ?? 0;
    const known = labels.get(text) ?? isTotalLabel(column.pool.text(text));
    labels.set(text, known);
    if (known) return { row, label: rawCellText(column, row).trim(), column: index };
  }
  return null;
}

/** Adds up what each total spans: since the total before, since the last of its own label, or all. */
class TotalCheck {
  readonly #sheet: Sheet;
  readonly #columns: Columns;
  readonly #roles: Map<number, RowRole>;
  readonly #problems: Problem[] = [];

  constructor(sheet: Sheet, columns: Columns, roles: Map<number, RowRole>) {
    this.#sheet = sheet;
    this.#columns = columns;
    this.#roles = roles;
  }

  run(candidates: readonly Candidate[]): readonly Problem[] {
    for (const { row } of candidates) this.#roles.set(row, 'total');
    const byLabel = new Map<string, ExactSum>();
    for (const { label } of candidates) byLabel.set(foldText(label), new ExactSum());
    const sinceLast = new ExactSum();
    const all = new ExactSum();
    let from = this.#sheet.firstData;
    for (const candidate of candidates) {
      const own = byLabel.get(foldText(candidate.label));
      this.#addRows(from, candidate.row, [sinceLast, all, ...byLabel.values()]);
      from = candidate.row + 1;
      const isFirst = all.rows === 0;
      if (isFirst) this.#check(candidate, [this.#sumAfter(candidate.row)]);
      else this.#check(candidate, [sinceLast.total(), own?.total() ?? all.total(), all.total()]);
      sinceLast.clear();
      own?.clear();
    }
    return this.#problems;
  }

  #sumAfter(row: number): Decimal {
    const after = new ExactSum();
    this.#addRows(row + 1, this.#sheet.raw.rowCount, [after]);
    return after.total();
  }

  #addRows(from: number, to: number, sums: readonly ExactSum[]): void {
    const { amount } = this.#columns;
    const column = amount === null ? undefined : this.#sheet.raw.columns[amount];
    if (!column) return;
    for (let row = from; row < to; row += 1) if (!this.#roles.has(row)) this.#addRow(column, row, sums);
  }

  #addRow(column: RawColumn, row: number, sums: readonly ExactSum[]): void {
    const kind = column.kinds[row] ?? 0;
    for (const sum of sums) {
      if (kind >= cellKind.decimal) sum.add(column.values[row] ?? 0, kind - cellKind.decimal);
      else sum.addDecimal(this.#read(column, row));
    }
  }

  #read(column: RawColumn, row: number): Decimal | undefined {
    const kind = column.kinds[row] ?? 0;
    if (kind >= cellKind.decimal) return decimal(column.values[row] ?? 0, kind - cellKind.decimal);
    if (kind === cellKind.double) return decimalFromDouble(column.values[row] ?? 0);
    return kind === cellKind.text ? decimalOfText(rawCellText(column, row), this.#columns.format) : undefined;
  }

  #check({ row, label, column: labelColumn }: Candidate, sums: readonly Decimal[]): void {
    const { amount } = this.#columns;
    const { raw } = this.#sheet;
    const column = amount === null ? undefined : raw.columns[amount];
    const stated = column && this.#read(column, row);
    const [first] = sums;
    if (!column || stated === undefined || first === undefined || sums.some((sum) => isNear(stated, sum))) return;
    this.#problems.push(
      problem(
        'table/total-mismatch',
        { file: raw.file, sheet: raw.sheet, row: raw.rowNumbers[row] ?? null, column: (amount ?? 0) + 1 },
        { label, stated: toText(stated), sum: toText(sums.at(-1) ?? first) },
        {
          related: [{ file: raw.file, sheet: raw.sheet, row: raw.rowNumbers[row] ?? null, column: labelColumn + 1 }],
          heading: this.#sheet.columns[amount ?? 0]?.heading ?? null,
          value: rawCellText(column, row),
          treatment: 'ignored',
        },
      ),
    );
  }
}

// A workbook's total is a double added up by a spreadsheet, and often shown to the cent.
const tolerance = decimal(5, 3);

function isNear(a: Decimal, b: Decimal): boolean {
  const difference = subtract(a, b);
  const size = difference.units < 0n ? decimal(-difference.units, difference.scale) : difference;
  return compare(size, tolerance) <= 0;
}
