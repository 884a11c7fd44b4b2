/** A report as sentences and tables of text, to be pasted into a mail or a chat. */

export interface BriefTable {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
}

export interface Brief {
  readonly title: string;
  /** Why the report is a draft; null for a final one. */
  readonly warning: string | null;
  readonly facts: string;
  readonly tables: readonly BriefTable[];
  readonly sentences: readonly string[];
}
