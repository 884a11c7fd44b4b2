/** A list of names with a number each: people with their weights, or months with theirs. */
import { type Decimal, decimalFromText } from '../lib/decimal.ts';
import { foldText } from '../lib/fold-text.ts';
import type { ReadOptions } from '../model/options.ts';
import { type RawTable, rawCellText } from '../model/raw-table.ts';
import { UserError } from '../problems/user-error.ts';
import { openFile } from '../read/open.ts';

export interface WeightsFile {
  readonly path: string;
  /** By folded name. */
  readonly weights: ReadonlyMap<string, Decimal>;
}

/** Of each row the last text before its first number is the name. Throws a UserError where a name stands twice or no row fits. */
export async function readWeights(path: string, read: ReadOptions): Promise<WeightsFile> {
  const file = await openFile(path, read);
  const weights = new Map<string, Decimal>();
  for (const table of file.tables.filter(({ isHidden }) => !isHidden)) addRows(table, weights, path);
  if (weights.size === 0) throw new UserError('plan/empty-weights', { file: path });
  return { path, weights };
}

function addRows(table: RawTable, weights: Map<string, Decimal>, path: string): void {
  for (let row = 0; row < table.rowCount; row++) {
    const texts = table.columns.map((column) => rawCellText(column, row).trim());
    const at = texts.findIndex((text, i) => i > 0 && weightOf(text) !== null && texts[i - 1] !== '');
    const [name, weight] = [foldText(texts[at - 1] ?? ''), weightOf(texts[at] ?? '')];
    if (at < 1 || weight === null) continue;
    if (weights.has(name)) throw new UserError('usage/repeated', { flag: `--weights ${path}`, value: name });
    weights.set(name, weight);
  }
}

function weightOf(text: string): Decimal | null {
  const plain = text.replaceAll(',', '').replace(/\s*[%％]$/, '');
  return /^\d{1,18}(\.\d{1,12})?$/.test(plain) ? decimalFromText(plain) : null;
}
