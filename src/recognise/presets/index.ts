import { dynamics365 } from './dynamics-365.ts';
import { erpnext } from './erpnext.ts';
import { fxiaoke } from './fxiaoke.ts';
import { hubspot } from './hubspot.ts';
import { kingdee } from './kingdee.ts';
import { kingdeeCloud } from './kingdee-cloud.ts';
import { odoo } from './odoo.ts';
import { pipedrive } from './pipedrive.ts';
import type { Preset } from './preset.ts';
import { salesforce } from './salesforce.ts';
import { shopify } from './shopify.ts';
import { taobao } from './taobao.ts';
import { woocommerce } from './woocommerce.ts';
import { yonyouU8 } from './yonyou-u8.ts';
import { zoho } from './zoho.ts';

export const presets: readonly Preset[] = [
  zoho,
  fxiaoke,
  salesforce,
  hubspot,
  pipedrive,
  dynamics365,
  odoo,
  erpnext,
  shopify,
  woocommerce,
  taobao,
  kingdeeCloud,
  yonyouU8,
  kingdee,
];
