/** What statuses and stages mean in this run: the words of the config before those of presets and the built-in ones. */
import { foldName } from '../lib/fold-text.ts';
import type { StatusUse } from '../model/data-set.ts';
import type { ValidateOptions } from '../model/options.ts';
import { type StageUse, stageUse } from './datasets/stage-words.ts';
import { type StatusWords, statusWordsOf } from './status-words.ts';

export interface Meanings {
  /** What rows of orders with these statuses do to money. */
  readonly statuses: StatusWords;
  /** What a stage or status says of a deal; undefined for one that no list knows. */
  stage(text: string): StageUse | undefined;
}

export const builtInMeanings: Meanings = { statuses: new Map(), stage: stageUse };

const ofOrders = {
  counts: 'counts',
  won: 'counts',
  open: 'counts',
  notCounted: 'not-counted',
  lost: 'not-counted',
  refunded: 'refunded',
} as const satisfies Readonly<Record<string, StatusUse>>;

const ofDeals = {
  won: 'won',
  counts: 'won',
  lost: 'lost',
  open: 'open',
  notCounted: 'dead',
  refunded: 'dead',
} as const satisfies Readonly<Record<string, StageUse>>;

/** A status that the config names speaks of deals too, unless it names the word as a stage. */
export function meaningsOf({ statuses, stages }: ValidateOptions): Meanings {
  if (statuses === undefined && stages === undefined) return builtInMeanings;
  return {
    statuses: statusWordsOf(new Map([...(statuses ?? [])].map(([word, named]) => [word, ofOrders[named]]))),
    stage(text) {
      const key = foldName(text);
      const named = stages?.get(key) ?? statuses?.get(key);
      return named === undefined ? stageUse(text) : ofDeals[named];
    },
  };
}
