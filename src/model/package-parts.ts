/** A workbook's package as it is packed: what is not edited is copied without being unpacked. */
export interface PackedPart {
  readonly name: string;
  /** The name as the archive spells it. */
  readonly rawName: Uint8Array;
  readonly isUtf8: boolean;
  /** 0: stored, 8: deflated. */
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

export interface PackageParts {
  readonly file: string;
  readonly sha256: string;
  readonly hasMacros: boolean;
  /** In the order of the archive. */
  readonly parts: readonly PackedPart[];
  readonly styles: string | null;
  /** Sheets with cells, by name; `relationships` are those to parts inside. */
  readonly sheets: ReadonlyMap<string, SheetPart>;
  /** The bytes of a part, checked; null where there is none of that name. */
  readonly read: (name: string) => Promise<Uint8Array | null>;
}

export interface SheetPart {
  readonly name: string;
  readonly relationships: readonly { readonly id: string; readonly type: string; readonly target: string }[];
}
