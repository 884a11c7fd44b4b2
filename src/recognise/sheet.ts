/** A raw table with its header found: columns with folded headings and what their values look like. */
import type { DatasetName } from '../model/fields.ts';
import { cellKind, type RawColumn, type RawTable } from '../model/raw-table.ts';
import { spelledOut } from './abbreviations.ts';
import { dateShape } from './date-shape.ts';
import { foldHeading } from './fold.ts';
import { findHeader, type Header } from './header.ts';
import { type NumberShape, numberShape } from './number-shape.ts';
import { type ColumnProfile, countOf, filledRows, numberRows, profileColumn, sampleTexts } from './profile.ts';
import type { UnitWords } from './unit-words.ts';

/** What the values of a column could be, from its kinds of cells and a look at its texts. */
export interface Looks {
  readonly isBlank: boolean;
  /** At least some cells are numbers. */
  readonly hasNumbers: boolean;
  /** All cells that are filled are numbers. */
  readonly isNumeric: boolean;
  /** At least some cells can be a day, serials and `20240105` included. */
  readonly hasDays: boolean;
  /** Nearly all cells are written or typed dates. */
  readonly isDays: boolean;
  /** Every value is a percent or lies in 0 … 1. */
  readonly isShare: boolean;
  /** Most cells are percents by suffix or number format. */
  readonly isPercent: boolean;
}

export interface SheetColumn {
  readonly index: number;
  readonly raw: RawColumn;
  readonly heading: string;
  /** Folded: the whole heading, of several header rows its last and first part, then the heading without abbreviations. */
  readonly keys: readonly string[];
  readonly unit: UnitWords | null;
  readonly unitStated: string | null;
  /** The field that `--column` gave it. */
  readonly declared: string | null;
  readonly profile: ColumnProfile;
  readonly looks: Looks;
}

export interface Sheet {
  readonly raw: RawTable;
  readonly header: Header;
  readonly firstData: number;
  readonly columns: readonly SheetColumn[];
  readonly wishes: Wishes;
}

/** What a config says of headings. */
export interface Wishes {
  /** Folded headings of a field of a dataset. */
  keysFor(dataset: DatasetName, field: string): readonly string[];
  /** Fields of a dataset that have headings of their own. */
  fieldsOf(dataset: DatasetName): readonly string[];
  /** Must no column be taken for the field? */
  isBarred(dataset: DatasetName, field: string): boolean;
}

export const noWishes: Wishes = { keysFor: () => [], fieldsOf: () => [], isBarred: () => false };

/** Finds the header and profiles the columns below it. `declared`: folded heading → field. */
export function openSheet(
  raw: RawTable,
  headerRow: number | undefined,
  declared: ReadonlyMap<string, string>,
  wishes: Wishes = noWishes,
): Sheet {
  const header = findHeader(raw, headerRow);
  const firstData = (header.rows.at(-1) ?? -1) + 1;
  const columns = raw.columns.map((column, index) =>
    openColumn(column, index, header.parts[index] ?? [], firstData, declared),
  );
  return { raw, header, firstData, columns, wishes };
}

function openColumn(
  raw: RawColumn,
  index: number,
  parts: readonly string[],
  firstData: number,
  declared: ReadonlyMap<string, string>,
): SheetColumn {
  const heading = parts.join(' ');
  const spellings = [heading, parts.at(-1) ?? '', parts[0] ?? '', spelledOut(heading) ?? ''];
  const folded = spellings.map(foldHeading);
  const keys = [...new Set(folded.map(({ key }) => key))].filter((key) => key !== '');
  const stated = folded.find(({ unit }) => unit !== null);
  const profile = profileColumn(raw, firstData);
  let looks: Looks | undefined;
  return {
    index,
    raw,
    heading,
    keys,
    unit: stated?.unit ?? null,
    unitStated: stated?.unitStated ?? null,
    declared: keys.map((key) => declared.get(key)).find((field) => field !== undefined) ?? null,
    profile,
    get looks() {
      looks ??= looksOf(profile, stated?.unit?.isPercent === true);
      return looks;
    },
  };
}

function looksOf(profile: ColumnProfile, saysPercent: boolean): Looks {
  const filled = filledRows(profile);
  const numbers = numberRows(profile);
  const dates = countOf(profile, cellKind.date);
  const texts = textLooks(profile);
  const isPercent = filled > 0 && (percentFormatRows(profile) + texts.percents) * 2 > filled;
  return {
    isBlank: filled === 0,
    hasNumbers: numbers > 0 || texts.numbers > 0,
    isNumeric: filled > 0 && numbers + texts.numbers === filled,
    hasDays: dates > 0 || texts.days > 0 || hasDayNumbers(profile),
    isDays: filled > 0 && (dates + texts.days) * 10 >= filled * 9,
    isShare: isPercent || saysPercent || (texts.isWithinOne && isWithinOne(profile)),
    isPercent,
  };
}

interface TextLooks {
  readonly numbers: number;
  readonly days: number;
  readonly percents: number;
  readonly isWithinOne: boolean;
}

/** Rows of texts that are numbers, days and percents; of long columns, as the first rows have it. */
function textLooks(profile: ColumnProfile): TextLooks {
  let [numbers, days, percents, isWithin] = [0, 0, 0, true];
  const looked = sampleTexts(profile, (text, rows) => {
    if (dateShape(text)) days += rows;
    const shape = numberShape(text);
    if (!shape) return;
    numbers += rows;
    if (shape.isPercent) percents += rows;
    else isWithin &&= isShareText(shape);
  });
  const scale = looked === 0 ? 0 : countOf(profile, cellKind.text) / looked;
  return { numbers: numbers * scale, days: days * scale, percents: percents * scale, isWithinOne: isWithin };
}

// Only whether it is above 1 matters, so a rough reading does.
function isShareText({ body, isNegative }: NumberShape): boolean {
  const rough = Number(body.replaceAll(/[’' ]/gu, '').replace(',', '.'));
  return !isNegative && rough <= 1;
}

function percentFormatRows({ raw }: ColumnProfile): number {
  let rows = 0;
  for (const [format, count] of raw.formats) if (format.includes('%')) rows += count;
  return rows;
}

// Digits only, in text files: 20240105, a serial, seconds or milliseconds since 1970.
function hasDayNumbers({ raw, from, kinds }: ColumnProfile): boolean {
  if ((kinds[cellKind.decimal] ?? 0) === 0) return false;
  const row = raw.kinds.indexOf(cellKind.decimal, from);
  const value = raw.values[row] ?? 0;
  return (
    (value >= 19000101 && value <= 29991231) || (value >= 20000 && value < 80000) || (value >= 3e8 && value < 5e12)
  );
}

function isWithinOne(profile: ColumnProfile): boolean {
  if (numberRows(profile) === 0) return countOf(profile, cellKind.text) > 0;
  const { kinds, values } = profile.raw;
  for (let row = profile.from; row < kinds.length; row += 1) {
    const value = numberAt(kinds[row] ?? 0, values[row] ?? 0);
    if (value !== undefined && !(value >= 0 && value <= 1)) return false;
  }
  return true;
}

/** The number of a cell as a double, near enough for comparing; undefined for any other cell. */
export function numberAt(kind: number, value: number): number | undefined {
  if (kind >= cellKind.decimal) return value / 10 ** (kind - cellKind.decimal);
  return kind === cellKind.double ? value : undefined;
}
