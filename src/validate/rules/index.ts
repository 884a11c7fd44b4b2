/** Every rule over rows: one file each, listed once. */
import type { Facts } from '../../model/table.ts';
import type { Ledger } from '../ledger.ts';
import type { TypedTable } from '../typed-table.ts';
import { hiddenRows } from './hidden-rows.ts';
import { refundWithoutOrder } from './refund-without-order.ts';
import { repeatedLine } from './repeated-line.ts';
import { sharedOrderId } from './shared-order-id.ts';
import { unmappedStatus } from './unmapped-status.ts';

/** Rules over one table of facts as the file has it. */
export const tableRules: readonly ((table: TypedTable, ledger: Ledger) => void)[] = [
  hiddenRows,
  unmappedStatus,
  sharedOrderId,
  repeatedLine,
];

/** Rules over all facts together. */
export const factRules: readonly ((facts: Facts, ledger: Ledger) => void)[] = [refundWithoutOrder];
