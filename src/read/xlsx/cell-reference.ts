/** Cell names of the A1 kind. */
import type { MergedRange } from '../../model/raw-table.ts';

const reference = /^\s*\$?([A-Za-z]{1,4})\$?(\d{0,7})\s*$/;

/** `AB12` → 28; undefined for what is no cell name. */
export function columnOf(name: string): number | undefined {
  const letters = reference.exec(name)?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** `A1:C3`, or undefined for what spans nothing. */
export function parseRange(text: string): MergedRange | undefined {
  const [first = '', second = ''] = text.split(':');
  const [left, right] = [columnOf(first), columnOf(second)];
  const [top, bottom] = [rowOf(first), rowOf(second)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

function rowOf(name: string): number | undefined {
  const digits = reference.exec(name)?.[2];
  return digits === undefined || digits === '' ? undefined : Number(digits);
}
