/** Tables that `init` writes for people to fill in: their columns, and what may stand there. */

/** `day`, `money`, `count`, `share`: a number or date of that kind; `status`, `stage`: a word of a list; else text. */
export type StarterCell = 'text' | 'day' | 'money' | 'count' | 'share' | 'status' | 'stage';

export interface StarterColumn {
  /** Field name; its heading is in `i18n`. */
  readonly field: string;
  readonly cell: StarterCell;
  /** Without it a row is in no figure. */
  readonly isNeeded: boolean;
}

const text = (field: string): StarterColumn => ({ field, cell: 'text', isNeeded: false });
const of = (cell: StarterCell, field: string): StarterColumn => ({ field, cell, isNeeded: false });
const needed = (cell: StarterCell, field: string): StarterColumn => ({ field, cell, isNeeded: true });

export const starters = {
  orders: [
    text('orderId'),
    needed('day', 'orderDate'),
    text('customerId'),
    text('customerName'),
    text('rep'),
    text('region'),
    text('product'),
    text('category'),
    of('count', 'quantity'),
    of('money', 'unitPrice'),
    needed('money', 'amount'),
    of('money', 'cost'),
    of('status', 'status'),
  ],
  customers: [
    needed('text', 'customerId'),
    text('customerName'),
    text('segment'),
    text('industry'),
    text('region'),
    text('rep'),
    of('day', 'createdDate'),
    of('day', 'firstOrderDate'),
  ],
  deals: [
    text('dealId'),
    text('dealName'),
    text('customerId'),
    text('customerName'),
    text('rep'),
    needed('stage', 'stage'),
    of('money', 'amount'),
    of('share', 'probability'),
    needed('day', 'createdDate'),
    of('day', 'expectedCloseDate'),
    of('day', 'closeDate'),
    text('source'),
  ],
  people: [
    needed('text', 'rep'),
    text('employeeId'),
    text('team'),
    text('region'),
    text('manager'),
    text('role'),
    of('day', 'from'),
    of('day', 'to'),
  ],
} as const satisfies Readonly<Record<string, readonly StarterColumn[]>>;

export type StarterKind = keyof typeof starters;

export const starterKinds = ['orders', 'customers', 'deals', 'people'] as const satisfies readonly StarterKind[];
