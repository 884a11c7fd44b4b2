/** Differences that are allowed: what rounding in 万 makes, and what the policy of the parts' levels lets them differ. */
import {
  add,
  compare,
  type Decimal,
  decimal,
  isZero,
  multiply,
  negate,
  signOf,
  subtract,
  toText,
  zero,
} from '../../lib/decimal.ts';
import { foldName } from '../../lib/fold-text.ts';
import { everyLevel, type SumPolicies, type SumPolicy } from '../../model/sum-policy.ts';
import type { Equation } from './equations.ts';
import type { Tile } from './tiles.ts';

/** Why a difference is no mistake: `rounding`, `at-least`, or the buffer as text (`5%`); null where it is one. */
export type Allowed = string | null;

/** Of an equation whose sides differ by `difference` (left − right). */
export function allowedFor(one: Equation, difference: Decimal): Allowed {
  if (isRounding(one, difference)) return 'rounding';
  if (one.kind === 'time') return null;
  const policies = policiesOf(one);
  if (policies.some(({ kind }) => kind === 'at-least') && one.kind === 'parts') {
    return signOf(difference) <= 0 ? 'at-least' : null;
  }
  const buffer = bufferOf(policies);
  if (buffer === null) return null;
  const total = sizeOf(one.left.reduce((sum, { value }) => add(sum, value), zero));
  const months = decimal(Math.max(1, Math.round((one.period.end - one.period.start) / 30.4)));
  // Each month of each part may be rounded, and so may what they share.
  const limit = add(multiply(total, buffer.ratio), multiply(multiply(buffer.step, months), decimal(2)));
  return compare(sizeOf(difference), limit) <= 0 ? `${toText(multiply(buffer.ratio, decimal(100)))}%` : null;
}

/** True where nothing is wrong: equal, or allowed to differ so. */
export function holds(one: Equation, difference: Decimal): boolean {
  return isZero(difference) || allowedFor(one, difference) !== null;
}

const one: Decimal = decimal(1);
const half: Decimal = decimal(5, 1);

/** Numbers given in 万 are rounded by up to half a 万 each. */
function isRounding({ left, right }: Equation, difference: Decimal): boolean {
  const unit = left[0]?.targets.at(-1)?.unit ?? one;
  if (compare(unit, one) <= 0) return false;
  const allowed = right.reduce((sum) => add(sum, multiply(unit, half)), zero);
  return compare(sizeOf(difference), allowed) <= 0;
}

function sizeOf(value: Decimal): Decimal {
  return signOf(value) < 0 ? negate(value) : value;
}

/** Those of the levels that lie between the total and its parts; of two cuts those of both. */
function policiesOf({ kind, left, right }: Equation): SumPolicy[] {
  const policies = left[0]?.targets[0]?.sums;
  if (policies === undefined || policies.size === 0) return [];
  const above = kind === 'cuts' ? new Set<string>() : levelsOf(left);
  const levels = [...levelsOf(kind === 'cuts' ? [...left, ...right] : right)].filter((level) => !above.has(level));
  return levels.flatMap((level) => policyOf(policies, level) ?? []);
}

function policyOf(policies: SumPolicies, level: string): SumPolicy | undefined {
  return policies.get(level) ?? policies.get(everyLevel);
}

function levelsOf(tiles: readonly Tile[]): Set<string> {
  const levels = new Set<string>();
  for (const { targets } of tiles) {
    for (const [name, value] of targets[0]?.keys ?? []) if (value !== '') levels.add(foldName(name));
  }
  return levels;
}

/** Buffers of levels below each other go one upon the other. */
function bufferOf(policies: readonly SumPolicy[]): { readonly ratio: Decimal; readonly step: Decimal } | null {
  let [factor, step, isGiven] = [one, zero, false];
  for (const policy of policies) {
    if (policy.kind !== 'within') continue;
    factor = multiply(factor, add(one, policy.ratio));
    if (compare(policy.step, step) > 0) step = policy.step;
    isGiven = true;
  }
  return isGiven ? { ratio: subtract(factor, one), step } : null;
}
