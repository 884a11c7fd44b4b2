import type { Preset } from './preset.ts';

export const erpnext: Preset = {
  id: 'erpnext',
  tables: [
    {
      dataset: 'orders',
      must: ['ID', 'Grand Total', '% Delivered|% Amount Billed|Grand Total (Company Currency)|Customer Name'],
      signs: ['Customer', 'Date|Transaction Date', 'Delivery Date', 'Status', 'Company', 'Currency|Territory'],
      fields: { orderId: 'ID', customerId: 'Customer', customerName: 'Customer Name', orderDate: 'Date' },
      // `Closed` is not here: whether an order that was closed early was sold, and how much of it, the list does not say.
      statuses: [['counts', 'To Pay|On Hold']],
    },
    {
      dataset: 'targets',
      must: ['Sales Person|Sales Partner|Territory', 'Item Group', '^target \\(', '^achieved \\(|Total Achieved'],
      signs: ['^variance \\(|Total Variance', 'Total Target'],
    },
  ],
};
