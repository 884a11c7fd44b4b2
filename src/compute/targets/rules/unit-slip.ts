/** Numbers about ten thousand times as large or small as those around them: 万元 typed among 元, or the other way. */
import { toNumber, toText } from '../../../lib/decimal.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { differenceOf, equationsOf } from '../equations.ts';
import type { TargetBook } from '../target-book.ts';
import { holds } from '../tolerance.ts';
import { cellKey, type Found, median, othersThan, type Reviewed, rowKey, unitOf } from './rule.ts';

interface Peer {
  readonly target: Target;
  /** Per month, so that quarters and years can be compared with months. */
  readonly size: number;
}

/** Factors between these are the slip of 万; smaller ones are differences between people. */
const [least, largest] = [2_000, 50_000];

export function findUnitSlips({ all, book }: Reviewed): Found[] {
  const long = all.filter(
    ({ kind, period, value }) => kind === 'target' && period.grain !== 'day' && value.units !== 0n,
  );
  const bySubject = groupBy(long, ({ kpi, version, period }) => JSON.stringify([kpi, version, period.grain]));
  const found = [...bySubject.values()].flatMap((same) => slipsAmong(same.map(peerOf)));
  // A whole row in the other unit is one slip.
  const rows = groupBy(found, ({ target }) => `${rowKey(target.namePlace)} ${target.kpi} ${unitOf(target)}`);
  if (rows.size === 0) return [];
  const broken = brokenCells(book);
  return [...rows.values()].flatMap((slips) => foundOf(slips, broken));
}

/** Cells of sums that do not hold: a slip among them is the error that they show. */
function brokenCells(book: TargetBook): Set<string> {
  const broken = equationsOf(book).filter(
    (one) =>
      !holds(
        one,
        differenceOf(one, ({ value }) => value),
      ),
  );
  const tiles = broken.flatMap(({ left, right }) => [...left, ...right]);
  return new Set(tiles.flatMap(({ targets }) => targets.map(({ place }) => cellKey(place))));
}

function peerOf(target: Target): Peer {
  const months = Math.max(1, Math.round((target.period.end - target.period.start + 1) / 30.4));
  return { target, size: Math.abs(toNumber(target.value)) / months };
}

interface Slip {
  readonly target: Target;
  readonly usual: number;
  readonly isLarge: boolean;
}

/** Compared with its own other periods first: a person may be a thousandth of the company, but not of himself. */
function slipsAmong(peers: readonly Peer[]): Slip[] {
  const byUnit = [...groupBy(peers, ({ target }) => unitOf(target)).values()];
  const usual = byUnit.map((own) => median(own.map(({ size }) => size)));
  return byUnit.flatMap((own, i) => {
    const level = levelOf(own[0]?.target);
    const others = usual.filter((_, j) => j !== i && levelOf(byUnit[j]?.[0]?.target) === level);
    const rowSlip = others.length >= 3 && isTight(others) ? slipOf(usual[i] ?? 0, median(others)) : null;
    if (rowSlip !== null) return own.map(({ target }) => ({ target, ...rowSlip }));
    return own.flatMap((peer) => slipWithin(peer, own, others));
  });
}

function levelOf(target: Target | undefined): string {
  return [...(target?.keys.keys() ?? [])].join(' ');
}

/** `level`: what is usual for those beside it, where it has too few periods of its own. */
function slipWithin({ target, size }: Peer, own: readonly Peer[], level: readonly number[]): Slip[] {
  const mine = own.filter((other) => other.target !== target).map((other) => other.size);
  const others = mine.length < 3 ? [...mine, ...level] : mine;
  if (others.length < 3 || !isTight(others)) return [];
  const slip = slipOf(size, median(others));
  return slip === null ? [] : [{ target, ...slip }];
}

function isTight(sizes: readonly number[]): boolean {
  return Math.max(...sizes) < 100 * Math.min(...sizes);
}

function slipOf(size: number, usual: number): Omit<Slip, 'target'> | null {
  if (size === 0 || usual === 0) return null;
  const factor = size > usual ? size / usual : usual / size;
  return factor >= least && factor <= largest ? { usual, isLarge: size > usual } : null;
}

function foundOf(slips: readonly Slip[], broken: ReadonlySet<string>): Found[] {
  const [first] = slips;
  if (first === undefined) return [];
  const { place, value, period } = first.target;
  const related = othersThan(
    place,
    slips.map(({ target }) => target.place),
  );
  const params = { usual: String(Math.round(first.usual)), factor: first.isLarge ? '10000' : '1/10000' };
  const breaksSums = slips.some(({ target }) => broken.has(cellKey(target.place)));
  const severity = breaksSums ? ('error' as const) : ('warning' as const);
  const extras = { severity, value: toText(value), related };
  return [{ problem: problem('targets/unit-slip', place, params, extras), of: period }];
}
