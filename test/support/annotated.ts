/** Marks in a workbook in memory, and what became of its parts. */
import { createHash } from 'node:crypto';
import type { PackageParts } from '../../src/model/package-parts.ts';
import { memorySource } from '../../src/read/source.ts';
import { readPackage } from '../../src/read/xlsx/read-package.ts';
import { type Annotated, annotate, type CellMark } from '../../src/write/annotate/annotate.ts';

export function packageOf(bytes: Uint8Array): Promise<PackageParts> {
  return readPackage(memorySource('book.xlsx', bytes));
}

export async function annotated(bytes: Uint8Array, marks: readonly CellMark[]): Promise<Annotated> {
  return annotate(await packageOf(bytes), marks);
}

export function mark(sheet: string, cell: string, changes: Partial<CellMark> = {}): CellMark {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { sheet, cell, row: Number(row), column, kind: 'error', hasNote: true, text: 'a note', ...changes };
}

/** Part → hash of its bytes as packed. */
export async function packedHashes(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { parts } = await packageOf(bytes);
  return new Map(parts.map(({ name, packed }) => [name, createHash('sha256').update(packed).digest('hex')]));
}

/** The unpacked text of a part. */
export async function partText(bytes: Uint8Array, name: string): Promise<string> {
  const part = await (await packageOf(bytes)).read(name);
  return part === null ? '' : Buffer.from(part).toString('utf8');
}
