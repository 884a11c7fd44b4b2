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
  const wanted = text.toLowerCase();
  const limit = (length: number) => (length < 6 ? 1 : 2);
  return closestTo(text, known).filter(
    (candidate) => distance(wanted, candidate.toLowerCase()) <= limit(Math.min(candidate.length, text.length)),
  );
}
