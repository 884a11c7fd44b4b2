/** KPIs that a config defines: data, from which compute makes the same kind of KPI as the built-in ones. */
import type { Decimal } from '../lib/decimal.ts';
import type { FactDataset } from './data-set.ts';
import type { Unit } from './kpi.ts';

export type AggregateKind = 'sum' | 'count' | 'countDistinct' | 'average' | 'median' | 'min' | 'max';

/** Which rows: of a field, some of its values, or a range. */
export type Condition =
  | { readonly kind: 'values'; readonly field: string; readonly values: readonly string[] }
  | {
      readonly kind: 'range';
      readonly field: string;
      /** Days (as numbers of days) or amounts. */
      readonly bounds: readonly { readonly is: 'gte' | 'gt' | 'lte' | 'lt'; readonly value: string }[];
    };

export interface Aggregate {
  readonly kind: AggregateKind;
  readonly dataset: FactDataset;
  readonly field: string;
  /** The date that counts. */
  readonly date: string;
  readonly where: readonly Condition[];
}

/** A column's aggregate, or the value of another KPI. */
export type Operand = { readonly aggregate: Aggregate } | { readonly kpi: string };

export type Expression =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'kpi'; readonly id: string }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    };

export type Formula =
  | { readonly kind: 'simple'; readonly of: Aggregate }
  | { readonly kind: 'ratio'; readonly of: Operand; readonly to: Operand }
  | { readonly kind: 'derived'; readonly expression: Expression }
  | { readonly kind: 'cumulative'; readonly of: string; readonly since: 'year' | 'fiscal-year' | 'start' };

export interface OwnKpi {
  readonly id: string;
  readonly title: { readonly en: string; readonly 'zh-CN': string };
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  readonly formula: Formula;
  /** The formula as the config has it. */
  readonly text: string;
  /** Where the config says it. */
  readonly file: string;
  readonly line: number;
}

/** KPI ids of an expression, each once. */
export function kpisIn(expression: Expression): string[] {
  const ids = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'kpi') ids.add(node.id);
    else if (node.kind === 'negative') visit(node.of);
    else if (node.kind === 'operation') for (const side of [node.left, node.right]) visit(side);
  };
  visit(expression);
  return [...ids];
}
