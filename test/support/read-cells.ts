/** A raw table as plain arrays of texts, for tests of the readers. */

import { type RawFile, type RawTable, rawCellText } from '../../src/model/raw-table.ts';
import { type ReadTextOptions, readText } from '../../src/read/csv/read-text.ts';
import { memorySource } from '../../src/read/source.ts';

/** The cells of a table's stored rows, '' where empty. */
export function cellsOf({ columns, rowCount }: RawTable): string[][] {
  return Array.from({ length: rowCount }, (_, row) => columns.map((column) => rawCellText(column, row)));
}

export function tableOf(file: RawFile): RawTable {
  const [table] = file.tables;
  if (!table) throw new Error('no table');
  return table;
}

/** Reads text or bytes as a file called `t.csv`. */
export function readBytes(content: string | Uint8Array, options: ReadTextOptions = {}): Promise<RawFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return readText(memorySource('t.csv', bytes, options), options);
}

export async function readCells(content: string | Uint8Array, options: ReadTextOptions = {}): Promise<string[][]> {
  return cellsOf(tableOf(await readBytes(content, options)));
}
