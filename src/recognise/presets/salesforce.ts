import type { Preset } from './preset.ts';

export const salesforce: Preset = {
  id: 'salesforce',
  tables: [
    {
      dataset: 'deals',
      must: ['Opportunity Owner', 'Opportunity Name', 'Stage'],
      signs: [
        'Account Name',
        'Fiscal Period|Age',
        'Amount|Total Amount|^amount',
        'Probability (%)|Forecast Category',
        'Close Date',
        'Created Date|Type',
        'Next Step|Lead Source|^.+ currency$',
      ],
      without: 'From Stage|Old Value',
      quirks: ['currency-beside'],
    },
    {
      dataset: null,
      must: ['From Stage', 'To Stage'],
      signs: ['Last Modified|Last Modified Date|Last Modified By', 'Opportunity Name|Opportunity Owner'],
    },
    {
      dataset: null,
      must: ['Field / Event', 'Old Value', 'New Value'],
      signs: ['Edit Date'],
    },
  ],
};
