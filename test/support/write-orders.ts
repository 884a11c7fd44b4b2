import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { csvRecord, generateOrders, type Manner, orderHeadings } from './generated-orders.ts';

export interface OrdersFile {
  readonly rows: number;
  readonly seed: number;
  readonly manner: Manner;
  /** How many of the columns, from the left; all without it. */
  readonly columns?: number;
}

/** Writes generated orders as CSV without holding them in memory. */
export async function writeOrdersCsv(path: string, orders: OrdersFile): Promise<void> {
  const { rows, seed, manner, columns } = orders;
  mkdirSync(dirname(path), { recursive: true });
  const file = createWriteStream(path);
  let text = csvRecord(orderHeadings.slice(0, columns));
  for (const cells of generateOrders(rows, seed, manner)) {
    text += csvRecord(cells.slice(0, columns));
    if (text.length < 1 << 18) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
}
