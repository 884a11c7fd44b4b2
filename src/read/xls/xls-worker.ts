/** The worker that parses one .xls file and posts its sheets as columns. */
import { parentPort, workerData } from 'node:worker_threads';
import type { XlsReply, XlsRequest } from './message.ts';
import { parseXls } from './parse-xls.ts';

const request: XlsRequest = workerData;
const reply = parseXls(request);
parentPort?.postMessage(reply, buffersOf(reply));

function buffersOf(from: XlsReply): ArrayBuffer[] {
  if (from.kind !== 'sheets') return [];
  const arrays = from.sheets.flatMap(({ rowNumbers, columns }) => [
    rowNumbers,
    ...columns.flatMap(({ kinds, values }) => [kinds, values]),
  ]);
  // A column without cells may share its arrays with others.
  return [...new Set(arrays.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
