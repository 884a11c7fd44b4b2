/** `batch.json` as it grows: whole on the disk at any moment, so that a killed run goes on where it was. */
import type { Batch, JobRecord } from '../../model/batch.ts';
import { batchDocument } from '../../report/batch/batch-json.ts';
import { jsonText } from '../../write/json.ts';
import { saveFile } from '../../write/save.ts';

/** Saving takes at most a twentieth of the time. */
const share = 20;
const leastWait = 50;

export interface SavedState {
  /** Noted now, saved soon: many small jobs share one save. */
  readonly note: (at: number, record: JobRecord) => void;
  readonly records: () => readonly JobRecord[];
  /** Saves now, after any save under way. */
  readonly save: (finished: boolean, totalMs: number | null) => Promise<Batch>;
}

export interface StateOptions {
  readonly path: string;
  readonly force: boolean;
  /** Milliseconds on any clock. */
  readonly now: () => number;
}

export function savedState(batch: Omit<Batch, 'finished' | 'totalMs'>, { path, force, now }: StateOptions): SavedState {
  const records = [...batch.records];
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  let wait = leastWait;
  const save = async (finished: boolean, totalMs: number | null): Promise<Batch> => {
    clearTimeout(timer);
    timer = undefined;
    const whole: Batch = { ...batch, records: [...records], finished, totalMs };
    const saving = underWay.then(async () => {
      const started = now();
      await saveFile(path, Buffer.from(jsonText(batchDocument(whole))), { inputs: [], force });
      wait = Math.max(leastWait, (now() - started) * share);
    });
    underWay = saving.catch(() => undefined);
    await saving;
    return whole;
  };
  return {
    note: (at, record) => {
      records[at] = record;
      // A save that fails now is tried once more at the end, and fails the run there.
      timer ??= setTimeout(() => void save(false, null).catch(() => undefined), wait);
    },
    records: () => records,
    save,
  };
}
