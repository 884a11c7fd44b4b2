/** 各系统的名称，以及能识别它们的哪些导出。 */
import type { Catalogue } from '../catalogue.ts';

export const presets: Catalogue['presets'] = {
  zoho: { title: 'Zoho CRM', knows: '商机（含旧称 Potentials 和批量读取）、客户' },
  fxiaoke: { title: '纷享销客', knows: '商机2.0、销售订单、客户、目标' },
  salesforce: { title: 'Salesforce', knows: '商机报表（含多币种）；阶段历史和字段历史只报名称，不读取' },
  hubspot: { title: 'HubSpot', knows: '含阶段日期的商机、公司、工单' },
  pipedrive: { title: 'Pipedrive', knows: '商机' },
  'dynamics-365': { title: 'Dynamics 365', knows: '可重新导入的商机工作簿' },
  odoo: { title: 'Odoo', knows: '中英文销售订单，含明细行或分组' },
  erpnext: { title: 'ERPNext', knows: '销售订单、目标差异报表' },
  shopify: { title: 'Shopify', knows: '订单（含续行）、客户' },
  woocommerce: { title: 'WooCommerce', knows: 'Analytics 订单（浏览器或服务器生成）、插件导出的订单' },
  taobao: { title: '淘宝/天猫', knows: 'GBK 订单，编号为 ="123"' },
  'kingdee-cloud': { title: '金蝶云星空', knows: '两行表头的销售订单和销售出库单' },
  'yonyou-u8': { title: '用友 U8', knows: '销售单据列表' },
  kingdee: { title: '金蝶', knows: '销售单据列表' },
};
