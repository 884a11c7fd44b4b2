import { distance } from 'fastest-levenshtein';

/** Up to three of `known` that are spelled most like `text`, the nearest first; none when all are far. */
export function closestTo(text: string, known: readonly string[]): string[] {
  const wanted = text.toLowerCase();
  return known
    .map((candidate) => ({ candidate, away: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.max(2, Math.floor(Math.max(candidate.length, text.length) / 3)))
    .sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Those of `known` that differ from `text` by a slip of the hand, the nearest first. */
export function misspellings(text: string, known: readonly string[]): string[] {
  return closestTo(text, known).filter((candidate) => isSlip(text, candidate));
}

/** One letter more, less, other or swapped with the next; in words of six letters or more two. */
export function isSlip(text: string, candidate: string): boolean {
  if (Math.abs(text.length - candidate.length) > 2) return false;
  const [a, b] = [text.toLowerCase(), candidate.toLowerCase()];
  const limit = Math.min(a.length, b.length) < 6 ? 1 : 2;
  return distance(a, b) <= limit || isSwapped(a, b);
}

function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  if (at < 0 || a.length !== b.length) return false;
  return a.slice(at, at + 2) === `${b[at + 1] ?? ''}${b[at] ?? ''}` && a.slice(at + 2) === b.slice(at + 2);
}
