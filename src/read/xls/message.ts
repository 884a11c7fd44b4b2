/** What passes between the reader of .xls files and its worker. */
import type { Limits } from '../../model/options.ts';
import type { CellValues, MergedRange } from '../../model/raw-table.ts';

export interface XlsRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly limits: Limits;
}

export interface XlsColumn {
  readonly kinds: Uint8Array;
  readonly values: CellValues;
  /** The pool: texts by index. */
  readonly texts: readonly string[];
  readonly formats: ReadonlyMap<string, number>;
}

export interface XlsSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rowNumbers: Uint32Array;
  readonly columns: readonly XlsColumn[];
  readonly merges: readonly MergedRange[];
  readonly hiddenRows: readonly number[];
}

export type XlsReply =
  | { readonly kind: 'sheets'; readonly sheets: readonly XlsSheet[] }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'damaged'; readonly reason: string }
  | {
      readonly kind: 'limit';
      readonly what: 'maxCells' | 'maxRows' | 'maxColumns' | 'maxSheets';
      readonly found: number;
    };
