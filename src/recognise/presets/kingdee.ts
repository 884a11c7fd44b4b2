import type { Preset } from './preset.ts';

/** Lists that 金蝶 programs show and write to a workbook, with one heading row. */
export const kingdee: Preset = {
  id: 'kingdee',
  tables: [
    {
      dataset: 'orders',
      must: ['单据编号', '物料编码', '物料名称', '价税合计'],
      signs: [
        '日期|单据日期',
        '客户|客户名称',
        '数量|销售数量',
        '含税单价',
        '金额|税额|税率',
        '销售员|业务员|部门|销售部门',
      ],
    },
  ],
};
