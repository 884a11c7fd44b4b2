/** How much of a total each part is due, in all periods alike. */
import { type Decimal, decimal, decimalFromText, signOf, unitsAt } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { Share, ShareReason, SplitMethod } from '../../model/plan.ts';
import { UserError } from '../../problems/user-error.ts';
import type { Member } from './members.ts';
import { isWithin } from './paths.ts';
import type { SplitRequest, Weights } from './request.ts';

export interface PartWeight {
  readonly member: Member;
  /** At one scale for all parts; never negative. */
  readonly weight: bigint;
  readonly because: ShareReason;
  readonly basis: Decimal | null;
}

/** Digits below those of the amounts, so that the mean of others is near enough. */
const extraDigits = 6;

/** Throws a UserError where a part has no weight, or no part has one. */
export function partWeights(members: readonly Member[], request: SplitRequest, method: SplitMethod): PartWeight[] {
  const named = method === 'weights' ? namedWeights(members, request) : null;
  if (named) return named;
  const hasPast = members.some(({ past }) => past !== null && signOf(past) > 0);
  if (method === 'equal' || method === 'seasonal' || !hasPast) {
    return members.map((member) => ({ member, weight: 1n, because: 'equal', basis: null }));
  }
  const scale = Math.max(...members.map(({ past }) => past?.scale ?? 0)) + extraDigits;
  const known = members.map(({ past }) => (past !== null && signOf(past) > 0 ? unitsAt(past, scale) : null));
  return members.map((member, i): PartWeight => {
    const own = known[i] ?? null;
    if (own !== null) return { member, weight: own, because: 'history', basis: member.past };
    const weight = meanOfOthers(members, known, member);
    return { member, weight, because: 'mean', basis: { units: weight, scale } };
  });
}

/** Of those under the same node, else of all. */
function meanOfOthers(members: readonly Member[], known: readonly (bigint | null)[], { path }: Member): bigint {
  const above = path.slice(0, -1);
  const values = (isNear: (other: Member) => boolean) =>
    members.flatMap((other, i) => (isNear(other) ? (known[i] ?? []) : []));
  const near = values((other) => isWithin(other.path, above));
  const all = near.length > 0 ? near : values(() => true);
  return all.reduce((sum, value) => sum + value, 0n) / BigInt(Math.max(1, all.length));
}

/** Null where the weights are only of periods. */
function namedWeights(members: readonly Member[], { weights, weightColumn }: SplitRequest): PartWeight[] | null {
  const found = members.map((member) =>
    weightColumn === null ? inTable(weights, member) : inColumn(member, weightColumn),
  );
  if (found.every((one) => one === null)) {
    if (members.length < 2) return null;
    throw new UserError('plan/no-weights', { names: namesOf(members) });
  }
  const missing = members.filter((_, i) => found[i] === null);
  if (missing.length > 0) throw new UserError('plan/no-weights', { names: namesOf(missing) });
  const scale = Math.max(...found.map((one) => one?.scale ?? 0));
  const parts = members.map((member, i): PartWeight => {
    const basis = found[i] ?? decimal(0);
    return { member, weight: unitsAt(basis, scale), because: 'weight', basis };
  });
  if (parts.every(({ weight }) => weight === 0n)) throw new UserError('plan/no-weights', { names: namesOf(members) });
  return parts;
}

function namesOf(members: readonly Member[]): string[] {
  return members.slice(0, 10).map(({ path }) => path.at(-1) ?? '');
}

function inTable(weights: Weights | null, { path }: Member): Decimal | null {
  return weights?.get(foldText(path.at(-1) ?? '')) ?? null;
}

function inColumn({ person }: Member, column: string): Decimal | null {
  const text = [...(person?.texts ?? [])].find(([name]) => foldText(name) === foldText(column))?.[1];
  const plain = text?.replaceAll(',', '').replace(/[%％]$/, '') ?? '';
  return /^\d{1,18}(\.\d{1,12})?$/.test(plain) ? decimalFromText(plain) : null;
}

/** `part` ÷ `all` to six digits. */
export function shareOf(part: bigint, all: bigint, because: ShareReason, basis: Decimal | null): Share {
  const share = all === 0n ? null : { units: (2n * part * 10n ** 6n + all) / (2n * all), scale: 6 };
  return { share, because, basis };
}
