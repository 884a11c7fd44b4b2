/** The report of `inspect` (ux.md 3.8 to 3.10). */
import stringWidth from 'string-width';
import { datasetTitle, describeProblem, fieldTitle, presetTitle } from '../../i18n/index.ts';
import { kpiNames } from '../../i18n/missing-text.ts';
import { decimal, divide } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import type { InspectedColumn, InspectedSheet, Inspection } from '../../model/inspection.ts';
import type { Session } from '../session.ts';
import { cannotLines } from './cannot-lines.ts';
import { percent } from './figures.ts';
import { placeText } from './problem-lines.ts';
import { type TableColumn, tableLines } from './table.ts';
import { cutTo, padRight, wrapText } from './wrap.ts';

const wideTerminal = 110;

export function presentInspection(inspection: Inspection, session: Session): void {
  const lines = [
    visible(inspection.path),
    ...fileLines(inspection, session),
    ...inspection.sheets.flatMap((sheet) => sheetLines(sheet, session)),
    '',
    ...adviceLines(inspection, session),
  ];
  session.world.out(`${lines.join('\n')}\n`);
}

function fileLines(inspection: Inspection, { words, width }: Session): string[] {
  const { inspect } = words;
  const { format, bytes, delimiter, encoding, lineEnding } = inspection;
  const parts = [
    format.toUpperCase(),
    sizeText(bytes),
    delimiter === null ? null : inspect.separator(delimiter === '\t' ? inspect.tab : words.quote(delimiter)),
    encoding === null ? null : inspect.encoding(encodingName(encoding), encoding === 'gb18030'),
    lineEnding,
  ].filter((part) => part !== null);
  return wrapText(parts.join(words.comma), width - 2).map((line) => `  ${line}`);
}

function encodingName(encoding: string): string {
  return encoding === 'windows-1252' ? 'Windows-1252' : encoding.toUpperCase();
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

function sheetLines(sheet: InspectedSheet, session: Session): string[] {
  const { words, width } = session;
  const { inspect } = words;
  const separator = session.lang === 'en' ? words.semicolon : words.comma;
  if (sheet.range === null)
    return ['', `  ${words.sheet(visible(sheet.name ?? '', 40))}${separator}${inspect.emptySheet}`];
  // What a preset knows and no figure is made of is named; the problems say that it is not read.
  const unread = sheet.preset === null ? inspect.notTable : null;
  const parts = [
    sheet.name === null ? null : words.sheet(visible(sheet.name, 40)),
    sheet.hidden ? inspect.hidden : null,
    sheet.dataset === null ? unread : inspect.as(datasetTitle(sheet.dataset, session.lang)),
    sheet.preset === null ? null : inspect.ofPreset(presetTitle(sheet.preset, session.lang)),
    sheet.headerRow === null ? inspect.noHeader : inspect.header(sheet.headerRow),
    inspect.dataRows(sheet.rows),
    inspect.columnCount(sheet.columns.length),
  ].filter((part) => part !== null);
  const head = wrapText(parts.join(words.comma), width - 2).map((line) => `  ${line}`);
  return [...(sheet.name === null ? [] : ['']), ...head, '', ...columnTable(sheet, session)];
}

function columnTable({ columns, rows }: InspectedSheet, session: Session): string[] {
  if (columns.length === 0) return [];
  const { heads } = session.words.inspect;
  const isWide = session.width >= wideTerminal;
  const each = (show: (column: InspectedColumn) => string) => columns.map(show);
  const named = each(({ column, heading }) => `${column} ${visible(heading, 40)}`);
  const all = [
    textColumn(heads.column, named, isWide ? 24 : 18, 12),
    textColumn(
      heads.type,
      each((column) => typeText(column, session)),
      14,
    ),
    ...(isWide ? rangeColumns(columns, heads) : [textColumn(heads.sample, each(shownSample), 14)]),
    numberColumn(
      heads.empty,
      each(({ empty }) => emptyText(empty, rows)),
    ),
    textColumn(
      heads.use,
      each((column) => useText(column, session)),
      18,
    ),
    textColumn(
      heads.sure,
      each((column) => sureText(column, session)),
      24,
    ),
  ];
  return tableLines(all, isWide ? session.width : Math.min(session.width - 2, 78));
}

/** Wide terminals show the range of a column in place of a sample. */
function rangeColumns(columns: readonly InspectedColumn[], heads: Session['words']['inspect']['heads']): TableColumn[] {
  const ends = columns.map(({ smallest, largest }) => [shown(smallest), shown(largest)] as const);
  return [
    textColumn(
      heads.smallest,
      ends.map(([smallest]) => smallest),
      16,
      15,
    ),
    textColumn(
      heads.largest,
      ends.map(([, largest]) => largest),
      16,
      15,
    ),
    numberColumn(
      heads.distinct,
      columns.map(({ distinct }) => String(distinct)),
    ),
  ];
}

function textColumn(head: string, cells: readonly string[], most: number, least = 0): TableColumn {
  return { head, align: 'left', least, cells: cells.map((cell) => cutTo(cell, most)) };
}

function numberColumn(head: string, cells: readonly string[]): TableColumn {
  return { head, align: 'right', least: 5, cells };
}

function shown(value: string | null): string {
  return value === null ? '-' : visible(value, 40);
}

function shownSample({ sample }: InspectedColumn): string {
  return shown(sample);
}

function typeText({ type, format, distinct }: InspectedColumn, { words }: Session): string {
  const { inspect } = words;
  const name = inspect.types[type];
  if (type === 'text' && distinct > 0 && distinct <= 5) return inspect.textOf(distinct);
  return type === 'date' && format !== null ? `${name} ${visible(format, 20)}` : name;
}

function emptyText(empty: number, rows: number): string {
  return rows === 0 ? '-' : percent(divide(decimal(empty), decimal(rows)));
}

function useText({ field, guess }: InspectedColumn, { lang, words }: Session): string {
  if (field !== null) return fieldTitle(field, lang);
  return guess === null ? '-' : words.inspect.guessed(fieldTitle(guess, lang));
}

function sureText({ field, guess, confidence }: InspectedColumn, { words }: Session): string {
  const { sure, notNeeded } = words.inspect;
  if (field === null && guess === null) return notNeeded;
  return confidence === null ? '-' : sure[confidence];
}

function adviceLines(inspection: Inspection, session: Session): string[] {
  const { words } = session;
  const { can, cannot, nothing, check, keep } = words.inspect;
  const able =
    inspection.canCompute.length === 0 ? nothing : kpiNames(inspection.canCompute, session.lang, session.ownKpis);
  const lead = Math.max(...[can, cannot, check, keep].map((label) => stringWidth(label))) + 2;
  return [
    ...advice(can, wrapText(able, session.width - lead), lead),
    ...advice(cannot, cannotLines(inspection, session, session.width - lead), lead),
    ...advice(check, hanging(doubts(inspection, session), session.width - lead), lead),
    ...advice(keep, wrapText(`salesmetrics init --from ${visible(inspection.path)}`, session.width - lead), lead),
  ];
}

function advice(label: string, lines: readonly string[], lead: number): string[] {
  return lines.map((line, i) => padRight(i === 0 ? label : '', lead) + line);
}

/** Each text on lines of its own, the later ones indented. */
function hanging(texts: readonly string[], width: number): string[] {
  return texts.flatMap((text) => wrapText(text, width - 2).map((line, i) => (i === 0 ? line : `  ${line}`)));
}

const mostDoubts = 8;

/** Problems by code, each once with its first place. */
function doubts({ problems }: Inspection, session: Session): string[] {
  const seen = new Map<string, { text: string; count: number }>();
  for (const found of problems) {
    const before = seen.get(found.code);
    if (before) before.count += 1;
    else {
      const { message } = describeProblem(found, session.lang);
      seen.set(found.code, { text: message + session.words.brackets(placeText(found, session)), count: 1 });
    }
  }
  return [...seen.values()]
    .slice(0, mostDoubts)
    .map(({ text, count }) =>
      count > 1 ? text + session.words.semicolon + session.words.moreOfCode(count - 1) : text,
    );
}
