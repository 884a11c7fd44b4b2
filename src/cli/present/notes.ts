/** What a reader must know of the figures: cautions, why there is no attainment, doubts about tax. */
import { cautionText, describeProblem, detailTexts, kpiWords, wordsOf } from '../../i18n/index.ts';
import type { Evaluation, KpiResult } from '../../model/evaluation.ts';
import type { Session } from '../session.ts';
import { shownKpis } from './shown-kpis.ts';
import { wrapText } from './wrap.ts';

/** Each caution and reason once, with the KPIs that it concerns; last, that there are no targets. */
export function noteLines(evaluation: Evaluation, session: Session): string[] {
  const { words, lang, width } = session;
  const told = new Map<string, string[]>();
  for (const kpi of shownKpis(evaluation, session)) {
    const { title } = kpiWords(kpi.id, lang, session.ownKpis);
    for (const text of notesOf(kpi, session)) told.set(text, [...(told.get(text) ?? []), title]);
  }
  const between = lang === 'en' ? words.comma : '、';
  const notes = [...told].map(([text, titles]) => words.note(titles.join(between), text));
  return [...notes, ...targetNotes(evaluation, session)].flatMap((note) => wrapText(note, width));
}

function notesOf({ actual, cautions, details, attainmentWhy }: KpiResult, session: Session): string[] {
  if (actual === null) return [];
  const { words, lang, isVerbose } = session;
  const { whys } = wordsOf(lang);
  // The line of the period says already that its last days have no rows.
  const told = cautions
    .filter((caution) => caution !== 'tail-gap')
    .map((caution) => cautionText(caution, details, lang))
    .concat(isVerbose ? detailTexts(details, lang) : []);
  return attainmentWhy === null || attainmentWhy === 'no-target'
    ? told
    : [...told, words.noAttainment(whys[attainmentWhy])];
}

function targetNotes({ kpis, period, inputs }: Evaluation, { words }: Session): string[] {
  if (kpis.some(({ target, attainmentWhy }) => target !== null || attainmentWhy !== 'no-target')) return [];
  const isGiven = inputs.some(({ tables }) => tables.some(({ dataset }) => dataset === 'targets'));
  return [isGiven ? words.noTargetsFor(period.id) : words.noTargets];
}

/** A doubt about tax stands under the headline, because it can change it. */
export function taxNotes({ problems }: Evaluation, session: Session): string[] {
  const found = problems.find(({ code }) => code === 'targets/tax-basis-unknown');
  if (found === undefined) return [];
  const { words, lang, width } = session;
  const { message } = describeProblem(found, lang);
  return wrapText(`${words.severity.warning}${words.colon}${message}`, width);
}
