import { basename, dirname, extname, join } from 'node:path';

/** Of `q1.xlsx` and `.evaluation.html`: `q1.evaluation.html` in the same folder. */
export function besideFirst([first = '-']: readonly string[], ending: string): string {
  if (first === '-') return `stdin${ending}`;
  return join(dirname(first), `${basename(first, extname(first))}${ending}`);
}
