/** The headline KPI by team and person, each at the team that its rows are of. */
import { groupBy } from '../lib/group-by.ts';
import type { BreakdownEntry, RecentEntry, TeamEntry } from '../model/evaluation.ts';
import type { Period } from '../model/period.ts';
import { breakdownBy } from './breakdown.ts';
import type { Kpi } from './kpi.ts';
import { recentBy } from './recent.ts';
import type { Scope } from './scope.ts';

const [team, rep] = ['team', 'rep'] as const;

/** A person of one team has targets under the own name alone; of several, what rows and targets say of each. */
export function teamsOf(
  scope: Scope,
  kpi: Kpi,
  by: readonly (readonly string[])[],
  periods: readonly Period[],
): readonly TeamEntry[] {
  const { facts } = scope.history.population;
  const isOfPeople = by.some((names) => names.length === 1 && names[0] === rep);
  if (!isOfPeople || [team, rep].some((name) => (facts.dimension(name)?.size ?? 0) < 2)) return [];
  const inTeams = membersBy(scope, kpi, [team, rep], periods);
  if (inTeams.length === 0) return [];
  const alone = new Map(membersBy(scope, kpi, [rep], periods).map((member) => [member.rep, member]));
  const teamsOfRep = groupBy(inTeams, (member) => member.rep);
  const people = groupBy(inTeams, (member) => member.team);
  return breakdownBy(scope, [team], [kpi]).flatMap(({ by: of, kpis: [result] }) => {
    const members = (people.get(of[team] ?? '') ?? []).map((member) => {
      const isOnly = teamsOfRep.get(member.rep)?.length === 1;
      return isOnly ? (alone.get(member.rep) ?? member) : member;
    });
    return result && members.length > 0 ? [{ team: of[team] ?? '', kpi: result, people: members }] : [];
  });
}

type Member = TeamEntry['people'][number] & { readonly team: string };

function membersBy(scope: Scope, kpi: Kpi, names: readonly string[], periods: readonly Period[]): Member[] {
  const points = new Map(recentBy(scope, kpi, names, periods).map((entry) => [keyOf(entry), entry.points]));
  if (points.size === 0) return [];
  return breakdownBy(scope, names, [kpi]).flatMap((entry) => {
    const [own] = entry.kpis;
    const { [team]: ofTeam = '', [rep]: name = '' } = entry.by;
    return own ? [{ team: ofTeam, rep: name, kpi: own, points: points.get(keyOf(entry)) ?? [] }] : [];
  });
}

function keyOf({ by }: BreakdownEntry | RecentEntry): string {
  return JSON.stringify([by[team], by[rep]]);
}
