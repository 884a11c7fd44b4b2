/** Tables of survey answers: which question was asked, and scores that it cannot have. */
import { type Decimal, toText } from '../../lib/decimal.ts';
import { foldName } from '../../lib/fold-text.ts';
import type { ValidateOptions } from '../../model/options.ts';
import type { AmountColumn, TextColumn } from '../../model/table.ts';
import { problem } from '../../problems/catalogue.ts';
import { amountAt } from '../cells/amount.ts';
import { judgeRows } from '../judge-rows.ts';
import type { Ledger } from '../ledger.ts';
import { leaveOutOverlaps } from '../overlap.ts';
import { hiddenRows } from '../rules/hidden-rows.ts';
import type { TypedTable } from '../typed-table.ts';

type Kind = 'csat' | 'nps';

const kinds: readonly (Kind | '')[] = ['', 'csat', 'nps'];
/** Lowest and highest score. */
const scales: Readonly<Record<Kind, readonly [number, number]>> = { csat: [1, 5], nps: [0, 10] };

export function prepareSurveys(
  tables: readonly TypedTable[],
  overlap: ValidateOptions['overlap'],
  ledger: Ledger,
): void {
  for (const table of tables) {
    const kind = kindColumn(table);
    table.replace('kind', kind);
    // A question that was not answered has no score: no error.
    const isDeciding = (field: string) => field === 'score' || field === 'date';
    judgeRows(table, { day: 'date', mayLackDay: false, money: [], isDeciding }, ledger);
    leaveOutOfRange(table, kind, ledger);
  }
  leaveOutOverlaps(tables, overlap, ledger);
  for (const table of tables) hiddenRows(table, ledger);
}

function kindColumn(table: TypedTable): TextColumn {
  const own = table.text('kind');
  const fallback = kinds.indexOf(kindOfTable(table));
  const codeOf = own
    ? Array.from(
        { length: own.size },
        (_, code) => Math.max(0, kinds.indexOf(kindIn(own.text(code)) ?? '')) || fallback,
      )
    : [];
  const codes = new Uint32Array(table.rowCount).fill(fallback);
  if (own) for (const [row, code] of own.codes.entries()) codes[row] = codeOf[code] ?? fallback;
  return { kind: 'text', codes, size: kinds.length, text: (code) => kinds[code] ?? '' };
}

function kindIn(text: string): Kind | undefined {
  const key = foldName(text);
  if (/nps|推荐|promoter|recommend/u.test(key)) return 'nps';
  return /csat|满意|satisf/u.test(key) ? 'csat' : undefined;
}

/** By the heading of the score, the sheet or the file; else by the scores: whole numbers to 10, some above 5, are NPS. */
function kindOfTable(table: TypedTable): Kind {
  const { file, sheet } = table.table.raw;
  const names = [table.heading('score') ?? '', sheet ?? '', file.split(/[/\\]/u).at(-1) ?? ''];
  const named = names.map(kindIn).find((kind) => kind !== undefined);
  return named ?? (looksLikeNps(table.amount('score')) ? 'nps' : 'csat');
}

function looksLikeNps(scores: AmountColumn | undefined): boolean {
  if (!scores) return false;
  let isAboveFive = false;
  for (let row = 0; row < scores.units.length; row += 1) {
    const score = amountAt(scores, row);
    if (!score) continue;
    if (!isWithin(score, 'nps')) return false;
    isAboveFive ||= Number(toText(score)) > 5;
  }
  return isAboveFive;
}

function isWithin(score: Decimal, kind: Kind): boolean {
  const value = Number(toText(score));
  const [lowest, highest] = scales[kind];
  return value >= lowest && value <= highest && (kind === 'csat' || Number.isInteger(value));
}

function leaveOutOfRange(table: TypedTable, column: TextColumn, ledger: Ledger): void {
  const scores = table.amount('score');
  if (!scores) return;
  for (let row = 0; row < table.rowCount; row += 1) {
    const score = amountAt(scores, row);
    const kind = column.text(column.codes[row] ?? 0) === 'nps' ? 'nps' : 'csat';
    if (!score || table.included[row] !== 1 || isWithin(score, kind)) continue;
    const [lowest, highest] = scales[kind].map(String);
    const params = { lowest: lowest ?? '', highest: highest ?? '' };
    const extras = { heading: table.heading('score'), value: toText(score), treatment: 'left-out' as const };
    ledger.report(problem('cell/out-of-range', table.place(row, 'score'), params, extras));
    ledger.leaveOut(table, row, 'cell/out-of-range');
  }
}
