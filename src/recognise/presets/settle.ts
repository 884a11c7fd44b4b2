/** What a preset adds to the fields of a table: before general recognition its own headings, after it its quirks. */
import { type Draft, isTaken } from '../assignment.ts';
import { foldHeading } from '../fold.ts';
import type { Sheet } from '../sheet.ts';
import type { PresetColumns } from './columns.ts';
import type { Quirk } from './preset.ts';

export function assignPreset({ fields }: PresetColumns, draft: Draft): void {
  for (const [field, index] of fields) {
    if (!draft.fields.has(field) && !isTaken(draft, index))
      draft.fields.set(field, { index, rank: 0, confidence: 'preset' });
  }
}

export function settleQuirks(sheet: Sheet, quirks: readonly Quirk[], draft: Draft): void {
  if (quirks.includes('currency-beside')) settleCurrencyBeside(sheet, draft);
  if (quirks.includes('expected-close')) settleExpectedClose(draft);
}

/** The currency of `Total Amount` stands under `Total Amount Currency`, that of other amounts under theirs. */
function settleCurrencyBeside(sheet: Sheet, draft: Draft): void {
  const amount = sheet.columns[draft.fields.get('amount')?.index ?? -1];
  if (!amount || draft.fields.get('currency')?.confidence === 'declared') return;
  const { key } = foldHeading(`${amount.heading} Currency`);
  const [column, ...others] = sheet.columns.filter(({ keys }) => keys.includes(key));
  if (column && others.length === 0)
    draft.fields.set('currency', { index: column.index, rank: 0, confidence: 'preset' });
}

/** Where a deal has no other date, the expected one dates its end too, as `Close Date` does in other programs. */
function settleExpectedClose(draft: Draft): void {
  const expected = draft.fields.get('expectedCloseDate');
  if (!expected || draft.fields.has('closeDate') || draft.ambiguous.some(({ field }) => field === 'closeDate')) return;
  draft.fields.set('closeDate', { ...expected, confidence: 'preset' });
  draft.fields.delete('expectedCloseDate');
}
