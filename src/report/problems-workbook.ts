/** What `validate -o` writes: every problem with a link to its cell, and how many there are of each code. */
import { describeProblem } from '../i18n/index.ts';
import { grouped } from '../i18n/numbers.ts';
import { type Decimal, decimalFromText, zero } from '../lib/decimal.ts';
import type { Cell, Document, Link, Sheet, SheetTail } from '../model/document.ts';
import { cellName, type Place } from '../model/place.ts';
import type { LeftOutRow, Problem } from '../model/problem.ts';
import { blank, count, linked, number, text } from './cells.ts';
import { SheetBuilder } from './sheet-builder.ts';
import { reportWords, type Words } from './words.ts';

const firstRow = 4;
/** Rows of a sheet of Excel below the headings: beyond this the sheet says that it does not list all. */
export const mostProblems = 1_048_576 - firstRow;
/** Rows with links and lines of their own height; those below are plain. Excel opens 65,530 links as damaged. */
const mostLinked = 10_000;

export interface ProblemsBook {
  readonly problems: readonly Problem[];
  readonly leftOut: readonly LeftOutRow[];
  readonly files: readonly string[];
  readonly lang: 'en' | 'zh-CN';
  readonly tool: { readonly name: string; readonly version: string };
  /** Path of an input as seen from the workbook's folder; null where there is nothing to open (standard input). */
  readonly pathOf: (file: string) => string | null;
}

/** Pure: the same problems give the same document; no clock is read, so the creation date is a fixed one. Lists `most`. */
export function problemsDocument(book: ProblemsBook, most = mostProblems): Document {
  const words = reportWords(book.lang);
  const { problemsBook: own, page, of } = words.report;
  return {
    lang: book.lang,
    title: titleOf(book, words),
    subject: own.subject,
    keywords: own.keywords,
    company: '',
    // 1980-01-01, like the times in the package.
    createdOn: 3652,
    application: book.tool,
    properties: new Map([
      ['salesmetrics.version', book.tool.version],
      ['salesmetrics.kind', 'problems'],
    ]),
    draftWord: null,
    footer: { page, of, asOf: '' },
    statusWords: new Map(),
    sheets: [problemsSheet(book, words, most), codesSheet(book, words)],
  };
}

function titleOf({ problems }: ProblemsBook, { report }: Words): string {
  if (problems.length === 0) return report.problemsBook.clean;
  const counted = (severity: Problem['severity']) =>
    problems.reduce((sum, found) => sum + (found.severity === severity ? 1 : 0), 0);
  return report.problemsBook.title(counted('error'), counted('warning'));
}

function putHead(sheet: SheetBuilder, book: ProblemsBook, words: Words): void {
  sheet.put(1, 1, text(titleOf(book, words), 'title'));
  sheet.put(2, 1, text(words.report.problemsBook.files(book.files.join(', ')), 'subtitle'));
}

function problemsSheet(book: ProblemsBook, words: Words, most: number): Sheet {
  const { columns: c, problemsBook: own } = words.report;
  const sheet = new SheetBuilder(own.problems, 'data');
  putHead(sheet, book, words);
  const listed = listedOf(book.problems, most);
  if (listed.length < book.problems.length) {
    const [shown, all] = [listed.length, book.problems.length].map((amount) => grouped(String(amount)));
    sheet.put(3, 1, text(own.cutOff(shown ?? '', all ?? ''), 'warning'));
  }
  if (listed.length === 0) return sheet.build();
  const money = moneyByRow(book.leftOut);
  sheet.table({
    name: 'tblProblems',
    top: firstRow,
    left: 1,
    columns: [c.severity, c.code, c.file, c.sheet, c.cell, c.heading, c.cellValue, c.what, c.fix, own.money],
    items: listed.slice(0, mostLinked),
    row: (found) => problemCells(found, book, words, { isLinked: true, money }),
  });
  [12, 26, 24, 14, 10, 18, 22, 54, 46, 14].forEach((width, index) => {
    sheet.width(index + 1, width, width);
  });
  sheet.freeze(firstRow);
  return listed.length <= mostLinked
    ? sheet.build()
    : { ...sheet.build(), tail: tailOf(listed.slice(mostLinked), book, words, money) };
}

function tailOf(problems: readonly Problem[], book: ProblemsBook, words: Words, money: Money): SheetTail {
  return {
    count: problems.length,
    samples: [text('a'), text('=a'), dash, blank('-'), ...[0, 2].map((digits) => number('money', zero, digits))],
    *rows() {
      for (const found of problems) yield problemCells(found, book, words, { isLinked: false, money });
    },
  };
}

/** All, or where they are too many the first of each code, so that no code crowds out another. */
function listedOf(problems: readonly Problem[], most: number): readonly Problem[] {
  if (problems.length <= most) return problems;
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  let [room, codes] = [most, counts.size];
  const shares = new Map<string, number>();
  for (const [code, all] of [...counts].sort(([, a], [, b]) => a - b)) {
    const share = Math.min(all, Math.floor(room / codes));
    shares.set(code, share);
    room -= share;
    codes -= 1;
  }
  return problems.filter(({ code }) => {
    const left = shares.get(code) ?? 0;
    if (left > 0) shares.set(code, left - 1);
    return left > 0;
  });
}

interface Listing {
  readonly isLinked: boolean;
  readonly money: Money;
}

function problemCells(found: Problem, book: ProblemsBook, words: Words, { isLinked, money }: Listing): Cell[] {
  const { place, heading, value } = found;
  const said = describeProblem(found, words.lang);
  return [
    text(words.report.severities[found.severity]),
    text(found.code),
    text(place.file),
    textOr(place.sheet),
    linked(text(placeName(place, words)), isLinked ? linkTo(place, book) : null),
    textOr(heading),
    textOr(value === null ? null : cut(value)),
    text(said.message, 'body', { wraps: isLinked }),
    said.remedy === '' ? dash : text(said.remedy, 'body', { wraps: isLinked }),
    moneyCell(found, money),
  ];
}

const dash = blank('-', { align: 'left' });

function textOr(words: string | null): Cell {
  return words === null || words === '' ? dash : text(words);
}

function cut(value: string): string {
  return value.length > 200 ? `${value.slice(0, 199)}…` : value;
}

function placeName(place: Place, { report }: Words): string {
  return cellName(place) ?? (place.row === null ? report.quality.wholeTable : String(place.row));
}

/** To the cell, of a whole row to its first cell, in text files to the file. */
function linkTo(place: Place, { pathOf }: ProblemsBook): Link | null {
  const path = pathOf(place.file);
  if (path === null) return null;
  const cell = cellName(place) ?? (place.row === null ? null : `A${place.row}`);
  return { kind: 'file', path, sheet: place.sheet, cell };
}

/** What the problem itself says in money, else the money of the row that was left out for it. */
function moneyCell({ params, place }: Problem, money: Money): Cell {
  const stated = Object.hasOwn(params, 'amount') ? params['amount'] : undefined;
  const amount =
    typeof stated === 'string' && /^-?\d+(\.\d+)?$/.test(stated) ? decimalFromText(stated) : moneyAt(money, place);
  return amount === undefined ? blank('-') : number('money', amount, amount.scale > 0 ? 2 : 0);
}

/** By table, then row: a key of text for each of a million rows would take longer than the rest. */
type Money = ReadonlyMap<string, ReadonlyMap<number, Decimal>>;

function moneyByRow(rows: readonly LeftOutRow[]): Money {
  const money = new Map<string, Map<number, Decimal>>();
  for (const { place, amount } of rows) {
    if (amount === null || place.row === null) continue;
    const key = tableKey(place);
    const known = money.get(key) ?? new Map<number, Decimal>();
    money.set(key, known.set(place.row, amount));
  }
  return money;
}

function moneyAt(money: Money, place: Place): Decimal | undefined {
  return place.row === null ? undefined : money.get(tableKey(place))?.get(place.row);
}

function tableKey({ file, sheet }: Place): string {
  return JSON.stringify([file, sheet]);
}

function codesSheet(book: ProblemsBook, words: Words): Sheet {
  const { columns: c, problemsBook: own, severities } = words.report;
  const sheet = new SheetBuilder(own.byCode, 'data');
  putHead(sheet, book, words);
  const groups = new Map<string, { readonly first: Problem; count: number }>();
  for (const found of book.problems) {
    const key = `${found.severity} ${found.code}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { first: found, count: 1 });
  }
  if (groups.size === 0) return sheet.build();
  const order = { error: 0, warning: 1, info: 2 };
  const items = [...groups.values()].sort((a, b) => order[a.first.severity] - order[b.first.severity]);
  const { next } = sheet.table({
    name: 'tblCodes',
    top: firstRow,
    left: 1,
    columns: [c.severity, c.code, own.kind, own.count, c.file, c.sheet, own.first, c.fix],
    items,
    row: ({ first, count: amount }) => {
      const said = describeProblem(first, words.lang);
      return [
        text(severities[first.severity]),
        text(first.code),
        text(said.title),
        count(amount),
        text(first.place.file),
        textOr(first.place.sheet),
        linked(text(placeName(first.place, words)), linkTo(first.place, book)),
        said.remedy === '' ? dash : text(said.remedy, 'body', { wraps: true }),
      ];
    },
  });
  sheet.put(next, 1, text(own.total, 'total'));
  sheet.put(next, 4, count(book.problems.length, { role: 'total', formula: `SUM(tblCodes[${own.count}])` }));
  [12, 26, 30, 12, 24, 14, 12, 60].forEach((width, index) => {
    sheet.width(index + 1, width, width);
  });
  sheet.freeze(firstRow);
  return sheet.build();
}
