/** examples/03-targets-breakdown: two years of orders, whose second is the history that a target is split by. */
import { csvBytes, smallHeadings, smallOrders } from './small-orders.ts';

const columns = [0, 1, 2, 3, 4, 8];

export const breakdownFiles = [
  {
    path: 'examples/03-targets-breakdown/orders.csv',
    make: async () =>
      csvBytes([smallHeadings, ...smallOrders(303, '2022-01', 24)].map((row) => columns.map((at) => row[at] ?? ''))),
  },
];
