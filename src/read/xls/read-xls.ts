/** .xls files (BIFF 2 to 8): read by a library of wide knowledge in a worker that cannot take all memory or all day. */
import { Worker } from 'node:worker_threads';
import { workerScript } from '../../lib/worker-script.ts';
import type { Limits, ReadOptions } from '../../model/options.ts';
import type { RawColumn, RawFile, RawTable, TextPool } from '../../model/raw-table.ts';
import { UserError } from '../../problems/user-error.ts';
import { limitError, limitsFor } from '../limits.ts';
import type { Source } from '../source.ts';
import { damaged } from '../xlsx/damaged.ts';
import type { XlsColumn, XlsReply, XlsRequest, XlsSheet } from './message.ts';

/** No .xls that Excel can hold takes so long. */
const maxSeconds = 15;
const maxBytes = 256 << 20;
const resourceLimits = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Throws UserError `file/encrypted`, `file/damaged` or a limit. */
export async function readXls(source: Source, options: ReadOptions = {}): Promise<RawFile> {
  const limits = limitsFor('workbook', options.limits);
  const capped = { ...limits, maxInput: Math.min(limits.maxInput, maxBytes) };
  if (source.size > capped.maxInput) throw limitError('maxInput', capped, { file: source.path, found: source.size });
  const bytes = await source.whole();
  const reply = await askWorker(source.path, { bytes: Uint8Array.from(bytes), limits }, options.signal);
  if (reply.kind !== 'sheets') throw refusal(source.path, reply, limits);
  return {
    path: source.path,
    sha256: await source.sha256(),
    bytes: source.size,
    format: 'xls',
    encoding: null,
    delimiter: null,
    lineEnding: null,
    tables: reply.sheets.map((sheet) => tableOf(source.path, sheet)),
    notes: [],
  };
}

function refusal(file: string, reply: Exclude<XlsReply, { readonly kind: 'sheets' }>, limits: Limits): UserError {
  if (reply.kind === 'encrypted') return new UserError('file/encrypted', { file });
  if (reply.kind === 'limit') return limitError(reply.what, limits, { file, found: reply.found });
  return damaged(file, reply.reason);
}

async function askWorker(file: string, request: XlsRequest, signal: AbortSignal | undefined): Promise<XlsReply> {
  const worker = startWorker(request);
  try {
    return await new Promise<XlsReply>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(damaged(file, `it could not be read within ${maxSeconds} seconds`));
      }, maxSeconds * 1000);
      const settle = (act: () => void) => {
        clearTimeout(timer);
        act();
      };
      worker.once('message', (reply: XlsReply) => settle(() => resolve(reply)));
      worker.once('error', (error: unknown) => settle(() => reject(workerFailure(file, error))));
      worker.once('exit', () => settle(() => reject(damaged(file, 'its records make no sense'))));
      signal?.addEventListener('abort', () => settle(() => reject(signal.reason)), { once: true });
    });
  } finally {
    await worker.terminate();
  }
}

function workerFailure(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return damaged(file, 'it would take too much memory', error);
  return error;
}

function startWorker(request: XlsRequest): Worker {
  const options = {
    workerData: request,
    transferList: [request.bytes.buffer],
    resourceLimits,
    stderr: true,
    stdout: true,
  };
  const { script, ...how } = workerScript('xls-worker', import.meta.url);
  return new Worker(script, { ...options, ...how });
}

function tableOf(file: string, sheet: XlsSheet): RawTable {
  return {
    file,
    sheet: sheet.name,
    isHidden: sheet.isHidden,
    isOwn: false,
    isTyped: true,
    rowCount: sheet.rowNumbers.length,
    rowNumbers: sheet.rowNumbers,
    shownRows: sheet.rowNumbers,
    columns: sheet.columns.map(columnOf),
    merges: sheet.merges,
    hiddenRows: new Set(sheet.hiddenRows),
  };
}

function columnOf({ kinds, values, texts, formats }: XlsColumn): RawColumn {
  return { kinds, values, formats, pool: new ListPool(texts) };
}

class ListPool implements TextPool {
  readonly #texts: readonly string[];
  readonly isPlain: boolean;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.isPlain = texts.every((text) => /^[!-~](?:[ -~]*[!-~])?$/.test(text));
  }

  get size(): number {
    return this.#texts.length;
  }

  text(index: number): string {
    const text = this.#texts[index];
    if (text === undefined) throw new RangeError(`no text ${index} in a pool of ${this.#texts.length}`);
    return text;
  }
}
