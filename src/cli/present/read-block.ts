/** What was read and how it was understood, for standard error: tables, period, currency, statuses. */
import stringWidth from 'string-width';
import { datasetTitle, fieldTitle, presetTitle } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import { toText } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import { civilOf } from '../../model/day.ts';
import type { Evaluation, InputReport } from '../../model/evaluation.ts';
import type { Session } from '../session.ts';
import { configText } from './config-line.ts';
import { moneyInSentence, moneyScale, percent } from './figures.ts';
import { leftOutShare } from './left-out-share.ts';
import { padRight, wrapText } from './wrap.ts';

interface Line {
  readonly label: string;
  readonly text: string;
}

const wideTerminal = 100;

/** `seconds` is null where times would make two runs differ. */
export function readBlockLines(evaluation: Evaluation, session: Session, seconds: number | null): string[] {
  const { words } = session;
  const blocks = evaluation.inputs.map((input) => tableLinesOf(input, session));
  const facts = [
    periodLine(evaluation, session),
    currencyLine(evaluation, session),
    ...taxLines(evaluation, session),
    ...configLines(evaluation, session),
  ];
  const all = [...blocks.flat(), ...facts];
  const labelWidth = Math.max(...all.map(({ label }) => stringWidth(label)));
  const text = ({ label, text }: Line) => labelled(label, text, labelWidth, session.width);
  const shownSeconds = seconds === null ? null : seconds.toFixed(1);
  return [
    ...evaluation.inputs.flatMap(({ path }, i) => [
      words.read(visible(path), i === evaluation.inputs.length - 1 ? shownSeconds : null),
      ...(blocks[i] ?? []).flatMap(text),
    ]),
    ...facts.flatMap(text),
    ...allowedLines(evaluation, session),
  ];
}

function labelled(label: string, text: string, labelWidth: number, width: number): string[] {
  const lead = labelWidth + 4;
  return wrapText(text, Math.max(20, width - lead)).map(
    (line, i) => `  ${padRight(i === 0 ? label : '', labelWidth)}  ${line}`,
  );
}

const mostTables = 12;

function tableLinesOf({ tables }: InputReport, session: Session): Line[] {
  const { words } = session;
  const lines = tables.slice(0, mostTables).flatMap((table) => tableLinesIn(table, tables.length, session));
  return tables.length > mostTables ? [...lines, { label: '', text: words.more(tables.length - mostTables) }] : lines;
}

function tableLinesIn(table: InputReport['tables'][number], tableCount: number, session: Session): Line[] {
  const { words, lang, isVerbose } = session;
  const separator = lang === 'en' ? words.semicolon : '；';
  const sheet = table.sheet === null ? null : words.sheet(visible(table.sheet, 40));
  if (table.dataset === null || table.notRead !== null) {
    const why = table.notRead === null ? words.notRecognised : words.notRead(table.notRead);
    const origin = originOf(table, session);
    return [{ label: words.unnamedTable, text: [sheet, origin, why].filter((part) => part !== null).join(separator) }];
  }
  const isFacts = table.factRows !== null;
  const parts = [
    words.tableRows(table.rows, isFacts ? table.inPeriod : null),
    tableCount > 1 && sheet !== null && visible(table.sheet ?? '') !== datasetTitle(table.dataset, 'en') ? sheet : null,
    originOf(table, session),
    table.headerRow === null ? null : words.headerRow(table.headerRow),
    columnsUsed(table, session),
  ].filter((part) => part !== null);
  const first = { label: datasetTitle(table.dataset, lang), text: parts.join(separator) };
  return isVerbose ? [first, ...detailLines(table, session)] : [first];
}

/** Whose export it is, where its headings tell. */
function originOf({ preset }: InputReport['tables'][number], { words, lang }: Session): string | null {
  return preset === null ? null : words.inspect.ofPreset(presetTitle(preset, lang));
}

/** Of a wide targets table the columns that matter are periods, not fields: nothing is said of them. */
function columnsUsed(table: InputReport['tables'][number], session: Session): string | null {
  if (table.dataset === 'targets') return null;
  return session.words.columnsUsed(table.columns.size, table.columnCount) + columnNames(table, session);
}

function columnNames({ columns }: InputReport['tables'][number], { words, width, lang, isVerbose }: Session): string {
  const names = [...columns.values()].map((heading) => visible(heading, 40));
  if (width < wideTerminal || isVerbose || names.length === 0) return '';
  const between = lang === 'en' ? words.comma : '、';
  return words.colon + names.slice(0, 4).join(between) + (names.length > 4 ? (lang === 'en' ? ', ...' : '……') : '');
}

function detailLines({ columns, statuses }: InputReport['tables'][number], { words, lang }: Session): Line[] {
  const fields = [...columns].map(([field, heading]) => ({
    label: '',
    text: `${fieldTitle(field, lang)} = ${words.quote(visible(heading, 40))}`,
  }));
  const uses = statuses.map(({ value, rows, amount, use }) => ({
    label: '',
    text: `${words.statusLabel} ${words.quote(visible(value, 40))}${words.colon}${words.statusUse[use]}${words.comma}${words.rows(rows)}${words.comma}${grouped(toText(amount))}`,
  }));
  return [...fields, ...uses];
}

function periodLine({ period, compare, asOf, options }: Evaluation, { words, lang }: Session): Line {
  const separator = lang === 'en' ? words.semicolon : '；';
  const days = words.dayRange(civilOf(period.start), civilOf(period.end));
  const state =
    period.complete && period.completeBecause !== null
      ? words.complete +
        words.brackets(words.completeBecause[period.completeBecause] + tailGap(period.completeBecause, asOf, words))
      : words.incomplete(words.day(civilOf(asOf)));
  const parts = [
    [period.id, days, state].join(words.comma),
    words.periodFrom[period.from],
    period.complete && Object.hasOwn(options, 'as-of') ? words.asOf(words.day(civilOf(asOf))) : '',
    compare === null ? '' : words.comparedWith(compare.id),
  ].filter((part) => part !== '');
  return { label: words.periodLabel, text: parts.join(separator) };
}

function currencyLine({ currency, currencyFrom }: Evaluation, { words }: Session): Line {
  const text = currency === null ? words.currencyUnknown : words.currency(currency);
  const from = currencyFrom === null ? '' : words.brackets(currencySource(currencyFrom, words));
  return { label: words.currencyLabel, text: text + from };
}

function tailGap(because: string, asOf: number, words: Session['words']): string {
  return because === 'tail-gap' ? words.tailGap(words.day(civilOf(asOf))) : '';
}

/** `number-format:F` in words. */
function currencySource(from: string, words: Session['words']): string {
  const [source = '', ...name] = from.split(':');
  return words.currencyFrom(source, visible(name.join(':'), 40));
}

function configLines({ config }: Evaluation, session: Session): Line[] {
  return config === null ? [] : [{ label: session.words.configLabel, text: configText(config, session) }];
}

const taxSources: ReadonlySet<string> = new Set(['heading', 'flag', 'config', 'targets', 'default']);

function taxLines({ taxBasis }: Evaluation, { words }: Session): Line[] {
  const { actual, from } = taxBasis;
  if (actual === null || from === null || from === 'default' || !taxSources.has(from)) return [];
  const source = Object.entries(words.taxFrom).find(([name]) => name === from)?.[1] ?? '';
  return [{ label: words.taxLabel, text: words.taxBasis[actual] + words.brackets(source) }];
}

function allowedLines(evaluation: Evaluation, session: Session): string[] {
  const { leftOut, currency, options } = evaluation;
  const { words, lang, width } = session;
  if (leftOut.accepted > 0) {
    const { accepted, acceptedAmount } = leftOut;
    const money = moneyInSentence(acceptedAmount, moneyScale([acceptedAmount], lang), currency, lang);
    const file = visible(String(options['accept'] ?? ''));
    return wrapText(words.accepted(accepted, money, file), width - 2).map((line) => `  ${line}`);
  }
  if (leftOut.allowed === 0) return [];
  const money = moneyInSentence(leftOut.amount, moneyScale([leftOut.amount], lang), currency, lang);
  const share = leftOutShare(evaluation);
  return wrapText(words.allowed(leftOut.rows, money, share === null ? null : percent(share)), width - 2).map(
    (line) => `  ${line}`,
  );
}
