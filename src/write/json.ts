/** JSON text of a document: decimals exactly as they are, without exponent and without a detour over doubles. */
import { isDecimal, toText } from '../lib/decimal.ts';
import type { JsonValue } from '../lib/json-value.ts';

/** The document with two blanks of indent and a line end. Throws a RangeError on a number that JSON cannot hold. */
export function jsonText(document: JsonValue): string {
  const parts: string[] = [];
  write(document, '\n', parts);
  parts.push('\n');
  return parts.join('');
}

function write(value: JsonValue, newline: string, parts: string[]): void {
  if (value === null || typeof value === 'boolean') parts.push(String(value));
  else if (typeof value === 'string') parts.push(quoted(value));
  else if (typeof value === 'number') parts.push(numeral(value));
  else if (isDecimal(value)) parts.push(toText(value));
  else if (isList(value)) writeList(value, newline, parts);
  else writeObject(value instanceof Map ? [...value] : Object.entries(value), newline, parts);
}

function writeList(items: readonly JsonValue[], newline: string, parts: string[]): void {
  if (items.length === 0) {
    parts.push('[]');
    return;
  }
  const inner = `${newline}  `;
  for (const [i, item] of items.entries()) {
    parts.push(i === 0 ? '[' : ',', inner);
    write(item, inner, parts);
  }
  parts.push(newline, ']');
}

function writeObject(entries: readonly (readonly [string, JsonValue])[], newline: string, parts: string[]): void {
  if (entries.length === 0) {
    parts.push('{}');
    return;
  }
  const inner = `${newline}  `;
  for (const [i, [key, value]] of entries.entries()) {
    parts.push(i === 0 ? '{' : ',', inner, quoted(key), ': ');
    write(value, inner, parts);
  }
  parts.push(newline, '}');
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
