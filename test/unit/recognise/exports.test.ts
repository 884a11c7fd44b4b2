/** Headings of real programs and public data sets, one row each: what an analyst would say each column is. */
import { expect, test } from 'vitest';
import { recognise } from '../../../src/recognise/recognise.ts';
import { textFile } from '../../support/raw-files.ts';

interface Export {
  readonly name: string;
  readonly dataset: string;
  readonly header: number;
  readonly path: string;
  readonly lines: readonly string[];
  /** `field=heading` of the fields that matter. */
  readonly fields: string;
}

const exports: readonly Export[] = [
  {
    name: 'shopify',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'Name|Email|Financial Status|Paid at|Fulfillment Status|Fulfilled at|Accepts Marketing|Currency|Subtotal|Shipping|Taxes|Total|Discount Code|Discount Amount|Shipping Method|Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem compare at price|Lineitem sku|Lineitem fulfillment status|Billing Name|Notes|Cancelled at|Payment Method|Refunded Amount|Vendor|Outstanding Balance|Employee|Location|Id|Tags|Source|Lineitem discount',
      '#1001|a@b.c|paid|2012-01-01 11:13:25 -0500|fulfilled|2012-01-02 11:13:25 -0500|no|USD|20.00|5.00|1.50|26.50||0.00|std|2012-01-01 11:13:25 -0500|1|Pen|20.00||S1|fulfilled|Ann|||card|0.00|V|0.00|Bob|L|123||web|0.00',
      '#1001|a@b.c||||||||||||||2012-01-01 11:13:25 -0500|1|Pen|20.00||S1|fulfilled||||||||||||0.00',
    ],
    fields:
      'orderId=Name; amount=Total; discountAmount=Discount Amount; orderDate=Created at; quantity=Lineitem quantity; product=Lineitem name; unitPrice=Lineitem price; customerName=Billing Name; rep=Employee',
  },
  {
    name: 'woocommerce',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'order_id|order_date|order_status|customer_id|billing_first_name|order_total|order_currency|payment_method',
      '1|2024-01-05|completed|7|Ann|12.5|USD|card',
    ],
    fields: 'orderId=order_id; orderDate=order_date; customerId=customer_id; amount=order_total',
  },
  {
    name: 'etsy',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'Sale Date|Item Name|Buyer|Quantity|Price|Coupon Code|Discount Amount|Shipping|Order Total|Transaction ID|Order ID',
      '01/31/24|Mug|Ann|1|12.50||0.00|3.00|15.50|99|88',
    ],
    fields:
      'orderDate=Sale Date; product=Item Name; customerName=Buyer; quantity=Quantity; unitPrice=Price; discountAmount=Discount Amount; amount=Order Total; orderId=Order ID',
  },
  {
    name: 'salesforce',
    dataset: 'deals',
    header: 1,
    path: 'x.csv',
    lines: [
      'Opportunity Owner|Account Name|Opportunity Name|Stage|Fiscal Period|Amount Currency|Amount|Probability (%)|Age|Close Date|Created Date|Next Step|Lead Source|Type',
      'Ann|A|D|Closed Won|Q1-2024|USD|1234.5|100|3|1/15/2024|12/31/2023||Web|New',
    ],
    fields:
      'rep=Opportunity Owner; customerName=Account Name; dealName=Opportunity Name; stage=Stage; amount=Amount; closeDate=Close Date; createdDate=Created Date',
  },
  {
    name: 'hubspot',
    dataset: 'deals',
    header: 1,
    path: 'hubspot-crm-exports-all-deals-2026-05-01.csv',
    lines: [
      'Record ID|Deal Name|Deal Stage|Close Date|Deal owner|Amount|Pipeline|Create Date|Last Activity Date',
      '1|D|closedwon|2024-01-05 10:00|Ann|5|P|2023-12-01 10:00|2024-01-01 10:00',
    ],
    fields:
      'dealId=Record ID; dealName=Deal Name; stage=Deal Stage; closeDate=Close Date; rep=Deal owner; amount=Amount; createdDate=Create Date',
  },
  {
    name: 'zoho',
    dataset: 'deals',
    header: 1,
    path: 'x.csv',
    lines: [
      'Record Id|Deal Owner.id|Deal Owner|Deal Name|Account Name.id|Account Name|Type|Lead Source|Amount|Closing Date|Stage|Probability (%)|Expected Revenue|Created Time|Modified Time|Currency',
      'zcrm_1|zcrm_9|Ann|D|zcrm_3|A|New|Web|12.5|2024-01-05|Closed Won|100|12.5|2023-12-01 10:00:00|2024-01-01 10:00:00|USD',
    ],
    fields:
      'dealId=Record Id; rep=Deal Owner; dealName=Deal Name; customerName=Account Name; amount=Amount; closeDate=Closing Date; stage=Stage; createdDate=Created Time',
  },
  {
    name: 'fxiaoke deals',
    dataset: 'deals',
    header: 1,
    path: 'x.csv',
    lines: [
      '商机名称（必填）|客户名称(必填)|销售流程|商机阶段|商机金额|赢率|预计成交日期|负责人（必填）|负责人主属部门|创建时间|生命状态|输单原因',
      'D|A|F|赢单|5|100|2024-01-05|王|一部|2023-12-01|正常|',
    ],
    fields:
      'dealName=商机名称（必填）; customerName=客户名称(必填); stage=商机阶段; amount=商机金额; closeDate=预计成交日期; rep=负责人（必填）; createdDate=创建时间',
  },
  {
    name: 'fxiaoke orders',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      '销售订单编号|客户名称|下单日期|销售订单金额|已回款金额|待回款金额|退货金额|生命状态|负责人|归属部门',
      'S1|A|2024-01-05|5.5|1|4.5|0|正常|王|一部',
    ],
    fields: 'orderId=销售订单编号; customerName=客户名称; orderDate=下单日期; amount=销售订单金额; rep=负责人',
  },
  {
    name: 'pipedrive',
    dataset: 'deals',
    header: 1,
    path: 'x.csv',
    lines: [
      'Deal - ID|Deal - Title|Deal - Value|Deal - Currency of value|Organization|Deal - Owner|Deal - Stage|Deal - Expected close date|Deal - Creation date|Deal - Closed on|Deal - Won time|Deal - Lost time|Deal - Lost reason|Deal - Probability|Deal - Status',
      '1|T|5.5|EUR|A|Ann|S|2024-02-05|2024-01-05|2024-02-01|2024-02-01|||50|Won',
    ],
    fields:
      'dealId=Deal - ID; dealName=Deal - Title; amount=Deal - Value; customerName=Organization; rep=Deal - Owner; stage=Deal - Stage; expectedCloseDate=Deal - Expected close date; createdDate=Deal - Creation date; closeDate=Deal - Closed on',
  },
  {
    name: 'dynamics',
    dataset: 'deals',
    header: 1,
    path: 'x.csv',
    lines: [
      '(Do Not Modify) Opportunity|(Do Not Modify) Row Checksum|(Do Not Modify) Modified On|Topic|Account|Est. Close Date|Est. Revenue|Actual Revenue|Probability|Status|Status Reason|Owner|Created On',
      'x|y|2024-01-05|T|A|2024-02-05|5.5|6.5|50|Won|Won|Ann|2024-01-01',
    ],
    fields:
      'dealName=Topic; customerName=Account; expectedCloseDate=Est. Close Date; amount=Actual Revenue; rep=Owner; createdDate=Created On',
  },
  {
    name: 'odoo',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'Order Reference|Order Date|Customer|Salesperson|Sales Team|Total|Status',
      'S1|2024-01-05 10:00:00|A|Ann|Europe|12.50|Sales Order',
    ],
    fields: 'orderId=Order Reference; orderDate=Order Date; customerName=Customer; rep=Salesperson; amount=Total',
  },
  {
    name: 'odoo zh',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: ['订单号|订单日期|客户|销售员|销售团队|总计|状态', 'S1|2024-01-05 10:00:00|A|王|华东|12.50|销售订单'],
    fields: 'orderId=订单号; orderDate=订单日期; customerName=客户; rep=销售员; amount=总计',
  },
  {
    name: 'kingdee',
    dataset: 'orders',
    header: 2,
    path: 'x.csv',
    lines: [
      'FBillHead(SAL_OUTSTOCK)|FBillNo|FDate|FCustId|FCustId#Name|FSalerId#Name|*Split*1|FEntity|FMaterialID|FMaterialID#Name|FRealQty|FAllAmount',
      '*单据头(序号)|(单据头)单据编号|*(单据头)日期|*(单据头)客户#编码|(单据头)客户#名称|(单据头)销售员#名称|间隔列|*明细信息(序号)|*(明细信息)物料编码#编码|(明细信息)物料编码#名称|(明细信息)实发数量|(明细信息)价税合计',
      '100001|XSCKD1|2025/11/10|C1|甲|王||1|M1|笔|3|113.5',
      '|||||||2|M2|纸|1|20',
    ],
    fields:
      'orderId=FBillNo (单据头)单据编号; orderDate=FDate *(单据头)日期; customerId=FCustId *(单据头)客户#编码; customerName=FCustId#Name (单据头)客户#名称; rep=FSalerId#Name (单据头)销售员#名称; product=FMaterialID#Name (明细信息)物料编码#名称; quantity=FRealQty (明细信息)实发数量; amount=FAllAmount (明细信息)价税合计',
  },
  {
    name: 'yonyou',
    dataset: 'orders',
    header: 3,
    path: 'x.csv',
    lines: [
      '销售订单列表',
      '日期：2024-01-01 至 2024-03-31',
      '单据编号|日期|客户|存货编码|存货名称|规格型号|数量|原币含税单价|表体税率|本币金额|本币税额|本币价税合计|业务员|部门',
      'S1|2024-01-05|甲|M1|笔|x|3|10.5|13|27.88|3.62|31.5|王|一部',
      '合计||||||3|||27.88|3.62|31.5||',
    ],
    fields:
      'orderId=单据编号; orderDate=日期; customerName=客户; product=存货名称; quantity=数量; unitPrice=原币含税单价; amountExTax=本币金额; amount=本币价税合计; rep=业务员',
  },
  {
    name: 'taobao',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      '订单编号|买家会员名|买家支付宝账号|买家应付货款|买家应付邮费|买家支付积分|总金额|返点积分|买家实际支付金额|买家实际支付积分|订单状态|买家留言|收货人姓名|收货地址|运送方式|联系电话|联系手机|订单创建时间|订单付款时间|宝贝标题|宝贝种类|物流单号|物流公司|订单备注|宝贝总数量|订单关闭原因',
      '="123456789012345678"|n|a|10.00|0.00|0|10.00|0|10.00|0|交易成功||王|x|快递|1|1|2024-01-05 10:00:00|2024-01-05 10:01:00|笔|1|x|y||1|订单未关闭',
    ],
    fields:
      'orderId=订单编号; customerName=买家会员名; amount=买家实际支付金额; orderDate=订单创建时间; product=宝贝标题; quantity=宝贝总数量',
  },
  {
    name: 'zendesk',
    dataset: 'tickets',
    header: 1,
    path: 'x.csv',
    lines: [
      'Id|Subject|Status|Priority|Requester|Assignee|Group|Created at|Updated at|Solved at|First reply time|Full resolution time|Satisfaction',
      '1|x|open|high|A|B|G|2024-01-05|2024-01-06|2024-01-07|5|6|good',
    ],
    fields: 'customerName=Requester',
  },
  {
    name: 'supermarket',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'Invoice ID|Branch|City|Customer type|Gender|Product line|Unit price|Quantity|Tax 5%|Total|Date|Time|Payment|cogs|gross margin percentage|gross income|Rating',
      '750-67-8428|A|Yangon|Member|Female|Health and beauty|74.69|7|26.1415|548.9715|1/5/2019|13:08|Ewallet|522.83|4.761904762|26.1415|9.1',
      '226-31-3081|C|Naypyitaw|Normal|Female|Electronic accessories|15.28|5|3.82|80.22|3/18/2019|10:29|Cash|76.4|4.761904762|3.82|9.6',
    ],
    fields: 'orderId=Invoice ID; unitPrice=Unit price; quantity=Quantity; amount=Total; orderDate=Date',
  },
  {
    name: 'adidas',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'Retailer|Retailer ID|Invoice Date|Region|State|City|Product|Price per Unit|Units Sold|Total Sales|Operating Profit|Operating Margin|Sales Method',
      'Foot Locker|1185732|1/21/2020|Northeast|NY|NYC|Shoe|$50.00|1,200|$600,000|$300,000|50%|In-store',
    ],
    fields:
      'customerName=Retailer; orderDate=Invoice Date; product=Product; unitPrice=Price per Unit; quantity=Units Sold; amount=Total Sales',
  },
  {
    name: 'sales_data_sample',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'ORDERNUMBER|QUANTITYORDERED|PRICEEACH|ORDERLINENUMBER|SALES|ORDERDATE|STATUS|QTR_ID|MONTH_ID|YEAR_ID|PRODUCTLINE|MSRP|PRODUCTCODE|CUSTOMERNAME|PHONE|CITY|COUNTRY|TERRITORY|CONTACTLASTNAME|DEALSIZE',
      '10107|30|95.7|2|2871|2/24/2003 0:00|Shipped|1|2|2003|Motorcycles|95|S10_1678|Land of Toys|212|NYC|USA|NA|Yu|Small',
    ],
    fields:
      'orderId=ORDERNUMBER; quantity=QUANTITYORDERED; unitPrice=PRICEEACH; amount=SALES; orderDate=ORDERDATE; product=PRODUCTCODE; customerName=CUSTOMERNAME',
  },
  {
    name: '1000 sales',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'Region|Country|Item Type|Sales Channel|Order Priority|Order Date|Order ID|Ship Date|Units Sold|Unit Price|Unit Cost|Total Revenue|Total Cost|Total Profit',
      'Asia|X|Fruits|Offline|L|1/27/2012|292494523|2/12/2012|4484|651.21|524.96|2920025.64|2353920.64|566105.00',
    ],
    fields: 'orderDate=Order Date; orderId=Order ID; quantity=Units Sold; unitPrice=Unit Price; amount=Total Revenue',
  },
  {
    name: 'online retail',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country',
      '536365|85123A|HOLDER|6|12/1/2010 8:26|2.55|17850|United Kingdom',
      'C536379|D|Discount|-1|12/13/2010 9:41|27.5|14527|United Kingdom',
    ],
    fields:
      'orderId=InvoiceNo; product=Description; quantity=Quantity; orderDate=InvoiceDate; unitPrice=UnitPrice; customerId=CustomerID',
  },
  {
    name: 'adventureworks',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'SalesOrderNumber|OrderDate|ProductKey|CustomerKey|SalesTerritoryKey|OrderQuantity|UnitPrice|ExtendedAmount|UnitPriceDiscountPct|DiscountAmount|ProductStandardCost|TotalProductCost|SalesAmount|TaxAmt|Freight|DueDate|ShipDate',
      'SO43697|2010-12-29 00:00:00|310|21768|6|1|3578.27|3578.27|0|0|2171.2942|2171.2942|3578.27|286.2616|89.4568|2011-01-10|2011-01-05',
    ],
    fields:
      'orderId=SalesOrderNumber; orderDate=OrderDate; product=ProductKey; customerId=CustomerKey; quantity=OrderQuantity; unitPrice=UnitPrice; discountAmount=DiscountAmount; amount=SalesAmount',
  },
  {
    name: 'chinook inv',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'InvoiceId|CustomerId|InvoiceDate|BillingAddress|BillingCity|BillingCountry|Total',
      '1|2|2009-01-01 00:00:00|a|b|c|1.98',
    ],
    fields: 'orderId=InvoiceId; customerId=CustomerId; orderDate=InvoiceDate; amount=Total',
  },
  {
    name: 'chinook items',
    dataset: 'order-lines',
    header: 1,
    path: 'x.csv',
    lines: ['InvoiceLineId|InvoiceId|TrackId|UnitPrice|Quantity', '1|1|2|0.99|1'],
    fields: 'orderId=InvoiceId; product=TrackId; unitPrice=UnitPrice; quantity=Quantity',
  },
  {
    name: 'contoso',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'Order Number|Line Number|Order Date|Delivery Date|CustomerKey|StoreKey|ProductKey|Quantity|Currency Code|Unit Price|Net Price|Unit Cost',
      '366000|0|1/1/2016||265598|10|1304|1|CAD|68.63|60|31.3',
      '366001|0|1/31/2016||265598|10|1304|1|CAD|68.63|60|31.3',
    ],
    fields:
      'orderId=Order Number; orderDate=Order Date; customerId=CustomerKey; product=ProductKey; quantity=Quantity; unitPrice=Net Price',
  },
  {
    name: 'retail cn',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      '门店|日期|商品编码|商品名称|品类|数量|单价|销售额|成本|毛利|会员号',
      '一店|2024/1/5|1|笔|文具|2|5.5|11|6|5|88',
    ],
    fields: 'orderDate=日期; product=商品名称; quantity=数量; unitPrice=单价; amount=销售额; customerId=会员号',
  },
  {
    name: 'customers shopify',
    dataset: 'customers',
    header: 1,
    path: 'x.csv',
    lines: [
      'Customer ID|First Name|Last Name|Email|Accepts Email Marketing|Total Spent|Total Orders|Tags',
      '1|A|B|c@d|no|12.50|3|',
    ],
    fields: 'customerId=Customer ID; customerName=Email',
  },
  {
    name: 'hubspot goals',
    dataset: 'targets',
    header: 1,
    path: 'x.csv',
    lines: [
      'hs_goal_name|hs_target_amount|hs_start_datetime|hs_end_datetime|hubspot_owner_id',
      'G|5000.5|2024-01-01|2024-03-31|77',
    ],
    fields: 'name=hs_goal_name; target=hs_target_amount; periodStart=hs_start_datetime',
  },
  {
    name: 'targets long zh',
    dataset: 'targets',
    header: 1,
    path: 'x.csv',
    lines: ['年月|层级|部门|姓名|指标|目标值|单位|权重', '2024-01|个人|一部|王芳|销售额|30.5|万元|50%'],
    fields: 'period=年月; target=目标值',
  },
  {
    name: 'targets long en',
    dataset: 'targets',
    header: 1,
    path: 'x.csv',
    lines: ['period|node_type|node|parent|metric|target', '2024-Q1|team|East|Company|revenue|500000'],
    fields: 'period=period; name=node; target=target',
  },
  {
    name: 'payments',
    dataset: 'payments',
    header: 1,
    path: 'x.csv',
    lines: ['Payment Date|Customer|Invoice Number|Payment Amount|Payment Method', '2024-01-05|A|INV1|50.5|Wire'],
    fields: 'date=Payment Date; customerName=Customer; amount=Payment Amount',
  },
  {
    name: 'huikuan',
    dataset: 'payments',
    header: 1,
    path: 'x.csv',
    lines: ['回款编号|客户名称|订单编号|回款日期|回款金额|负责人', 'H1|甲|S1|2024-01-05|50.5|王'],
    fields: 'customerName=客户名称; orderId=订单编号; date=回款日期; amount=回款金额; rep=负责人',
  },
  {
    name: 'database columns',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: ['order_no|order_dt|cust_id|sales_rep_nm|prod_desc|qty|total_amt_usd', 'A1|20240105|C1|Ann|Pen|2|12.50'],
    fields:
      'orderId=order_no; orderDate=order_dt; customerId=cust_id; rep=sales_rep_nm; product=prod_desc; quantity=qty; amount=total_amt_usd',
  },
  {
    name: 'olist items',
    dataset: 'order-lines',
    header: 1,
    path: 'x.csv',
    lines: [
      'order_id|order_item_id|product_id|seller_id|shipping_limit_date|price|freight_value',
      '00010242fe8c|1|4244733e|48436dad|2017-09-19 09:45:35|58.90|13.29',
    ],
    fields: 'orderId=order_id; product=product_id; amount=price',
  },
  {
    name: 'amazon india',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'index|Order ID|Date|Status|Fulfilment|Sales Channel |ship-service-level|Style|SKU|Category|Size|ASIN|Courier Status|Qty|currency|Amount|ship-city|ship-state|ship-postal-code|ship-country|promotion-ids|B2B|fulfilled-by',
      '0|405-8078784|04-30-22|Cancelled|Merchant|Amazon.in|Standard|SET389|SET389-KR-NP-S|Set|S|B09KXVBD7Z||0|INR|647.62|MUMBAI|MAHARASHTRA|400081|IN||False|Easy Ship',
    ],
    fields:
      'orderId=Order ID; orderDate=Date; status=Status; channel=Sales Channel; category=Category; quantity=Qty; currency=currency; amount=Amount',
  },
  {
    name: 'coffee shop',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'transaction_id|transaction_date|transaction_time|transaction_qty|store_id|store_location|product_id|unit_price|product_category|product_type|product_detail',
      '1|1/1/2023|7:06:11|2|5|Lower Manhattan|32|3|Coffee|Gourmet brewed coffee|Ethiopia Rg',
    ],
    fields:
      'orderId=transaction_id; orderDate=transaction_date; quantity=transaction_qty; product=product_detail; unitPrice=unit_price; category=product_category',
  },
  {
    name: 'global superstore',
    dataset: 'orders',
    header: 1,
    path: 'x.csv',
    lines: [
      'Row ID|Order ID|Order Date|Ship Date|Ship Mode|Customer ID|Customer Name|Segment|Postal Code|City|State|Country|Region|Market|Product ID|Category|Sub-Category|Product Name|Sales|Quantity|Discount|Profit|Shipping Cost|Order Priority',
      '1|A|31-07-2012|31-07-2012|Same Day|C|N|Consumer|1|c|s|US|East|US|P|Tech|Acc|Name|2309.65|7|0|762.18|933.57|Critical',
    ],
    fields:
      'orderId=Order ID; orderDate=Order Date; customerId=Customer ID; customerName=Customer Name; product=Product Name; amount=Sales; quantity=Quantity',
  },
];

test.each(exports)('$name', ({ lines, path, dataset, header, fields }) => {
  const mapping = recognise([textFile(lines, path)]).tables[0]?.mapping;
  expect(mapping?.dataset).toBe(dataset);
  expect(mapping?.headerRow).toBe(header);
  const found = mapping?.columns.flatMap(({ field, heading }) => (field === null ? [] : [`${field}=${heading}`]));
  expect(found).toEqual(expect.arrayContaining(fields.split('; ')));
  expect(mapping?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});
