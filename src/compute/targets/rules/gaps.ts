/** Targets that are missing: of a node where those beside it have one, of a month, of somebody on the list or with sales. */
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import { type Period, periodOf, periodsBetween } from '../../../model/period.ts';
import type { Place } from '../../../model/place.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { actualsBy } from './actuals.ts';
import { findBlanks, slotOf } from './blank-cells.ts';
import { isThere } from './inactive-owner.ts';
import { type Found, nameOf, othersThan, type Reviewed, rowKey, spanOf, tableOf, unitOf } from './rule.ts';

export function findGaps(reviewed: Reviewed, earlier: readonly Found[]): Found[] {
  const { book } = reviewed;
  const offered = offeredNames(earlier);
  const told: Told = { rows: toldRows(reviewed, earlier), names: offered };
  const blanks = findBlanks(reviewed, told.rows);
  const ofMonths = book.kpis.flatMap((kpi) =>
    book.versionsOf(kpi).flatMap(({ targets }) => {
      if (targets.some(({ period }) => period.grain === 'day' || period.grain === 'week')) return [];
      return [
        ...missingOfUnits(targets, reviewed, { ...told, slots: blanks.slots }, earlier),
        ...missingOfAll(targets),
      ];
    }),
  );
  const people = withoutRenamed(absentPeople(reviewed, offered), earlier);
  return [...blanks.found, ...ofMonths, ...people, ...unplanned(reviewed, [...earlier, ...people])];
}

/** What other problems say already. */
interface Told {
  readonly rows: ReadonlySet<string>;
  /** Folded names of people that misspelled ones are near to: their targets stand under the misspelled name. */
  readonly names: ReadonlySet<string>;
}

interface ToldOfUnits extends Told {
  /** Blank cells (`slotOf`). */
  readonly slots: ReadonlySet<string>;
}

const naming: ReadonlySet<string> = new Set(['row/unknown-person', 'targets/hierarchy']);

/** Rows of which another problem says why they have no target: cells that could not be read, names that are wrong. */
function toldRows({ data }: Reviewed, earlier: readonly Found[]): ReadonlySet<string> {
  const read = (data?.problems ?? []).filter(
    ({ treatment, code }) => treatment === 'left-out' || code === 'targets/calendar',
  );
  const named = earlier.flatMap(({ problem: one }) => (naming.has(one.code) ? [one] : []));
  return new Set([...read, ...named].flatMap(({ place, related }) => [place, ...related].map(rowKey)));
}

interface Unit {
  readonly targets: readonly Target[];
  readonly periods: ReadonlySet<string>;
  readonly isTold: boolean;
}

type Grain = Period['grain'];

function missingOfUnits(
  targets: readonly Target[],
  reviewed: Reviewed,
  told: ToldOfUnits,
  earlier: readonly Found[],
): Found[] {
  const levels = groupBy(targets, ({ keys }) => [...keys.keys()].sort().join(' '));
  return [...levels.values()].flatMap((level) => {
    const grain = (['month', 'quarter', 'half', 'year'] as const).find((one) =>
      level.some(({ period }) => period.grain === one),
    );
    if (grain === undefined || isReadInPart(level, told.rows)) return [];
    const units = [...groupBy(level, unitOf).values()].map((own) => unitAt(own, grain, told));
    const periods = new Map(level.flatMap(({ period }) => (period.grain === grain ? [[period.id, period]] : [])));
    const gaps = units.flatMap((unit): Gap[] => {
      const missing = [...periods.values()].filter(
        (period) => isExpected(unit, units, period, reviewed) && !isBlank(unit, period, told),
      );
      return missing.length === 0 ? [] : [{ unit, missing, others: [] }];
    });
    return withoutMixedUp(gaps, earlier).map((gap) => missingOf(gap, level));
  });
}

interface Gap {
  readonly unit: Unit;
  readonly missing: readonly Period[];
  /** The other name that has what this one misses. */
  readonly others: readonly Place[];
}

function isBlank({ targets }: Unit, period: Period, { slots }: ToldOfUnits): boolean {
  const [first] = targets;
  return first !== undefined && slots.has(slotOf({ ...first, period }));
}

/** A row under the wrong name: somebody has it twice, or two names share the periods of one. */
function withoutMixedUp(gaps: readonly Gap[], earlier: readonly Found[]): Gap[] {
  const twice = earlier.flatMap(({ problem: { code }, of }) => (code === 'targets/duplicate' ? [of.id] : []));
  const left = gaps.filter(({ unit, missing }) => {
    const at = missing.length === 1 && !unit.isTold ? twice.indexOf(missing[0]?.id ?? '') : -1;
    if (at >= 0) twice.splice(at, 1);
    return at < 0;
  });
  return left.flatMap((gap): Gap[] => {
    const partner = left.find((other) => other !== gap && isComplement(gap, other));
    if (gap.unit.isTold || partner?.unit.isTold === true) return [];
    if (partner === undefined) return [gap];
    if (gap.unit.periods.size > partner.unit.periods.size) return [];
    return [{ ...gap, others: partner.unit.targets.map(({ namePlace }) => namePlace) }];
  });
}

function isComplement(one: Gap, other: Gap): boolean {
  const isAll = ({ missing }: Gap, { periods }: Unit) =>
    missing.length === periods.size && missing.every(({ id }) => periods.has(id));
  return isAll(one, other.unit) && isAll(other, one.unit);
}

/** A long table that lost rows: the row of the missing month is one of them. */
function isReadInPart(level: readonly Target[], told: ReadonlySet<string>): boolean {
  const rows = new Set(level.map(({ place }) => rowKey(place)));
  const isLong = rows.size === level.length;
  const sheets = new Set(level.map(({ place }) => rowKey({ ...place, row: null })));
  return isLong && [...told].some((row) => !rows.has(row) && sheets.has(sheetOf(row)));
}

function sheetOf(key: string): string {
  const [file, sheet] = JSON.parse(key) as [string, string | null];
  return JSON.stringify([file, sheet, null]);
}

function unitAt(targets: readonly Target[], grain: Grain, told: Told): Unit {
  const own = targets.filter(({ period }) => period.grain === grain);
  return {
    targets,
    periods: new Set(own.map(({ period }) => period.id)),
    isTold: targets.some((target) => told.rows.has(rowKey(target.place)) || told.names.has(foldText(nameOf(target)))),
  };
}

/** Most of those beside it have a target then, and it is there. */
function isExpected(unit: Unit, units: readonly Unit[], period: Period, { data }: Reviewed): boolean {
  if (unit.periods.has(period.id)) return false;
  const others = units.filter((other) => other !== unit && other.periods.has(period.id)).length;
  if (others === 0 || others * 2 < units.length - 1) return false;
  const rep = foldText(unit.targets[0]?.keys.get('rep') ?? '');
  const stays = (data?.people ?? []).filter((person) => foldText(person.rep) === rep);
  return stays.length === 0 || stays.some((stay) => isThere(stay, period));
}

function missingOf({ unit, missing, others }: Gap, level: readonly Target[]): Found {
  const [first] = unit.targets;
  const [period] = missing;
  if (first === undefined || period === undefined) throw new RangeError('a unit has targets');
  const cells = missing.flatMap(({ id }) => cellOf(unit, id, level) ?? []);
  const place = cells[0] ?? first.namePlace;
  const params = {
    kind: 'months',
    name: nameOf(first) || first.kpi,
    kpi: first.kpi,
    missing: missing.map(({ id }) => id),
  };
  const related = [...cells.slice(1), ...othersThan(place, others)];
  return { problem: problem('targets/gap', place, params, { related, value: '' }), of: period };
}

/** In a wide table the blank cell: the unit's row under the heading that others have their target in. */
function cellOf({ targets }: Unit, period: string, level: readonly Target[]): Place | null {
  const rows = groupBy(targets, ({ place }) => rowKey(place));
  const wide = [...rows.values()].find((row) => new Set(row.map((target) => target.period.id)).size > 1);
  const own = wide?.[0]?.place;
  if (own === undefined) return null;
  const other = level.find(
    ({ place, period: { id } }) => id === period && place.file === own.file && place.sheet === own.sheet,
  );
  return other === undefined ? null : { ...own, column: other.place.column };
}

/** Months between the first and the last that nobody has; the twelfth month of a year. */
function missingOfAll(targets: readonly Target[]): Found[] {
  const months = targets.filter(({ period }) => period.grain === 'month');
  const [first] = months;
  if (first === undefined) return [];
  const covered = new Set(
    targets.flatMap(({ period }) => periodsBetween(period.start, period.end, 'month').map(({ id }) => id)),
  );
  const { start, end } = spanOf(months);
  const between = periodsBetween(start, end, 'month');
  const missing = [...between, ...twelfth(between)].filter(({ id }) => !covered.has(id));
  const [period] = missing;
  if (period === undefined || missing.length > between.length / 2) return [];
  const next = months.find((target) => target.period.start > period.start) ?? first;
  const params = { kind: 'period', name: '', kpi: first.kpi, missing: missing.map(({ id }) => id) };
  return [{ problem: problem('targets/gap', tableOf(next), params, { related: [next.place] }), of: period }];
}

function twelfth(months: readonly Period[]): Period[] {
  const [first, last] = [months[0], months.at(-1)];
  if (months.length !== 11 || first === undefined || last === undefined) return [];
  if (first.id.endsWith('-01')) return [periodOf(last.end + 1, 'month')];
  return last.id.endsWith('-12') ? [periodOf(first.start - 1, 'month')] : [];
}

/** Each name that stands twice may stand for one that is absent. */
function withoutRenamed(absent: readonly Found[], earlier: readonly Found[]): readonly Found[] {
  const twice = earlier.filter(({ problem: { code } }) => code === 'targets/duplicate');
  const rows = new Set(twice.map(({ problem: { place } }) => rowKey(place)));
  return absent.length <= rows.size ? [] : absent;
}

/** People of the list without any target, where most of the list have one. */
function absentPeople({ data, all }: Reviewed, offered: ReadonlySet<string>): Found[] {
  const planned = new Set(all.flatMap(({ keys }) => (keys.has('rep') ? [foldText(keys.get('rep') ?? '')] : [])));
  if (data === null || planned.size === 0) return [];
  const span = spanOf(all);
  const managers = new Set(data.people.flatMap(({ texts }) => foldText(texts.get('manager') ?? '') || []));
  const staff = [...groupBy(data.people, ({ rep }) => foldText(rep))].filter(
    ([name, stays]) => !managers.has(name) && stays.some((stay) => isThere(stay, span)),
  );
  const absent = staff.filter(([name]) => !planned.has(name));
  if (absent.length * 2 > staff.length) return [];
  return absent.flatMap(([name, [person]]) => {
    const [first] = all;
    if (person === undefined || first === undefined || offered.has(name)) return [];
    const params = { kind: 'person', name: person.rep, kpi: first.kpi, missing: [] };
    const extras = { related: [person.place], value: person.rep };
    return [{ problem: problem('targets/gap', tableOf(first), params, extras), of: span }];
  });
}

function offeredNames(earlier: readonly Found[]): ReadonlySet<string> {
  const misspelled = earlier.filter(({ problem: { code } }) => code === 'row/unknown-person');
  return new Set(misspelled.flatMap(({ problem: { params } }) => namesIn(params['near'])));
}

function namesIn(near: unknown): string[] {
  return Array.isArray(near) ? near.map((name) => foldText(String(name))) : [];
}

/** Values of the targets' own dimensions that sold something in the time of the targets and have none. */
function unplanned({ book, data }: Reviewed, earlier: readonly Found[]): Found[] {
  const own = book.targets.filter(({ kpi }) => kpi === 'revenue');
  if (data === null || own.length === 0) return [];
  const told = new Set(
    earlier.flatMap(({ problem: { params, value } }) => [foldText(value ?? ''), ...namesIn(params['near'])]),
  );
  const span = spanOf(own);
  return book.dimensions.flatMap((dimension) => {
    const planned = own.filter(({ keys }) => (keys.get(dimension) ?? '') !== '');
    const names = new Set(planned.map(({ keys }) => foldText(keys.get(dimension) ?? '')));
    const actuals = actualsBy(data, dimension);
    const sold = [...(actuals?.byValue ?? [])].filter(([name, months]) => name !== '' && soldIn(months, span));
    const without = sold.filter(([name]) => !names.has(name));
    if (without.length * 2 > sold.length) return [];
    return without.flatMap(([name]) => {
      const [first] = planned;
      if (first === undefined || told.has(name)) return [];
      const params = { kind: 'unplanned', name: actuals?.names.get(name) ?? name, kpi: 'revenue', missing: [] };
      return [{ problem: problem('targets/gap', tableOf(first), params, { value: params.name }), of: span }];
    });
  });
}

function soldIn(months: ReadonlyMap<string, number>, { start, end }: Period): boolean {
  return periodsBetween(start, end, 'month').some(({ id }) => (months.get(id) ?? 0) > 0);
}
