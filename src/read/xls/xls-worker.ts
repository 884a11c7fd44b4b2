/** The worker that parses one .xls file and posts its sheets as columns. */
import { parentPort, workerData } from 'node:worker_threads';
import type { XlsReply, XlsRequest } from './message.ts';
import { parseXls } from './parse-xls.ts';

const given: unknown = workerData;
if (!isRequest(given)) throw new TypeError('started by something other than read-xls');
const reply = parseXls(given);
parentPort?.postMessage(reply, buffersOf(reply));

function isRequest(data: unknown): data is XlsRequest {
  return typeof data === 'object' && data !== null && 'bytes' in data && 'limits' in data;
}

function buffersOf(from: XlsReply): ArrayBuffer[] {
  if (from.kind !== 'sheets') return [];
  const arrays = from.sheets.flatMap(({ rowNumbers, columns }) => [
    rowNumbers,
    ...columns.flatMap(({ kinds, values }) => [kinds, values]),
  ]);
  // A column without cells may share its arrays with others.
  return [...new Set(arrays.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
