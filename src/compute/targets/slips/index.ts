/** Slips of the pen, one kind a file, and the targets as they are most likely meant: so that one mistake is told once. */
import type { Target } from '../../../model/target.ts';
import type { Found, Reviewed } from '../rules/rule.ts';
import { findMisspelledNames } from './names.ts';
import { findUnknownParents } from './parents.ts';
import type { Slip, SlipFinder } from './slip.ts';
import { findSecondTops } from './tops.ts';
import { findMisspelledTotals } from './totals.ts';
import { findOtherYears } from './years.ts';

/** In an order in which what is found first explains what comes after. */
const finders: readonly SlipFinder[] = [
  findOtherYears,
  findSecondTops,
  findMisspelledTotals,
  findMisspelledNames,
  findUnknownParents,
];

/** `meant` is for checks only: figures use what the file says. */
export function findSlips(reviewed: Reviewed): { readonly found: readonly Found[]; readonly meant: readonly Target[] } {
  const found: Found[] = [];
  let targets = reviewed.all;
  for (const find of finders) {
    const slips = find(targets, reviewed);
    found.push(...slips.flatMap((slip) => slip.found ?? []));
    if (slips.length > 0) targets = targets.flatMap((target) => meantBy(slips, target) ?? []);
  }
  return { found, meant: targets };
}

function meantBy(slips: readonly Slip[], target: Target): Target | null {
  const slip = slips.find(({ concerns }) => concerns(target));
  return slip === undefined ? target : slip.meant(target);
}
