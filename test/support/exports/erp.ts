/** Exports of ERP programs, in the shapes that their users see. */
import type { ExportFile, Row } from './export-file.ts';
import {
  chinese,
  english,
  figuresOfOrders,
  lineTotal,
  type Order,
  type OrderState,
  orderTotal,
  someOrders,
} from './records.ts';
import { withBadDay } from './shops.ts';

const orders = someOrders(english);
const ordersZh = someOrders(chinese);
const figures = figuresOfOrders(orders);
/** ERP lists without a status: everything counts. */
const all: readonly OrderState[] = ['done', 'sent', 'unpaid', 'cancelled', 'refunded'];
const everything = figuresOfOrders(ordersZh, all);

const odooStatus: Readonly<Record<OrderState, string>> = {
  done: 'Sales Order',
  sent: 'Locked',
  unpaid: 'Quotation Sent',
  cancelled: 'Cancelled',
  refunded: 'Sales Order',
};

const odoo: ExportFile = {
  title: 'Odoo sales orders',
  path: 'Sales Order (sale.order).csv',
  preset: 'odoo',
  dataset: 'orders',
  form: { quotesAll: true },
  headings: [['Order Reference', 'Order Date', 'Customer', 'Salesperson', 'Sales Team', 'Total', 'Status']],
  rows: withBadDay(orders, (order) => [
    [
      ...[`S0${order.number}`, `${order.day} 10:00:00`, order.customer, order.rep, 'Europe'],
      ...[`${orderTotal(order)}.00`, odooStatus[order.state]],
    ],
  ]),
  fields: {
    orderId: 'Order Reference',
    orderDate: 'Order Date',
    customerName: 'Customer',
    rep: 'Salesperson',
    team: 'Sales Team',
    amount: 'Total',
    status: 'Status',
  },
  figures,
  planted: 'cell/no-such-date',
};

const odooStatusZh: Readonly<Record<OrderState, string>> = {
  done: '销售订单',
  sent: '销售订单',
  unpaid: '报价单',
  cancelled: '已取消',
  refunded: '销售订单',
};

const odooZh: ExportFile = {
  title: 'Odoo sales orders in Chinese',
  path: '销售订单 (sale.order).xlsx',
  preset: 'odoo',
  dataset: 'orders',
  form: 'xlsx',
  headings: [['订单号', '订单日期', '客户', '销售员', '销售团队', '总计', '状态']],
  rows: withBadDay(ordersZh, (order) => [
    [
      ...[`S0${order.number}`, order.day, order.customer, order.rep, '华东', String(orderTotal(order))],
      odooStatusZh[order.state],
    ],
  ]),
  fields: {
    orderId: '订单号',
    orderDate: '订单日期',
    customerName: '客户',
    rep: '销售员',
    amount: '总计',
    status: '状态',
  },
  figures: figuresOfOrders(ordersZh),
  planted: 'cell/no-such-date',
};

/** Lines follow their order's row with its cells blank. */
function odooLines(order: Order): Row[] {
  return order.lines.map((line, index) => {
    const head = (text: string) => (index === 0 ? text : '');
    return [
      ...[head(`S0${order.number}`), head(`${order.day} 10:00:00`), head(order.customer), head(order.rep)],
      ...[head(`${orderTotal(order)}.00`), head(odooStatus[order.state]), line.product, String(line.quantity)],
      ...[`${line.price}.00`, `${lineTotal(line)}.00`],
    ];
  });
}

const odooWithLines: ExportFile = {
  title: 'Odoo sales orders with their lines',
  path: 'Sales Order (sale.order) 2.csv',
  preset: 'odoo',
  dataset: 'orders',
  form: { quotesAll: true },
  headings: [
    [
      ...['Order Reference', 'Order Date', 'Customer', 'Salesperson', 'Total', 'Status', 'Order Lines/Product'],
      ...['Order Lines/Quantity', 'Order Lines/Unit Price', 'Order Lines/Subtotal'],
    ],
  ],
  rows: withBadDay(orders, odooLines),
  fields: {
    orderId: 'Order Reference',
    amount: 'Total',
    product: 'Order Lines/Product',
    quantity: 'Order Lines/Quantity',
    unitPrice: 'Order Lines/Unit Price',
  },
  figures,
  planted: 'cell/no-such-date',
};

/** A row `Ann Lee (12)` with the money of its group stands above each group. */
function odooGroups(): Row[] {
  return english.reps.flatMap((rep) => {
    const own = orders.filter((order) => order.rep === rep && order.state !== 'unpaid' && order.state !== 'cancelled');
    const total = own.reduce((sum, order) => sum + orderTotal(order), 0);
    return [
      // The last group says a hundred too many.
      [`${rep} (${own.length})`, '', '', '', '', String(rep === english.reps.at(-1) ? total + 100 : total), ''],
      ...own.map((order) => [
        ...[`S0${order.number}`, order.day, order.customer, order.rep, 'Europe', String(orderTotal(order))],
        'Sales Order',
      ]),
    ];
  });
}

const odooGrouped: ExportFile = {
  title: 'Odoo sales orders grouped by salesperson',
  path: 'Sales Order (sale.order) 3.xlsx',
  preset: 'odoo',
  dataset: 'orders',
  form: 'xlsx',
  headings: [['Order Reference', 'Order Date', 'Customer', 'Salesperson', 'Sales Team', 'Total', 'Status']],
  rows: odooGroups(),
  fields: { orderId: 'Order Reference', amount: 'Total' },
  figures,
  planted: 'table/total-mismatch',
};

const erpnextStatus: Readonly<Record<OrderState, string>> = {
  done: 'Completed',
  sent: 'To Deliver and Bill',
  unpaid: 'Draft',
  cancelled: 'Cancelled',
  refunded: 'To Pay',
};

const erpnext: ExportFile = {
  title: 'ERPNext sales orders',
  path: 'Sales Order.csv',
  preset: 'erpnext',
  dataset: 'orders',
  form: { quotesAll: true },
  headings: [
    [
      ...['ID', 'Customer', 'Customer Name', 'Date', 'Delivery Date', 'Company', 'Currency', 'Grand Total'],
      ...['Grand Total (Company Currency)', 'Status', '% Delivered', '% Amount Billed', 'Sales Partner', 'Territory'],
    ],
  ],
  rows: withBadDay(orders, (order) => [
    [
      ...[`SAL-ORD-2024-0${order.number}`, order.customer, order.customer, order.day, order.day, 'Acme', 'EUR'],
      ...[`${orderTotal(order)}.00`, `${orderTotal(order)}.00`, erpnextStatus[order.state], '100', '0', '', 'Germany'],
    ],
  ]),
  fields: {
    orderId: 'ID',
    orderDate: 'Date',
    customerName: 'Customer Name',
    amount: 'Grand Total',
    status: 'Status',
    deliveryDate: 'Delivery Date',
    region: 'Territory',
    currency: 'Currency',
  },
  figures,
  planted: 'cell/no-such-date',
};

const months = ['Jan 2024', 'Feb 2024', 'Mar 2024'];

const erpnextTargets: ExportFile = {
  title: 'ERPNext sales person target variance',
  path: 'Sales Person Target Variance Based On Item Group.csv',
  preset: 'erpnext',
  dataset: 'targets',
  form: { quotesAll: true },
  headings: [
    [
      ...['Sales Person', 'Item Group'],
      ...months.flatMap((month) => [`Target (${month})`, `Achieved (${month})`, `Variance (${month})`]),
      ...['Total Target', 'Total Achieved', 'Total Variance'],
    ],
  ],
  rows: [
    ...english.reps.map((rep) => [
      ...[rep, 'Products', ...months.flatMap(() => ['1000', '800', '-200']), '3000', '2400', '-600'],
    ]),
    [
      'Dan Fox',
      'Products',
      ...months.flatMap((month) => [month === 'Mar 2024' ? '1O00' : '1000', '0', '0']),
      '',
      '',
      '',
    ],
  ],
  fields: { rep: 'Sales Person' },
  beside: 'ERPNext sales orders',
  planted: 'cell/not-a-number',
};

const kingdeeHeadings: readonly Row[] = [
  [
    ...['FBillHead(SAL_SaleOrder)', 'FBillNo', 'FDate', 'FCustId', 'FCustId#Name', 'FSalerId#Name', '*Split*1'],
    ...['FSaleOrderEntry', 'FMaterialID', 'FMaterialID#Name', 'FUnitID', 'FQty', 'FAllAmount'],
  ],
  [
    ...['*单据头(序号)', '(单据头)单据编号', '*(单据头)日期', '*(单据头)客户#编码', '(单据头)客户#名称'],
    ...['(单据头)销售员#名称', '间隔列', '*明细信息(序号)', '*(明细信息)物料编码#编码', '(明细信息)物料编码#名称'],
    ...['(明细信息)销售单位#编码', '(明细信息)销售数量', '(明细信息)价税合计'],
  ],
];

/** The head stands on the first line of its order only; its number has thousands separators. */
function kingdeeLines(order: Order): Row[] {
  return order.lines.map((line, index) => {
    const head = (text: string) => (index === 0 ? text : '');
    return [
      ...[head(`13${String(order.number).slice(0, 1)},${String(order.number).slice(1)}`)],
      ...[head(`XSDD00${order.number}`), head(order.day.replaceAll('-', '/')), head(`CUST-${order.customer.length}`)],
      ...[head(order.customer), head(order.rep), '', `20${order.number}${index}`, `M-${line.product}`, line.product],
      ...['Pcs', String(line.quantity), String(lineTotal(line))],
    ];
  });
}

const kingdeeCloud: ExportFile = {
  title: '金蝶云星空销售订单引出',
  path: '销售订单_2024040112.csv',
  preset: 'kingdee-cloud',
  dataset: 'orders',
  form: { encoding: 'utf-8-bom' },
  headings: kingdeeHeadings,
  rows: withBadDay(ordersZh, kingdeeLines),
  fields: {
    orderId: 'FBillNo (单据头)单据编号',
    orderDate: 'FDate *(单据头)日期',
    customerId: 'FCustId *(单据头)客户#编码',
    customerName: 'FCustId#Name (单据头)客户#名称',
    rep: 'FSalerId#Name (单据头)销售员#名称',
    product: 'FMaterialID#Name (明细信息)物料编码#名称',
    quantity: 'FQty (明细信息)销售数量',
    amount: 'FAllAmount (明细信息)价税合计',
  },
  figures: everything,
  planted: 'cell/no-such-date',
};

const kingdeeOutstock: ExportFile = {
  title: '金蝶云星空销售出库单引出',
  path: '销售出库单.xlsx',
  preset: 'kingdee-cloud',
  dataset: 'orders',
  form: 'xlsx',
  headings: [
    [
      ...['FBillHead(SAL_OUTSTOCK)', 'FBillNo', 'FDate', 'FCustId', 'FCustId#Name', '*Split*1', 'FEntity'],
      ...['FMaterialID', 'FMaterialID#Name', 'FRealQty', 'FAllAmount'],
    ],
    [
      ...['*基本信息(序号)', '(基本信息)单据编号', '*(基本信息)日期', '*(基本信息)客户#编码', '(基本信息)客户#名称'],
      ...['间隔列', '*明细信息(序号)', '*(明细信息)物料编码#编码', '(明细信息)物料编码#名称'],
      ...['(明细信息)实发数量', '(明细信息)价税合计'],
    ],
  ],
  rows: withBadDay(ordersZh, (order) =>
    kingdeeLines(order).map((row) => [...row.slice(0, 5), ...row.slice(6, 10), ...row.slice(11)]),
  ),
  fields: {
    orderId: 'FBillNo (基本信息)单据编号',
    customerName: 'FCustId#Name (基本信息)客户#名称',
    quantity: 'FRealQty (明细信息)实发数量',
    amount: 'FAllAmount (明细信息)价税合计',
  },
  figures: everything,
  planted: 'cell/no-such-date',
};

/** Tax of 13 % in the total; the list's own total at the end. */
function listRows(order: Order): Row[] {
  return order.lines.map((line) => {
    const total = lineTotal(line);
    const net = Math.round((total * 100) / 1.13) / 100;
    return [
      ...[`XS${order.number}`, order.day, order.customer, `M-${line.product}`, line.product, '标准', ''],
      ...[String(line.quantity), String(line.price), '13', net.toFixed(2), (total - net).toFixed(2), `${total}.00`],
      ...[order.rep, '销售一部'],
    ];
  });
}

const listTotal = (index: number, own: readonly Row[]) =>
  own.reduce((sum, row) => sum + Number(row[index] ?? 0), 0).toFixed(2);

const listed = withBadDay(ordersZh, listRows);
const totalRow: Row = [
  ...['合计', '', '', '', '', '', '', listTotal(7, listed), '', '', listTotal(10, listed), listTotal(11, listed)],
  ...[listTotal(12, listed), '', ''],
];

const listFields = { orderId: '单据编号', orderDate: '日期', customerName: '客户', quantity: '数量' };

const yonyou: ExportFile = {
  title: '用友 U8 销售订单列表',
  path: '销售订单列表.csv',
  preset: 'yonyou-u8',
  dataset: 'orders',
  form: { encoding: 'gbk', newline: '\r\n' },
  before: [['销售订单列表'], ['日期：2024-01-01 至 2024-03-31']],
  headings: [
    [
      ...['单据编号', '日期', '客户', '存货编码', '存货名称', '规格型号', '备注', '数量', '原币含税单价', '表体税率'],
      ...['本币金额', '本币税额', '本币价税合计', '业务员', '部门'],
    ],
  ],
  rows: listed,
  after: [totalRow],
  fields: {
    ...listFields,
    product: '存货名称',
    unitPrice: '原币含税单价',
    amount: '本币价税合计',
    amountExTax: '本币金额',
    rep: '业务员',
    team: '部门',
  },
  figures: everything,
  planted: 'cell/no-such-date',
};

const kingdeeList: ExportFile = {
  title: '金蝶销售订单列表',
  path: '销售订单列表2.xlsx',
  preset: 'kingdee',
  dataset: 'orders',
  form: 'xlsx',
  headings: [
    [
      ...['单据编号', '日期', '客户', '物料编码', '物料名称', '规格型号', '备注', '数量', '含税单价', '税率', '金额'],
      ...['税额', '价税合计', '销售员', '部门'],
    ],
  ],
  rows: listed,
  after: [totalRow],
  fields: {
    ...listFields,
    product: '物料名称',
    unitPrice: '含税单价',
    amount: '价税合计',
    amountExTax: '金额',
    rep: '销售员',
  },
  figures: everything,
  planted: 'cell/no-such-date',
};

const fxiaokeStatus: Readonly<Record<OrderState, string>> = {
  done: '正常',
  sent: '变更中',
  unpaid: '审核中',
  cancelled: '作废',
  refunded: '正常',
};

export const fxiaokeOrders: ExportFile = {
  title: '纷享销客销售订单',
  path: '销售订单.csv',
  preset: 'fxiaoke',
  dataset: 'orders',
  form: { encoding: 'utf-8-bom' },
  headings: [
    [
      ...[
        '销售订单编号',
        '客户名称（必填）',
        '下单日期（必填）',
        '销售订单金额（必填）',
        '已回款金额',
        '待回款金额',
        '退货金额',
      ],
      ...['负责人（必填）', '负责人主属部门', '归属部门', '业务类型', '创建人', '创建时间', '生命状态', '锁定状态'],
      ...['作废前生命状态'],
    ],
  ],
  rows: withBadDay(ordersZh, (order) => [
    [
      ...[`2024-${order.number}`, order.customer, order.day, String(orderTotal(order)), '0', '0', '0'],
      ...[`企业名.${order.rep}`, '销售一部', '销售一部', '预设业务类型', order.rep, `${order.day} 09:30`],
      ...[fxiaokeStatus[order.state], '未锁定', ''],
    ],
  ]),
  fields: {
    orderId: '销售订单编号',
    customerName: '客户名称（必填）',
    orderDate: '下单日期（必填）',
    amount: '销售订单金额（必填）',
    receivedAmount: '已回款金额',
    rep: '负责人（必填）',
    status: '生命状态',
  },
  figures: figuresOfOrders(ordersZh),
  planted: 'cell/no-such-date',
};

export const erpExports: readonly ExportFile[] = [
  odoo,
  odooZh,
  odooWithLines,
  odooGrouped,
  erpnext,
  erpnextTargets,
  kingdeeCloud,
  kingdeeOutstock,
  yonyou,
  kingdeeList,
  fxiaokeOrders,
];
