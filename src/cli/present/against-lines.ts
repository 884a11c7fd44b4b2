/** `--against`: how each figure came from what it was to what it is, of the whole, per person, and by which rows. */
import { fieldTitle, inSentence, kpiWords, wordsOf } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import { compare, type Decimal, isZero, round, signOf, zero } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import { type Against, type ChangedRow, changeKinds, type KpiDifference, unsplitReasons } from '../../model/against.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import type { Place } from '../../model/place.ts';
import type { Session } from '../session.ts';
import { magnitude, moneyText, plainText, pointsText, signed } from './figures.ts';
import { hasWorkbook } from './has-workbook.ts';
import { columnGap, columnWidths, type TableColumn, tableLines } from './table.ts';
import { exact } from './traced-words.ts';
import { cutTo, wrapText } from './wrap.ts';

const mostPeople = 10;
const mostRows = 10;
const widestName = 24;

type SplitKpi = KpiDifference & { readonly parts: NonNullable<KpiDifference['parts']> };

export function againstLines(evaluation: Evaluation, session: Session): string[] {
  const { against, period } = evaluation;
  const { width } = session;
  if (against === null) return [];
  const words = wordsOf(session.lang).against;
  const file = visible(against.path);
  const split = against.kpis.filter(isSplit).filter(hasMoved);
  const isSame = against.rows.length === 0 && against.kpis.every((kpi) => !isDifferent(kpi));
  const [headline] = split;
  return [
    '',
    ...wrapText(isSame ? words.none(file, period.id) : words.title(file, period.id), width),
    ...(split.length === 0 ? [] : stepTables(against, split, session)),
    ...wholeLines(against, session),
    ...noteLines(against, session),
    ...(headline === undefined ? [] : peopleLines(against, headline, session)),
    ...rowLines(evaluation, against, headline, session),
  ];
}

function isSplit(kpi: KpiDifference): kpi is SplitKpi {
  return kpi.parts !== null;
}

/** Rows can move a figure there and back. */
function hasMoved({ difference, parts }: SplitKpi): boolean {
  return (difference !== null && !isZero(difference)) || changeKinds.some((kind) => !isZero(parts[kind]));
}

function isDifferent({ was, now }: KpiDifference): boolean {
  return was === null || now === null ? was !== now : compare(was, now) !== 0;
}

function title(kpi: Pick<KpiDifference, 'id'>, { lang, ownKpis }: Session): string {
  return kpiWords(kpi.id, lang, ownKpis).title;
}

/** All digits: a difference of a cent is what somebody looks for. */
function valueText(value: Decimal, { unit }: Pick<KpiDifference, 'unit'>, hasCents: boolean): string {
  if (unit === 'money') return moneyText(value, { shift: 0, decimals: hasCents ? 2 : 0 });
  return plainText(value, unit);
}

function changeText(value: Decimal, { unit }: Pick<KpiDifference, 'unit'>, hasCents: boolean): string {
  if (unit === 'ratio') return pointsText(value);
  if (unit === 'money') return signed(value, hasCents ? 2 : 0);
  const text = plainText(value, unit);
  return signOf(value) > 0 ? `+${text}` : text;
}

function hasCentsIn(values: readonly (Decimal | null)[]): boolean {
  return values.some((value) => value !== null && compare(value, round(value, 0)) !== 0);
}

/** One column per KPI, from what it was to what it is; as many beside each other as fit. */
function stepTables(against: Against, split: readonly SplitKpi[], session: Session): string[] {
  const words = wordsOf(session.lang).against;
  const kinds = changeKinds.filter((kind) => against.counts[kind] > 0);
  const heads = [
    words.was,
    ...kinds.map((kind) => words.step(kind, against.counts[kind])),
    words.now,
    words.difference,
  ];
  const label: TableColumn = { head: '', align: 'left', least: 0, cells: heads };
  const columns = split.map((kpi): TableColumn => {
    const cents = hasCentsIn([kpi.was, kpi.now, ...kinds.map((kind) => kpi.parts[kind])]);
    return {
      head: title(kpi, session),
      align: 'right',
      least: 0,
      cells: [
        valueText(kpi.was ?? zero, kpi, cents),
        ...kinds.map((kind) => changeText(kpi.parts[kind], kpi, cents)),
        valueText(kpi.now ?? zero, kpi, cents),
        changeText(kpi.difference ?? zero, kpi, cents),
      ],
    };
  });
  return inRows(label, columns, session.width).flatMap((some) => [
    '',
    ...tableLines(some, ruleOf(some), heads.length - 1),
  ]);
}

function ruleOf(columns: readonly TableColumn[]): number {
  return columnWidths(columns).reduce((sum, width) => sum + width + columnGap, -columnGap);
}

/** Tables that keep to the width, each with the labels before it. */
function inRows(label: TableColumn, columns: readonly TableColumn[], width: number): TableColumn[][] {
  const tables: TableColumn[][] = [];
  let open = [label];
  for (const column of columns) {
    if (open.length > 1 && ruleOf([...open, column]) > width) {
      tables.push(open);
      open = [label];
    }
    open.push(column);
  }
  return [...tables, open];
}

/** KPIs that rows do not add up to, by the reason. */
function wholeLines({ kpis }: Against, session: Session): string[] {
  const words = wordsOf(session.lang).against;
  return unsplitReasons.flatMap((reason) => {
    const whole = kpis.filter((kpi) => kpi.why === reason && isDifferent(kpi));
    if (whole.length === 0) return [];
    const column = (head: string, cell: (kpi: KpiDifference) => string): TableColumn => ({
      head,
      align: 'right',
      least: 0,
      cells: whole.map(cell),
    });
    const value = (kpi: KpiDifference, of: Decimal | null) =>
      of === null ? words.noValue : valueText(of, kpi, hasCentsIn([kpi.was, kpi.now]));
    const columns: TableColumn[] = [
      { head: session.words.kpi, align: 'left', least: 0, cells: whole.map((kpi) => title(kpi, session)) },
      column(words.was, (kpi) => value(kpi, kpi.was)),
      column(words.now, (kpi) => value(kpi, kpi.now)),
      column(words.difference, (kpi) => wholeDifference(kpi, session)),
    ];
    return [
      '',
      ...wrapText(`${words.whole[reason]}${session.words.colon.trimEnd()}`, session.width),
      ...tableLines(columns, ruleOf(columns)),
    ];
  });
}

function wholeDifference(kpi: KpiDifference, { words, lang }: Session): string {
  const { was, now, difference } = kpi;
  if (difference === null) return wordsOf(lang).against.noValue;
  const text = changeText(difference, kpi, hasCentsIn([was, now]));
  return kpi.unit === 'ratio' ? words.points(text) : text;
}

function noteLines({ elsewhere, runs }: Against, { lang, width }: Session): string[] {
  const words = wordsOf(lang).against;
  const counts = words.counts(elsewhere);
  const differing = runs.map(({ what, was, now }) => words.run(what, visible(was, 60), visible(now, 60)));
  const notes = [
    ...(counts === '' ? [] : [words.elsewhere(counts)]),
    ...(differing.length === 0 ? [] : [words.runs(differing)]),
  ];
  return notes.length === 0 ? [] : ['', ...notes.flatMap((note) => wrapText(note, width))];
}

function peopleLines({ people }: Against, headline: SplitKpi, session: Session): string[] {
  const words = wordsOf(session.lang).against;
  const own = people.flatMap(({ rep, kpis }) => {
    const kpi = kpis.filter(isSplit).find(({ id }) => id === headline.id);
    return kpi && hasMoved(kpi) ? [{ rep, kpi }] : [];
  });
  const shown = own.slice(0, mostPeople);
  if (shown.length === 0) return [];
  const kinds = changeKinds.filter((kind) => own.some(({ kpi }) => !isZero(kpi.parts[kind])));
  const cents = hasCentsIn(own.flatMap(({ kpi }) => [kpi.was, kpi.now]));
  const column = (head: string, cell: (kpi: SplitKpi) => string): TableColumn => ({
    head,
    align: 'right',
    least: 0,
    cells: shown.map(({ kpi }) => cell(kpi)),
  });
  const name: TableColumn = {
    head: words.person,
    align: 'left',
    least: 0,
    cells: shown.map(({ rep }) => cutTo(rep === '' ? words.nobody : visible(rep, 40), widestName)),
  };
  const was = column(words.was, (kpi) => valueText(kpi.was ?? zero, kpi, cents));
  const now = column(words.now, (kpi) => valueText(kpi.now ?? zero, kpi, cents));
  const difference = column(words.difference, (kpi) => changeText(kpi.difference ?? zero, kpi, cents));
  const parts = kinds.map((kind) => column(words.heads[kind], (kpi) => changeText(kpi.parts[kind], kpi, cents)));
  const all = [name, was, ...parts, now];
  // Where the steps do not fit, the ends and the difference do.
  const some = ruleOf(all) <= session.width ? all : [name, was, now, difference];
  const rest = own.length - shown.length;
  return [
    '',
    words.people(title(headline, session)),
    ...tableLines(some, ruleOf(some)),
    ...(rest > 0 ? [session.words.moreRows(rest, false)] : []),
  ];
}

/** The rows that move the first figure most. */
function rowLines(
  evaluation: Evaluation,
  { rows }: Against,
  headline: KpiDifference | undefined,
  session: Session,
): string[] {
  const words = wordsOf(session.lang).against;
  const sizeOf = ({ effects }: ChangedRow) => magnitude(effects.get(headline?.id ?? '') ?? zero);
  const shown = rows.toSorted((a, b) => compare(sizeOf(b), sizeOf(a))).slice(0, mostRows);
  if (shown.length === 0) return [];
  const name = headline === undefined ? null : inSentence(title(headline, session));
  return [
    '',
    ...wrapText(words.rows(shown.length, rows.length, name), session.width),
    ...shown.flatMap((row) => rowText(row, headline, session)),
    ...(shown.length < rows.length ? [words.more(hasWorkbook(evaluation))] : []),
  ];
}

function rowText(row: ChangedRow, headline: KpiDifference | undefined, session: Session): string[] {
  const { lang, width, words: said } = session;
  const words = wordsOf(lang).against;
  const effect = row.effects.get(headline?.id ?? '');
  const first = [
    words.kindList(row.kinds),
    visible(row.id, 40),
    row.day,
    visible(row.rep, 40),
    effect && headline ? `${effect.units > 0n ? '+' : ''}${exact(effect)}` : '',
  ].filter((text) => text !== '');
  const place = words.place(placeText(row.now), placeText(row.was));
  const isSame = row.was !== null && row.now !== null && row.fields.length === 0;
  const fields = isSame ? [words.same] : row.fields.map((field) => fieldText(field, session));
  return [
    ...wrapText(`- ${first.join(said.comma)}`, width),
    ...[place, ...fields].flatMap((text) => wrapText(text, width - 4).map((line) => `    ${line}`)),
  ];
}

function placeText(place: Place | null): string {
  if (place === null) return '';
  const sheet = place.sheet === null ? '' : `!${visible(place.sheet, 40)}`;
  return `${visible(place.file)}${sheet}:${place.row ?? ''}`;
}

function fieldText({ field, kind, was, now }: ChangedRow['fields'][number], { lang }: Session): string {
  const shown = (text: string) => (kind === 'amount' ? grouped(text) : visible(text, 40));
  const words = wordsOf(lang).against;
  if (field === 'leftOut') return words.leftOut(now === 'yes');
  return words.change(fieldTitle(field, lang), shown(was), shown(now));
}
