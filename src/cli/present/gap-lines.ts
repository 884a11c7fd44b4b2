/** What explains the gap, and what could not be computed. */
import stringWidth from 'string-width';
import { fieldTitle, inSentence, kpiWords, wordsOf } from '../../i18n/index.ts';
import { visible } from '../../i18n/visible.ts';
import { type Decimal, signOf, sum } from '../../lib/decimal.ts';
import type { Evaluation, Gap } from '../../model/evaluation.ts';
import type { Why } from '../../model/kpi.ts';
import type { Session } from '../session.ts';
import { moneyScale, moneyUnit, signed, signedMoney } from './figures.ts';
import { isMoney } from './kpi-rows.ts';
import { memberName } from './member-name.ts';
import { wrapText } from './wrap.ts';

const mostParts = 6;

/** `The gap: Liu Wei -675,000, …; made up in part by Wang Fang +468,000.` */
export function gapLines(evaluation: Evaluation, session: Session): string[] {
  const { gap } = evaluation;
  if (gap === null || gap.parts.length < 2 || signOf(gap.total) === 0) return [];
  const { words, lang, width } = session;
  const { write, unit } = amountsOf(gap, evaluation, session);
  const [causes, reliefs] = sides(gap);
  const isShort = signOf(gap.total) < 0;
  const lead = isShort ? words.gapLead : words.surplusLead;
  const first = lead + partList(causes, write, words.comma, session);
  const end = words.gapUnit(unit);
  if (reliefs.length === 0) return wrapText(first + (end || words.stop), width);
  const rest = partList(reliefs, write, lang === 'en' ? words.comma : '、', session);
  const second = (isShort ? words.gapMadeUp(rest) : words.surplusReduced(rest)) + end;
  return clauses(`${first}${words.semicolon}`, second, stringWidth(lead), width);
}

/** How amounts of the gap are written, in the scale of the headline, and the unit to name behind them. */
function amountsOf(gap: Gap, { kpis, currency }: Evaluation, { lang }: Session) {
  const kpi = kpis.find(({ id }) => id === gap.kpi);
  if (kpi === undefined || !isMoney(kpi)) return { write: (value: Decimal) => signed(value, 0), unit: '' };
  const scale = moneyScale([kpi.actual, kpi.target], lang);
  return { write: (value: Decimal) => signedMoney(value, scale), unit: moneyUnit(scale, currency, lang) };
}

/** On one line where both fit, on two where each fits, else broken where it must be. */
function clauses(first: string, second: string, indent: number, width: number): string[] {
  if (stringWidth(first + second) <= width) return [first + second];
  const isClear = stringWidth(first.trimEnd()) <= width && indent + stringWidth(second) <= width;
  return isClear ? [first.trimEnd(), ' '.repeat(indent) + second] : wrapText(first + second, width);
}

/** Parts with the sign of the total, then the others, the largest of each first. */
function sides({ total, parts }: Gap): readonly [Gap['parts'], Gap['parts']] {
  const same = parts.filter(({ amount }) => signOf(amount) === signOf(total));
  const other = parts.filter(({ amount }) => signOf(amount) === -signOf(total));
  return signOf(total) < 0 ? [same, other.toReversed()] : [same.toReversed(), other];
}

function partList(parts: Gap['parts'], write: (value: Decimal) => string, between: string, session: Session): string {
  const isLong = parts.length > mostParts;
  const shown = isLong ? parts.slice(0, mostParts - 1) : parts;
  const names = shown.map(({ by, amount }) => `${memberName(by, session)} ${write(amount)}`);
  const rest = parts.slice(shown.length);
  if (rest.length > 0) names.push(session.words.partsMore(rest.length, write(sum(rest.map(({ amount }) => amount)))));
  return names.join(between);
}

/** `Not computed: win rate (no Stage column; see salesmetrics explain win-rate)` */
export function notComputedLines({ kpis, notComputed }: Evaluation, session: Session): string[] {
  const undefinedOnes = kpis
    .filter(({ actual, target, why }) => actual === null && target === null && why !== null)
    .map(({ id, why }) => ({ id, why: why ?? 'no-data', missing: [] }));
  const groups = new Map<string, { why: Why; missing: readonly string[]; ids: string[] }>();
  for (const { id, why, missing } of [...undefinedOnes, ...notComputed]) {
    const key = `${why} ${missing.join(' ')}`;
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { why, missing, ids: [id] });
  }
  if (groups.size === 0) return [];
  const { words, width } = session;
  const isSingle = groups.size === 1 && [...groups.values()][0]?.ids.length === 1;
  const texts = [...groups.values()].map((group) => groupText(group, isSingle, session));
  return wrapText(words.notComputed + texts.join(words.semicolon), width);
}

function groupText(
  { why, missing, ids }: { readonly why: Why; readonly missing: readonly string[]; readonly ids: readonly string[] },
  isSingle: boolean,
  { lang, words }: Session,
): string {
  const names = ids.map((id) => inSentence(kpiWords(id, lang).title));
  const fields = missing.map((name) => visible(fieldTitle(name.split('.').at(-1) ?? name, lang), 40));
  const reason = fields.length > 0 ? words.missingColumn(fields) : wordsOf(lang).whys[why];
  const [id = ''] = ids;
  const more = isSingle ? (lang === 'en' ? words.semicolon : words.comma) + words.seeExplain(id) : '';
  return names.join(lang === 'en' ? words.comma : '、') + words.brackets(reason + more);
}
