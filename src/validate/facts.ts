/** The assembled frame as the fact table that figures are made of. */
import { foldName } from '../lib/fold-text.ts';
import type { FactDataset } from '../model/data-set.ts';
import type { Place } from '../model/place.ts';
import type { Column, Facts, TextColumn } from '../model/table.ts';
import type { FactPart } from './assemble.ts';
import type { Joined } from './joins.ts';
import { type StatusWords, statusUse } from './status-words.ts';

interface FactsInput {
  readonly dataset: FactDataset;
  readonly joined: Joined;
  readonly parts: readonly FactPart[];
  readonly included: Uint8Array;
}

export function makeFacts({ dataset, joined, parts, included }: FactsInput): Facts {
  const { frame, byDataset } = joined;
  const columns = new Map<string, Column>();
  for (const field of frame.fields) {
    const column = frame.column(field);
    if (column) columns.set(field, column);
  }
  const { counts, refunded } = marksOf(dataset, columns, parts, frame.rowCount);
  return {
    rowCount: frame.rowCount,
    included,
    counts,
    refunded,
    columns,
    dimensionNames: frame.names,
    dimension: (name) => frame.dimension(name) ?? qualified(byDataset, name),
    placeOf: (row) => placeIn(parts, row),
  };
}

/** `people.country`: the column of a joined table where another one has the same name. */
function qualified(byDataset: Joined['byDataset'], name: string): TextColumn | undefined {
  const dot = name.indexOf('.');
  return dot < 0 ? undefined : byDataset.get(foldName(name.slice(0, dot)))?.dimension(name.slice(dot + 1));
}

interface Marks {
  readonly counts: Uint8Array;
  readonly refunded: Uint8Array | null;
}

function marksOf(
  dataset: FactDataset,
  columns: ReadonlyMap<string, Column>,
  parts: readonly FactPart[],
  rowCount: number,
): Marks {
  if (dataset === 'orders') return byStatus(columns.get('status'), parts, rowCount);
  if (dataset === 'payments') return kept(byStatus(columns.get('status'), parts, rowCount));
  const counts = new Uint8Array(rowCount).fill(1);
  const outcome = dataset === 'deals' ? columns.get('outcome') : undefined;
  // Deals without an outcome are dead: void, duplicate, disqualified.
  if (outcome?.kind === 'text') for (const [row, code] of outcome.codes.entries()) if (code === 0) counts[row] = 0;
  return { counts, refunded: null };
}

function byStatus(status: Column | undefined, parts: readonly FactPart[], rowCount: number): Marks {
  const counts = new Uint8Array(rowCount).fill(1);
  if (status?.kind !== 'text') return { counts, refunded: null };
  const refunded = new Uint8Array(rowCount);
  const usesOf = usesByWords(status);
  const ofHeads = wordsOfHeads(parts);
  for (const { table, start, end } of parts) {
    const { isIdle, isBack } = usesOf(table.dataset === 'order-lines' ? ofHeads : table.statusWords);
    for (let row = start; row < end; row += 1) {
      const code = status.codes[row] ?? 0;
      if (isIdle[code] === 1) counts[row] = 0;
      refunded[row] = isBack[code] ?? 0;
    }
  }
  return { counts, refunded: refunded.includes(1) ? refunded : null };
}

interface Uses {
  readonly isIdle: Uint8Array;
  readonly isBack: Uint8Array;
}

/** What each status does, by the words of the table it stands in; tables without words of their own share one answer. */
function usesByWords(status: TextColumn): (words: StatusWords) => Uses {
  const none: StatusWords = new Map();
  const known = new Map<StatusWords, Uses>();
  return (own) => {
    const words = own.size === 0 ? none : own;
    const made = known.get(words);
    if (made) return made;
    const uses = Array.from({ length: status.size }, (_, code) => statusUse(status.text(code), words));
    const isIdle = Uint8Array.from(uses, (use) => (use === 'not-counted' ? 1 : 0));
    const isBack = Uint8Array.from(uses, (use) => (use === 'refunded' ? 1 : 0));
    known.set(words, { isIdle, isBack });
    return { isIdle, isBack };
  };
}

/** Lines have the status of their order, in the words of the tables of orders. */
function wordsOfHeads(parts: readonly FactPart[]): StatusWords {
  return new Map(parts.flatMap(({ table }) => [...table.statusWords]));
}

/** Money that went back was not collected. */
function kept({ counts, refunded }: Marks): Marks {
  return { counts: refunded ? counts.map((is, row) => (refunded[row] === 1 ? 0 : is)) : counts, refunded: null };
}

function placeIn(parts: readonly FactPart[], row: number): Place {
  const part = parts.find(({ start, end }) => row >= start && row < end);
  if (!part) throw new RangeError(`no row ${row}`);
  return part.table.placeOf(part.rows ? (part.rows[row - part.start] ?? 0) : row - part.start);
}
