/** KPIs of the config as KPIs like the built-in ones: the same streams, groups and kernels. */
import { add, type Decimal, signOf, zero } from '../../lib/decimal.ts';
import { civilOf, type Day, dayOf } from '../../model/day.ts';
import type { RollUp } from '../../model/kpi-basis.ts';
import type { Expression, Formula, Operand, OwnKpi } from '../../model/own-kpi.ts';
import { kpisIn } from '../../model/own-kpi.ts';
import type { Period } from '../../model/period.ts';
import type { History } from '../history.ts';
import { defined, type Kpi, type Measure, missingOf, notDefined, quotient } from '../kpi.ts';
import { kpis as builtIn } from '../kpis/index.ts';
import type { Slice } from '../slice.ts';
import { type Part, partOf } from './aggregate-part.ts';
import { evaluated } from './evaluate-expression.ts';

/** In the order of the config. `firstMonth`: of the fiscal year. */
export function ownKpis(declared: readonly OwnKpi[], firstMonth = 1): readonly Kpi[] {
  const made = new Map<string, Kpi>();
  const kpiOf = (id: string): Kpi => {
    const known = made.get(id) ?? builtIn.find((kpi) => kpi.id === id);
    if (known) return known;
    const own = declared.find((one) => one.id === id);
    if (own === undefined) throw new RangeError(`no KPI ${id}`);
    const kpi = kpiFrom(own, kpiOf, firstMonth);
    made.set(id, kpi);
    return kpi;
  };
  return declared.map(({ id }) => kpiOf(id));
}

type Find = (id: string) => Kpi;

function kpiFrom({ id, unit, better, formula }: OwnKpi, kpiOf: Find, firstMonth: number): Kpi {
  return { id, unit, better, rollUp: rollUpOf(formula), ...computing(formula, kpiOf, firstMonth) };
}

function rollUpOf(formula: Formula): RollUp {
  if (formula.kind === 'ratio') return 'ratio-of-sums';
  if (formula.kind !== 'simple') return 'recounted';
  const { kind } = formula.of;
  return kind === 'sum' || kind === 'count' ? 'sum' : kind === 'countDistinct' ? 'distinct' : 'recounted';
}

function computing(formula: Formula, kpiOf: Find, firstMonth: number): Part {
  switch (formula.kind) {
    case 'simple':
      return partOf(formula.of);
    case 'ratio':
      return ratioOf(operandOf(formula.of, kpiOf), operandOf(formula.to, kpiOf));
    case 'derived':
      return derivedOf(formula.expression, kpiOf);
    case 'cumulative':
      return cumulativeOf(kpiOf(formula.of), formula.since, firstMonth);
  }
}

function operandOf(operand: Operand, kpiOf: Find): Part {
  return 'aggregate' in operand ? partOf(operand.aggregate) : kpiOf(operand.kpi);
}

/** What a part is in the groups that `slice` shows, also where its rows are of another stream. */
function measuresIn(part: Part, slice: Slice, history: History): readonly Measure[] | null {
  const own = slice.cut.slice(part.stream);
  const measures = own ? part.measure(own, history) : [];
  return measures.length === 0 ? null : measures;
}

function lackedBy(part: Part, history: History): readonly string[] {
  const { streams } = history;
  return streams.population(part.stream) === null ? streams.missing(part.stream) : part.missing(history);
}

function ratioOf(of: Part, to: Part): Part {
  return {
    stream: of.stream,
    missing: (history) => [...new Set([...lackedBy(of, history), ...lackedBy(to, history)])],
    measure(slice, history) {
      const [tops, bottoms] = [measuresIn(of, slice, history), measuresIn(to, slice, history)];
      if (!tops || !bottoms) return [];
      return tops.map((top, group) => {
        const bottom = bottoms[group];
        const why = top.why ?? bottom?.why ?? null;
        if (top.actual === null || !bottom || bottom.actual === null) return notDefined(why ?? 'no-data');
        const ratio = quotient(top.actual, bottom.actual, [...top.cautions, ...bottom.cautions]);
        return signOf(bottom.actual) < 0 ? { ...ratio, actual: null, why: 'negative-base' as const } : ratio;
      });
    },
  };
}

function derivedOf(expression: Expression, kpiOf: Find): Part {
  const operands = kpisIn(expression).map(kpiOf);
  return {
    stream: operands[0]?.stream ?? 'sales',
    missing: (history) => [...new Set(operands.flatMap((kpi) => missingOf(kpi, history)))],
    measure(slice, history) {
      const found = operands.map((kpi) => [kpi.id, measuresIn(kpi, slice, history)] as const);
      if (found.some(([, measures]) => measures === null)) return [];
      return Array.from({ length: slice.groupCount }, (_, group) =>
        evaluated(expression, new Map(found.map(([id, measures]) => [id, measures?.[group] ?? notDefined('no-data')]))),
      );
    },
  };
}

type Since = Extract<Formula, { kind: 'cumulative' }>['since'];

/** The sum since the year began; of periods one after another it grows from one to the next. */
function cumulativeOf(kpi: Kpi, since: Since, firstMonth: number): Part {
  const month = since === 'fiscal-year' ? firstMonth : 1;
  return {
    stream: kpi.stream,
    missing: (history) => missingOf(kpi, history),
    measure(slice, history) {
      const first = history.streams.firstDay;
      const startOf = ({ start, end }: Period): Day =>
        since === 'start' ? Math.min(start, first) : Math.min(start, yearStart(end, month));
      const cut = slice.cut.since(startOf);
      if (cut !== null) {
        const wide = cut.slice(kpi.stream);
        return wide ? kpi.measure(wide, history) : [];
      }
      return runningSums(kpi.measure(slice, history), slice, startOf);
    },
  };
}

function yearStart(day: Day, month: number): Day {
  const { year, month: own } = civilOf(day);
  return dayOf(own >= month ? year : year - 1, month, 1) ?? day;
}

function runningSums(measures: readonly Measure[], { periodOf }: Slice, startOf: (period: Period) => Day): Measure[] {
  let total: Decimal = zero;
  let start: Day | undefined;
  return measures.map((measure, group) => {
    const begins = startOf(periodOf(group));
    if (begins !== start) [start, total] = [begins, zero];
    if (measure.actual === null) return measure;
    total = add(total, measure.actual);
    return defined(total, measure.cautions);
  });
}
