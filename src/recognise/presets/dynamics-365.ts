import type { Preset } from './preset.ts';

/** The first three columns let the workbook be imported again; they are hidden in it. */
export const dynamics365: Preset = {
  id: 'dynamics-365',
  tables: [
    {
      dataset: 'deals',
      must: ['^\\(do not modify\\) (?:opportunity|row checksum|modified on)$', 'Topic|Est. Revenue|Actual Revenue'],
      signs: [
        'Account|Potential Customer',
        'Est. Close Date|Actual Close Date',
        'Status|Status Reason',
        'Owner|Probability',
      ],
      fields: { dealId: '(Do Not Modify) Opportunity', stage: 'Sales Stage|Pipeline Phase|Sales Stage/Pipeline Phase' },
      unused: '(Do Not Modify) Row Checksum|(Do Not Modify) Modified On',
    },
  ],
};
