import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { csvRecord, generateOrders, type Manner, orderHeadings } from './generated-orders.ts';

/** Writes generated orders as CSV without holding them in memory. */
export async function writeOrdersCsv(path: string, rows: number, seed: number, manner: Manner): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const file = createWriteStream(path);
  let text = csvRecord(orderHeadings);
  for (const cells of generateOrders(rows, seed, manner)) {
    text += csvRecord(cells);
    if (text.length < 1 << 18) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
}
