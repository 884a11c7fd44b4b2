/** What has no value, and what could not be computed: never more than a few lines unless everything is asked for. */
import { whyText } from '../../i18n/index.ts';
import { kpiNames, missingTexts } from '../../i18n/missing-text.ts';
import { visible } from '../../lib/visible.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import { groupMissing, presentOf } from '../../model/missing.ts';
import type { Session } from '../session.ts';
import { textPieces } from './break-text.ts';
import { shownKpis, showsAll } from './shown-kpis.ts';
import { wrapPieces, wrapText } from './wrap.ts';

/** `No value: customer retention (no data of the preceding period)`, of the KPIs that are shown. */
export function noValueLines(evaluation: Evaluation, session: Session): string[] {
  const { words, lang, width } = session;
  const reasons = new Map<string, string[]>();
  for (const { id, actual, why } of shownKpis(evaluation, session)) {
    if (actual !== null || why === null) continue;
    const reason = whyText(id, why, lang);
    reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
  }
  if (reasons.size === 0) return [];
  const texts = [...reasons].map(([reason, ids]) => kpiNames(ids, lang, evaluation.ownKpis) + words.brackets(reason));
  return wrapText(words.noValue + texts.join(words.semicolon), width);
}

/** `Not computed: 13 KPIs of deals, 4 of payments (no such tables); see salesmetrics inspect q1.xlsx` */
export function notComputedLines(evaluation: Evaluation, session: Session): string[] {
  const { words, lang, width } = session;
  const { notComputed, inputs } = evaluation;
  if (notComputed.length === 0) return [];
  const isFull = showsAll(evaluation, session);
  const texts = missingTexts(groupMissing(notComputed, presentOf(evaluation)), lang, isFull, evaluation.ownKpis);
  const [only] = notComputed;
  const file = inputs.length === 1 ? visible(inputs[0]?.path ?? '') : null;
  const see = notComputed.length === 1 && only ? words.seeExplain(only.id) : isFull ? null : words.seeInspect(file);
  const all = [...texts, ...(see === null ? [] : [see])];
  const text = words.notComputed + all.join(words.semicolon);
  // A command is not broken where it fits on a line of its own.
  return see === null ? wrapText(text, width) : wrapPieces([...textPieces(text.slice(0, -see.length)), see], width);
}
