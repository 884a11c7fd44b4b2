/** `explain <kpi> <files…>`: the number, what it is made of, the rows in it and those that are not (ux.md 3.17). */
import stringWidth from 'string-width';
import { cautionText, detailTexts, fieldTitle, kpiWords, whyText, wordsOf } from '../../i18n/index.ts';
import { missingReason } from '../../i18n/missing-text.ts';
import { grouped } from '../../i18n/numbers.ts';
import { type Decimal, decimal, isZero, round, toText } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import type { Explanation, TracedGroup, TracedTerm } from '../../model/explanation.ts';
import { groupMissing, presentOf } from '../../model/missing.ts';
import { columnLetters } from '../../model/place.ts';
import type { Session } from '../session.ts';
import { attainmentText, moneyInSentence, moneyScale, plainText } from './figures.ts';
import { memberName } from './member-name.ts';
import { exclusionLines } from './traced-exclusions.ts';
import { rowLines } from './traced-rows.ts';
import { exact, indented, termText } from './traced-words.ts';
import { padLeft, padRight, wrapText } from './wrap.ts';

/** `most`: rows shown per term. */
export function explanationLines(explanation: Explanation, given: Session, most: number): string[] {
  const session = { ...given, ownKpis: explanation.ownKpis };
  const { groups } = explanation;
  const lines = groups.flatMap((group, i) => [
    ...(i === 0 ? [] : ['']),
    ...numberLines(explanation, group, session),
    ...rowLines(group, explanation, session, most),
  ]);
  if (groups.length === 0) return missingLines(explanation, session);
  return [
    ...lines,
    ...exclusionLines(explanation, session),
    ...columnLines(explanation, session),
    ...definitionLines(explanation, session),
  ];
}

function missingLines(explanation: Explanation, { words, lang, width, ownKpis }: Session): string[] {
  const { kpi, notComputed, period } = explanation;
  const { tracing } = wordsOf(lang);
  const reasons = groupMissing(notComputed, presentOf(explanation)).map((group) => missingReason(group, lang));
  const title = kpiWords(kpi, lang, ownKpis).title;
  return wrapText(`${title} ${period.id}${words.colon}${tracing.noValue(reasons.join(words.semicolon))}`, width);
}

function numberLines(explanation: Explanation, group: TracedGroup, session: Session): string[] {
  const { lang, words, width, paint, ownKpis } = session;
  const { result, by, terms } = group;
  const { tracing } = wordsOf(lang);
  const member = Object.keys(by).length === 0 ? '' : words.comma + memberName(by, session);
  const title = `${kpiWords(explanation.kpi, lang, ownKpis).title} ${explanation.period.id}${member}`;
  const value =
    result.actual === null
      ? words.colon + tracing.noValue(result.why === null ? '-' : whyText(result.id, result.why, lang))
      : tracing.equals + figure(result.actual, result.unit, explanation, session);
  const notes = [
    ...targetText(explanation, group, session),
    ...(result.actual === null ? [] : result.cautions.map((one) => cautionText(one, result.details, lang))),
    ...detailTexts(result.details, lang),
  ];
  return [
    ...wrapText(title + value, width).map((line) => paint.bold(line)),
    ...termLines(terms, session),
    ...quotientLines(group),
    ...notes.flatMap((text) => indented(text, width)),
  ];
}

/** As in the report, with the unit. */
function figure(value: Decimal, unit: TracedTerm['unit'], { currency }: Explanation, { lang }: Session): string {
  if (unit === 'days' || unit === 'hours') return `${plainText(value, unit)} ${wordsOf(lang).units[unit]}`;
  if (unit !== 'money') return plainText(value, unit);
  return moneyInSentence(value, moneyScale([value], lang), currency, lang);
}

function targetText(explanation: Explanation, { result }: TracedGroup, session: Session): string[] {
  const { tracing } = wordsOf(session.lang);
  const { target, attainment, unit, compare: before } = result;
  const aim =
    target === null
      ? []
      : [
          tracing.target(
            figure(target, unit, explanation, session),
            attainment === null ? '' : attainmentText(attainment),
          ),
        ];
  const was = before?.actual ?? null;
  if (was === null || explanation.compare === null) return aim;
  return [...aim, tracing.versus(explanation.compare.id, figure(was, unit, explanation, session))];
}

/** One line a term: its words, and its value exactly. */
function termLines(all: readonly TracedTerm[], session: Session): string[] {
  const terms = all.filter(isTold);
  const { width } = session;
  const cells = terms.map((term) => ({ text: termText(term, session), value: termValue(term) }));
  const widest = Math.max(0, ...cells.map(({ value }) => stringWidth(value)));
  const room = Math.max(20, width - 4 - widest);
  const lead = Math.min(room, Math.max(0, ...cells.map(({ text }) => stringWidth(text))));
  const named = terms.map((term) => memberLines(term, session));
  return cells.flatMap(({ text, value }, i) => [
    ...wrapText(text, lead).map((line, at, lines) =>
      at < lines.length - 1 ? `  ${line}` : `  ${padRight(line, lead)}  ${padLeft(value, widest)}`,
    ),
    ...(named[i] ?? []).flatMap((line) => wrapText(line, width - 4).map((wrapped) => `    ${wrapped}`)),
  ]);
}

/** What is subtracted and nothing is not worth a line. */
function isTold({ role, factor, value }: TracedTerm): boolean {
  return role !== 'value' || factor > 0 || !isZero(value);
}

/** What a median is made of is counted, not added. */
export function termValue({ value, role, factor, unit, rows }: TracedTerm): string {
  const isSpan = unit === 'days' || unit === 'hours';
  const shown = isSpan && role === 'part' && rows ? decimal(rows.count) : value;
  return (factor < 0 ? '- ' : '') + exact(shown);
}

function memberLines({ members }: TracedTerm, { lang, words }: Session): string[] {
  if (members === null || members.count === 0) return [];
  const { tracing } = wordsOf(lang);
  const scale = moneyScale(
    members.largest.map(({ amount }) => amount),
    lang,
  );
  const names = members.largest.map(
    ({ name, amount }) => visible(name, 30) + words.brackets(moneyInSentence(amount, scale, null, lang)),
  );
  const rest = members.count > names.length ? '…' : '';
  return [tracing.largestFirst + names.join(words.comma) + rest];
}

function quotientLines({ result }: TracedGroup): string[] {
  const { numerator, denominator, actual } = result;
  if (numerator === null || denominator === null || actual === null) return [];
  return [`  ${exact(numerator)} / ${exact(denominator)} = ${grouped(toText(round(actual, 4)))}`];
}

function columnLines({ columns }: Explanation, { lang, width, words }: Session): string[] {
  if (columns.length === 0) return [];
  const { tracing } = wordsOf(lang);
  const isOneFile = new Set(columns.map(({ file }) => file)).size === 1;
  const texts = columns.map(({ field, file, sheet, column, heading, notHeading }) => {
    const table = [isOneFile && sheet !== null ? '' : visible(file), sheet === null ? '' : visible(sheet, 40)];
    const place = table.filter((part) => part !== '').join(', ');
    const letter = column === null || sheet === null ? '' : columnLetters(column);
    const not = notHeading === null ? '' : tracing.notHeading(visible(notHeading, 40));
    const title = fieldTitle(field.slice(field.indexOf('.') + 1), lang);
    return title + tracing.equals + tracing.column(letter, visible(heading, 40)) + words.brackets(place) + not;
  });
  return ['', tracing.chosen, ...texts.flatMap((text) => indented(text, width))];
}

function definitionLines({ kpi, ownKpis, config }: Explanation, { lang, width }: Session): string[] {
  const { tracing } = wordsOf(lang);
  const { formula, source } = kpiWords(kpi, lang, ownKpis);
  const isOwn = ownKpis.some(({ id }) => id === kpi);
  const from = isOwn ? source : config === null ? tracing.builtIn : tracing.builtInDespite(visible(config.path, 80));
  return ['', tracing.definition, ...indented(formula, width), ...indented(from, width)];
}
