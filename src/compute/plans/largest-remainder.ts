/**
 * Whole parts of a whole: each part gets the floor of its quota, the parts with the largest remainders one more until
 * everything is given out (Hamilton's method; Balinski and Young, "Fair Representation", 2nd ed. 2001, chapter 3).
 */

/** Splits `total` (≥ 0) in whole steps by `weights` (≥ 0, not all 0). What is less than a step goes to the largest part. */
export function largestRemainder(total: bigint, weights: readonly bigint[], step: bigint): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total < 0n || all <= 0n)
    throw new RangeError('only a total of at least 0 is split, by weights that are not all 0');
  const steps = total / step;
  const wanted = weights.map((weight) => steps * weight);
  const parts = wanted.map((share) => share / all);
  const left = steps - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = descending(wanted.map((share) => share % all));
  for (const index of byRemainder.slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n;
  const amounts = parts.map((part) => part * step);
  addRest(amounts, weights, total % step);
  return amounts;
}

/** Places by value, the largest first; equal ones in their order. */
export function descending(values: readonly bigint[]): number[] {
  return [...values.keys()].sort((a, b) => {
    const [left = 0n, right = 0n] = [values[a], values[b]];
    return left === right ? a - b : left > right ? -1 : 1;
  });
}

/** The rest below one step goes to the largest part, so that no small one grows by more than its share. */
export function addRest(amounts: bigint[], weights: readonly bigint[], rest: bigint): void {
  if (rest === 0n) return;
  const largest = descending(amounts).find((index) => (amounts[index] ?? 0n) > 0n) ?? descending(weights)[0] ?? 0;
  amounts[largest] = (amounts[largest] ?? 0n) + rest;
}
