/** KPIs of service and feedback (contract §4, kpis.md §3-D) by plain loops. */
import { exact, none, type Plain, ratio, rounded, textOf, value, whole } from './numbers.ts';
import type { PlainKpi } from './sales.ts';
import { hasColumn, hasSurveys, inCut, type StreamName, stream, type World } from './world.ts';

function rated(world: World): StreamName {
  return hasSurveys(world, 'csat') ? 'csat' : 'ratedTickets';
}

/** Median and 90th percentile (type 7) in hours; tickets without a time are told. */
function hours(name: 'tickets' | 'resolved', field: string, isUnreplied: boolean): PlainKpi {
  return (world, cut) => {
    if (stream(world, name) === null || !hasColumn(world.tables.tickets, field)) return null;
    const rows = inCut(world, name, cut);
    if (rows === null) return none('missing-field');
    const seconds = rows
      .flatMap(({ row }) => (row[field] ? [BigInt(row[field])] : []))
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const open = rows.length - seconds.length;
    const details = isUnreplied ? { unreplied: String(open) } : {};
    if (seconds.length === 0) return none('no-data', { details });
    return value(hoursAt(seconds, 5), {
      details: { p90: textOf(hoursAt(seconds, 9)), ...details },
      cautions: isUnreplied && open > 0 ? ['unreplied'] : [],
    });
  };
}

/** The value `tenths` of the way through sorted seconds, between two of them by interpolation. */
function hoursAt(sorted: readonly bigint[], tenths: number): bigint {
  const place = (sorted.length - 1) * tenths;
  const [below, rest] = [Math.floor(place / 10), BigInt(place % 10)];
  const [low = 0n, high = low] = sorted.slice(below, below + 2);
  return rounded(whole(1) * (low * 10n + (high - low) * rest), whole(36_000));
}

function csat(world: World, cut: Parameters<PlainKpi>[1]): Plain | null {
  if (stream(world, rated(world)) === null) return null;
  const rows = inCut(world, rated(world), cut);
  if (rows === null) return none('missing-field');
  const answers = rows.filter(({ row }) => rated(world) === 'ratedTickets' || row['score']);
  const satisfied = answers.filter(({ row }) =>
    rated(world) === 'ratedTickets' ? row['satisfied'] === 'yes' : exact(row['score'] ?? '') >= whole(4),
  );
  return ratio(whole(satisfied.length), whole(answers.length));
}

function nps(world: World, cut: Parameters<PlainKpi>[1]): Plain | null {
  if (stream(world, 'nps') === null) return null;
  const rows = inCut(world, 'nps', cut);
  if (rows === null) return none('missing-field');
  const scores = rows.flatMap(({ row }) => (row['score'] ? [exact(row['score'])] : []));
  const promoters = scores.filter((score) => score >= whole(9)).length;
  const detractors = scores.filter((score) => score <= whole(6)).length;
  return ratio(whole(100 * (promoters - detractors)), whole(scores.length));
}

export const serviceKpis: Readonly<Record<string, PlainKpi>> = {
  csat,
  nps,
  'first-response-time': hours('tickets', 'firstResponseSeconds', true),
  'resolution-time': hours('resolved', 'resolutionSeconds', false),
};
