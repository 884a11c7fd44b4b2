/** What programs are called, and which of their exports are known. */
export const presets = {
  zoho: { title: 'Zoho CRM', knows: 'deals, also as potentials and from bulk reads; accounts' },
  fxiaoke: { title: 'Fxiaoke (纷享销客)', knows: 'opportunities 2.0, sales orders, customers, targets' },
  salesforce: {
    title: 'Salesforce',
    knows: 'opportunity reports, with several currencies too; stage and field history are named, not read',
  },
  hubspot: { title: 'HubSpot', knows: 'deals with stage dates, companies, tickets' },
  pipedrive: { title: 'Pipedrive', knows: 'deals' },
  'dynamics-365': { title: 'Dynamics 365', knows: 'opportunities of workbooks made for importing again' },
  odoo: { title: 'Odoo', knows: 'sales orders in English and Chinese, with lines or grouped too' },
  erpnext: { title: 'ERPNext', knows: 'sales orders, target variance reports' },
  shopify: { title: 'Shopify', knows: 'orders with their further lines, customers' },
  woocommerce: { title: 'WooCommerce', knows: 'orders of Analytics, made by browser or server, and of export plugins' },
  taobao: { title: 'Taobao and Tmall (淘宝/天猫)', knows: 'orders in GBK, numbers as ="123"' },
  'kingdee-cloud': { title: 'Kingdee Cloud (金蝶云星空)', knows: 'sales orders and deliveries with two heading rows' },
  'yonyou-u8': { title: 'Yonyou U8 (用友 U8)', knows: 'lists of sales documents' },
  kingdee: { title: 'Kingdee (金蝶)', knows: 'lists of sales documents' },
};
