/** A chart over cells of the workbook: what it shows, not how it is drawn. */
import type { Decimal } from '../lib/decimal.ts';
import type { Area, NumberKind } from './document.ts';

/** What a series stands for; the writer gives each the same look in every chart. */
export type SeriesRole = 'actual' | 'target' | 'previous' | 'base' | 'rise' | 'fall' | 'total';

/**
 * `columns` beside or upon each other, a `line` over time, or `dashes`: a short mark across each column. Of a bullet: a
 * `bar` that lies, in a `frame` around as much.
 */
export type SeriesForm = 'columns' | 'line' | 'dashes' | 'bar' | 'frame';

export interface ChartSeries {
  readonly name: string;
  readonly role: SeriesRole;
  readonly form: SeriesForm;
  /** The cells (`'Trend'!$B$6:$B$20`) and what stands in them; null is a gap. */
  readonly cells: string;
  readonly values: readonly (Decimal | null)[];
}

export interface Chart {
  /** The finding in a sentence; it is the chart's title. */
  readonly title: string;
  /** The same for those who cannot see it, with the numbers. */
  readonly description: string;
  readonly categories: { readonly cells: string; readonly texts: readonly string[] };
  readonly series: readonly ChartSeries[];
  /** Columns stand upon each other. */
  readonly isStacked: boolean;
  readonly numbers: { readonly of: NumberKind; readonly digits: number };
  /** Rows and columns that it covers. */
  readonly area: Area;
}
