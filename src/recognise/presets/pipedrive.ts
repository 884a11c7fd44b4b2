import type { Preset } from './preset.ts';

/** Only the columns that are visible in the list are exported. */
export const pipedrive: Preset = {
  id: 'pipedrive',
  tables: [
    {
      dataset: 'deals',
      must: ['^deal - (?:title|id|owner)', '^deal - (?:stage|status|pipeline)', '^deal - (?:value|currency of value)'],
      signs: [
        '^deal - (?:creation date|expected close date)',
        '^deal - (?:won time|closed on|lost time)',
        'Organization|Deal - Organization|Contact person|Deal - Contact person',
      ],
    },
  ],
};
