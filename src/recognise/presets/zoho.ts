import type { Preset } from './preset.ts';

/** Bulk reads have API names (`Deal_Name`), which fold to the labels. Deals were called potentials. */
export const zoho: Preset = {
  id: 'zoho',
  tables: [
    {
      dataset: 'deals',
      must: [
        'Deal Name|Potential Name|商机名称',
        'Closing Date|结束日期|预计成交日期',
        'Deal Owner|Deal Owner.id|Potential Owner|商机所有者|Account Name.id',
      ],
      signs: [
        'Account Name|Account Name.id|客户名称',
        'Stage|阶段',
        'Amount|金额',
        'Probability (%)|可能性(%)',
        'Expected Revenue|预期收入',
        'Record Id|Potential Id|Id',
        'Created Time|创建时间',
        'Modified Time|修改时间',
        'Lead Source|线索来源',
        'Next Step|Type',
      ],
      fields: {
        dealId: 'Record Id|Potential Id|Id',
        rep: 'Deal Owner|Potential Owner|商机所有者|Owner|Deal Owner.id',
        customerId: 'Account Name.id',
        closeDate: 'Closing Date|结束日期|预计成交日期',
        createdDate: 'Created Time|创建时间',
      },
      unused: 'Description|Expected Revenue|预期收入|Campaign Source',
    },
    {
      dataset: 'customers',
      must: ['Account Owner', 'Account Name', 'Account Owner.id'],
      signs: ['Record Id', 'Industry', 'Account Type', 'Annual Revenue', 'Phone', 'Created Time', 'Modified Time'],
      // `Account Number` is a number that nobody need fill in; deals name their account by its record.
      fields: { customerId: 'Record Id', rep: 'Account Owner', createdDate: 'Created Time' },
      unused: 'Account Number|Annual Revenue',
      without: 'Deal Name|Potential Name|Closing Date',
    },
  ],
};
