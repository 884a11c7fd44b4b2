import type { Preset } from './preset.ts';

export const odoo: Preset = {
  id: 'odoo',
  tables: [
    {
      dataset: 'orders',
      must: ['Order Reference|订单号', 'Total|总计', 'Salesperson|Customer|销售员|客户'],
      signs: [
        'Order Date|订单日期',
        'Customer|客户',
        'Salesperson|销售员',
        'Sales Team|销售团队|^order lines/',
        'Status|状态',
      ],
      fields: {
        product: 'Order Lines/Product',
        quantity: 'Order Lines/Quantity',
        unitPrice: 'Order Lines/Unit Price',
      },
      // A locked order is a confirmed one that may no longer be changed.
      statuses: [
        ['counts', 'Locked|销售订单|已锁定'],
        ['not-counted', '报价单|报价已发送|已发送报价单'],
      ],
      quirks: ['group-rows'],
    },
  ],
};
