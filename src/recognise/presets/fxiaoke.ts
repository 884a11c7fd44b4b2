import type { HeadingWords, Preset } from './preset.ts';

/** Columns that every object has. */
const system: readonly HeadingWords[] = [
  '负责人',
  '负责人主属部门',
  '归属部门',
  '业务类型',
  '生命状态',
  '锁定状态',
  '创建时间',
];
/** Of the two departments the record's own: it stays when its owner moves. */
const team = '归属部门|负责人主属部门';

export const fxiaoke: Preset = {
  id: 'fxiaoke',
  tables: [
    {
      dataset: 'deals',
      must: ['商机名称', '商机阶段|销售流程', '生命状态|锁定状态|作废前生命状态|负责人主属部门'],
      signs: ['客户名称', '商机金额', '赢率|预测金额', '预计成交日期', ...system],
      fields: { team },
      unused: '预测金额',
      quirks: ['expected-close', 'company-before-name'],
    },
    {
      dataset: 'orders',
      must: ['销售订单编号', '销售订单金额|下单日期', '生命状态|锁定状态|作废前生命状态|负责人主属部门|归属部门'],
      signs: ['客户名称', '已回款金额|待回款金额|退货金额', '下单日期', ...system],
      fields: { team, orderDate: '下单日期' },
      // An order that is being changed was in force before.
      statuses: [['counts', '变更中']],
      quirks: ['company-before-name'],
    },
    {
      dataset: 'customers',
      must: ['客户名称', '生命状态|锁定状态|作废前生命状态', '负责人主属部门|归属部门|负责人变更时间'],
      signs: ['成交状态', '创建人', '最后修改时间', ...system],
      without: '商机名称|销售订单编号|商机阶段|下单日期',
      fields: { customerName: '客户名称', team },
      quirks: ['company-before-name'],
    },
    {
      dataset: 'targets',
      must: ['目标规则', '部门/人员|部门|人员', '年度目标值|^1月|^第?一季度'],
      signs: ['年度目标值', '^12月'],
    },
  ],
};
