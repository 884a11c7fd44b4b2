/** A report as one page: what `report` says and a writer spells as HTML. All texts are plain; nothing knows of tags or colours. */
import type { Status } from './kpi.ts';
import type { PageChart } from './page-chart.ts';

export interface PageCell {
  readonly text: string;
  readonly align: 'left' | 'right';
  /** A status word, tinted. */
  readonly status: Status | null;
  /** Why there is no value: shown in its place, paler. */
  readonly isReason: boolean;
  /** A share from 0 to 1 that tints the cell; null does not. */
  readonly shade: number | null;
}

export interface PageTable {
  /** What the rows are; read out before the table. */
  readonly caption: string;
  readonly isCaptionShown: boolean;
  readonly headings: readonly { readonly text: string; readonly align: 'left' | 'right' }[];
  /** The first `headingColumns` cells of a row name it. */
  readonly headingColumns: number;
  readonly rows: readonly (readonly PageCell[])[];
  readonly total: readonly PageCell[] | null;
}

export type PagePart =
  /** A drawing, and the same numbers for those who cannot see it. */
  | { readonly kind: 'chart'; readonly chart: PageChart; readonly numbers: PageTable }
  | { readonly kind: 'table'; readonly table: PageTable }
  | { readonly kind: 'text'; readonly text: string }
  /** Opened by who wants to read it. */
  | {
      readonly kind: 'folded';
      readonly summary: string;
      readonly status: { readonly status: Status; readonly word: string } | null;
      readonly parts: readonly PagePart[];
    }
  | { readonly kind: 'definitions'; readonly items: readonly PageDefinition[] };

export interface PageDefinition {
  readonly term: string;
  readonly id: string;
  readonly says: readonly string[];
}

export interface PageSection {
  /** What it is about, in a word or two. */
  readonly label: string;
  /** The finding in a sentence. */
  readonly heading: string;
  /** Half the width where two sections fit side by side. */
  readonly isHalf: boolean;
  readonly parts: readonly PagePart[];
}

export interface PageTile {
  readonly label: string;
  readonly value: string;
  /** Label and value of each line below. */
  readonly details: readonly (readonly [string, string])[];
  readonly status: Status | null;
}

export interface Page {
  readonly lang: 'en' | 'zh-CN';
  /** The finding of the whole report. */
  readonly title: string;
  /** Period, currency, sources, as-of. */
  readonly facts: string;
  readonly draft: { readonly word: string; readonly reason: string } | null;
  readonly warning: string | null;
  readonly tool: { readonly name: string; readonly version: string };
  readonly tiles: readonly PageTile[];
  readonly sections: readonly PageSection[];
  /** Names and values by which the page can be traced. */
  readonly footer: readonly (readonly [string, string])[];
  /** Summary of the numbers under each chart. */
  readonly numbersWord: string;
}
