/** Rows that are not in a number, by reason, with the first places. */
import stringWidth from 'string-width';
import { wordsOf } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import { isZero } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import type { ExcludedPlace, Exclusion, Explanation } from '../../model/explanation.ts';
import { cellName } from '../../model/place.ts';
import type { Session } from '../session.ts';
import { exact } from './traced-words.ts';
import { padLeft, padRight, wrapText } from './wrap.ts';

export function exclusionLines({ excluded }: Explanation, session: Session): string[] {
  if (excluded.length === 0) return [];
  const { lang, width } = session;
  const { tracing, exclusions } = wordsOf(lang);
  const rows = excluded.map((one) => ({
    count: tracing.rowsOf(grouped(String(one.rows))),
    reason: exclusions[one.reason](visible(one.what ?? '', 40)),
    money: isZero(one.amount) ? '' : exact(one.amount),
    places: placesText(one, session),
  }));
  const widest = (pick: (row: (typeof rows)[number]) => string) =>
    Math.max(...rows.map((row) => stringWidth(pick(row))));
  const [counts, money] = [widest(({ count }) => count), widest((row) => row.money)];
  const reasons = Math.min(
    widest(({ reason }) => reason),
    34,
  );
  const lead = 2 + counts + 2 + reasons + (money === 0 ? 0 : money + 2) + 2;
  const lines = rows.flatMap((row) => {
    const [first = '', ...others] = wrapText(row.reason, reasons);
    const cells = [
      padLeft(row.count, counts),
      padRight(first, reasons),
      ...(money === 0 ? [] : [padLeft(row.money, money)]),
    ];
    const head = `  ${cells.join('  ')}`;
    const below = others.map((line) => ' '.repeat(4 + counts) + line);
    const isWide = lead + stringWidth(row.places) > width;
    if (row.places === '' || !isWide) return [`${head}  ${row.places}`.trimEnd(), ...below];
    return [
      head.trimEnd(),
      ...below,
      ...wrapText(row.places, width - 4 - counts).map((line) => ' '.repeat(4 + counts) + line),
    ];
  });
  return ['', tracing.notInIt, ...lines];
}

/** Rows outside the period need no place: there are many, and nothing is wrong with them. */
function placesText({ reason, places, rows }: Exclusion, { words }: Session): string {
  if (reason === 'outside-period' || reason === 'other-member') return '';
  const texts = places.map((place) => placeText(place, words.rowShort));
  return texts.join(words.comma) + (rows > places.length ? '…' : '');
}

function placeText({ place, value }: ExcludedPlace, rowShort: (row: number) => string): string {
  const where = place.sheet === null ? visible(place.file) : visible(place.sheet, 40);
  const cell = place.sheet === null ? null : cellName(place);
  const at = cell ?? (place.row === null ? '' : rowShort(place.row));
  return [where, at, value === null || value === '' ? '' : `"${visible(value, 20)}"`]
    .filter((part) => part !== '')
    .join(' ');
}
