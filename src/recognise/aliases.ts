/**
 * What files call our fields, in three ranks a field: words that mean just this, other words for it, and general words
 * that mean it only when nothing better is there. A field's own name is always of the first rank. Compared folded
 * (`foldHeading`), so blanks, case, width, `_` and units do not matter here. Separated by `|`.
 */
import type { DatasetName } from '../model/fields.ts';

export type Ranks = readonly [exact: string, other: string, general?: string];

type AliasTable = { readonly [Name in DatasetName]: Readonly<Record<string, Ranks>> };

const orderId: Ranks = [
  '订单编号|订单号|订单ID|order no|order number|order id',
  '单据编号|销售订单编号|销售订单号|单据号|单号|主订单编号|平台订单号|网店订单号|交易编号|交易号|销售单号|出库单号|合同编号|合同号|contract no|contract number|contract id|so no|so number|sales order|sales order id|sales order no|sales order number|order ref|order reference|order code|order name|订单流水号|transaction id|transaction no|transaction number|FBillNo',
  'order|订单|document no|document number|doc no|凭证号',
];
const invoiceId: Ranks = [
  '发票号|发票号码|invoice no|invoice number|invoice id',
  '发票编号|invoice|invoice code|bill no|bill number|receipt no|receipt id|receipt number|小票号',
];
const customerId: Ranks = [
  '客户编号|客户ID|客户编码|客户代码|customer no|customer number|customer code',
  'cust id|custid|cust no|client id|client code|account id|account no|account number|buyer id|member id|会员编号|会员号|会员ID|客户号|买家ID|customer key|FCustId|客户#编码',
  '客户识别码|partner id|user id|用户ID',
];
const customerName: Ranks = [
  '客户名称|客户|customer|客户姓名',
  'client|client name|account|account name|company name|buyer|buyer name|买家会员名|买家|会员名称|会员|购货单位|购买方|往来单位|客户简称|客户全称|customer company|organization|deal organization|partner|sold to|bill to|billing name|FCustId#Name|客户#名称|购方名称|单位名称|企业名称|公司名称|associated company',
  'company|retailer|公司|收货人|收货人姓名|email|customer email|client company|contact',
];
const rep: Ranks = [
  '业务员|销售员|sales rep|sales representative|salesperson|sales person',
  'rep name|sales rep name|销售代表|销售人员|销售|客户经理|负责人|跟单员|导购|导购员|营业员|owner|sales agent|agent|account manager|account executive|salesman|seller|opportunity owner|deal owner|record owner|业务人员|销售负责人|责任人|业务代表|销售姓名|业务员姓名|销售员姓名|sales|sales name|employee name|FSalerId#Name|销售员#名称|制单人员',
  'employee|person|员工|员工姓名|业绩归属人|归属人|assigned to',
];
const repId: Ranks = [
  'employee id|员工编号|工号|employee no',
  'sales rep id|salesrepid|rep id|salesperson id|sales person id|employee code|employee number|staff id|业务员编码|业务员编号|销售员编号|员工ID|员工工号|owner id|agent id|seller id|FSalerId',
];
const team: Ranks = [
  '团队|部门|sales team',
  '销售部门|销售团队|销售组|小组|department|dept|group|事业部|负责人主属部门|归属部门|办事处|分公司|营业部|business unit|bu|team name|division|销售组织|所属部门|sales group',
  'branch|门店|店铺|office|sales office|regional office',
];
const region: Ranks = [
  '地区|大区|区域',
  'sales region|territory|sales territory|territory region|销售区域|销售大区|所属区域|所属大区|片区|战区|省区|region name|area|regional office',
  'zone|market',
];
const product: Ranks = [
  '产品名称|产品|商品名称|商品|product name',
  'item|item name|品名|物料名称|存货名称|货品名称|宝贝标题|lineitem name|material|material name|sku name|product detail|商品标题|货物名称|产品型号|FMaterialID#Name|物料编码#名称|article|title|track|model',
  'description|名称|product description|item description|规格型号',
];
const productId: Ranks = [
  'product id|产品编号|产品ID|产品编码|商品编码|商品编号',
  'product code|sku|sku id|sku code|item id|item code|item no|item number|stock code|物料编码|存货编码|货号|商品ID|商品货号|货品编码|lineitem sku|material no|material code|part number|part no|product key|article no|FMaterialID|物料编码#编码|asin|track id',
];
const category: Ranks = [
  '类别|产品类别|品类|product category',
  '商品类别|商品分类|产品分类|分类|类目|产品线|product line|product type|item type|item category|category name|product group|产品大类|大类|item group|物料分组|存货分类|宝贝种类|product family|product series',
  'series|产品系列|department name',
];
const channel: Ranks = [
  '渠道|sales channel|销售渠道',
  '订单来源|来源渠道|平台|platform|channel name|销售平台|销售方式|sales method|channel type|marketplace|order source',
  'source|来源',
];
const segment: Ranks = [
  '细分|客户细分|customer segment',
  'market segment|客户类型|客户类别|客户分类|客户等级|customer type|customer category|细分市场|客户群|客群|segment name',
];
const quantity: Ranks = [
  '数量|qty',
  'units|units sold|sold units|order quantity|quantity ordered|销量|销售数量|订购数量|件数|购买数量|商品数量|宝贝总数量|实发数量|出库数量|发货数量|lineitem quantity|item quantity|items sold|quantity sold|qty sold|order qty|sales quantity|unit sold|FQty|FRealQty|transaction qty|qty ordered|ordered qty|ordered quantity|volume|sales volume|no of units|number of units|cds',
  'pieces|pcs|count|件|箱数',
];
const unitPrice: Ranks = [
  '含税单价|price per unit',
  '单价|销售单价|成交单价|商品单价|产品单价|原币含税单价|本币含税单价|sale price|selling price|sales price|price each|unit sales price|lineitem price|item price|成交价|售价|实售价|FTaxPrice',
  'price|价格|原币单价|本币单价|FPrice',
];
const listAmount: Ranks = [
  '折前金额|gross sales',
  '原价金额|应收金额(折前)|list amount|list total|原价合计|标价金额|总标价|商品总价|吊牌金额|subtotal before discount|original amount',
];
const discountAmount: Ranks = [
  '折扣额|discount amount',
  '折扣金额|优惠金额|优惠额|discount value|total discount|discounts amount|lineitem discount|discount amt|让利金额|优惠',
  'rebate',
];
const discountRate: Ranks = [
  '折扣率|discount rate|discount percent|discount percentage',
  'discount pct|discount ratio|unit price discount pct|unit price discount|扣率',
];
const amount: Ranks = [
  '价税合计|含税金额|订单金额|销售额|金额|net sales|sales amount|net amount|order amount',
  [
    '本币价税合计|含税销售额|含税总额|金额含税|销售额含税|订单金额含税|价税合计本位币|含税合计|价税合计金额|税价合计',
    'revenue|sales|total sales|sales revenue|net revenue|total revenue|total amount|order total|invoice amount|invoice value|invoice total|net value|net sales value|gross value|gross amount|amount paid|net sales amount|grand total|order value|sales value|extended price|line total|line amount|amount total|total price|net total|transaction amount|sale amount|sales total|total net sales|turnover|item total|amt|total sale|n revenue|total spent|amount spent|weekly sales|daily sales|monthly sales|total order value',
    '销售金额|成交金额|实付金额|实收金额|买家实际支付金额|销售收入|营业额|订单总额|订单总金额|订单实付金额|订单应付金额|合同金额|实际销售额|净销售额|成交额|销售订单金额|支付金额|开票金额|发票金额|营业收入|收入|业绩|业绩金额|本币金额|FAllAmount|交易金额|应收金额|实销金额|流水|GMV',
  ].join('|'),
  'total|合计金额|原币价税合计|原币金额|总计|总价|value|total value|总额|总金额|spend|payment amount|payment value|monetary|FAmount|net|amount due',
];
const amountExTax: Ranks = [
  '不含税金额|未税金额|无税金额|amount ex tax',
  '金额不含税|不含税销售额|不含税销售金额|不含税收入|去税金额|本币无税金额|未税销售额|net of tax|amount excl tax|amount excluding tax|sales excl tax|sales ex tax|revenue excl tax|net amount excl tax|amount before tax|不含税合计|无税合计|amount excl vat|amount ex vat',
  '原币无税金额',
];
const taxAmount: Ranks = [
  '税额|tax amount|tax',
  '本币税额|taxes|vat|gst|sales tax|vat amount|tax amt|增值税|增值税额|tax 5|tax total|total tax|taxamt|税金',
  '原币税额',
];
const cost: Ranks = [
  '成本|成本金额|cogs|total cost',
  '总成本|成本合计|成本额|cost amount|cost of goods sold|cost of sales|total product cost|销售成本|product cost total|cost total|line cost|结转成本|expenses cost',
];
const profit: Ranks = [
  '利润|毛利',
  '利润额|毛利额|毛利润|gross profit|total profit|operating profit|net profit|profit amount|gross income|gross margin amount|margin amount|销售毛利|净利润',
];
const currency: Ranks = [
  '币种|currency code',
  '币别|货币|currency iso code|order currency|交易币种|结算币种|currency of value|deal currency of value|deal currency|amount currency|transaction currency',
];
const status: Ranks = [
  '状态|订单状态|order status',
  '单据状态|交易状态|生命状态|financial status|payment status|审批状态|status reason|state of order|销售状态|成交状态|invoice status|order state|订单阶段',
  'fulfillment status|发货状态|审核状态|document status',
];

const orders: AliasTable['orders'] = {
  orderId,
  orderDate: [
    '订单日期|下单日期|下单时间|date of order|销售日期|order time|order date time',
    '订单时间|订单创建时间|order datetime|order timestamp|ordered at|ordered on|order placed|order purchase timestamp|sale date|sales date|date of sale|transaction date|transaction time|purchase date|date of purchase|交易日期|交易时间|成交日期|成交时间|开单日期|单据日期|业务日期|出单日期|购买日期|签约日期|签订日期|document date|doc date|posting date|txn date|trans date|order day|order created|order created at|order creation date|FDate|拍下时间|purchased at|sold date|date sold|booking date|销售时间|消费日期|消费时间',
    'date|日期|created at|create date|created date|creation date|created time|created on|创建时间|创建日期|时间|day|datetime|timestamp|date time|制单日期|录入日期|交易完成时间|event time|created',
  ],
  paymentDate: [
    '付款日期|支付时间|paid at',
    '付款时间|支付日期|paid on|paid date|date paid|payment time|订单付款时间|回款日期|收款日期|到账日期|收款时间|到账时间',
  ],
  customerId,
  customerName,
  rep,
  employeeId: repId,
  team,
  region,
  product,
  category,
  channel,
  segment,
  quantity,
  unitPrice,
  listAmount,
  discountAmount,
  discountRate,
  amount,
  amountExTax,
  taxAmount,
  refundedAmount: [
    '退款金额|refunded|refund amount',
    '已退款金额|退货金额|amount refunded|refund|退款额|refund total|total refunded',
  ],
  receivedAmount: [
    '已收金额|已回款金额|received amount',
    '已收款金额|已付金额|回款金额|收款金额|amount received|paid amount|已收款|累计回款',
  ],
  dueDate: [
    '到期日|应收日期|due date',
    '到期日期|付款到期日|应收款日|payment due date|due|invoice due date|应付日期|约定付款日',
  ],
  invoiceDate: [
    '开票日期|发票日期|invoice date',
    '开票时间|invoiced at|invoiced on|billing date|bill date|发票时间|invoice time',
  ],
  deliveryDate: [
    '交货日期|delivery date|delivered at',
    '送达日期|发货日期|发货时间|delivery time|delivered date|delivered on|送货日期|签收日期|签收时间|到货日期|出库日期|收货时间|order delivered customer date',
    'ship date|shipped date|shipping date|shipped at|dispatch date|shipdate|ship time|fulfilled at|shipment date|date shipped',
  ],
  cost,
  profit,
  currency,
  status,
  type: ['类型|订单类型|order type', '单据类型|业务类型|transaction type|sales type|document type|销售类型|交易类型'],
};

const orderLines: AliasTable['order-lines'] = {
  orderId,
  product,
  category,
  quantity,
  unitPrice,
  listAmount,
  discountRate,
  discountAmount,
  amount,
  cost,
  profit,
};

const target: Ranks = [
  '目标|目标值|目标金额|sales target|quota|target amount|target value',
  '销售目标|业绩目标|销售任务|任务|任务额|任务金额|任务量|任务目标|月度目标|季度目标|年度目标|年度任务|月目标|季目标|年目标|目标额|销售目标额|预算|预算金额|预算额|销售预算|指标|指标值|目标销售额|计划|计划金额|销售计划|计划额|目标数|年度目标值|含税目标|不含税目标|目标含税|目标不含税|销售指标|goal|goal amount|goal value|sales goal|quota amount|quota value|sales quota|budget|budget amount|sales budget|revenue target|target sales|target revenue|plan|plan amount|planned sales|planned amount|planned revenue|sales plan|monthly target|quarterly target|annual target|yearly target|target sales amount|total target|hs_target_amount|quota quantity|target qty|targets|budgeted sales|budget sales|revenue goal|revenue budget|revenue quota',
];

export const aliases: AliasTable = {
  orders,
  'order-lines': orderLines,
  returns: {
    orderId,
    returned: [
      '退回|退货|returned',
      '是否退货|是否退回|退货标志|return|returns|is returned|return status|退货状态|退换货|return reason|退货原因|refund reason',
    ],
    amount: [
      '退货金额|return amount|refund amount|退款金额',
      'returned amount|refunded amount|退款额|refund|refund total|return value',
      'amount|金额|total|sales|销售额',
    ],
    date: [
      '退货日期|return date|退款日期|refund date',
      '退货时间|退回日期|returned at|returned on|退款时间|refunded at|date returned|return time',
      'date|日期|created at|创建时间',
    ],
  },
  payments: {
    orderId,
    customerId,
    customerName,
    date: [
      '回款日期|收款日期|到账日期|payment date|received date',
      '回款时间|收款时间|到账时间|date received|received at|received on|paid at|paid on|paid date|payment time|付款日期|支付日期|实际回款日期|入账日期|date paid|receipt date',
      'date|日期|created at|时间|transaction date|交易日期',
    ],
    amount: [
      '回款金额|收款金额|到账金额|payment amount|received amount',
      '回款额|收款额|到账额|本次回款|本次收款|实收金额|amount received|amount paid|payment|已收金额|实际回款金额|入账金额|paid amount|received|payment value|receipt amount|实际回款|回款',
      'amount|金额|total|金额合计',
    ],
    rep,
    status: [
      '状态|回款状态|收款状态|到账状态|付款状态|支付状态|payment status',
      '单据状态|审批状态|审核状态|生命状态|receipt status|transaction status',
    ],
  },
  deals: {
    dealId: [
      '商机编号|deal id|opportunity id',
      '商机ID|opportunity no|opportunity number|opportunity code|deal no|potential id|项目编号|商机编码|oppid|opp id',
      'record id',
    ],
    dealName: [
      '商机名称|deal name|opportunity name',
      '商机|opportunity|deal|deal title|topic|potential name|项目名称|商机主题|销售机会|机会名称|商机标题',
      'name|title',
    ],
    customerId,
    customerName,
    rep,
    team,
    region,
    product,
    stage: [
      '阶段|商机阶段|deal stage|sales stage',
      '销售阶段|opportunity stage|pipeline stage|stage name|sales stage pipeline phase|deal stage pipeline|当前阶段|商机进度|跟进阶段|销售流程阶段|sales stage/pipeline phase|赢单状态',
    ],
    status: [
      '状态|商机状态|deal status',
      '成交状态|opportunity status|生命状态|outcome|status reason|deal outcome|won lost',
    ],
    amount: [
      '商机金额|deal amount|deal value|close value|金额',
      'opportunity amount|total amount|预计金额|预计成交金额|预计销售金额|成交金额|actual revenue|opportunity value|value|合同金额|赢单金额|revenue|contract value|arr|acv|tcv|deal size',
      'sales|销售额|total|est revenue|estimated revenue|expected amount',
    ],
    probability: [
      '赢率|可能性|win probability',
      '成交概率|赢单率|概率|成功率|win likelihood|close probability|deal probability|赢单概率',
    ],
    createdDate: [
      '创建日期|创建时间|create date|created date',
      'creation date|created at|created on|created time|created|engage date|start date|deal creation date|open date|opened date|商机创建时间|立项日期|deal created|date created|建立日期|进入日期',
    ],
    closeDate: [
      '关闭日期|成交日期|close date|closing date',
      'closed date|actual close date|deal closed on|结单日期|关单日期|closed on|closed at|close time|结束日期|实际成交日期|实际结单日期|签单日期|签约日期|date closed',
      'end date|won time|won date|deal won time|赢单日期|赢单时间',
    ],
    expectedCloseDate: [
      '预计成交日期|expected close date|预计结单日期',
      'est close date|estimated close date|预计签约日期|预计关闭日期|预计成交时间|预计结束日期|deal expected close date|forecast close date|target close date',
    ],
    source: ['来源|线索来源|lead source', '商机来源|opportunity source|campaign source|客户来源|original source'],
    type: ['类型|商机类型|opportunity type|deal type', '业务类型|type of deal|销售类型'],
    competitor: ['竞争对手', 'competitors|primary competitor|主要竞争对手|竞品'],
    lossReason: [
      '输单原因|loss reason|lost reason',
      '丢单原因|closed lost reason|reason lost|deal lost reason|失单原因|reason for loss|close reason',
    ],
    forecastCategory: ['预测类别|forecast category', 'forecast category name|forecast|预测分类'],
    currency,
  },
  customers: {
    customerId,
    customerName,
    firstOrderDate: [
      '首单日期|首次下单日期|first order date',
      '首次购买日期|首单时间|首次成交日期|first purchase date|first order|first purchase|首次交易日期|首次下单时间',
    ],
    createdDate: [
      '创建日期|created date',
      '创建时间|created at|create date|created on|注册日期|注册时间|signup date|建档日期|registration date|customer since|date created',
    ],
    segment,
    region,
    industry: ['行业|所属行业|industry', 'sector|industry name|客户行业|vertical'],
    rep,
  },
  people: {
    rep: [
      `${rep[0]}|姓名|name|员工姓名|employee name`,
      `${rep[1].replace('|sales|', '|')}|person|full name|人员|员工`,
      'employee|user|user name|first name',
    ],
    employeeId: repId,
    team,
    region,
    manager: [
      '经理|上级|地区经理|sales manager',
      '直属上级|主管|区域经理|大区经理|销售经理|部门经理|team leader|team lead|supervisor|leader|reports to|line manager|manager name|regional manager|上级主管|直接上级|销售总监|负责经理',
    ],
    role: ['职位|岗位|role', '职务|job title|title|position|角色|岗位名称'],
    from: [
      '入职日期|开始日期|start date',
      '入职时间|生效日期|hire date|joined|join date|date joined|effective from|valid from|from date|起始日期|hired|hired on',
    ],
    to: [
      '离职日期|结束日期|end date',
      '离职时间|失效日期|leave date|left|termination date|effective to|valid to|to date|终止日期',
    ],
  },
  products: {
    product,
    category,
    listPrice: [
      '标价|目录价|list price|标准售价',
      '单价|价格|吊牌价|建议零售价|unit price|price|sales price|retail price|msrp|selling price|零售价|标准价|standard price|参考售价',
    ],
    cost: [
      '成本|成本价|unit cost|cost',
      '单位成本|cost price|standard cost|product cost|采购价|进价|标准成本|进货价|purchase price|cost per unit',
    ],
  },
  targets: {
    target,
    period: [
      '期间|月份|年月|季度|target period|month|quarter',
      '目标期间|考核期间|年度|时间|周期|目标月份|统计月份|会计期间|财年|year month|period name|fiscal period|target month|month of order date|order month|fiscal quarter|calendar month|week|周|日期|date|时间段|yyyymm|month year|sales month|budget month|forecast period|period month|quota month|month name',
      'year|年份|年|day|fiscal year|target year|target date|目标日期|目标年度',
    ],
    periodStart: [
      '开始日期|期间开始|period start|period start date',
      '起始日期|start date|from date|start|hs_start_datetime|开始时间|period from|起始月份',
    ],
    periodEnd: [
      '结束日期|期间结束|period end|period end date',
      '截止日期|end date|to date|end|hs_end_datetime|结束时间|period to|终止日期',
    ],
    level: ['层级|级别|level', '节点类型|node type|目标层级|目标类型层级|组织层级|对象类型|维度'],
    name: [
      '名称|节点|node|节点名称|name',
      '对象|node name|部门/人员|目标对象|考核对象|人员/部门|组织|goal name|hs_goal_name|组织名称',
    ],
    parent: ['上级|父节点|parent', '上级名称|上级节点|parent node|parent name|上级部门|所属上级'],
    kpi: ['指标名称|kpi|指标', '考核指标|metric|measure|kpi name|目标指标|目标类型|指标项|metric name|kpi id|考核项'],
    floor: ['保底目标|保底|floor', '保底值|底线目标|minimum|最低目标|threshold|保底任务|min target|floor target'],
    stretch: ['挑战目标|冲刺目标|stretch|stretch target', '挑战值|冲刺|stretch goal|挑战|冲刺任务|挑战任务'],
    kind: ['目标类别|target kind|target type', '目标性质|目标类型|类型|类别性质|goal type|quota type'],
    weight: ['权重|weight', '占比|分值|比重|weighting|weight pct'],
    unit: ['单位|unit', '计量单位|unit of measure|uom'],
    currency,
    version: ['版本|version', '版本号|target version|目标版本|revision|plan version'],
    effectiveFrom: ['生效日期|effective from', '生效时间|生效日|effective date|valid from|启用日期'],
    owner: ['目标负责人|target owner', '责任人|target responsible'],
    baseline: ['基数|基线|baseline', '去年同期|去年实际|上年实际|上年同期|last year|prior year|previous year|同期'],
  },
  tickets: {
    ticketId: [
      '工单编号|ticket id',
      '工单号|ticket no|ticket number|case id|case number|case no|工单ID|issue id|incident id|服务单号',
    ],
    customerId,
    customerName: [`${customerName[0]}|requester`, customerName[1]],
    agent: [
      '处理人|agent|assignee',
      '客服|受理人|ticket owner|assigned to|assigned agent|处理人员|case owner|owner|负责人|support agent|服务人员',
    ],
    createdAt: [
      '创建时间|created at',
      '创建日期|create date|created|created date|created on|opened|open date|opened at|提交时间|受理时间|created time|date created|提交日期',
    ],
    firstResponseAt: [
      '首次响应时间|first response at|first reply at',
      'first response|first response time|first response date|first reply|first agent email response date|首次回复时间|响应时间|first reply time',
    ],
    resolvedAt: [
      '解决时间|resolved at|solved at',
      'resolved|closed at|close date|关闭时间|完成时间|solved|resolution date|resolved date|closed date|解决日期|date resolved|结单时间',
    ],
    status: ['状态|工单状态|ticket status', 'case status|处理状态'],
    priority: ['优先级|priority', '紧急程度|severity|ticket priority|优先程度'],
    satisfaction: ['满意度|satisfaction', 'satisfaction rating|csat|satisfaction score|满意度评价|客户满意度'],
  },
  surveys: {
    date: [
      '调查日期|survey date',
      '日期|date|response date|submitted at|提交时间|评价时间|评价日期|timestamp|responded at',
    ],
    customerId,
    customerName,
    score: ['评分|score|得分', 'nps|csat|nps score|csat score|rating|打分|满意度评分|推荐分|分数|survey score'],
    kind: ['类型|survey type|kind', '调查类型|评价类型|survey kind'],
    comment: ['评论|comment', 'comments|feedback|意见|反馈|评价内容|留言'],
  },
  market: {
    period: ['期间|period', 'year|quarter|month|年度|季度|月份|date|日期|年份'],
    segment,
    region,
    marketSize: ['市场规模|market size', '市场容量|市场总额|total market|market volume|market value|tam|行业规模'],
    competitor: ['竞争对手|competitor', '竞品|竞争者|company|brand|品牌'],
    competitorRevenue: ['竞争对手销售额|competitor revenue', '竞品销售额|competitor sales|竞争对手收入'],
  },
  rates: {
    date: ['汇率日期|rate date', '日期|date|effective date|生效日期|valid from'],
    from: ['原币|from currency|源币种|from', '原币种|source currency|base currency|原币别|currency from|from code'],
    to: ['目标币种|to currency|本位币|to', '目标币|target currency|quote currency|目标币别|currency to|to code'],
    rate: ['汇率|exchange rate|rate', 'fx rate|conversion rate|折算汇率|直接汇率'],
  },
};

/** Headings of ids that stand for `rep` and `product` where the table has no name for them. */
export const productIds = productId;
/** The number of an invoice or document is the order's where the table has no order id. */
export const invoiceIds = invoiceId;
/** Money before tax and shipping, taken where no total stands beside it. */
export const subtotals = 'subtotal|sub total|小计金额|商品小计';
/** Prices after discount: a line without an amount is worth quantity × this one, not × the list price. */
export const netPrices = 'net price|net unit price|折后单价|折后价|优惠后单价|实际单价|discounted price|final price';
/** Discount columns whose values tell whether they are a rate or an amount. */
export const discounts = 'discount|discounts|折扣|优惠折扣|让利|discount applied|line discount';
/** What a column of reached figures is called in a file of targets. */
export const actualWords =
  '实际|完成|达成|业绩|实绩|实际完成|完成额|完成值|实际值|达成额|actual|actuals|achieved|attained|actual sales|actual amount|achievement|实际销售额|完成金额|已完成|实际金额';
