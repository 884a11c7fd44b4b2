import type { Preset } from './preset.ts';

export const shopify: Preset = {
  id: 'shopify',
  tables: [
    {
      dataset: 'orders',
      must: ['Name', 'Financial Status', 'Lineitem name|Lineitem quantity|Lineitem price'],
      signs: [
        'Fulfillment Status',
        'Total|Subtotal',
        'Shipping|Taxes',
        'Created at',
        'Lineitem price',
        'Refunded Amount|Outstanding Balance',
        'Accepts Marketing|Risk Level|Tags',
      ],
      fields: { orderId: 'Name', refundedAmount: 'Refunded Amount' },
      statuses: [['not-counted', 'pending']],
      quirks: ['lines-repeat-date'],
    },
    {
      dataset: 'customers',
      must: ['Customer ID', 'Total Spent', 'Total Orders'],
      signs: ['First Name', 'Last Name', 'Email', 'Accepts Email Marketing|Accepts Marketing', 'Tags|Note'],
    },
  ],
};
