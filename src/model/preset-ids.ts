/** The programs whose exports are known by their headings; a new one is listed here and in `recognise/presets/index.ts`. */
export const presetIds = [
  'zoho',
  'fxiaoke',
  'salesforce',
  'hubspot',
  'pipedrive',
  'dynamics-365',
  'odoo',
  'erpnext',
  'shopify',
  'woocommerce',
  'taobao',
  'kingdee-cloud',
  'yonyou-u8',
  'kingdee',
] as const;

export type PresetId = (typeof presetIds)[number];
