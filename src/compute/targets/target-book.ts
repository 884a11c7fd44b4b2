/** All targets of a run, looked up by KPI, keys and period (contract §4 "Attainment"). */
import type { Decimal } from '../../lib/decimal.ts';
import { foldName, foldText } from '../../lib/fold-text.ts';
import type { Why } from '../../model/kpi.ts';
import { type KpiTraits, traitsOf } from '../../model/kpi-traits.ts';
import type { OwnKpi } from '../../model/own-kpi.ts';
import type { Period } from '../../model/period.ts';
import { nodeLevels, type Target } from '../../model/target.ts';
import { type Adding, answersOf, type Cut, canAnswer, cutsOf, distance, type IsMember } from './cuts.ts';
import type { Filled } from './tiles.ts';
import { type Version, versionFor, versionsOf } from './versions.ts';

export interface TargetAnswer {
  readonly target: Decimal | null;
  /** `no-target`, `target-incomplete` or `target-ambiguous`; null with a target. */
  readonly why: Why | null;
  /** Months with actuals that no target covers. */
  readonly missing: readonly string[];
  /** The rows that were used, or that contradict each other. */
  readonly targets: readonly Target[];
}

const noTarget: TargetAnswer = { target: null, why: 'no-target', missing: [], targets: [] };

interface BookNames {
  readonly isMember?: IsMember | undefined;
  readonly nameOf?: (name: string) => string;
  readonly ownKpis?: readonly OwnKpi[];
}

export class TargetBook {
  readonly #versions = new Map<string, readonly Version[]>();
  readonly #cuts = new Map<Version, readonly Cut[]>();
  readonly #isMember: IsMember | undefined;
  readonly #nameOf: (name: string) => string;
  readonly #ownKpis: readonly OwnKpi[];
  /** All targets proper (no floors, no stretch targets). */
  readonly targets: readonly Target[];
  /** KPIs that have targets, in the order of the file. */
  readonly kpis: readonly string[];
  /** Key dimensions as spelled, in the order of the file. */
  readonly dimensions: readonly string[];

  /**
   * `isMember` says what joined tables know of membership; `nameOf` brings the names that a dimension goes by (a field and
   * its heading) to one; `ownKpis` are those that a config defines.
   */
  constructor(targets: readonly Target[], { isMember, nameOf = (name) => name, ownKpis = [] }: BookNames = {}) {
    this.#ownKpis = ownKpis;
    this.targets = targets.filter(({ kind }) => kind === 'target').map((target) => renamed(target, nameOf));
    this.#isMember = isMember;
    this.#nameOf = nameOf;
    this.kpis = [...new Set(this.targets.map(({ kpi }) => kpi))];
    this.dimensions = distinctNames(this.targets.flatMap(({ keys }) => lowestFirst([...keys.keys()])));
    for (const kpi of this.kpis)
      this.#versions.set(kpi, versionsOf(this.targets.filter((target) => target.kpi === kpi)));
  }

  /** The same of other targets. */
  with(targets: readonly Target[]): TargetBook {
    return new TargetBook(targets, { isMember: this.#isMember, nameOf: this.#nameOf, ownKpis: this.#ownKpis });
  }

  /** Undefined for a KPI that nothing knows. */
  traitsOf(kpi: string): KpiTraits | undefined {
    return traitsOf(kpi, this.#ownKpis);
  }

  /** How targets of a KPI may be added: over time and parts, over parts only (levels at a day), never. */
  addingOf(kpi: string): Adding {
    const kind = this.traitsOf(kpi)?.targets ?? 'none';
    return { time: kind === 'sum', parts: kind !== 'none' };
  }

  versionsOf(kpi: string): readonly Version[] {
    return this.#versions.get(kpi) ?? [];
  }

  cutsOf(version: Version): readonly Cut[] {
    const known = this.#cuts.get(version);
    if (known) return known;
    const cuts = cutsOf(version.targets);
    this.#cuts.set(version, cuts);
    return cuts;
  }

  /**
   * The target of `kpi` for `keys` (dimension → value; empty: the whole) in `period`. `months`: ids of the months with
   * actuals, which the targets must cover unless one is stated for exactly this period.
   */
  resolve(kpi: string, keys: ReadonlyMap<string, string>, period: Period, months: ReadonlySet<string>): TargetAnswer {
    const version = versionFor(this.versionsOf(kpi), period);
    if (version === undefined) return noTarget;
    if ('length' in version) {
      return { ...noTarget, why: 'target-ambiguous', targets: version.flatMap(({ targets }) => targets) };
    }
    const asked = new Map([...keys].map(([name, value]) => [foldName(this.#nameOf(name)), foldText(value)]));
    if ([...asked.values()].includes('')) return noTarget;
    let incomplete: TargetAnswer = noTarget;
    for (const filled of this.#answers(version, asked, period, this.addingOf(kpi))) {
      const answer = answerOf(filled, months);
      if (answer.why !== 'target-incomplete') return answer;
      if (incomplete.why === 'no-target') incomplete = answer;
    }
    return incomplete;
  }

  *#answers(version: Version, asked: ReadonlyMap<string, string>, period: Period, adding: Adding): Generator<Filled> {
    const cuts = this.cutsOf(version).filter((cut) => canAnswer(cut, asked, this.#isMember));
    const nearest = cuts.map((cut) => ({ cut, far: distance(cut, asked) })).sort((a, b) => a.far - b.far);
    for (const { cut, far } of nearest) {
      if (far > 0 && !adding.parts) continue;
      for (const filled of answersOf(cut, asked, period, adding, this.#isMember)) if (filled) yield filled;
    }
  }

  /** The members that targets name: per entry one value for each of `names`, in the order of the file. */
  members(names: readonly string[]): string[][] {
    const found = new Map<string, string[]>();
    const folded = names.map((name) => foldName(this.#nameOf(name)));
    for (const { keys } of this.targets) {
      const byName = new Map([...keys].map(([name, value]) => [foldName(name), value]));
      const values = folded.map((name) => byName.get(name)?.trim() ?? '');
      const key = JSON.stringify(values.map(foldText));
      if (!values.includes('') && !found.has(key)) found.set(key, values);
    }
    return [...found.values()];
  }
}

function renamed(target: Target, nameOf: (name: string) => string): Target {
  const isSame = [...target.keys.keys()].every((name) => nameOf(name) === name);
  return isSame ? target : { ...target, keys: new Map([...target.keys].map(([name, value]) => [nameOf(name), value])) };
}

function answerOf(filled: Filled, months: ReadonlySet<string>): TargetAnswer {
  const targets = filled.tiles.flatMap((tile) => tile.targets);
  if (filled.isAmbiguous) return { ...noTarget, why: 'target-ambiguous', targets };
  const missing = filled.isExact ? [] : [...months].filter((month) => !filled.months.has(month)).sort();
  if (missing.length > 0) return { target: null, why: 'target-incomplete', missing, targets };
  return { target: filled.value, why: null, missing, targets };
}

function distinctNames(names: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const name of names) if (!found.has(foldName(name))) found.set(foldName(name), name);
  return [...found.values()];
}

/** People before their teams and regions. */
function lowestFirst(names: string[]): string[] {
  return names.sort((a, b) => nodeLevels.indexOf(b) - nodeLevels.indexOf(a));
}
