import { type BatchFailure, bugCode } from '../../model/batch.ts';

/** Of anything that is no UserError: memory that cannot be had, else a fault of ours. */
export function failureOf(error: unknown): BatchFailure {
  const text = error instanceof Error ? error.message : String(error);
  const isMemory = error instanceof RangeError && /allocation failed|invalid array|string length/i.test(text);
  return { code: isMemory ? 'batch/out-of-memory' : bugCode, params: { reason: text.slice(0, 500) }, problem: null };
}
