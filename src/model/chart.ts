/** A chart over cells of the workbook: what it shows, not how it is drawn. */
import type { Decimal } from '../lib/decimal.ts';
import type { Area, NumberKind } from './document.ts';

/** What a series stands for; the writer gives each the same look in every chart. */
export type SeriesRole = 'actual' | 'target' | 'previous' | 'base' | 'rise' | 'fall' | 'total' | 'cut';

/**
 * `columns` beside or upon each other with lines and dashes over them; `bullet`: a bar per category, the actual narrow and
 * dark upon the target, wide and pale; the first category is on top.
 */
export type ChartShape = 'columns' | 'bullet';

/** `columns` beside or upon each other, a `line` over time, or `dashes`: a short mark across each column. */
export type SeriesForm = 'columns' | 'line' | 'dashes';

export interface ChartSeries {
  readonly name: string;
  readonly role: SeriesRole;
  readonly form: SeriesForm;
  /** The cells (`'Trend'!$B$6:$B$20`) and what stands in them; null is a gap. */
  readonly cells: string;
  readonly values: readonly (Decimal | null)[];
}

export interface Chart {
  readonly shape: ChartShape;
  /** The finding in a sentence; it is the chart's title. */
  readonly title: string;
  /** The same for those who cannot see it, with the numbers. */
  readonly description: string;
  readonly categories: { readonly cells: string; readonly texts: readonly string[] };
  readonly series: readonly ChartSeries[];
  /** Columns stand upon each other. */
  readonly isStacked: boolean;
  readonly numbers: { readonly of: NumberKind; readonly digits: number };
  /** Ends of the axis of values; null where the viewer chooses. A bullet needs both. */
  readonly axis: { readonly from: Decimal | null; readonly to: Decimal | null };
  /** Rows and columns that it covers. */
  readonly area: Area;
}
