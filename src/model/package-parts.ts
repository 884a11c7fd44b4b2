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
  readonly packedSize: number;
  /** The packed bytes in pieces, read when they are asked for. */
  readonly packed: () => AsyncIterable<Uint8Array>;
}

export interface PackageParts {
  readonly file: string;
  readonly sha256: string;
  readonly hasMacros: boolean;
  /** Name of the workbook part, and the content type that it is declared with; empty where it is not. */
  readonly workbook: { readonly name: string; readonly type: string };
  /** In the order of the archive. */
  readonly parts: readonly PackedPart[];
  readonly styles: string | null;
  /** Sheets with cells, by name; `relationships` are those to parts inside. */
  readonly sheets: ReadonlyMap<string, SheetPart>;
  /** The bytes of a part, checked; null where there is none of that name. */
  readonly read: (name: string) => Promise<Uint8Array | null>;
  /** Unpacks every part that was not read and compares its checksum. Throws UserError `file/damaged`. */
  readonly checkRest: () => Promise<void>;
  /** Throws UserError `file/changed` when the file is no longer what was opened. */
  readonly checkUnchanged: () => Promise<void>;
}

export interface SheetPart {
  readonly name: string;
  readonly relationships: readonly { readonly id: string; readonly type: string; readonly target: string }[];
}
