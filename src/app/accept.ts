/** Which left-out rows an accept file answers for; anything else stays a problem. */
import type { Acceptance, AcceptList } from '../model/accept.ts';
import type { DataSet } from '../model/data-set.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../problems/catalogue.ts';
import type { SourceRows } from '../report/validation/source-rows.ts';
import { harmless } from '../write/csv.ts';

type Judged = Pick<DataSet, 'problems' | 'leftOut'>;

/**
 * Problems of left-out rows that the list names become information; a row is accepted when all its own problems are. Each
 * line accepts one row. Lines that fit none, and lines that nobody signed, are said.
 */
export function withAccepted(
  { problems, leftOut }: Judged,
  list: AcceptList,
  rows: SourceRows,
): Judged & { readonly accepted: ReadonlyMap<Problem, Acceptance> } {
  const waiting = new Map<string, Acceptance[]>();
  for (const acceptance of list.acceptances) {
    const key = lineKey(acceptance);
    waiting.set(key, [...(waiting.get(key) ?? []), acceptance]);
  }
  const isRow = rowProblems(leftOut);
  const used: Acceptance[] = [];
  const judged = problems.map((found): { readonly found: Problem; readonly by: Acceptance | null } => {
    const by = isRow(found) ? waiting.get(lineKey(acceptableOf(found, rows)))?.shift() : undefined;
    if (by === undefined) return { found, by: null };
    used.push(by);
    return { found: { ...found, severity: 'info' }, by };
  });
  const answered = placesOf(judged.filter(({ by }) => by !== null));
  const open = placesOf(judged.filter(({ found, by }) => by === null && isRow(found)));
  const isAccepted = ({ place }: { readonly place: Place }) =>
    answered.has(placeKey(place)) && !open.has(placeKey(place));
  return {
    problems: [...judged.map(({ found }) => found), ...remarks(list, used)],
    accepted: new Map(judged.flatMap(({ found, by }) => (by === null ? [] : [[found, by] as const]))),
    leftOut: leftOut.map((row) => (isAccepted(row) ? { ...row, isAccepted: true } : row)),
  };
}

/** Is a problem one of a row that was left out: for it, or for another cell that is wrong too? */
export function rowProblems(leftOut: Judged['leftOut']): (found: Problem) => boolean {
  const rows = new Set(leftOut.map(({ place }) => placeKey(place)));
  return ({ treatment, severity, place }) =>
    place.row !== null && (treatment === 'left-out' || (severity === 'error' && rows.has(placeKey(place))));
}

/** What a line says of the row of a problem. */
export function acceptableOf(found: Problem, rows: SourceRows): Pick<Acceptance, 'code' | 'key' | 'value'> {
  return { code: found.code, key: rows.identityOf(found), value: found.value ?? '' };
}

/** As a spreadsheet program would keep it: without the apostrophe before what looks like a formula. */
function lineKey({ code, key, value }: Pick<Acceptance, 'code' | 'key' | 'value'>): string {
  return JSON.stringify([code, key, value].map((text) => harmless(text.trim())));
}

function placesOf(judged: readonly { readonly found: Problem }[]): Set<string> {
  return new Set(judged.map(({ found }) => placeKey(found.place)));
}

function placeKey({ file, sheet, row }: Place): string {
  return JSON.stringify([file, sheet, row]);
}

function remarks({ file, acceptances }: AcceptList, used: readonly Acceptance[]): Problem[] {
  const idle = acceptances.filter((one) => !used.includes(one));
  const unsigned = used.filter(({ who, reason }) => who === '' || reason === '');
  const [first] = unsigned;
  const place = (row: number) => ({ file, sheet: null, row, column: null });
  const extras = { affects: 'none' as const };
  return [
    ...idle.map(({ code, key, row }) => problem('accept/unused', place(row), { code, key }, extras)),
    ...(first === undefined ? [] : [problem('accept/unsigned', place(first.row), { rows: unsigned.length }, extras)]),
  ];
}
