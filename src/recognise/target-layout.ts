/** Targets with periods across: which columns hold which period's target, and which name the nodes. */
import type { PeriodColumn } from '../model/mapping.ts';
import type { Period } from '../model/period.ts';
import type { PeriodContext } from '../model/period-words.ts';
import { periodOfMonths } from '../model/period-words.ts';
import type { Problem } from '../model/problem.ts';
import { cellKind, type RawTable, rawCellText } from '../model/raw-table.ts';
import { problem } from '../problems/catalogue.ts';
import { type HeadingPeriod, periodOfHeading } from './heading-period.ts';
import { headingTexts } from './heading-texts.ts';

/** What the headings of a wide table say. */
export interface TargetLayout {
  readonly periodColumns: readonly PeriodColumn[];
  /** Columns of texts beside them: nodes and dimension values (KPI, unit … too), the outermost first. */
  readonly keyColumns: readonly number[];
  /** True where a heading says target, quota, 目标 …; false where only title, sheet or file name can tell. */
  readonly saysTarget: boolean;
  /** Months without a year anywhere (`targets/unknown-period`); then there are no period columns. */
  readonly problems: readonly Problem[];
}

/**
 * The layout of a table whose headings (stored rows `headerRows`, top to bottom, directly above the data) are periods,
 * or null where they are not: fewer than two target columns, unless a heading names target and period (`Q1 target`,
 * `全年目标`), or columns without numbers. Orders have one date column instead and are never wide. A table that
 * `saysTarget` nowhere, title and file name included, may hold actuals: the caller decides. Rows of totals are nodes
 * here (`小计` is the node above): leave them to the reader of targets.
 */
export function findTargetLayout(
  raw: RawTable,
  headerRows: readonly number[],
  context: PeriodContext,
): TargetLayout | null {
  const firstData = Math.max(-1, ...headerRows) + 1;
  const texts = headingTexts(raw, headerRows);
  const known = { ...context, year: context.year ?? yearOfColumn(raw, texts, firstData) ?? yearOfTargets(texts) };
  const headings = texts.map((parts, index) =>
    isYearColumn(raw, parts, index, firstData) ? null : periodOfHeading(parts, known),
  );
  const columns = headings.flatMap((heading, index) => columnOf(headings, heading, index));
  const targets = columns.filter(({ role, index }) => isTargetRole(role) && holdsNumbers(raw, index, firstData));
  const says = headings.some((heading, index) => heading?.saysTarget === true && texts[index] !== undefined);
  const isWide = targets.length > 1 || targets.some(({ index }) => headings[index]?.saysTarget === true);
  if (!isWide) return yearlessLayout(raw, headerRows, headings, says);
  return {
    periodColumns: markCoarser(columns.filter((column) => !isTargetRole(column.role) || targets.includes(column))),
    keyColumns: keyColumnsOf(raw, columns, firstData),
    saysTarget: says,
    problems: [],
  };
}

function isTargetRole(role: PeriodColumn['role']): boolean {
  return role === 'target' || role === 'floor' || role === 'stretch' || role === 'subtotal';
}

function columnOf(
  headings: readonly (HeadingPeriod | null)[],
  heading: HeadingPeriod | null | undefined,
  index: number,
): PeriodColumn[] {
  if (!heading) return [];
  const period = heading.period ?? (heading.isTotal ? spanBefore(headings, index) : undefined);
  if (period === undefined) return [];
  const { role, kpi } = heading;
  return [{ index, period, role: role ?? 'target', ...(kpi === null ? {} : { kpi }) }];
}

/** What a total without a period of its own adds up: for `小计` the months since the total before, for others all. */
function spanBefore(headings: readonly (HeadingPeriod | null)[], index: number): Period | undefined {
  const isPart = headings[index]?.isPart === true;
  const before = headings.slice(0, index);
  const since = isPart ? before.findLastIndex((heading) => heading?.isTotal === true) + 1 : 0;
  const parts = partPeriods(before.slice(since));
  const periods = parts.length > 0 || isPart ? parts : partPeriods(headings);
  const start = Math.min(...periods.map((period) => period.start));
  const end = Math.max(...periods.map((period) => period.end));
  return periods.length > 1 ? periodOfMonths(start, end) : undefined;
}

function partPeriods(headings: readonly (HeadingPeriod | null)[]): Period[] {
  return headings.flatMap((heading) => (heading === null || heading.isTotal ? [] : (heading.period ?? [])));
}

/** A column whose period contains those of others is their subtotal (`全年目标` beside the months). */
function markCoarser(columns: readonly PeriodColumn[]): PeriodColumn[] {
  return columns.map((column) => {
    const { start, end, id } = column.period;
    const hasFiner = columns.some(
      (other) =>
        isTargetRole(other.role) && other.period.id !== id && other.period.start >= start && other.period.end <= end,
    );
    return column.role === 'target' && hasFiner ? { ...column, role: 'subtotal' } : column;
  });
}

// Enough rows to tell numbers from texts.
const sampleRows = 200;

function* sample(raw: RawTable, index: number, firstData: number): Generator<{ kind: number; text: string }> {
  const column = raw.columns[index];
  for (let row = firstData; column && row < Math.min(raw.rowCount, firstData + sampleRows); row++) {
    const kind = column.kinds[row] ?? 0;
    if (kind !== cellKind.empty) yield { kind, text: rawCellText(column, row) };
  }
}

function holdsNumbers(raw: RawTable, index: number, firstData: number): boolean {
  let [numbers, others] = [0, 0];
  for (const { kind, text } of sample(raw, index, firstData)) {
    if (kind >= cellKind.double || kind === cellKind.noResult || /\d/.test(text)) numbers += 1;
    else if (!/^[-–—/]*$/.test(text)) others += 1;
  }
  return numbers > 0 && numbers >= others;
}

function keyColumnsOf(raw: RawTable, columns: readonly PeriodColumn[], firstData: number): number[] {
  const taken = new Set(columns.map(({ index }) => index));
  return [...raw.columns.keys()].filter((index) => {
    if (taken.has(index)) return false;
    const kinds = [...sample(raw, index, firstData)].map(({ kind }) => kind);
    const words = kinds.filter((kind) => kind === cellKind.text).length;
    return words > 0 && words * 2 >= kinds.length;
  });
}

const yearHeading = /^(?:年|年份|年度|财年|year|fiscal year)$/u;

/** A column headed `年份` whose cells are years names the year of its rows, it holds no targets. */
function isYearColumn(raw: RawTable, parts: readonly string[], index: number, firstData: number): boolean {
  if (!yearHeading.test(parts.join('').normalize('NFKC').trim().toLowerCase())) return false;
  const cells = [...sample(raw, index, firstData)];
  return cells.length > 0 && cells.every(({ text }) => /^(?:19|20)\d\d年?度?$/.test(text));
}

/** The one year that headings of targets name (`2024 target` beside `H1 target`), or null. */
function yearOfTargets(texts: readonly (readonly string[])[]): number | null {
  const named = texts.map((parts) => periodOfHeading(parts, { year: null }));
  const years = new Set(
    named.flatMap((heading) =>
      heading?.period && heading.saysTarget && heading.role === 'target' ? [heading.period.id.slice(0, 4)] : [],
    ),
  );
  return years.size === 1 ? Number([...years][0]) : null;
}

/** The one year that a year column states for all rows, or null. */
function yearOfColumn(raw: RawTable, texts: readonly (readonly string[])[], firstData: number): number | null {
  const index = texts.findIndex((parts, i) => isYearColumn(raw, parts, i, firstData));
  const years = new Set(
    index < 0 ? [] : [...sample(raw, index, firstData)].map(({ text }) => Number(text.slice(0, 4))),
  );
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** Several months without a year are targets that cannot be dated: said, not passed over. */
function yearlessLayout(
  raw: RawTable,
  headerRows: readonly number[],
  headings: readonly (HeadingPeriod | null)[],
  says: boolean,
): TargetLayout | null {
  const yearless = headings.flatMap((heading, index) =>
    heading?.isYearless === true ? [{ index, text: heading.text }] : [],
  );
  const [first] = yearless;
  if (first === undefined || yearless.length < 2) return null;
  const row = raw.rowNumbers[headerRows.at(-1) ?? 0] ?? null;
  const place = { file: raw.file, sheet: raw.sheet, row, column: first.index + 1 };
  const problems = [problem('targets/unknown-period', place, {}, { heading: first.text, value: first.text })];
  return { periodColumns: [], keyColumns: [], saysTarget: says, problems };
}
