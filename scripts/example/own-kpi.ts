/** examples/06-own-kpi: orders with products, for KPIs that a config defines. */
import { csvBytes, smallHeadings, smallOrders } from './small-orders.ts';

export const ownKpiFiles = [
  {
    path: 'examples/06-own-kpi/orders.csv',
    make: async () => csvBytes([smallHeadings, ...smallOrders(606, '2023-01', 15)]),
  },
];
