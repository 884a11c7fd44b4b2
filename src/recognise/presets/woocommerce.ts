import type { Preset } from './preset.ts';

/** Analytics has two files behind one button: a short list is made by the browser, a long one by the server. */
export const woocommerce: Preset = {
  id: 'woocommerce',
  tables: [
    {
      dataset: 'orders',
      must: ['Order #', 'Product(s)', 'Coupon(s)'],
      signs: [
        'Date',
        'Status',
        'Customer|Customer type',
        'Items sold',
        'N. Revenue|Net Sales|N. Revenue (formatted)',
        'Attribution|Origin',
      ],
      // The formatted column is the order with tax and shipping, the other one without: what Analytics calls net.
      fields: { amount: 'N. Revenue|Net Sales|N. Revenue (formatted)' },
      statuses: [['not-counted', 'on hold|on-hold|pending']],
    },
    {
      dataset: 'orders',
      must: ['^order_id$', '^order_status$', '^order_total$', '^(?:billing_first_name|payment_method|order_currency)$'],
      signs: ['order_date', 'customer_id', 'billing_first_name', 'order_currency', 'payment_method'],
      statuses: [['not-counted', 'on hold|on-hold|pending']],
    },
  ],
};
