/** Charts of a page as data: what they show, with every label in words; how they are drawn is the writer's. */
import type { Decimal } from '../lib/decimal.ts';
import type { Status } from './kpi.ts';

/** One look a meaning, the same in every chart. */
export type PageLook =
  | Status
  | 'actual'
  | 'earlier'
  | 'running'
  | 'target'
  | 'end'
  | 'rise'
  | 'fall'
  | 'range-low'
  | 'range-high';

export interface LegendItem {
  readonly look: PageLook;
  readonly text: string;
}

interface ChartBase {
  /** The chart in words, with its numbers: for those who cannot see it. */
  readonly description: string;
  /** Empty where there is nothing to tell apart. */
  readonly legend: readonly LegendItem[];
  /** Unit of the labels, and what else they have to be read with; empty for none. */
  readonly note: string;
}

/** Attainment by part: a bar over ranges, and one mark at the target. Ratios: 1 is the target. */
export interface BulletChart extends ChartBase {
  readonly kind: 'bullet';
  readonly near: Decimal;
  /** Longer bars end here, visibly cut; null where all are whole. */
  readonly longest: Decimal | null;
  readonly bars: readonly {
    readonly name: string;
    readonly label: string;
    readonly ratio: Decimal;
    readonly status: Status | null;
  }[];
}

/** Amounts by part, without a target. */
export interface BarsChart extends ChartBase {
  readonly kind: 'bars';
  readonly bars: readonly { readonly name: string; readonly label: string; readonly value: Decimal }[];
}

/** Amounts over time, the target as a line across each column. Null is not drawn. */
export interface ColumnsChart extends ChartBase {
  readonly kind: 'columns';
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: Decimal | null;
    readonly target: Decimal | null;
    readonly look: 'actual' | 'earlier' | 'running';
  }[];
  /** Values that the axis marks, lowest first; the first and the last are its ends. */
  readonly ticks: readonly { readonly value: Decimal; readonly label: string }[];
}

/** From one amount to another, step by step. */
export interface BridgeChart extends ChartBase {
  readonly kind: 'bridge';
  readonly steps: readonly {
    readonly name: string;
    readonly label: string;
    readonly from: Decimal;
    readonly to: Decimal;
    readonly look: 'end' | 'rise' | 'fall';
  }[];
  /** The axis leaves these values out and shows the break; null where it is whole. */
  readonly cut: { readonly from: Decimal; readonly to: Decimal } | null;
}

export type PageChart = BulletChart | BarsChart | ColumnsChart | BridgeChart;
