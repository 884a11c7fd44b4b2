/** What stands above the table, and what sheet and file are called: company, title, period, export range, unit, currency. */
import type { Decimal } from '../lib/decimal.ts';
import type { Day } from '../model/day.ts';
import type { Statements, TaxBasis } from '../model/mapping.ts';
import { type Period, periodOf } from '../model/period.ts';
import { findPeriodIn } from '../model/period-search.ts';
import type { PeriodContext } from '../model/period-words.ts';
import { cellKind, type RawTable, rawCellText } from '../model/raw-table.ts';
import { taxOf } from './assign.ts';
import { dateShape } from './date-shape.ts';
import { foldText } from './fold.ts';
import { currencyOf, parseUnitWords } from './unit-words.ts';

export interface TitleCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

export interface Stated extends Statements {
  readonly tax: TaxBasis | null;
  /** Where the unit stands; null where none is stated. */
  readonly unitCell: TitleCell | null;
}

const companyWords = /公司|集团|企业|工厂|\b(?:inc|ltd|llc|gmbh|corp|co|plc|s\.a)\b\.?/iu;

/** `titleRows`: stored rows above the header. */
export function readStatements(raw: RawTable, titleRows: number, fiscalYearStart = 1): Stated {
  const cells = titleCells(raw, titleRows);
  const unitCell = cells.find(({ text }) => unitIn(text) !== null) ?? null;
  const unit = unitCell ? unitIn(unitCell.text) : null;
  const plain = cells.filter(({ text }) => !/[:：]/u.test(text) && unitIn(text) === null);
  const company = plain.find(({ text }) => companyWords.test(text) && !/销售|目标|报表|明细|report|sales/iu.test(text));
  const title = plain.find((cell) => cell !== company && /\p{L}/u.test(cell.text))?.text ?? titleWithUnit(cells);
  const exportRange = rangeIn(cells);
  return {
    company: company?.text ?? null,
    title,
    period: periodOfTexts(raw, cells, exportRange, { year: null, fiscalYearStart }),
    exportRange,
    unit: unit?.factor ?? null,
    unitStated: unit?.stated ?? null,
    currency: unit?.currency ?? currencyIn(cells),
    tax: cells.map(({ text }) => taxOf(foldText(text).replaceAll(/\s/gu, ''))).find((tax) => tax !== null) ?? null,
    unitCell: unit && unitCell ? unitCell : null,
  };
}

/** A title that says the unit too: `2024年销售目标分解表（单位：万元）`. */
function titleWithUnit(cells: readonly TitleCell[]): string | null {
  const bare = cells.map(({ text }) => text.replace(/[(（][^()（）]*[)）]\s*$/u, '').trim());
  return bare.find((text) => /\p{L}{3}|\p{Script=Han}{2}/u.test(text) && !/[:：]/u.test(text)) ?? null;
}

function titleCells(raw: RawTable, titleRows: number): TitleCell[] {
  const cells: TitleCell[] = [];
  for (let row = 0; row < titleRows; row += 1) {
    raw.columns.forEach((column, index) => {
      if (column.kinds[row] !== cellKind.empty)
        cells.push({ text: rawCellText(column, row).trim(), row, column: index });
    });
  }
  return cells;
}

const unitPhrase = /(?:单位|單位|unit)\s*[:：]\s*([^\s,，;；)）]+)/iu;
const inPhrase =
  /\bin\s+((?:[a-z]{3}\s+|[$€£¥]\s*)?(?:thousands|millions|billions)(?:\s+of\s+[a-z]+)?)\b|\((?:in\s+)?((?:[a-z]{3}|[$€£¥])?\s*(?:'000s?|thousands?|millions?|k|m))\)/iu;
const bracketed = /[(（]([^()（）]{1,12})[)）]\s*$/u;

function unitIn(text: string): { factor: Decimal; currency: string | null; stated: string } | null {
  const folded = text.normalize('NFKC');
  const named = unitPhrase.exec(folded);
  const match = named ?? inPhrase.exec(folded) ?? bracketed.exec(folded);
  const words = match?.[1] ?? match?.[2] ?? '';
  const unit = words === '' ? null : parseUnitWords(words);
  if (!unit || unit.isPercent) return null;
  return { factor: unit.factor, currency: unit.currency, stated: named ? text.slice(0, 40) : words };
}

function currencyIn(cells: readonly TitleCell[]): string | null {
  for (const { text } of cells) {
    const match = /(?:币种|幣種|币别|货币|currency)\s*[:：]\s*([^\s,，;；]+)/iu.exec(text.normalize('NFKC'));
    const currency = match ? currencyOf(match[1] ?? '') : null;
    if (currency !== null) return currency;
  }
  return null;
}

const separator = /\s*(?:至|到|~|～|—|–|\bto\b|\bthrough\b|\buntil\b|\s-{1,2}\s|--)\s*/iu;
const dateIn =
  /(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{8}|[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}[-\s][a-z]{3,9}[-\s]\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})/giu;

/** `日期：2024-01-01 至 2024-03-31`: two dates in one cell with a word for "to" between them. */
function rangeIn(cells: readonly TitleCell[]): { start: Day; end: Day } | null {
  for (const { text } of cells) {
    const folded = text.normalize('NFKC');
    const [first, second, ...more] = [...folded.matchAll(dateIn)];
    if (!first || !second || more.length > 0) continue;
    const between = folded.slice(first.index + first[0].length, second.index);
    if (!separator.test(between) && between.trim() !== '-') continue;
    const [start, end] = [settledDay(first[0]), settledDay(second[0])];
    if (start !== undefined && end !== undefined && start <= end) return { start, end };
  }
  return null;
}

/** The day of a date that needs no column to settle it. */
function settledDay(text: string): Day | undefined {
  const shape = dateShape(text);
  if (!shape) return undefined;
  if (shape.orders === 0 || shape.isSymmetric || shape.orders === 1) return shape.dayIn('dmy');
  return shape.orders === 2 ? shape.dayIn('mdy') : undefined;
}

function periodOfTexts(
  raw: RawTable,
  cells: readonly TitleCell[],
  range: { readonly start: Day; readonly end: Day } | null,
  context: PeriodContext,
): Statements['period'] {
  for (const cell of cells) {
    // The dates of an export range are no statement of a year.
    const period = rangeIn([cell]) ? undefined : findPeriodIn(cell.text, context);
    if (period) return { period, from: 'title' };
  }
  const spanned = range && spannedBy(range);
  if (spanned) return { period: spanned, from: 'title' };
  const names = [raw.sheet ?? '', fileName(raw.file)];
  const named = names.map((name) => findPeriodIn(name, context)).find((period) => period !== undefined);
  return named ? { period: named, from: 'name' } : null;
}

/** An export range that is just one month, quarter, half or year states that period. */
function spannedBy({ start, end }: { readonly start: Day; readonly end: Day }): Period | undefined {
  return (['month', 'quarter', 'half', 'year'] as const)
    .map((grain) => periodOf(start, grain))
    .find((period) => period.start === start && period.end === end);
}

/** The last part of a path without its extension. */
export function fileName(path: string): string {
  return (path.split(/[/\\]/u).at(-1) ?? path).replace(/\.[a-z0-9]{2,4}$/iu, '');
}
