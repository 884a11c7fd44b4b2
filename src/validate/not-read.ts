import type { RecognisedTable } from '../model/mapping.ts';

/** Why a table is not read, as a short key; null for one that is (contract §2: hidden and own sheets only on request). */
export function notReadReason({ raw, mapping }: RecognisedTable): string | null {
  const told = mapping.problems.find(({ code }) => code === 'table/not-read')?.params['why'];
  if (typeof told === 'string') return told;
  if (mapping.isDeclared) return null;
  if (raw.isOwn) return 'own-output';
  return raw.isHidden ? 'hidden-sheet' : null;
}
