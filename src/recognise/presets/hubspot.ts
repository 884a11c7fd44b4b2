import type { Preset } from './preset.ts';

export const hubspot: Preset = {
  id: 'hubspot',
  tables: [
    {
      dataset: 'deals',
      must: ['Deal Name', 'Deal Stage', 'Record ID|Deal ID|^date entered "|^hs_v2_date_entered_'],
      signs: ['Close Date', 'Deal owner', 'Amount', 'Pipeline', 'Create Date', 'Last Activity Date|^date entered '],
      without: '^deal - |Closing Date',
    },
    {
      dataset: 'customers',
      must: ['Record ID', 'Company name', 'Company owner|Company Domain Name'],
      signs: ['Industry', 'Create Date|Last Activity Date|Phone Number'],
      without: 'Deal Name|Ticket name',
      fields: { customerId: 'Record ID', rep: 'Company owner' },
    },
    {
      dataset: 'tickets',
      must: ['Ticket name', 'Ticket status', 'Ticket owner|Time to close|First agent email response date'],
      signs: ['Pipeline', 'Create date', 'Close date', 'Priority|Category', 'Source'],
      fields: { ticketId: 'Ticket ID|Record ID' },
    },
  ],
};
