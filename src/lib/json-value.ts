import type { Decimal } from './decimal.ts';

/** What a JSON document is made of here: exact decimals beside numbers, maps where user text is a key. */
export type JsonValue =
  | JsonItems
  | JsonLine
  | null
  | boolean
  | string
  | number
  | Decimal
  | readonly JsonValue[]
  | ReadonlyMap<string, JsonValue>
  | { readonly [key: string]: JsonValue };

/** A list whose items are made one by one while they are written: a million problems are never all text at once. */
export class JsonItems {
  readonly each: () => Iterable<JsonValue>;

  constructor(each: () => Iterable<JsonValue>) {
    this.each = each;
  }
}

/** A value that is written on one line, where there are many. */
export class JsonLine {
  readonly value: JsonValue;

  constructor(value: JsonValue) {
    this.value = value;
  }
}
