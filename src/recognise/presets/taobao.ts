import type { Preset } from './preset.ts';

export const taobao: Preset = {
  id: 'taobao',
  tables: [
    {
      dataset: 'orders',
      must: ['订单编号', '买家会员名', '买家实际支付金额|买家应付货款|总金额', '宝贝标题|宝贝总数量'],
      signs: ['订单状态', '订单创建时间', '订单付款时间', '收货人姓名', '宝贝种类', '物流单号|运送方式'],
      // How many kinds of goods the order has, not which.
      unused: '宝贝种类',
    },
  ],
};
