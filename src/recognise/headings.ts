/** Headings → the fields they could be, by rank. */
import { type DatasetName, datasetNames } from '../model/fields.ts';
import { aliases, discounts, invoiceIds, netPrices, productIds, type Ranks, subtotals } from './aliases.ts';
import { foldHeading } from './fold.ts';

/** 0 the field's own name or just this word, 1 another word for it, 2 a general word. */
export type Rank = 0 | 1 | 2;

export interface Fit {
  readonly field: string;
  readonly rank: Rank;
}

type Index = ReadonlyMap<string, readonly Fit[]>;

/** Helper fields that stand for others where the table has nothing better (`assign.ts`). */
export const helperFields = {
  productId: '@productId',
  invoiceId: '@invoiceId',
  discount: '@discount',
  subtotal: '@subtotal',
  netPrice: '@netPrice',
} as const;

const helperRanks: readonly (readonly [helper: string, ranks: Ranks, needs: string])[] = [
  [helperFields.productId, productIds, 'product'],
  [helperFields.invoiceId, invoiceIds, 'quantity'],
  [helperFields.discount, [discounts, ''], 'discountRate'],
  [helperFields.subtotal, [subtotals, ''], 'quantity'],
  [helperFields.netPrice, [netPrices, ''], 'unitPrice'],
];

function buildIndex(dataset: DatasetName): Index {
  const index = new Map<string, Fit[]>();
  for (const [field, ranks] of Object.entries(aliases[dataset])) {
    enter(index, field, { field, rank: 0 });
    enterRanks(index, field, ranks);
  }
  for (const [helper, ranks, needs] of helperRanks) if (needs in aliases[dataset]) enterRanks(index, helper, ranks);
  index.delete('');
  return index;
}

function enterRanks(index: Map<string, Fit[]>, field: string, words: Ranks): void {
  for (const rank of [0, 1, 2] as const) {
    for (const word of (words[rank] ?? '').split('|')) enter(index, word, { field, rank });
  }
}

/** A word of two ranks of one field counts at the better one, which is entered first. */
function enter(index: Map<string, Fit[]>, word: string, fit: Fit): void {
  const { key } = foldHeading(word);
  const fits = index.get(key) ?? [];
  if (!fits.some(({ field }) => field === fit.field)) index.set(key, [...fits, fit]);
}

const indexes = new Map<DatasetName, Index>();

function indexOf(dataset: DatasetName): Index {
  const known = indexes.get(dataset);
  if (known) return known;
  const index = buildIndex(dataset);
  indexes.set(dataset, index);
  return index;
}

/** The fields of `dataset` that a heading's key (`foldHeading`) can be, each with its rank. */
export function fitsOf(dataset: DatasetName, key: string): readonly Fit[] {
  return indexOf(dataset).get(key) ?? [];
}

/** All keys that stand for `field` in `dataset`. */
export function keysOf(dataset: DatasetName, field: string): string[] {
  return [...indexOf(dataset)].filter(([, fits]) => fits.some((fit) => fit.field === field)).map(([key]) => key);
}

let every: ReadonlySet<string> | undefined;

/** True where any dataset knows the heading: what tells a header row from a title. */
export function isKnownHeading(key: string): boolean {
  every ??= new Set(datasetNames.flatMap((dataset) => [...indexOf(dataset).keys()]));
  return every.has(key);
}
