/** Entries of `kpis` that define a KPI → its declaration, with every fault of names, fields and cycles. */
import { closestTo } from '../lib/closest.ts';
import type { FactDataset } from '../model/data-set.ts';
import { factDatasets } from '../model/data-set.ts';
import { datasets, fieldKind } from '../model/fields.ts';
import type { Unit } from '../model/kpi.ts';
import { basisOf } from '../model/kpi-basis.ts';
import { traitsOf } from '../model/kpi-traits.ts';
import {
  type Aggregate,
  type AggregateKind,
  type Condition,
  type Formula,
  kpisIn,
  type Operand,
  type OwnKpi,
} from '../model/own-kpi.ts';
import type { ConfigFault } from '../problems/config-error.ts';
import { builtInNamed, isKpiName, kindsOf, kpiSuggestions } from './check-kpis.ts';
import { ExpressionError, parseExpression } from './expression.ts';
import type { KpiEntry } from './kpi-entry.ts';
import type { LoadedConfig } from './load-config.ts';
import type { Path } from './yaml-file.ts';

type AggregateEntry = NonNullable<KpiEntry['simple']>;

const aggregates = ['sum', 'count', 'countDistinct', 'average', 'median', 'min', 'max'] as const;

/** Dates by which rows of a dataset can count, the usual one first. */
export const countingDates: Readonly<Record<FactDataset, readonly string[]>> = {
  orders: ['orderDate', 'invoiceDate', 'dueDate'],
  deals: ['closeDate', 'createdDate', 'expectedCloseDate'],
  payments: ['date'],
  tickets: ['createdAt', 'resolvedAt'],
  surveys: ['date'],
};

export interface OwnKpis {
  readonly kpis: readonly OwnKpi[];
  readonly faults: readonly ConfigFault[];
}

export function ownKpisOf(config: LoadedConfig): OwnKpis {
  const reader = new Reader(config);
  const kpis = Object.entries(config.data.kpis ?? {}).flatMap(([id, entry]) => reader.read(id, entry));
  return { kpis, faults: [...reader.faults, ...cycleFaults(config, kpis)] };
}

class Reader {
  readonly faults: ConfigFault[] = [];
  readonly #config: LoadedConfig;

  constructor(config: LoadedConfig) {
    this.#config = config;
  }

  read(id: string, entry: KpiEntry): OwnKpi[] {
    const kinds = kindsOf(entry);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) return [];
    const path = ['kpis', id];
    const formula = this.#formula(entry, [...path, kind]);
    if (formula === null) return [];
    const { title = id, better = 'higher' } = entry;
    const titles =
      typeof title === 'string'
        ? { en: title, 'zh-CN': title }
        : { en: title.en ?? title['zh-CN'] ?? id, 'zh-CN': title['zh-CN'] ?? title.en ?? id };
    const { file, line } = this.#config.placeOf(path);
    return [{ id, title: titles, unit: unitOf(entry, formula), better, formula, text: textOf(entry), file, line }];
  }

  #fault(code: string, params: ConfigFault['params'], path: Path): null {
    this.faults.push(this.#config.fault(code, params, path));
    return null;
  }

  #formula({ simple, ratio, derived, cumulative }: KpiEntry, path: Path): Formula | null {
    if (simple) {
      const of = this.#aggregate(simple, path);
      return of && { kind: 'simple', of };
    }
    if (ratio) {
      const [of, to] = [this.#operand(ratio.of, [...path, 'of']), this.#operand(ratio.to, [...path, 'to'])];
      return of && to && { kind: 'ratio', of, to };
    }
    if (derived !== undefined) return this.#derived(derived, path);
    return cumulative ? this.#cumulative(cumulative, path) : null;
  }

  #derived(text: string, path: Path): Formula | null {
    try {
      return { kind: 'derived', expression: parseExpression(text, (name) => this.#idOf(name)) };
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return this.#fault(error.code, { name: error.what, what: error.what, near: this.#near(error.what) }, path);
    }
  }

  #cumulative({ of, since = 'year' }: NonNullable<KpiEntry['cumulative']>, path: Path): Formula | null {
    const id = this.#idOf(of);
    if (id === undefined) return this.#fault('config/unknown-kpi', { name: of, near: this.#near(of) }, [...path, 'of']);
    const own = this.#config.data.kpis?.[id];
    const isSum = own?.simple
      ? own.simple.sum !== undefined || own.simple.count !== undefined
      : basisOf(id)?.rollUp === 'sum';
    return isSum
      ? { kind: 'cumulative', of: id, since }
      : this.#fault('config/not-a-sum', { name: of }, [...path, 'of']);
  }

  /** Own names come before built-in ones. */
  #idOf(name: string): string | undefined {
    if (isKpiName(name, this.#config.data)) return name;
    const id = builtInNamed(name);
    // What covers a target is no plain figure.
    return id === undefined || id === 'pipeline-coverage' || id.endsWith('-growth') ? undefined : id;
  }

  #near(name: string): string[] {
    return closestTo(name, kpiSuggestions(this.#config.data)).slice(0, 1);
  }

  #operand(entry: AggregateEntry, path: Path): Operand | null {
    const { sum, where } = entry;
    const id = sum === undefined || isField(sum) ? undefined : this.#idOf(sum);
    if (id !== undefined && where === undefined) return { kpi: id };
    const aggregate = this.#aggregate(entry, path);
    return aggregate && { aggregate };
  }

  #aggregate(entry: AggregateEntry, path: Path): Aggregate | null {
    const kinds = aggregates.filter((kind) => entry[kind] !== undefined);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1)
      return this.#fault('config/one-aggregate', { allowed: aggregates }, path);
    const name = entry[kind] ?? '';
    const found = placeOfField(name, kind);
    if (found === undefined) {
      const near = closestTo(name, [...new Set(Object.values(datasets).flatMap((fields) => Object.keys(fields)))]);
      return this.#fault('config/unknown-field', { name, near: near.slice(0, 1) }, [...path, kind]);
    }
    const dates = countingDates[found.dataset];
    const date = entry.date ?? dates[0] ?? '';
    if (!dates.includes(date))
      return this.#fault('config/not-allowed', { key: 'date', value: date, allowed: dates, near: [] }, [
        ...path,
        'date',
      ]);
    return {
      kind,
      ...found,
      date,
      where: Object.entries(entry.where ?? {}).map(([field, wanted]) => this.#condition(field, wanted)),
    };
  }

  #condition(field: string, wanted: NonNullable<AggregateEntry['where']>[string]): Condition {
    if (typeof wanted === 'object' && !Array.isArray(wanted)) {
      const bounds = (['gte', 'gt', 'lte', 'lt'] as const).flatMap((is) => {
        const value = wanted[is];
        return value === undefined ? [] : [{ is, value: String(value) }];
      });
      return { kind: 'range', field, bounds };
    }
    const values = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
    const words =
      field === 'status'
        ? this.#config.data.values?.status
        : field === 'stage'
          ? this.#config.data.values?.stage
          : undefined;
    const meant = values.flatMap((value) =>
      Object.entries(words ?? {}).flatMap(([use, list]) => (use === value ? list.map(String) : [])),
    );
    return { kind: 'values', field, values: [...values, ...meant] };
  }
}

function isField(name: string): boolean {
  return placeOfField(name, 'count') !== undefined;
}

/** The dataset of a field: the one that is named (`deals.amount`), else the first that has it. */
function placeOfField(name: string, kind: AggregateKind): Pick<Aggregate, 'dataset' | 'field'> | undefined {
  const dot = name.indexOf('.');
  const field = name.slice(dot + 1);
  const candidates = dot < 0 ? factDatasets : factDatasets.filter((dataset) => dataset === name.slice(0, dot));
  const dataset = candidates.find((one) => fits(fieldKind(one, field), kind));
  return dataset === undefined ? undefined : { dataset, field };
}

function fits(fieldIs: string | undefined, kind: AggregateKind): boolean {
  return kind === 'count' || kind === 'countDistinct' ? fieldIs !== undefined : fieldIs === 'amount';
}

const countFields: ReadonlySet<string> = new Set(['quantity', 'score', 'discountRate', 'probability']);
const unitsByFormat = { percent: 'ratio', money: 'money', number: 'count', days: 'days' } as const;

function unitOf({ unit, format }: KpiEntry, formula: Formula): Unit {
  if (unit !== undefined) return unit;
  if (format !== undefined) return unitsByFormat[format];
  if (formula.kind === 'ratio') return 'ratio';
  if (formula.kind === 'cumulative') return traitsOf(formula.of)?.unit ?? 'money';
  if (formula.kind === 'derived') return 'count';
  const { kind, field } = formula.of;
  return kind === 'count' || kind === 'countDistinct' || countFields.has(field) ? 'count' : 'money';
}

function textOf({ simple, ratio, derived, cumulative }: KpiEntry): string {
  if (derived !== undefined) return derived;
  if (simple) return aggregateText(simple);
  if (ratio) return `${aggregateText(ratio.of)} / ${aggregateText(ratio.to)}`;
  return cumulative ? `cumulative ${cumulative.of} since ${cumulative.since ?? 'year'}` : '';
}

function aggregateText(entry: AggregateEntry): string {
  const kind = aggregates.find((one) => entry[one] !== undefined) ?? 'sum';
  const where = entry.where === undefined ? '' : ` where ${JSON.stringify(entry.where).replaceAll('"', '')}`;
  return `${kind}(${entry[kind] ?? ''}${where})`;
}

/** A KPI that stands on itself has no value: told at each KPI of the cycle. */
function cycleFaults({ fault, placeOf }: LoadedConfig, kpis: readonly OwnKpi[]): ConfigFault[] {
  const needs = new Map(kpis.map((kpi) => [kpi.id, neededBy(kpi.formula)]));
  const reaches = (from: string, wanted: string, seen: Set<string>): string[] | null => {
    for (const next of needs.get(from) ?? []) {
      if (next === wanted) return [from, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const path = reaches(next, wanted, seen);
      if (path) return [from, ...path];
    }
    return null;
  };
  return kpis.flatMap(({ id, formula }) => {
    const cycle = reaches(id, id, new Set());
    if (cycle === null) return [];
    const told = cycle.map((one) => `${one} (${placeOf(['kpis', one]).line})`).join(' → ');
    return [fault('config/kpi-cycle', { id, cycle: told }, ['kpis', id, formula.kind])];
  });
}

export function neededBy(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'simple':
      return [];
    case 'ratio':
      return [formula.of, formula.to].flatMap((operand) => ('kpi' in operand ? [operand.kpi] : []));
    case 'derived':
      return kpisIn(formula.expression);
    case 'cumulative':
      return [formula.of];
  }
}
