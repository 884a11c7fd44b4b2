/** `--select` and `--ignore`: codes, comma-separated, with `*` for any characters (`targets/*`). */
import { closestTo } from '../../lib/closest.ts';
import { problemCodes } from '../../problems/catalogue.ts';
import { UserError } from '../../problems/user-error.ts';
import { commaList } from './values.ts';

/** The codes of the catalogue that are meant; one that fits none is refused with the nearest. */
export function codesOf(flag: string, texts: readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (texts === undefined) return undefined;
  const codes = new Set<string>();
  for (const wanted of texts.flatMap((text) => commaList(flag, text, 'targets/*, cell/not-a-number'))) {
    const found = problemCodes.filter((code) => fits(wanted.split('*'), code));
    if (found.length === 0) throw wrongCode(flag, wanted);
    for (const code of found) codes.add(code);
  }
  return codes;
}

/** A hundred codes do not help: the nearest, and where all of them are listed. */
function wrongCode(flag: string, value: string): UserError {
  const near = closestTo(value, problemCodes).slice(0, 1);
  return new UserError('usage/unknown-code', { flag, value, near });
}

/** Are the parts in `code` one after the other, the first at its beginning and the last at its end? */
function fits(parts: readonly string[], code: string): boolean {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return code === first;
  const last = rest.pop() ?? '';
  if (!code.startsWith(first) || code.length < first.length + last.length || !code.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = code.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= code.length - last.length;
}
