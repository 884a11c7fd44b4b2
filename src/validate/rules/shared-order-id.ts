import type { TextColumn } from '../../model/table.ts';
import { problem } from '../../problems/catalogue.ts';
import type { Ledger } from '../ledger.ts';
import type { TypedTable } from '../typed-table.ts';

/** An order id of several customers: distinct ids are then fewer than orders. Once per table. */
export function sharedOrderId(table: TypedTable, ledger: Ledger): void {
  const ids = table.text('orderId');
  const customers = table.text('customerId') ?? table.text('customerName');
  if (!ids || !customers) return;
  const { orders, first } = sharedIds(ids, customers, table.included);
  if (orders === 0) return;
  const example = ids.text(ids.codes[first] ?? 0);
  const extras = { heading: table.heading('orderId'), value: example, treatment: 'counted' as const };
  ledger.report(problem('row/shared-order-id', table.place(first, 'orderId'), { orders, example }, extras));
}

/** How many ids stand beside two customers or more, and the first row that shows it. */
function sharedIds(ids: TextColumn, customers: TextColumn, included: Uint8Array): { orders: number; first: number } {
  const customerOf = new Uint32Array(ids.size);
  const isShared = new Uint8Array(ids.size);
  let [orders, first] = [0, -1];
  for (let row = 0; row < included.length; row += 1) {
    const id = ids.codes[row] ?? 0;
    const customer = customers.codes[row] ?? 0;
    if (id === 0 || customer === 0 || included[row] !== 1) continue;
    const known = customerOf[id] || customer;
    customerOf[id] = known;
    if (known === customer || isShared[id] === 1) continue;
    isShared[id] = 1;
    orders += 1;
    if (first < 0) first = row;
  }
  return { orders, first };
}
