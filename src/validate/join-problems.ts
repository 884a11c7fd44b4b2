/** What is said of joins: keys without a match, columns that contradict, names of two people. */
import { distance } from 'fastest-levenshtein';
import { toText } from '../lib/decimal.ts';
import type { Problem } from '../model/problem.ts';
import type { TextColumn } from '../model/table.ts';
import { problem } from '../problems/catalogue.ts';
import { codesIn, noRow } from './columns.ts';
import { naming } from './join-keys.ts';
import type { JoinedTable, JoinFacts } from './joins.ts';
import type { Ledger } from './ledger.ts';
import { moneyWhere } from './line-amount.ts';

export function reportJoins(facts: JoinFacts, joined: readonly JoinedTable[], ledger: Ledger): void {
  for (const one of joined) {
    const isOnly = joined.every((other) => other === one || other.dataset !== one.dataset);
    // Of several lists each has its own part of the keys.
    const isOwn = facts.ownNames.has(one.rows.factsName);
    if (isOnly && isOwn && naming.has(fieldOf(one))) reportUnmatched(facts, one, ledger);
    if (one.dataset !== 'people') continue;
    reportAmbiguous(facts, one, ledger);
    for (const field of ['team', 'region', 'manager']) reportDifferences(facts, one, field, ledger);
  }
}

function fieldOf({ table, rows }: JoinedTable): string {
  return table.fieldOf(rows.tableName) ?? rows.tableName;
}

/** Marked rows with their number, money and first. */
function summarise({ frame, included }: JoinFacts, isWanted: (row: number) => boolean) {
  const amount = frame.column('amount');
  let [count, first] = [0, noRow];
  for (let row = 0; row < frame.rowCount; row += 1) {
    if (included[row] !== 1 || !isWanted(row)) continue;
    if (first === noRow) first = row;
    count += 1;
  }
  const isCounted = (row: number) => included[row] === 1 && isWanted(row);
  const money = amount?.kind === 'amount' ? toText(moneyWhere(amount, isCounted)) : '';
  return { rows: count, amount: money, first };
}

/**
 * Keys that the joined table does not know, once per table. A list that knows less than half of the rows is no list of
 * all: then only keys that are one of its own but for blanks and case.
 */
function reportUnmatched(facts: JoinFacts, joined: JoinedTable, ledger: Ledger): void {
  const { own, key, isKnown } = joined.rows;
  if (isKnown.indexOf(0, 1) < 0) return;
  const rowsOf = new Uint32Array(own.size);
  for (let row = 0; row < own.codes.length; row += 1) {
    const code = own.codes[row] ?? 0;
    if (facts.included[row] === 1) rowsOf[code] = (rowsOf[code] ?? 0) + 1;
  }
  const unknown = [...rowsOf.keys()].filter((code) => code > 0 && isKnown[code] === 0 && (rowsOf[code] ?? 0) > 0);
  if (unknown.length === 0) return;
  const near = nearKeys(own, key, unknown, rowsOf);
  const keyed = rowsOf.reduce((sum, rows, code) => (code > 0 ? sum + rows : sum), 0);
  const missed = unknown.reduce((sum, code) => sum + (rowsOf[code] ?? 0), 0);
  const named = missed * 2 <= keyed ? unknown : unknown.filter((code) => near.get(code)?.isSame);
  const example = exampleOf(named, near, rowsOf);
  if (example !== undefined) ledger.report(unmatched(facts, joined, named, example, near.get(example)?.name));
}

function unmatched(
  facts: JoinFacts,
  joined: JoinedTable,
  codes: readonly number[],
  example: number,
  near: string | undefined,
): Problem {
  const { own, factsName } = joined.rows;
  const wanted = new Set(codes);
  const { rows, amount } = summarise(facts, (row) => wanted.has(own.codes[row] ?? 0));
  const place = facts.frame.placeOf(own.codes.findIndex((code, row) => code === example && facts.included[row] === 1));
  const params = {
    field: facts.frame.fieldOf(factsName) ?? factsName,
    dataset: joined.dataset,
    keys: codes.length,
    rows,
    amount,
    near: near === undefined ? [] : [near],
  };
  return problem('join/unmatched', place, params, { value: own.text(example), treatment: 'counted' });
}

/** The most frequent key, of those that are nearly one of the list before the others. */
function exampleOf(codes: readonly number[], near: ReadonlyMap<number, Near>, rowsOf: Uint32Array): number | undefined {
  const weight = (code: number) => (near.has(code) ? 1e10 : 0) + (rowsOf[code] ?? 0);
  return codes.toSorted((a, b) => weight(b) - weight(a))[0];
}

interface Near {
  readonly name: string;
  /** The same letters and digits. */
  readonly isSame: boolean;
}

const mostCompared = 2_000_000;

function nearKeys(
  own: TextColumn,
  key: TextColumn,
  unknown: readonly number[],
  rowsOf: Uint32Array,
): Map<number, Near> {
  const known = new Map<string, string>();
  for (let code = 1; code < key.size; code += 1) known.set(plain(key.text(code)), key.text(code));
  const near = new Map<number, Near>();
  let compared = 0;
  for (const code of unknown.toSorted((a, b) => (rowsOf[b] ?? 0) - (rowsOf[a] ?? 0))) {
    const text = plain(own.text(code));
    const same = text === '' ? undefined : known.get(text);
    if (same !== undefined) near.set(code, { name: same, isSame: true });
    compared += known.size;
    if (same !== undefined || text.length < 5 || compared > mostCompared) continue;
    const close = [...known].find(([other]) => isMistyped(text, other));
    if (close) near.set(code, { name: close[1], isSame: false });
  }
  return near;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.,'’()（）]/gu, '');
}

/** One letter apart; another digit is another thing. */
function isMistyped(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.replaceAll(/\D/g, '') !== b.replaceAll(/\D/g, '')) return false;
  return distance(a, b) === 1;
}

function reportAmbiguous(facts: JoinFacts, { table, rows }: JoinedTable, ledger: Ledger): void {
  for (const [code, [first, second]] of rows.ambiguous) {
    const name = rows.own.text(code);
    const extras = { related: [table.placeOf(first)], value: name, treatment: 'counted' as const };
    const found = problem('row/ambiguous-person', table.placeOf(second), { name }, extras);
    // Orders and their payments name the same people.
    const isReported = ledger.has((one) => one.code === found.code && one.params['name'] === name);
    const isUsed = facts.included.some((mark, row) => mark === 1 && rows.own.codes[row] === code);
    if (isUsed && !isReported) ledger.report(found);
  }
}

/** The file's own column wins over the one of people; where they contradict, their money is named. Once per column. */
function reportDifferences(facts: JoinFacts, { frame, rows }: JoinedTable, field: string, ledger: Ledger): void {
  const key = facts.frame.fieldOf(rows.factsName) ?? rows.factsName;
  if (key === field || !facts.ownNames.has(field)) return;
  const [own, other] = [facts.frame.column(field), frame.column(field)];
  if (own?.kind !== 'text' || other?.kind !== 'text') return;
  if (!isComparable(own, other)) return;
  const codes = codesIn(other, own);
  const differs = (row: number) => {
    const [mine, theirs] = [own.codes[row] ?? 0, other.codes[row] ?? 0];
    return mine > 0 && theirs > 0 && codes[mine] !== theirs;
  };
  const { rows: count, amount, first } = summarise(facts, differs);
  if (count === 0) return;
  const [mine, theirs] = [own.text(own.codes[first] ?? 0), other.text(other.codes[first] ?? 0)];
  const params = { field, rows: count, amount, own: mine, other: theirs };
  ledger.report(problem('join/differs', facts.frame.placeOf(first), params, { value: mine, treatment: 'counted' }));
}

/** Columns that share no value speak of other things: the customer's region and the office's. */
function isComparable(own: TextColumn, other: TextColumn): boolean {
  const used = new Uint8Array(other.size);
  for (const code of other.codes) used[code] = 1;
  return codesIn(other, own).some((code) => code > 0 && used[code] === 1);
}
