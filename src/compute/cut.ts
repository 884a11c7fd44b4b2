/**
 * One way of putting rows in groups, the same for every stream: the whole of a period, periods one after another, or the
 * members of a dimension within a period.
 */
import type { FactDataset } from '../model/data-set.ts';
import { type Period, previousPeriod, yearAgo } from '../model/period.ts';
import { groupSlice, periodSlice, type Slice, wholeSlice } from './slice.ts';
import type { StreamName, Streams } from './streams.ts';

/** Which earlier period. */
export type Preceding = 'previous' | 'year-ago';

const earlier = { previous: previousPeriod, 'year-ago': yearAgo } as const;

export interface Cut {
  readonly groupCount: number;
  periodOf(group: number): Period;
  /** Dimension → value of a group; empty where groups are not of a dimension. */
  keysOf(group: number): ReadonlyMap<string, string>;
  /** The groups' rows of a stream; null where the data has no such stream or nothing to tell the groups apart by. */
  slice(stream: StreamName): Slice | null;
  /** False where nothing is known of the group's rows: what stood open in a period that is past. */
  knows(stream: StreamName, group: number): boolean;
  /** The same groups in each period's predecessor of the same kind, or in the same period a year earlier. */
  preceding(base?: Preceding): Cut;
  /** The same groups with all rows from `start` of their periods on; null for periods one after another. */
  since(start: (period: Period) => number): Cut | null;
  /**
   * The same groups with all rows up to the end of their periods; null for periods one after another from the first day
   * of the data, where each goes on from the one before.
   */
  toDate(): Cut | null;
}

const noKeys: ReadonlyMap<string, string> = new Map();

/** Which facts of a dataset belong to which group; null for a dataset that does not know the dimension. */
export interface GroupRows {
  readonly groupCount: number;
  keysOf(group: number): ReadonlyMap<string, string>;
  groupsOf(dataset: FactDataset): GroupsOfRows | null;
}

export interface GroupsOfRows {
  /** Group of each row of the facts. */
  readonly groupOf: Uint32Array;
  /** The group of money that has no row. */
  readonly orphans: number;
}

/** What a cut does with what stands open now: of another time than now nothing is known of it. */
type Stock = 'shown' | 'unknown';

type CutShape = Omit<Cut, 'slice' | 'preceding' | 'toDate' | 'knows' | 'keysOf'> & {
  keysOf?: Cut['keysOf'];
  knows?: Cut['knows'];
  make(stream: StreamName, cut: Cut): Slice | null;
  preceding(base: Preceding): Cut;
  toDate(): Cut | null;
};

function cutOf({ make, preceding, toDate, ...shape }: CutShape, stock: Stock, streams: Streams): Cut {
  const slices = new Map<StreamName, Slice | null>();
  const before = new Map<Preceding, Cut>();
  let soFar: { readonly cut: Cut | null } | undefined;
  const cut: Cut = {
    knows: () => true,
    keysOf: () => noKeys,
    ...shape,
    slice(stream) {
      const known = slices.get(stream);
      if (known !== undefined) return known;
      const made = stock === 'unknown' && streams.isStock(stream) ? null : make(stream, cut);
      slices.set(stream, made);
      return made;
    },
    preceding(base = 'previous') {
      const known = before.get(base) ?? preceding(base);
      before.set(base, known);
      return known;
    },
    toDate() {
      soFar ??= { cut: toDate() };
      return soFar.cut;
    },
  };
  return cut;
}

/** One group: all rows of the period. */
export function wholeCut(streams: Streams, period: Period, stock: Stock = 'shown'): Cut {
  return cutOf(
    {
      groupCount: 1,
      periodOf: () => period,
      make(stream, cut) {
        const population = streams.population(stream);
        return (
          population && wholeSlice(population, streams.isStock(stream) ? atSnapshot(period, streams) : period, cut)
        );
      },
      since: (start) => wholeCut(streams, { ...period, start: start(period) }, 'unknown'),
      preceding: (base) => wholeCut(streams, earlier[base](period), 'unknown'),
      toDate: () => wholeCut(streams, fromFirstDay(period, streams), 'unknown'),
    },
    stock,
    streams,
  );
}

/** One group for each of `periods`, which follow one another without gaps. */
export function periodCut(streams: Streams, periods: readonly Period[], whole: Period, stock: Stock = 'shown'): Cut {
  return cutOf(
    {
      groupCount: periods.length,
      periodOf: (group) => periods[group] ?? whole,
      make(stream, cut) {
        const population = streams.population(stream);
        return population && periodSlice(population, periods, cut);
      },
      knows(stream, group) {
        const { lastDay } = streams;
        const { start, end } = periods[group] ?? whole;
        return !streams.isStock(stream) || (lastDay >= start && lastDay <= end);
      },
      since: () => null,
      preceding: (base) => periodCut(streams, periods.map(earlier[base]), whole, 'unknown'),
      toDate: () => null,
    },
    stock,
    streams,
  );
}

/** The groups of `rows` within the period. */
export function groupCut(streams: Streams, period: Period, rows: GroupRows, stock: Stock = 'shown'): Cut {
  return cutOf(
    {
      groupCount: rows.groupCount,
      keysOf: rows.keysOf,
      periodOf: () => period,
      make(stream, cut) {
        const [population, dataset] = [streams.population(stream), streams.datasetOf(stream)];
        const groups = dataset && rows.groupsOf(dataset);
        if (population === null || !groups) return null;
        const shown = streams.isStock(stream) ? atSnapshot(period, streams) : period;
        return groupSlice(population, shown, groups, cut);
      },
      since: (start) => groupCut(streams, { ...period, start: start(period) }, rows, 'unknown'),
      preceding: (base) => groupCut(streams, earlier[base](period), rows, 'unknown'),
      toDate: () => groupCut(streams, fromFirstDay(period, streams), rows, 'unknown'),
    },
    stock,
    streams,
  );
}

function fromFirstDay(period: Period, { firstDay }: Streams): Period {
  return { ...period, start: Math.min(period.start, firstDay) };
}

/** What stands open is shown as it stands, whatever period is evaluated. */
function atSnapshot(period: Period, { population }: Streams): Period {
  const day = population('open')?.firstDay ?? period.end;
  return { ...period, start: Math.min(period.start, day), end: Math.max(period.end, day) };
}
