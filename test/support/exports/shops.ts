/** Exports of shops and market places, in the shapes that their users see. */
import type { ExportFile, Row } from './export-file.ts';
import { chinese, english, figuresOfOrders, type Order, type OrderState, orderTotal, someOrders } from './records.ts';

const orders = someOrders(english);
const ordersZh = someOrders(chinese);
const figures = figuresOfOrders(orders);
const figuresZh = figuresOfOrders(ordersZh);

/** The rows of all orders, then an order on a day that does not exist. */
export function withBadDay(all: readonly Order[], rows: (order: Order) => readonly Row[]): Row[] {
  const [first] = all;
  if (!first) return [];
  const bad: Order = { ...first, number: 9999, day: '2024-02-30', state: 'done', lines: first.lines.slice(0, 1) };
  return [...all, bad].flatMap(rows);
}

const shipping = 5;

const shopifyHeadings: Row = [
  ...['Name', 'Email', 'Financial Status', 'Paid at', 'Fulfillment Status', 'Fulfilled at', 'Accepts Marketing'],
  ...['Currency', 'Subtotal', 'Shipping', 'Taxes', 'Total', 'Discount Code', 'Discount Amount', 'Shipping Method'],
  ...['Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Lineitem compare at price'],
  ...['Lineitem sku', 'Lineitem requires shipping', 'Lineitem taxable', 'Lineitem fulfillment status'],
  ...['Billing Name', 'Shipping Phone', 'Notes', 'Note Attributes', 'Cancelled at', 'Payment Method'],
  ...['Payment Reference', 'Refunded Amount', 'Vendor', 'Outstanding Balance', 'Employee', 'Location', 'Device ID'],
  ...['Id', 'Tags', 'Risk Level', 'Source', 'Lineitem discount', 'Tax 1 Name', 'Tax 1 Value'],
];

const shopifyStatus: Readonly<Record<OrderState, string>> = {
  done: 'paid',
  sent: 'authorized',
  unpaid: 'pending',
  cancelled: 'voided',
  refunded: 'refunded',
};

/** The head of an order stands on its first line; the others repeat name and e-mail and leave the rest blank. */
function shopifyRows(order: Order): Row[] {
  const at = `${order.day} 11:13:25 -0500`;
  const total = orderTotal(order) + shipping;
  return order.lines.map((line, index) => {
    const head = (text: string) => (index === 0 ? text : '');
    return [
      ...[`#${order.number}`, `${order.number % 7}@example.com`, head(shopifyStatus[order.state]), head(at)],
      ...[head('fulfilled'), head(at), head('no'), head('USD'), head(`${total - shipping}.00`), head('5.00')],
      ...[head('0.00'), head(`${total}.00`), '', head('0.00'), head('Standard'), at, String(line.quantity)],
      ...[line.product, `${line.price}.00`, '', `SKU-${line.product}`, 'true', 'true', 'fulfilled'],
      ...[head(order.customer), head("'4155550100"), '', '', head(order.state === 'cancelled' ? at : ''), head('card')],
      ...['', head(order.state === 'refunded' ? `${total}.00` : '0.00'), 'Acme', head('0.00'), head(order.rep), ''],
      ...['', head(`55${order.number}`), '', head('Low'), head('web'), '0.00', '', ''],
    ];
  });
}

/** With `Created at` on the first line of an order only. */
const shopifyUndated: Row[] = withBadDay(orders, shopifyRows).map((row) =>
  row.map((cell, index) => (shopifyHeadings[index] === 'Created at' && row[2] === '' ? '' : cell)),
);

const shippedOrders = orders.filter(({ state }) => state !== 'unpaid' && state !== 'cancelled');

const shopify: ExportFile = {
  title: 'Shopify orders',
  path: 'orders_export_1.csv',
  preset: 'shopify',
  dataset: 'orders',
  headings: [shopifyHeadings],
  rows: withBadDay(orders, shopifyRows),
  fields: {
    orderId: 'Name',
    orderDate: 'Created at',
    amount: 'Total',
    status: 'Financial Status',
    product: 'Lineitem name',
    quantity: 'Lineitem quantity',
    unitPrice: 'Lineitem price',
    refundedAmount: 'Refunded Amount',
    rep: 'Employee',
    currency: 'Currency',
  },
  figures: { ...figures, revenue: figures.revenue + shipping * shippedOrders.length },
  planted: 'cell/no-such-date',
};

const shopifyBlankDates: ExportFile = {
  ...shopify,
  title: 'Shopify orders whose further lines have no date',
  path: 'orders_export_2.csv',
  rows: shopifyUndated,
};

const shopifyCustomers: ExportFile = {
  title: 'Shopify customers',
  path: 'customers_export.csv',
  preset: 'shopify',
  dataset: 'customers',
  headings: [
    [
      ...['Customer ID', 'First Name', 'Last Name', 'Email', 'Accepts Email Marketing', 'Default Address Zip'],
      ...['Default Address Phone', 'Phone', 'Accepts SMS Marketing', 'Total Spent', 'Total Orders', 'Note'],
      ...['Tax Exempt', 'Tags'],
    ],
  ],
  rows: [...english.customers, 'Gorse'].map((_, index) => [
    ...[
      `'70${index % english.customers.length}`,
      'Ann',
      'Lee',
      `${index}@example.com`,
      'no',
      "'01234",
      "'4155550100",
      '',
      'no',
      '120.50',
      '2',
    ],
    ...['', 'no', ''],
  ]),
  fields: { customerId: 'Customer ID' },
  beside: 'Shopify orders',
  planted: 'row/duplicate-key',
};

const wooStatus: Readonly<Record<OrderState, string>> = {
  done: 'completed',
  sent: 'processing',
  unpaid: 'on-hold',
  cancelled: 'failed',
  refunded: 'refunded',
};

const title = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const wooProducts = ({ lines }: Order) => lines.map(({ quantity, product }) => `${quantity}× ${product}`).join(', ');
const units = ({ lines }: Order) => String(lines.reduce((sum, { quantity }) => sum + quantity, 0));

const wooServer: ExportFile = {
  title: 'WooCommerce Analytics, made by the server',
  path: 'wc-orders-report-export-17119.csv',
  preset: 'woocommerce',
  dataset: 'orders',
  headings: [
    [
      ...['Date', 'Order #', 'N. Revenue (formatted)', 'Status', 'Customer', 'Customer type', 'Product(s)'],
      ...['Items sold', 'Coupon(s)', 'N. Revenue', 'Attribution'],
    ],
  ],
  rows: withBadDay(orders, (order) => [
    [
      ...[`${order.day} 10:00:00`, String(order.number), `$${orderTotal(order) + 5}.00`, wooStatus[order.state]],
      ...[order.customer, 'returning', wooProducts(order), units(order), '', `${orderTotal(order)}.00`, 'Direct'],
    ],
  ]),
  fields: {
    orderDate: 'Date',
    orderId: 'Order #',
    status: 'Status',
    customerName: 'Customer',
    quantity: 'Items sold',
    amount: 'N. Revenue',
  },
  figures,
  planted: 'cell/no-such-date',
};

const wooBrowser: ExportFile = {
  title: 'WooCommerce Analytics, made by the browser',
  path: 'orders_2024.csv',
  preset: 'woocommerce',
  dataset: 'orders',
  form: { quotesAll: true },
  headings: [
    [
      ...['Date', 'Order #', 'Status', 'Customer', 'Customer type', 'Product(s)', 'Items sold', 'Coupon(s)'],
      ...['Net Sales', 'Origin'],
    ],
  ],
  rows: withBadDay(orders, (order) => [
    [
      ...[order.day, String(order.number), title(wooStatus[order.state]).replace('-', ' '), order.customer],
      ...['returning', wooProducts(order), units(order), '', `${orderTotal(order)}.00`, 'Direct'],
    ],
  ]),
  fields: { orderDate: 'Date', orderId: 'Order #', customerName: 'Customer', amount: 'Net Sales' },
  figures,
  planted: 'cell/no-such-date',
};

const wooPlugin: ExportFile = {
  title: 'WooCommerce orders of an export plugin',
  path: 'order_export_2024-04-01.csv',
  preset: 'woocommerce',
  dataset: 'orders',
  headings: [
    [
      ...['order_id', 'order_date', 'order_status', 'customer_id', 'billing_first_name', 'billing_last_name'],
      ...['order_total', 'order_currency', 'payment_method'],
    ],
  ],
  rows: withBadDay(orders, (order) => [
    [
      ...[String(order.number), `${order.day} 10:00:00`, `wc-${wooStatus[order.state]}`, String(order.number % 7)],
      ...['Ann', 'Lee', `${orderTotal(order)}.00`, 'USD', 'card'],
    ],
  ]),
  fields: {
    orderId: 'order_id',
    orderDate: 'order_date',
    status: 'order_status',
    customerId: 'customer_id',
    amount: 'order_total',
    currency: 'order_currency',
  },
  figures,
  planted: 'cell/no-such-date',
};

const taobaoStatus: Readonly<Record<OrderState, string>> = {
  done: '交易成功',
  sent: '卖家已发货，等待买家确认',
  unpaid: '等待买家付款',
  cancelled: '交易关闭',
  refunded: '交易成功',
};

const taobao: ExportFile = {
  title: '淘宝/天猫订单',
  path: 'ExportOrderList202404.csv',
  preset: 'taobao',
  dataset: 'orders',
  form: { encoding: 'gbk', newline: '\r\n' },
  headings: [
    [
      ...['订单编号', '买家会员名', '买家支付宝账号', '买家应付货款', '买家应付邮费', '买家支付积分', '总金额'],
      ...['返点积分', '买家实际支付金额', '买家实际支付积分', '订单状态', '买家留言', '收货人姓名', '收货地址'],
      ...['运送方式', '联系电话', '联系手机', '订单创建时间', '订单付款时间', '宝贝标题', '宝贝种类', '物流单号'],
      ...['物流公司', '订单备注', '宝贝总数量', '订单关闭原因'],
    ],
  ],
  rows: withBadDay(ordersZh, (order) => [
    [
      ...[`="23456789012345${order.number}"`, order.customer, 'a@example.com', `${orderTotal(order)}.00`, '0.00', '0'],
      ...[`${orderTotal(order)}.00`, '0', order.state === 'unpaid' ? '0.00' : `${orderTotal(order)}.00`, '0'],
      ...[taobaoStatus[order.state], '', '王某', '上海', '快递', "'", "'13800000000", `${order.day} 10:00:00`],
      ...[order.state === 'unpaid' ? '' : `${order.day} 10:05:00`, order.lines.map((line) => line.product).join('，')],
      ...[String(order.lines.length), '', '', '', units(order), ''],
    ],
  ]),
  fields: {
    orderId: '订单编号',
    customerName: '买家会员名',
    amount: '买家实际支付金额',
    status: '订单状态',
    orderDate: '订单创建时间',
    paymentDate: '订单付款时间',
    quantity: '宝贝总数量',
  },
  figures: figuresZh,
  planted: 'cell/no-such-date',
};

export const shopExports: readonly ExportFile[] = [
  shopify,
  shopifyBlankDates,
  shopifyCustomers,
  wooServer,
  wooBrowser,
  wooPlugin,
  taobao,
];
