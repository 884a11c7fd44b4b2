/** Names spelled in two ways: near each other, and something that shows that they are one. */
import { isSlip } from '../../../lib/closest.ts';
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { DataSet } from '../../../model/data-set.ts';
import type { Place } from '../../../model/place.ts';
import { nodeLevels, type Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { cellKey, othersThan, spanOf } from '../rules/rule.ts';
import type { Slip, SlipFinder } from './slip.ts';

/** All that bears one value of a dimension. */
interface Spelling {
  readonly dimension: string;
  readonly text: string;
  readonly targets: readonly Target[];
  readonly cells: readonly Place[];
}

export const findMisspelledNames: SlipFinder = (targets, { data }) => {
  const dimensions = new Set(targets.flatMap(({ keys }) => [...keys.keys()]));
  return [...dimensions].flatMap((dimension) => {
    // Of people on a list the list says who is unknown.
    if (dimension === 'rep' && (data?.people.length ?? 0) > 0) return [];
    const texts = [...new Set(targets.map(({ keys }) => keys.get(dimension) ?? ''))];
    const isNear = texts.length <= mostNames && texts.some((a, i) => texts.some((b, j) => j > i && isSlip(a, b)));
    if (!isNear) return [];
    return slipsAmong(spellingsOf(dimension, targets), targets, knownNames(dimension, data));
  });
};

/** From the last: of two that are each as often, the first is taken to be right, and only one of them is told. */
function slipsAmong(
  spellings: readonly Spelling[],
  targets: readonly Target[],
  known: ReadonlySet<string>,
): readonly Slip[] {
  const slips = new Map<Spelling, Slip>();
  for (const one of spellings.toReversed()) {
    if (known.has(foldText(one.text))) continue;
    const meant = spellings.find((other) => other !== one && !slips.has(other) && isMeant(one, other, targets, known));
    if (meant) slips.set(one, slipOf(one, meant));
  }
  return [...slips.values()].toReversed();
}

/** With more, each is compared with each too often, and one more or less is hardly seen. */
const mostNames = 1000;

function spellingsOf(dimension: string, targets: readonly Target[]): Spelling[] {
  const having = targets.filter(({ keys }) => (keys.get(dimension) ?? '') !== '');
  return [...groupBy(having, ({ keys }) => foldText(keys.get(dimension) ?? '')).values()].map((own) => {
    const cells = own.map((target) => target.cells.keys.get(dimension) ?? target.namePlace);
    const byCell = new Map(cells.map((cell) => [cellKey(cell), cell]));
    return { dimension, text: own[0]?.keys.get(dimension)?.trim() ?? '', targets: own, cells: [...byCell.values()] };
  });
}

function knownNames(dimension: string, data: DataSet | null): ReadonlySet<string> {
  const listed = (data?.people ?? []).map(({ rep, texts }) =>
    dimension === 'rep' ? rep : (texts.get(dimension) ?? ''),
  );
  return new Set(listed.filter((name) => name !== '').map(foldText));
}

function isMeant(one: Spelling, other: Spelling, targets: readonly Target[], known: ReadonlySet<string>): boolean {
  if (other.cells.length < one.cells.length || !isSlip(one.text, other.text) || isCounted(one.text, other.text))
    return false;
  if (known.has(foldText(other.text))) return true;
  return fillsGaps(one, other) || hasSameParts(one, other) || isNamedAbove(one, other, targets) || isBeside(one, other);
}

/** `Team 1` and `Team 2`, `一部` and `二部`, `North A` and `North B` are different on purpose. */
function isCounted(a: string, b: string): boolean {
  const counting = /[\d一二三四五六七八九十甲乙丙丁东南西北中上下前后大小新老]|\b[a-z]\b/giu;
  return a.replaceAll(counting, '') === b.replaceAll(counting, '');
}

/** Periods of the nodes' own targets, told apart by KPI and version. */
function slotsOf({ dimension, targets }: Spelling): Set<string> {
  const own = targets.filter(({ keys }) => lowestOf(keys) === dimension);
  return new Set(own.map(({ kpi, kind, version, period }) => JSON.stringify([kpi, kind, version, period.id])));
}

function lowestOf(keys: ReadonlyMap<string, string>): string {
  return nodeLevels.findLast((level) => (keys.get(level) ?? '') !== '') ?? [...keys.keys()].at(-1) ?? '';
}

/** Where the one has targets the other has none, and the other has more of them. */
function fillsGaps(one: Spelling, other: Spelling): boolean {
  const [own, others] = [slotsOf(one), slotsOf(other)];
  return own.size > 0 && others.size >= own.size && [...own].every((slot) => !others.has(slot));
}

/** Somebody stands under both: at another time, or for another KPI. */
function hasSameParts(one: Spelling, other: Spelling): boolean {
  const partsOf = ({ dimension, targets }: Spelling) =>
    new Set(
      targets
        .filter(({ keys }) => lowestOf(keys) !== dimension)
        .map(({ keys }) => foldText(keys.get(lowestOf(keys)) ?? '')),
    );
  const others = partsOf(other);
  return one.cells.length < other.cells.length && [...partsOf(one)].some((part) => others.has(part));
}

/** A row of its own has only the one, and others name only the other as the node above. */
function isNamedAbove(one: Spelling, other: Spelling, targets: readonly Target[]): boolean {
  if (slotsOf(one).size === 0 || slotsOf(other).size > 0) return false;
  return !targets.some(({ parent }) => foldText(parent ?? '') === foldText(one.text));
}

/** A single cell among those of the other. */
function isBeside(one: Spelling, other: Spelling): boolean {
  const [cell] = one.cells;
  if (cell === undefined || one.cells.length > 1 || other.cells.length < 2 || slotsOf(one).size > 0) return false;
  const word = one.text.replaceAll(/[^\p{L}]/gu, '');
  if (word.length < (/\p{Script=Han}/u.test(word) ? 3 : 4)) return false;
  return other.cells.some(
    ({ file, sheet, row, column }) =>
      file === cell.file &&
      sheet === cell.sheet &&
      column === cell.column &&
      Math.abs((row ?? 0) - (cell.row ?? 0)) === 1,
  );
}

function slipOf(one: Spelling, meant: Spelling): Slip {
  const [place] = one.cells;
  if (place === undefined) throw new RangeError('a spelling has a cell');
  const params = { near: [meant.text], rows: new Set(one.targets.map(({ place: { row } }) => row)).size };
  const extras = { value: one.text, related: othersThan(place, one.cells) };
  const concerned = new Set(one.targets);
  return {
    found: { problem: problem('targets/misspelled-name', place, params, extras), of: spanOf(one.targets) },
    concerns: (target) => concerned.has(target),
    meant: (target) => ({ ...target, keys: new Map([...target.keys, [one.dimension, meant.text]]) }),
  };
}
