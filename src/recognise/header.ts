/** Where the headings stand: below title blocks and blank rows, in one to three rows, or nowhere. */

import { isYearlessLabel, parsePeriodLabel } from '../model/period-labels.ts';
import { cellKind, type MergedRange, type RawTable, rawCellText } from '../model/raw-table.ts';
import { spelledOut } from './abbreviations.ts';
import { dateShape } from './date-shape.ts';
import { foldHeading, foldText, namesBlock } from './fold.ts';
import { isKnownHeading } from './headings.ts';
import { numberShape } from './number-shape.ts';

export interface Header {
  /** Stored rows of the headings, top to bottom; empty where the table has none. */
  readonly rows: readonly number[];
  /** Per column, the parts of its heading from top to bottom, trimmed; none for a column without heading. */
  readonly parts: readonly (readonly string[])[];
}

/** Title blocks are short; a table that starts later than this needs `--header-row`. */
const searched = 60;

interface RowLook {
  readonly row: number;
  readonly filled: number;
  /** Texts that can be a heading, and headings of periods. */
  readonly words: number;
  readonly periods: number;
  readonly known: number;
  /** True where no cell is a plain number, date or amount, periods apart. */
  readonly isHeadingLike: boolean;
}

/** The header of `raw`; `headerRow` (a sheet row) says which row it is instead of looking. */
export function findHeader(raw: RawTable, headerRow?: number): Header {
  const looks: RowLook[] = [];
  for (let row = 0; row < Math.min(raw.rowCount, searched); row += 1) looks.push(lookAt(raw, row));
  if (headerRow !== undefined) {
    const row = rowNumbered(raw, headerRow);
    return row === null ? { rows: [], parts: partsOf(raw, []) } : headerAt(raw, looks, row);
  }
  const chosen = chooseRow(looks);
  return chosen === null ? { rows: [], parts: partsOf(raw, []) } : headerAt(raw, looks, chosen);
}

function rowNumbered(raw: RawTable, headerRow: number): number | null {
  const row = raw.rowNumbers.indexOf(headerRow);
  return row < 0 ? null : row;
}

function lookAt(raw: RawTable, row: number): RowLook {
  const count = { period: 0, data: 0, known: 0, word: 0 };
  for (const column of raw.columns) {
    const kind = column.kinds[row] ?? cellKind.empty;
    if (kind !== cellKind.empty) count[cellLook(kind, rawCellText(column, row))] += 1;
  }
  const words = count.word + count.known;
  return {
    row,
    filled: words + count.period + count.data,
    words,
    periods: count.period,
    known: count.known,
    isHeadingLike: count.data === 0 && words > 0,
  };
}

function cellLook(kind: number, text: string): 'period' | 'data' | 'known' | 'word' {
  if (isPeriodCell(kind, text)) return 'period';
  if (kind !== cellKind.text || isDataText(text)) return 'data';
  const spellings = [text, spelledOut(text) ?? ''];
  return spellings.some((one) => isKnownHeading(foldHeading(one).key)) || namesBlock(text) ? 'known' : 'word';
}

// A year, a month's first day or a month's number can head a column of a wide table; any other number is data.
function isPeriodCell(kind: number, text: string): boolean {
  if (kind === cellKind.text) return parsePeriodLabel(text) !== undefined || isYearlessLabel(text);
  if (kind === cellKind.date) return text.endsWith('-01');
  return kind === cellKind.decimal && (/^(?:19|20)\d\d$/.test(text) || /^(?:[1-9]|1[0-2])$/.test(text));
}

function isDataText(text: string): boolean {
  const folded = foldText(text);
  // `00004 0001 19970101`: digits without a letter head no column.
  if (/\d/u.test(folded) && !/\p{L}/u.test(folded)) return true;
  return numberShape(folded) !== null || dateShape(folded) !== null || /^[(（]?[-—/][)）]?$/u.test(folded);
}

function chooseRow(looks: readonly RowLook[]): number | null {
  const width = Math.max(0, ...looks.map(({ filled }) => filled));
  const candidates = looks.filter((look) => look.isHeadingLike && (look.filled >= 2 || width === 1));
  const mostKnown = Math.max(0, ...candidates.map(({ known }) => known));
  if (mostKnown >= 2) return candidates.find(({ known }) => known === mostKnown)?.row ?? null;
  const wide = candidates.find((look) => look.filled >= Math.max(2, width * 0.6) || width === 1);
  // The first full row holds data: there is no header above it, and one below would take a data row for headings.
  const firstData = looks.find((look) => !look.isHeadingLike && look.filled >= Math.max(1, width * 0.6));
  if (!wide || (firstData && firstData.row < wide.row)) return null;
  return wide.row;
}

function headerAt(raw: RawTable, looks: readonly RowLook[], row: number): Header {
  const rows = [row];
  for (let next = row + 1; rows.length < 3 && isContinuation(raw, rows, looks[next]); next += 1) rows.push(next);
  for (let above = row - 1; rows.length < 3 && isGroupRow(raw, rows[0] ?? row, looks[above]); above -= 1)
    rows.unshift(above);
  return { rows, parts: partsOf(raw, rows) };
}

/** A row below that names what the row above only groups: `1月` under `一季度`, `目标` under `1月`. */
function isContinuation(raw: RawTable, rows: readonly number[], look: RowLook | undefined): boolean {
  if (!look || look.words + look.periods !== look.filled) return false;
  const above = rows.at(-1) ?? 0;
  if (raw.rowNumbers[look.row] !== (raw.rowNumbers[above] ?? 0) + 1) return false;
  if ((look.known + look.periods + groupedWords(raw, look.row)) * 2 < look.filled) return false;
  // Two rows of names, one for programs and one for people, as in exports of 金蝶 or bilingual sheets.
  if (look.known >= 3 && look.known * 2 >= look.filled) return true;
  return fillsGap(raw, above, look.row) || spanningMerges(raw, above).length > 0;
}

function fillsGap(raw: RawTable, above: number, below: number): boolean {
  return raw.columns.some((_, column) => isFilled(raw, below, column) && !isFilled(raw, above, column));
}

const groupWord =
  /^(?:目标|任务|实际|完成|达成|完成率|达成率|差额|差异|小计|合计|同比|环比|target|actual|achieved|attainment|variance|gap|plan|%|total|subtotal|数量|金额|amount|qty|quantity|fy|全年)$/u;

function groupedWords(raw: RawTable, row: number): number {
  let words = 0;
  for (const column of raw.columns) {
    if ((column.kinds[row] ?? 0) !== cellKind.text) continue;
    const text = foldText(rawCellText(column, row));
    if (groupWord.test(text) && !isKnownHeading(foldHeading(text).key)) words += 1;
  }
  return words;
}

/** A row above whose cells group several columns of the one below; a title is no group. */
function isGroupRow(raw: RawTable, below: number, look: RowLook | undefined): boolean {
  if (!look || look.words + look.periods !== look.filled || look.filled === 0) return false;
  if (raw.rowNumbers[below] !== (raw.rowNumbers[look.row] ?? 0) + 1) return false;
  if (saysStatement(raw, look.row)) return false;
  if (isForPrograms(raw, look.row)) return true;
  const merges = spanningMerges(raw, look.row);
  const groups = merges.filter(({ left, right }) => left > 1 || right < lastFilled(raw, below) + 1);
  if (groups.length > 0) return look.filled >= 2 || (groups[0]?.left ?? 1) > 1;
  return merges.length === 0 && look.filled >= 2 && look.periods + groupedWords(raw, look.row) >= 2;
}

/** The upper of two rows of names in exports of 金蝶云星空: `FBillHead(SAL_SaleOrder)`. */
function isForPrograms(raw: RawTable, row: number): boolean {
  return raw.columns.some(
    (column) => column.kinds[row] === cellKind.text && /^F\w+\([A-Z]+_\w+\)$/.test(rawCellText(column, row).trim()),
  );
}

function saysStatement(raw: RawTable, row: number): boolean {
  return raw.columns.some((column) => column.kinds[row] === cellKind.text && /[:：]/u.test(rawCellText(column, row)));
}

function lastFilled(raw: RawTable, row: number): number {
  return raw.columns.findLastIndex((_, column) => isFilled(raw, row, column));
}

function spanningMerges(raw: RawTable, row: number): MergedRange[] {
  const number = raw.rowNumbers[row] ?? 0;
  return raw.merges.filter(({ top, bottom, left, right }) => top <= number && number <= bottom && right > left);
}

function isFilled(raw: RawTable, row: number, column: number): boolean {
  return (raw.columns[column]?.kinds[row] ?? cellKind.empty) !== cellKind.empty;
}

function partsOf(raw: RawTable, rows: readonly number[]): string[][] {
  return raw.columns.map((_, column) => {
    const parts: string[] = [];
    rows.forEach((row, position) => {
      const text =
        textAt(raw, row, column) || (position < rows.length - 1 ? groupText(raw, rows, position, column) : '');
      if (text !== '' && text !== parts.at(-1)) parts.push(text);
    });
    return parts;
  });
}

function textAt(raw: RawTable, row: number, column: number): string {
  const cells = raw.columns[column];
  return cells ? rawCellText(cells, row).replaceAll(/\s+/gu, ' ').trim() : '';
}

/** The group over a column: of a merged range, or in a file without merges the nearest text to the left. */
function groupText(raw: RawTable, rows: readonly number[], position: number, column: number): string {
  const row = rows[position] ?? 0;
  if (raw.merges.length > 0) return mergedText(raw, row, column);
  const below = rows[position + 1] ?? row;
  if (!isFilled(raw, below, column)) return '';
  for (let left = column - 1; left >= 0; left -= 1) {
    if (isFilled(raw, row, left)) return isFilled(raw, below, left) ? textAt(raw, row, left) : '';
  }
  return '';
}

function mergedText(raw: RawTable, row: number, column: number): string {
  const number = raw.rowNumbers[row] ?? 0;
  const merge = raw.merges.find(
    ({ top, bottom, left, right }) => top <= number && number <= bottom && left <= column + 1 && column + 1 <= right,
  );
  return merge?.top === number ? textAt(raw, row, merge.left - 1) : '';
}
