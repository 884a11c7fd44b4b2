/** JSON text of a document: decimals exactly as they are, without exponent and without a detour over doubles. */
import { isDecimal, toText } from '../lib/decimal.ts';
import { JsonItems, JsonLine, type JsonValue } from '../lib/json-value.ts';

type Put = (text: string) => void;

/** The document with two blanks of indent and a line end. Throws a RangeError on a number that JSON cannot hold. */
export function jsonText(document: JsonValue): string {
  const parts: string[] = [];
  writeJson(document, (text) => parts.push(text));
  return parts.join('');
}

/** The same text piece by piece, for documents that are longer than a string can be. */
export function writeJson(document: JsonValue, put: Put): void {
  write(document, '\n', put);
  put('\n');
}

/** The document on one line, without a line end. */
export function jsonLine(document: JsonValue): string {
  const parts: string[] = [];
  write(document, '', (text) => parts.push(text));
  return parts.join('');
}

/** `newline` is the line break and indent of the value's own line; empty where all stands on one line. */
function write(value: JsonValue, newline: string, put: Put): void {
  if (value === null || typeof value === 'boolean') put(String(value));
  else if (typeof value === 'string') put(quoted(value));
  else if (typeof value === 'number') put(numeral(value));
  else if (value instanceof JsonLine) put(jsonLine(value.value));
  else if (value instanceof JsonItems) writeList(value.each(), newline, put);
  else if (isDecimal(value)) put(toText(value));
  else if (isList(value)) writeList(value, newline, put);
  else writeObject(value instanceof Map ? [...value] : Object.entries(value), newline, put);
}

function writeList(items: Iterable<JsonValue>, newline: string, put: Put): void {
  const inner = newline === '' ? '' : `${newline}  `;
  let isFirst = true;
  for (const item of items) {
    put(`${isFirst ? '[' : ','}${inner}`);
    write(item, inner, put);
    isFirst = false;
  }
  put(isFirst ? '[]' : `${newline}]`);
}

function writeObject(entries: readonly (readonly [string, JsonValue])[], newline: string, put: Put): void {
  if (entries.length === 0) {
    put('{}');
    return;
  }
  const inner = newline === '' ? '' : `${newline}  `;
  for (const [i, [key, value]] of entries.entries()) {
    put(`${i === 0 ? '{' : ','}${inner}${quoted(key)}:${newline === '' ? '' : ' '}`);
    write(value, inner, put);
  }
  put(`${newline}}`);
}

// JSON allows these raw, but on a terminal they move the cursor or turn text round.
const dangerous = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function quoted(text: string): string {
  return JSON.stringify(text).replace(dangerous, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Counts, rows and the like: small whole numbers. */
function numeral(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe whole number: ${value}`);
  return String(value === 0 ? 0 : value);
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
