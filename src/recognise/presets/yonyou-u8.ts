import type { Preset } from './preset.ts';

export const yonyouU8: Preset = {
  id: 'yonyou-u8',
  tables: [
    {
      dataset: 'orders',
      must: ['单据编号|订单号|单据号', '存货编码', '存货名称', '本币价税合计|价税合计|原币价税合计'],
      signs: [
        '日期|单据日期|订单日期',
        '客户|客户名称',
        '数量',
        '原币含税单价|含税单价',
        '本币金额|金额|表体税率',
        '业务员|部门',
      ],
    },
  ],
};
