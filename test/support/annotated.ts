/** Marks in a workbook in memory, and what became of its parts. */
import { createHash } from 'node:crypto';
import type { PackageParts } from '../../src/model/package-parts.ts';
import { memorySource } from '../../src/read/source.ts';
import { readPackage } from '../../src/read/xlsx/read-package.ts';
import { annotate, type CellMark } from '../../src/write/annotate/annotate.ts';
import type { Content } from '../../src/write/content.ts';

export function packageOf(bytes: Uint8Array): Promise<PackageParts> {
  return readPackage(memorySource('book.xlsx', bytes));
}

export async function annotated(bytes: Uint8Array, marks: readonly CellMark[]) {
  const { content, withoutNote } = await annotate(await packageOf(bytes), marks);
  return { bytes: await wholeOf(content), withoutNote };
}

/** The bytes of a content; throws where they are not as many as it says. */
export async function wholeOf({ size, pieces }: Content): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const piece of pieces()) chunks.push(piece.slice());
  const whole = Buffer.concat(chunks);
  if (whole.length !== size) throw new Error(`${whole.length} bytes, ${size} were said`);
  return whole;
}

export function mark(sheet: string, cell: string, changes: Partial<CellMark> = {}): CellMark {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { sheet, cell, row: Number(row), column, kind: 'error', hasNote: true, text: 'a note', ...changes };
}

/** Part → hash of its bytes as packed. */
export async function packedHashes(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const { name, packed } of (await packageOf(bytes)).parts) {
    const hash = createHash('sha256');
    for await (const piece of packed()) hash.update(piece);
    hashes.set(name, hash.digest('hex'));
  }
  return hashes;
}

/** The unpacked text of a part. */
export async function partText(bytes: Uint8Array, name: string): Promise<string> {
  const part = await (await packageOf(bytes)).read(name);
  return part === null ? '' : Buffer.from(part).toString('utf8');
}
