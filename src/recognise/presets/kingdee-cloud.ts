import type { Preset } from './preset.ts';

/** 金蝶云星空 引出: a row of names for programs above one for people, blank columns between the blocks of a document. */
export const kingdeeCloud: Preset = {
  id: 'kingdee-cloud',
  tables: [
    {
      dataset: 'orders',
      must: [
        '^f\\w+\\(sal_\\w+\\)|^\\*?(?:单据头|基本信息)\\(序号\\)',
        '^fbillno\\b|^\\*?\\((?:单据头|基本信息)\\)单据编号',
      ],
      signs: [
        '^\\*split\\*|^间隔列',
        '^fdate\\b|^.*\\)日期$',
        '^fcust|^.*客户#',
        '^fmaterialid|^.*物料编码#',
        '^(?:fqty|frealqty|fallamount)\\b|^.*数量$',
      ],
      unused: '^\\*split\\*|^间隔列|^.*\\(序号\\)$',
    },
  ],
};
