/** The rows behind a number: how many per table, and the largest. */
import stringWidth from 'string-width';
import { wordsOf } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import { visible } from '../../lib/visible.ts';
import { formatDay } from '../../model/day.ts';
import type {
  Explanation,
  RowsBehind,
  TracedGroup,
  TracedRow,
  TracedTable,
  TracedTerm,
} from '../../model/explanation.ts';
import type { Session } from '../session.ts';
import { exact, indented, termText } from './traced-words.ts';
import { cutTo, padLeft, padRight } from './wrap.ts';

export function rowLines({ terms }: TracedGroup, explanation: Explanation, session: Session, most: number): string[] {
  const { tracing } = wordsOf(session.lang);
  const lines = terms.flatMap((term) => {
    const { rows } = term;
    return rows === null || rows.count === 0 ? [] : termRows(term, rows, explanation, session, most);
  });
  return lines.length === 0 ? [] : ['', tracing.inIt, ...lines];
}

function termRows(
  term: TracedTerm,
  rows: RowsBehind,
  explanation: Explanation,
  session: Session,
  most: number,
): string[] {
  const { words, width, lang } = session;
  const { tracing } = wordsOf(lang);
  const tables = rows.tables.map((table) => tableText(table, term, session)).join(words.semicolon);
  const shown = rows.largest(most);
  const rest = rows.count - shown.length;
  return [
    ...indented(`${termText(term, session)}${words.colon}${tables}`, width),
    ...(shown.length === 0 ? [] : listLines(shown, term, explanation, session)),
    ...(rest > 0 && shown.length > 0 ? [`    ${tracing.andMore(grouped(String(rest)))}`] : []),
  ];
}

/** `1,023 rows (q1.xlsx, Orders), 10,589,845`; of what is counted once the tables do not add up. */
function tableText({ file, sheet, rows, adds }: TracedTable, { unit }: TracedTerm, { words, lang }: Session): string {
  const { tracing } = wordsOf(lang);
  const place = [visible(file), ...(sheet === null ? [] : [visible(sheet, 40)])].join(', ');
  const money = unit === 'money' ? words.comma + exact(adds) : '';
  return tracing.rowsOf(grouped(String(rows))) + words.brackets(place) + money;
}

const widestName = 24;

function listLines(
  rows: readonly TracedRow[],
  { unit }: TracedTerm,
  { inputs }: Explanation,
  session: Session,
): string[] {
  const { tracing } = wordsOf(session.lang);
  const { heads } = tracing;
  const tableCount = inputs.flatMap(({ tables }) => tables).length;
  const hasAmount = rows.some(({ amount }) => amount !== null);
  const tellsAdds =
    unit === 'days' ||
    unit === 'hours' ||
    rows.some(({ amount, adds }) => unit === 'money' && amount !== null && exact(amount) !== exact(adds));
  const columns = [
    { head: heads.row, right: false, cells: rows.map(({ place }) => placeCell(place, tableCount)) },
    { head: heads.day, right: false, cells: rows.map(({ day }) => (day === null ? '' : formatDay(day))) },
    { head: heads.name, right: false, cells: rows.map(({ name }) => cutTo(visible(name ?? '', 60), widestName)) },
    ...(hasAmount
      ? [{ head: heads.amount, right: true, cells: rows.map(({ amount }) => (amount === null ? '' : exact(amount))) }]
      : []),
    ...(tellsAdds ? [{ head: heads.adds, right: true, cells: rows.map(({ adds }) => exact(adds)) }] : []),
  ];
  const widths = columns.map(({ head, cells }) => Math.max(...[head, ...cells].map((cell) => stringWidth(cell))));
  const line = (pick: (column: (typeof columns)[number]) => string) =>
    `    ${columns
      .map((column, i) => (column.right ? padLeft : padRight)(pick(column), widths[i] ?? 0))
      .join('  ')
      .trimEnd()}`;
  return [line(({ head }) => head), ...rows.map((_, row) => line(({ cells }) => cells[row] ?? ''))];
}

/** `Orders 417`; in a text file its name, where there are several. */
function placeCell({ file, sheet, row }: TracedRow['place'], tableCount: number): string {
  const table = sheet ?? (tableCount > 1 ? file : '');
  return [cutTo(visible(table, 60), widestName), row === null ? '' : String(row)]
    .filter((part) => part !== '')
    .join(' ');
}
