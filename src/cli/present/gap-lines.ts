/** What explains the gap. */
import stringWidth from 'string-width';
import { type Decimal, signOf, sum } from '../../lib/decimal.ts';
import type { Evaluation, Gap } from '../../model/evaluation.ts';
import type { Session } from '../session.ts';
import { moneyScale, moneyUnit, signed, signedMoney } from './figures.ts';
import { isMoney } from './kpi-rows.ts';
import { memberName } from './member-name.ts';
import { wrapPieces } from './wrap.ts';

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
  const end = words.gapUnit(unit);
  const first = listed(
    partNames(causes, write, session),
    words.comma,
    lead,
    reliefs.length > 0 ? words.semicolon : end || words.stop,
  );
  if (reliefs.length === 0) return wrapPieces(first, width);
  const rest = isShort ? words.gapMadeUp : words.surplusReduced;
  const second = listed(
    partNames(reliefs, write, session),
    lang === 'en' ? words.comma : '、',
    rest.before,
    rest.after + end,
  );
  return clauses(first, second, stringWidth(lead), width);
}

/** How amounts of the gap are written, in the scale of the headline, and the unit to name behind them. */
function amountsOf(gap: Gap, { kpis, currency }: Evaluation, { lang }: Session) {
  const kpi = kpis.find(({ id }) => id === gap.kpi);
  if (kpi === undefined || !isMoney(kpi)) return { write: (value: Decimal) => signed(value, 0), unit: '' };
  const scale = moneyScale([kpi.actual, kpi.target], lang);
  return { write: (value: Decimal) => signedMoney(value, scale), unit: moneyUnit(scale, currency, lang) };
}

/** On one line where both fit, on two where each fits, else broken between names. */
function clauses(first: readonly string[], second: readonly string[], indent: number, width: number): string[] {
  const [a, b] = [first.join(''), second.join('')];
  if (stringWidth(a + b) <= width) return [a + b];
  const isClear = stringWidth(a.trimEnd()) <= width && indent + stringWidth(b) <= width;
  return isClear ? [a.trimEnd(), ' '.repeat(indent) + b] : wrapPieces([...first, ...second], width);
}

/** Names with what stands before, between and after them, as pieces that a line may end with. */
function listed(names: readonly string[], between: string, before: string, after: string): string[] {
  return names.map((name, i) => (i === 0 ? before : '') + name + (i === names.length - 1 ? after : between));
}

/** Parts with the sign of the total, then the others, the largest of each first. */
function sides({ total, parts }: Gap): readonly [Gap['parts'], Gap['parts']] {
  const same = parts.filter(({ amount }) => signOf(amount) === signOf(total));
  const other = parts.filter(({ amount }) => signOf(amount) === -signOf(total));
  return signOf(total) < 0 ? [same, other.toReversed()] : [same.toReversed(), other];
}

function partNames(parts: Gap['parts'], write: (value: Decimal) => string, session: Session): string[] {
  const isLong = parts.length > mostParts;
  const shown = isLong ? parts.slice(0, mostParts - 1) : parts;
  const names = shown.map(({ by, amount }) => `${memberName(by, session)} ${write(amount)}`);
  const rest = parts.slice(shown.length);
  const restSum = write(sum(rest.map(({ amount }) => amount)));
  return rest.length > 0 ? [...names, session.words.partsMore(rest.length, restSum)] : names;
}
