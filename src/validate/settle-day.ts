/** `--basis`: which date a sale counts by. */
import type { ValidateOptions } from '../model/options.ts';
import { UserError } from '../problems/user-error.ts';
import type { TypedTable } from './typed-table.ts';

const dateOf = { delivery: 'deliveryDate', invoice: 'invoiceDate', payment: 'paymentDate' } as const;

/** Puts the date of the basis under `orderDate`. Throws a UserError where no table has it. */
export function settleDay(tables: readonly TypedTable[], basis: ValidateOptions['basis']): void {
  if (basis === undefined || basis === 'order' || tables.length === 0) return;
  const field = dateOf[basis];
  if (!tables.some((table) => table.day(field))) throw new UserError('basis/no-such-date', { basis, field });
  for (const table of tables) {
    const column = table.day(field);
    if (column) table.replace('orderDate', column);
  }
}
