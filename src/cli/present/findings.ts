/** What is wrong with the data, for standard error after the report: left-out rows by code, then errors, warnings, notes. */
import stringWidth from 'string-width';
import { describeProblem } from '../../i18n/index.ts';
import { compare, decimalFromText, isZero, subtract } from '../../lib/decimal.ts';
import { groupBy } from '../../lib/group-by.ts';
import { visible } from '../../lib/visible.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import type { Problem } from '../../model/problem.ts';
import type { Session } from '../session.ts';
import { moneyInSentence, moneyScale, percent } from './figures.ts';
import { leftOutShare } from './left-out-share.ts';
import { groupLines, groupProblems, type ProblemGroup, painted, placeText, shortPlace } from './problem-lines.ts';
import { padLeft, padRight, wrapText } from './wrap.ts';

/** `isFailing`: the run ends with a code, so errors are told even where little should be said. */
export function findingLines(evaluation: Evaluation, session: Session, isFailing: boolean): string[] {
  const { problems, leftOut } = evaluation;
  const isLeftOut = ({ treatment, severity }: Problem) => treatment === 'left-out' && severity === 'error';
  const tellsLeftOut = leftOut.rows > leftOut.accepted && leftOut.allowed === 0;
  const others = problems.filter((found) => !isLeftOut(found));
  const groups = groupProblems(others).filter(({ severity }) =>
    session.isQuiet ? isFailing && severity === 'error' : true,
  );
  return [
    ...(tellsLeftOut ? leftOutLines(evaluation, problems.filter(isLeftOut), session) : []),
    ...groups.flatMap((group) => groupText(group, session)),
  ];
}

const mostErrors = 3;

function groupText(group: ProblemGroup, session: Session): string[] {
  if (group.severity === 'info') return noteLines(group, session);
  return groupLines(group, group.severity === 'error' ? mostErrors : 1, session, session.paintErr);
}

/** Information takes one line or two: what was noticed first, and how often. */
function noteLines({ code, problems }: ProblemGroup, session: Session): string[] {
  const [first] = problems;
  if (first === undefined) return [];
  const { words, lang, width } = session;
  const { message } = describeProblem(first, lang);
  const more = problems.length > 1 ? words.semicolon + words.moreOfCode(problems.length - 1) : '';
  const place = words.brackets(placeText(first, session));
  const [line = '', ...rest] = wrapText(`${words.severity.info}[${code}] ${message}${place}${more}`, width - 2);
  return [line, ...rest.map((text) => `  ${text}`)];
}

function leftOutLines(evaluation: Evaluation, problems: readonly Problem[], session: Session): string[] {
  const { words, lang, width, paintErr } = session;
  const { leftOut, currency, inputs } = evaluation;
  const open = leftOut.rows - leftOut.accepted;
  const openAmount = subtract(leftOut.amount, leftOut.acceptedAmount);
  const money = isZero(openAmount) ? null : moneyInSentence(openAmount, moneyScale([openAmount], lang), currency, lang);
  const share = leftOutShare(evaluation);
  const text = words.leftOut(open, money, share === null ? null : percent(share));
  const unknown =
    leftOut.rowsWithoutAmount > 0 && leftOut.accepted === 0
      ? words.semicolon + words.leftOutUnknown(leftOut.rowsWithoutAmount)
      : '';
  const word = words.severity.warning;
  const [first = '', ...rest] = wrapText(word + words.colon + text + unknown, width);
  return [
    painted(first, 'warning', word, paintErr),
    ...rest,
    ...codeLines(groupProblems(problems), inputs.length > 1, session),
    `  ${words.seeThem(inputs.map(({ path }) => visible(path)))}`,
    ...acceptLines(evaluation, session),
    '',
  ];
}

const mostShare = decimalFromText('0.001');

/** How to accept them, or why the flag that was given did not. */
function acceptLines(evaluation: Evaluation, { words }: Session): string[] {
  const { leftOut, options } = evaluation;
  const share = leftOutShare(evaluation);
  const isTooMuch = share === null || compare(share, mostShare) > 0;
  const isGiven = Object.hasOwn(options, 'allow-skipped');
  if (leftOut.rowsWithoutAmount > 0) return isGiven ? [`  ${words.notAllowed.unknown}`] : [];
  if (isTooMuch) return isGiven ? [`  ${words.notAllowed.money}`] : [];
  return [...(isGiven ? [`  ${words.notAllowed.rows}`] : []), `  ${words.acceptThem(leftOut.rows)}`];
}

/** `  cell/not-a-number  not a number  1 row   Orders!F417 (Amount)` per code. */
function codeLines(groups: readonly ProblemGroup[], hasFiles: boolean, session: Session): string[] {
  const titles = groups.map(({ problems: [first] }) =>
    first === undefined ? '' : describeProblem(first, session.lang).title,
  );
  const counts = groups.map(({ problems }) => session.words.rows(problems.length));
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => stringWidth(text)));
  const codeWidth = widest(groups.map(({ code }) => code));
  return groups.flatMap(({ code, problems }, i) => {
    const lead = `  ${padRight(code, codeWidth)}  ${padRight(titles[i] ?? '', widest(titles))}  ${padLeft(counts[i] ?? '', widest(counts))}  `;
    const places = placesText(problems, hasFiles, session);
    const room = session.width - stringWidth(lead);
    if (stringWidth(places) <= room) return [lead + places];
    return [lead.trimEnd(), ...wrapText(places, session.width - 4).map((line) => `    ${line}`)];
  });
}

const mostPlaces = 20;

/** Cells by column: `Orders!B88, B902, B1101 (Order date)`; at most 20, then how many more. */
function placesText(problems: readonly Problem[], hasFiles: boolean, session: Session): string {
  const { words } = session;
  const shown = problems.slice(0, mostPlaces);
  const columns = groupBy(shown, ({ place, heading }) => JSON.stringify([place.file, place.sheet, heading]));
  const texts = [...columns.values()].map((found) => columnText(found, hasFiles, words));
  const more = problems.length - shown.length;
  return [...texts, ...(more > 0 ? [words.moreOfCode(more)] : [])].join(words.semicolon);
}

/** Places in one column of one table. */
function columnText(problems: readonly Problem[], hasFiles: boolean, words: Session['words']): string {
  const [first] = problems;
  if (first === undefined) return '';
  const { place, heading } = first;
  const file = hasFiles || place.row === null ? `${visible(place.file)} ` : '';
  const rows = problems.map((found) => found.place.row).filter((row) => row !== null);
  const cells =
    place.sheet === null
      ? words.rowList(rows)
      : `${visible(place.sheet, 40)}!${problems.map((found) => shortPlace(found.place, words)).join(words.cellBetween)}`;
  const shownHeading = heading === null || heading === '' ? '' : words.brackets(visible(heading, 40));
  return file + (rows.length === 0 ? '' : cells) + shownHeading;
}
