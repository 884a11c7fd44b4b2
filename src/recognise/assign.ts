/** Which column is which field of one dataset: by rank of its heading, by what `--column` says, by its values. */
import { type DatasetName, fieldKind } from '../model/fields.ts';
import type { TaxBasis } from '../model/mapping.ts';
import { type Assignment, type Draft, isTaken } from './assignment.ts';
import { fitsOf, helperFields, type Rank } from './headings.ts';
import { noColumns, presetColumns } from './presets/columns.ts';
import type { Claim } from './presets/match.ts';
import { assignPreset, settleQuirks } from './presets/settle.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

const ranks: readonly Rank[] = [0, 1, 2];

/** The fields of `dataset` that the sheet's columns are; what the user said goes before what the preset says. */
export function assignFields(sheet: Sheet, dataset: DatasetName, claim: Claim | null = null): Assignment {
  const preset = claim === null ? noColumns : presetColumns(claim, sheet.columns, dataset);
  const draft: Draft = { fields: new Map(), ambiguous: [], unused: preset.unused };
  for (const column of sheet.columns) {
    const field = column.declared;
    if (field !== null && fieldKind(dataset, field) !== undefined && !draft.fields.has(field)) {
      draft.fields.set(field, { index: column.index, rank: 0, confidence: 'declared' });
    }
  }
  assignWished(sheet, dataset, draft);
  assignPreset(preset, draft);
  for (const rank of ranks) assignRank(sheet, dataset, rank, draft);
  settleStandIns(sheet, dataset, draft);
  if (claim?.table.dataset === dataset) settleQuirks(sheet, claim.table.quirks ?? [], draft);
  for (const name of Object.values(helperFields)) draft.fields.delete(name);
  dropBarred(sheet, dataset, draft);
  const ambiguous = draft.ambiguous.filter(
    ({ field }) => !field.startsWith('@') && !draft.fields.has(field) && !sheet.wishes.isBarred(dataset, field),
  );
  return { dataset, fields: draft.fields, ambiguous };
}

/** Fields that no column is to be taken for. */
function dropBarred({ wishes }: Sheet, dataset: DatasetName, { fields }: Draft): void {
  for (const [field, { confidence }] of fields) {
    if (confidence !== 'declared' && wishes.isBarred(dataset, field)) fields.delete(field);
  }
}

/** Headings that a config names come before the built-in ones. */
function assignWished(sheet: Sheet, dataset: DatasetName, draft: Draft): void {
  for (const field of sheet.wishes.fieldsOf(dataset).filter((one) => !draft.fields.has(one))) {
    const keys = sheet.wishes.keysFor(dataset, field);
    const fitting = sheet.columns.filter((column) => column.keys.some((key) => keys.includes(key)));
    const free = fitting.map(({ index }) => index).filter((index) => !isTaken(draft, index));
    const [first] = free;
    if (free.length > 1) reportAmbiguity(draft, field, free);
    else if (first !== undefined) draft.fields.set(field, { index: first, rank: 0, confidence: 'declared' });
  }
}

function assignRank(sheet: Sheet, dataset: DatasetName, rank: Rank, draft: Draft): void {
  for (const [field, indexes] of rivalsOf(sheet, dataset, rank, draft)) {
    const free = indexes.filter((index) => !isTaken(draft, index));
    const [first] = free;
    if (free.length > 1) reportAmbiguity(draft, field, free);
    else if (first !== undefined && !draft.ambiguous.some((one) => one.field === field)) {
      draft.fields.set(field, { index: first, rank, confidence: rank === 0 ? 'exact' : 'alias' });
    }
  }
}

/** By field that has no column yet, the columns whose headings fit it at this rank. */
function rivalsOf(sheet: Sheet, dataset: DatasetName, rank: Rank, draft: Draft): Map<string, number[]> {
  const byField = new Map<string, number[]>();
  for (const column of sheet.columns.filter(({ index }) => !isTaken(draft, index) && !draft.unused.has(index))) {
    const fields = fieldsOf(dataset, column, rank).filter(
      (field) => !draft.fields.has(field) && !sheet.wishes.isBarred(dataset, field),
    );
    for (const field of fields.filter((one) => suits(dataset, one, column, rank))) {
      byField.set(field, [...(byField.get(field) ?? []), column.index]);
    }
  }
  return byField;
}

function reportAmbiguity(draft: Draft, field: string, indexes: readonly number[]): void {
  if (!draft.ambiguous.some((one) => one.field === field)) draft.ambiguous.push({ field, indexes });
}

// Of several header rows the whole heading counts first, then its last part, then its first.
function fieldsOf(dataset: DatasetName, column: SheetColumn, rank: Rank): string[] {
  for (const key of column.keys) {
    const fits = fitsOf(dataset, key);
    if (fits.length > 0) return fits.filter((fit) => fit.rank === rank).map(({ field }) => field);
  }
  return [];
}

/** A word that is not the field's own needs values that can be of the field; a column of nothing suits all. */
function suits(dataset: DatasetName, field: string, column: SheetColumn, rank: Rank): boolean {
  const { keys, looks } = column;
  if (rank === 0 && keys[0] === field.toLowerCase()) return true;
  if (field === 'rep' || field === 'manager') return suitsPerson(dataset, field, column, rank);
  const kind = fieldKind(dataset, field);
  if (kind === 'day') return looks.hasDays || looks.isBlank;
  return (kind !== 'amount' && field !== helperFields.discount) || looks.hasNumbers || looks.isBlank;
}

/** Numbers are ids of people, never of managers; a column called Sales with numbers is money. */
function suitsPerson(dataset: DatasetName, field: string, { keys, looks }: SheetColumn, rank: Rank): boolean {
  if (rank > 0 && keys.some((key) => key === 'sales' || key === '销售')) return !looks.hasNumbers;
  return (field === 'rep' && dataset !== 'people' && rank < 2) || !looks.isNumeric;
}

function settleStandIns(sheet: Sheet, dataset: DatasetName, draft: Draft): void {
  standIn(draft, helperFields.productId, 'product');
  standIn(draft, helperFields.invoiceId, 'orderId');
  if (dataset !== 'people' && dataset !== 'targets') standIn(draft, 'employeeId', 'rep');
  standIn(draft, helperFields.subtotal, 'amount');
  settleNetPrice(draft);
  settleDiscount(sheet, draft);
  settleTax(sheet, draft);
  if (dataset === 'orders' || dataset === 'order-lines') settleLonePrice(draft);
  if (dataset === 'orders') {
    settleOnlyDate(draft);
    settleShopify(sheet, draft);
  }
}

/** An id stands for the field that the table has no name for (contract: SalesRepId, ProductID). */
function standIn(draft: Draft, from: string, field: string): void {
  const found = draft.fields.get(from);
  if (!found || draft.fields.has(field) || draft.ambiguous.some((one) => one.field === field)) return;
  draft.fields.set(field, { ...found, confidence: found.confidence === 'declared' ? 'declared' : 'alias' });
  draft.fields.delete(from);
}

/** Where a line states no amount, its price after discount makes it. */
function settleNetPrice(draft: Draft): void {
  const net = draft.fields.get(helperFields.netPrice);
  if (!net || draft.fields.has('amount')) return;
  draft.fields.set('unitPrice', { ...net, confidence: 'alias' });
}

/**
 * Where nothing counts pieces, a row is one piece and its price the amount: cars, houses, the items of a web shop. A list of
 * prices has no buyer, seller or order.
 */
function settleLonePrice({ fields, ambiguous }: Draft): void {
  const price = fields.get('unitPrice');
  const isSold = ['orderId', 'customerId', 'customerName', 'rep'].some((field) => fields.has(field));
  const hasMore = ['amount', 'quantity'].some(
    (field) => fields.has(field) || ambiguous.some((one) => one.field === field),
  );
  if (!price || !isSold || hasMore) return;
  fields.set('amount', { ...price, confidence: price.confidence === 'declared' ? 'declared' : 'content' });
  fields.delete('unitPrice');
}

function settleDiscount(sheet: Sheet, draft: Draft): void {
  const found = draft.fields.get(helperFields.discount);
  const column = found && sheet.columns[found.index];
  if (!found || !column) return;
  const field = column.looks.isShare ? 'discountRate' : 'discountAmount';
  if (!draft.fields.has(field)) draft.fields.set(field, { ...found, confidence: 'alias' });
}

/** Basis that a heading states: 含税 / 价税合计, 不含税; `null` where it states none. */
export function taxOf(key: string): TaxBasis | null {
  if (/不含税|未税|无税|去税|extax|excl|nettax|netoftax|beforetax|exvat|exgst/u.test(key)) return 'excluded';
  return /含税|价税|税价|incl|withtax|aftertax/u.test(key) ? 'included' : null;
}

const plain = new Set(['金额', '本币金额', '原币金额', 'famount']);

/** Contract "Tax": 金额 beside 价税合计 is the amount without tax; 不含税金额 alone is the amount. */
function settleTax(sheet: Sheet, draft: Draft): void {
  const isPlain = (index: number): boolean => sheet.columns[index]?.keys.some((key) => plain.has(key)) === true;
  const isIncluded = (index: number): boolean => taxOf(sheet.columns[index]?.keys[0] ?? '') === 'included';
  const clash = draft.ambiguous.findIndex(({ field }) => field === 'amount');
  const rivals = draft.ambiguous[clash]?.indexes ?? [];
  const included = rivals.filter(isIncluded);
  if (included.length === 1 && rivals.length === 2 && rivals.some(isPlain)) {
    draft.ambiguous.splice(clash, 1);
    draft.fields.set('amount', { index: included[0] ?? 0, rank: 0, confidence: 'exact' });
  }
  const amount = draft.fields.get('amount');
  const net = draft.fields.get('amountExTax');
  if (amount && !net && isIncluded(amount.index)) {
    const beside = sheet.columns.find(
      ({ index }) => index !== amount.index && !isTaken(draft, index) && isPlain(index),
    );
    if (beside) draft.fields.set('amountExTax', { index: beside.index, rank: 1, confidence: 'alias' });
  }
  if (!amount && net && !draft.ambiguous.some(({ field }) => field === 'amount')) {
    draft.fields.set('amount', net);
    draft.fields.delete('amountExTax');
  }
}

/** Shopify calls the order's number `Name` (`#1001`), beside `Lineitem …` columns. */
function settleShopify(sheet: Sheet, draft: Draft): void {
  if (draft.fields.has('orderId') || !sheet.columns.some(({ keys }) => keys.includes('lineitemquantity'))) return;
  const name = sheet.columns.find(({ keys, index }) => keys.includes('name') && !isTaken(draft, index));
  if (name) draft.fields.set('orderId', { index: name.index, rank: 1, confidence: 'alias' });
}

/** Where `orders` has no order date, its only date is it (contract §2); of several none is chosen in silence. */
function settleOnlyDate(draft: Draft): void {
  if (draft.fields.has('orderDate') || draft.ambiguous.some(({ field }) => field === 'orderDate')) return;
  const dates = ['invoiceDate', 'deliveryDate', 'paymentDate'].flatMap((field) => {
    const found = draft.fields.get(field);
    return found ? [{ field, found }] : [];
  });
  const [first] = dates;
  if (!first) return;
  if (dates.length > 1) {
    draft.ambiguous.push({ field: 'orderDate', indexes: dates.map(({ found }) => found.index) });
    return;
  }
  draft.fields.set('orderDate', { ...first.found, confidence: 'content' });
  draft.fields.delete(first.field);
}
