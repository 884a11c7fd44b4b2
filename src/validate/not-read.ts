import type { RecognisedTable } from '../model/mapping.ts';

/** Why recognition set a table aside (hidden, our own output, a lock file …), as a short key; null for one that is read. */
export function notReadReason({ mapping }: RecognisedTable): string | null {
  const why = mapping.problems.find(({ code }) => code === 'table/not-read')?.params['why'];
  return typeof why === 'string' ? why : null;
}
