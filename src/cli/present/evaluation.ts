/** The report of `evaluate` (ux.md 3.1 to 3.4): the result on standard output, all talk about the run on standard error. */
import stringWidth from 'string-width';
import { fieldTitle, inSentence, kpiWords } from '../../i18n/index.ts';
import type { Decimal } from '../../lib/decimal.ts';
import { toText } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import { civilOf } from '../../model/day.ts';
import type { BreakdownEntry, Evaluation, KpiResult } from '../../model/evaluation.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { againstLines } from './against-lines.ts';
import { cohortLines } from './cohort-lines.ts';
import { moneyInSentence, moneyScale, moneyUnit } from './figures.ts';
import { findingLines } from './findings.ts';
import { gapLines } from './gap-lines.ts';
import { hasWorkbook } from './has-workbook.ts';
import { headlineLines, withRightMark } from './headline.ts';
import { isMoney, kpiName, kpiRow } from './kpi-rows.ts';
import { type KpiTable, kpiTableLines, type TableHeads } from './kpi-tables.ts';
import { memberName } from './member-name.ts';
import { notComputedLines, noValueLines } from './missing-lines.ts';
import { noteLines, taxNotes } from './notes.ts';
import { readBlockLines } from './read-block.ts';
import { shownKpis } from './shown-kpis.ts';
import { wrapText } from './wrap.ts';

export interface Ending {
  readonly code: ExitCode;
  readonly seconds: number;
  readonly isDryRun: boolean;
  /** What `--split` wrote or would write. */
  readonly split: SplitFiles | null;
  /** By path of a workbook: the names of its sheets. */
  readonly sheets: ReadonlyMap<string, SheetNames>;
  /** The evaluation as text, to print in place of the report unless it was written to a file. */
  readonly text: { readonly text: string; readonly escaped: number; readonly isWritten: boolean } | null;
}

/** null stands for the sheets of `people`. */
interface SheetNames {
  readonly names: readonly (string | null)[];
  readonly people: number;
}

interface SplitFiles {
  readonly folder: string;
  readonly outputs: Evaluation['outputs'];
  /** Rows of the period that are in nobody's file. */
  readonly nobody: { readonly rows: number; readonly amount: Decimal };
}

export function presentEvaluation(evaluation: Evaluation, given: Session, ending: Ending): void {
  const session = { ...given, ownKpis: evaluation.ownKpis };
  const { world, isQuiet, isVerbose } = session;
  const isFailing = ending.code !== exitCodes.ok;
  const err = (lines: readonly string[]) => world.err(lines.map((line) => `${line}\n`).join(''));
  // Piped output is the same in every run, so times show to people only.
  const seconds = world.isErrTty || isVerbose ? ending.seconds : null;
  if (!isQuiet) err([...readBlockLines(evaluation, session, seconds), '']);
  world.out(printed(evaluation, session, ending));
  const findings = findingLines(evaluation, session, isFailing);
  err([...(isQuiet || ending.text !== null || findings.length === 0 ? [] : ['']), ...findings]);
  err(endingLines(evaluation, session, ending));
}

/** Standard output carries the result only: nothing where it went to a file. */
function printed(evaluation: Evaluation, session: Session, { text }: Ending): string {
  if (text === null) return `${reportLines(evaluation, session).join('\n')}\n`;
  return text.isWritten ? '' : text.text;
}

function reportLines(evaluation: Evaluation, session: Session): string[] {
  const below = [
    ...gapLines(evaluation, session),
    ...noValueLines(evaluation, session),
    ...notComputedLines(evaluation, session),
    ...noteLines(evaluation, session),
  ];
  return [
    ...headlineLines(evaluation, session),
    ...taxNotes(evaluation, session),
    ...kpiTableLines(
      [kpiTable(evaluation, session), ...breakdownTables(evaluation, session)],
      headsOf(evaluation, session),
      session,
    ),
    ...againstLines(evaluation, session),
    ...cohortLines(evaluation, session),
    ...(below.length > 0 ? ['', ...below] : []),
  ];
}

function headsOf({ kpis, compare, period }: Evaluation, { words }: Session): TableHeads {
  return {
    hasTargets: kpis.some(({ target }) => target !== null),
    hasCompare: compare !== null && kpis.some((kpi) => (kpi.compare?.actual ?? null) !== null),
    versus: compare === null ? '' : versusWords(compare, period, words),
    before: compare?.id ?? '',
  };
}

function versusWords(
  compare: NonNullable<Evaluation['compare']>,
  period: Evaluation['period'],
  words: Session['words'],
): string {
  const [then, now] = [civilOf(compare.start), civilOf(period.start)];
  const isYearAgo = then.year === now.year - 1 && then.month === now.month && then.day === now.day;
  return isYearAgo ? words.versusYear(String(then.year)) : words.versus(compare.id);
}

function kpiTable(evaluation: Evaluation, session: Session): KpiTable {
  const { kpis, currency } = evaluation;
  const { words, lang } = session;
  const shown = shownKpis(evaluation, session);
  const rows = shown.map((kpi) => {
    const scale = moneyScale([kpi.actual, kpi.target], lang);
    return kpiRow(kpiName(kpi, { session, currency, scale }), kpi, { session, currency, scale, whole: null });
  });
  const more = kpis.length - shown.length;
  const below = more > 0 ? words.moreKpis(more, hasWorkbook(evaluation)) : '';
  return { title: words.kpi, rows, hasTotal: false, hasShare: false, hasOwnNames: true, below };
}

const mostMembers = 20;

/** One table per `--by`: its members by the headline KPI, at most 20, and the total. */
function breakdownTables(evaluation: Evaluation, session: Session): KpiTable[] {
  const headline = evaluation.kpis[0];
  if (headline === undefined) return [];
  return evaluation.by.map((names) => {
    const members = membersOf(evaluation, names);
    const results = members.map(({ kpis }) => kpis.find(({ id }) => id === headline.id));
    const all = [headline, ...results.filter((result) => result !== undefined)];
    const scale = moneyScale(
      all.flatMap(({ actual, target }) => [actual, target]),
      session.lang,
    );
    const hasShare = isMoney(headline) || headline.unit === 'count';
    const showing = { session, currency: evaluation.currency, scale, whole: hasShare ? headline.actual : null };
    const rows = members.slice(0, mostMembers).flatMap(({ by }, i) => {
      const result = results[i];
      return result === undefined ? [] : [kpiRow(memberName(by, session), result, showing)];
    });
    const total = kpiRow(session.words.total, headline, showing);
    const unit = isMoney(headline) ? moneyUnit(scale, evaluation.currency, session.lang) : '';
    return {
      title: breakdownTitle(headline, names, unit, session),
      rows: rows.length === 0 ? [] : [...rows, total],
      hasTotal: true,
      hasShare,
      hasOwnNames: false,
      below:
        members.length > mostMembers
          ? session.words.moreRows(members.length - mostMembers, hasWorkbook(evaluation))
          : '',
    };
  });
}

function breakdownTitle(
  kpi: KpiResult,
  names: readonly string[],
  unit: string,
  { words, lang, ownKpis }: Session,
): string {
  const dimensions = names.map((name) => visible(fieldTitle(name, lang), 40)).join(lang === 'en' ? ', ' : '、');
  return words.byTitle(kpiWords(kpi.id, lang, ownKpis).title, dimensions, unit);
}

function membersOf({ breakdown }: Evaluation, names: readonly string[]): readonly BreakdownEntry[] {
  const wanted = JSON.stringify(names);
  return breakdown.filter(({ by }) => JSON.stringify(Object.keys(by)) === wanted);
}

function endingLines(evaluation: Evaluation, session: Session, ending: Ending): string[] {
  const { code, isDryRun, split } = ending;
  const { words, isQuiet, width } = session;
  const { inputs, outputs, draft, options, ok } = evaluation;
  const files = inputs.map(({ path }) => visible(path)).join(', ');
  const mark = code === exitCodes.ok ? '' : words.exitCode(code);
  const missed = missedLines(evaluation, session, code).map((line) => `${files}${words.colon}${line}`);
  const held = options['strict'] === true && !ok ? [words.notWritten] : [];
  const own = new Set(split?.outputs.map(({ path }) => path));
  const wrote = [
    ...outputs
      .filter(({ path }) => isDryRun || !own.has(path))
      .map(({ path }) => wroteLine(path, draft && !own.has(path), session, ending)),
    ...splitLines(evaluation, session, ending),
  ];
  if (isQuiet) return code === exitCodes.ok ? [] : [...missed, `${files}${words.colon}${mark}`];
  const changed = ending.text?.escaped ?? 0;
  const escaped = changed === 0 ? [] : wrapText(words.csvEscaped(changed), width);
  const lines = [...tieLines(evaluation, session), ...escaped, ...missed, ...held, ...wrote];
  if (mark === '') return lines;
  const last = wrote.length > 0 ? (lines.at(-1) ?? '') : files;
  const before = wrote.length > 0 ? lines.slice(0, -1) : lines;
  return [...before, withRightMark(last, mark, Math.min(width, 80) - 1)];
}

function missedLines({ failUnder }: Evaluation, { words }: Session, code: ExitCode): string[] {
  if (failUnder === null || code !== exitCodes.failUnder) return [];
  return [words.failUnder(percentOf(failUnder.reached), percentOf(failUnder.wanted))];
}

/** Where there is room, with the sheets that are in it. */
const roomForSheets = 110;

function wroteLine(path: string, isDraft: boolean, { words, width }: Session, { isDryRun, sheets }: Ending): string {
  const line = `${isDryRun ? words.wouldWrite : words.wrote} ${visible(path)}${isDraft ? words.markedDraft : ''}`;
  const list = sheets.get(path);
  if (width < roomForSheets || list === undefined) return line;
  const names = list.names.map((name) => name ?? words.peopleSheets(list.people));
  const whole = `${line}  ${words.wroteSheets(list.names.filter((name) => name !== null).length + list.people, names)}`;
  return stringWidth(whole) > width ? line : whole;
}

/** How many files people have, and what is in none of them. */
function splitLines({ people, currency }: Evaluation, { words, lang }: Session, { split, isDryRun }: Ending): string[] {
  const isCut = people !== null && people.all > people.list.length;
  const cut = isCut ? [words.peopleCut(people.list.length, people.all)] : [];
  if (split === null) return cut;
  const { folder, outputs, nobody } = split;
  const workbooks = outputs.filter(({ kind }) => kind === 'xlsx');
  const money = moneyInSentence(nobody.amount, moneyScale([nobody.amount], lang), currency, lang);
  return [
    ...cut,
    ...(isDryRun ? [] : [words.wroteSplit(workbooks.length, visible(folder), workbooks.length < outputs.length)]),
    ...(nobody.rows > 0 ? [words.inNobodysFile(nobody.rows, money)] : []),
  ];
}

function percentOf(value: Decimal | null): string {
  return value === null ? '-' : `${toText(value)}%`;
}

/** Control totals that tie are said, so that nobody wonders. */
function tieLines({ controlled, problems, kpis, ownKpis }: Evaluation, { words, lang }: Session): string[] {
  return controlled.flatMap((id) => {
    const kpi = kpis.find((result) => result.id === id);
    const isBroken = problems.some(({ code, params }) => code === 'control/total' && params['kpi'] === id);
    if (kpi === undefined || kpi.actual === null || isBroken) return [];
    return [words.tie(inSentence(kpiWords(kpi.id, lang, ownKpis).title), toText(kpi.actual))];
  });
}
