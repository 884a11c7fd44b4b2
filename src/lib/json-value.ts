import type { Decimal } from './decimal.ts';

/** What a JSON document is made of here: exact decimals beside numbers, maps where user text is a key. */
export type JsonValue =
  | null
  | boolean
  | string
  | number
  | Decimal
  | readonly JsonValue[]
  | ReadonlyMap<string, JsonValue>
  | { readonly [key: string]: JsonValue };
