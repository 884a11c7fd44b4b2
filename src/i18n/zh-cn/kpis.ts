/** 指标的中文名称、含义和公式，按 id（contract §4）。 */
import type { kpis as english } from '../en/kpis.ts';
import type { KpiWords } from '../shape.ts';

export const kpis: Readonly<Record<keyof typeof english, KpiWords>> = {
  revenue: { title: '销售额', meaning: '状态计入的所有行的金额，含退款和负数行。', formula: '金额之和，按下单日期' },
  'net-revenue': { title: '净销售额', meaning: '销售额减去退货和退款。', formula: '销售额 - 退货' },
  collected: { title: '回款额', meaning: '本期收到的款项。', formula: '回款之和，按回款日期' },
  'collection-rate': {
    title: '回款率',
    meaning: '已开票或到期的销售额中收回的比例。',
    formula: '回款额 / 已开票或到期的销售额',
  },
  receivable: { title: '应收款', meaning: '客户尚未支付的金额。', formula: '销售额 - 累计回款' },
  overdue: { title: '逾期款', meaning: '超过到期日仍未支付的金额。', formula: '超过到期日的应收款' },
  orders: { title: '订单数', meaning: '订单的个数。', formula: '不重复的订单号个数' },
  units: { title: '销量', meaning: '卖出的件数。', formula: '数量之和' },
  'average-order-value': { title: '笔单价', meaning: '平均每个订单的金额。', formula: '销售额 / 订单数' },
  'revenue-per-customer': { title: '客均销售额', meaning: '平均每个活跃客户的金额。', formula: '销售额 / 活跃客户数' },
  'discount-rate': { title: '折扣率', meaning: '让利占原价的比例。', formula: '1 - 成交金额之和 / 原价金额之和' },
  'gross-margin': {
    title: '毛利率',
    meaning: '扣除成本后剩余的比例，只算成本已知的行。',
    formula: '(金额之和 - 成本之和) / 金额之和',
  },
  'active-customers': { title: '活跃客户数', meaning: '本期至少有一个订单的客户。', formula: '不重复的客户个数' },
  'new-customers': { title: '新客户数', meaning: '首个订单在本期的客户。', formula: '首个订单在本期的不重复客户个数' },
  'reactivated-customers': {
    title: '唤回客户数',
    meaning: '至少 12 个月没有订单后又购买的客户。',
    formula: '本期活跃、此前 12 个月不活跃、更早活跃过',
  },
  'customer-retention': {
    title: '客户保留率',
    meaning: '上一期的客户中本期再次购买的比例。',
    formula: '上期和本期都活跃 / 上期活跃',
  },
  'customer-churn': { title: '客户流失率', meaning: '上一期的客户中本期没有再购买的比例。', formula: '1 - 客户保留率' },
  'repeat-purchase-rate': {
    title: '复购率',
    meaning: '本期客户中在本期下单两次以上的比例。',
    formula: '有 2 个以上订单的客户 / 活跃客户数',
  },
  'returning-customer-rate': {
    title: '老客占比',
    meaning: '本期客户中以前下过单的比例。',
    formula: '本期活跃且以前活跃过 / 活跃客户数',
  },
  'net-revenue-retention': {
    title: '净收入留存率',
    meaning: '上一期客户本期的金额与上期之比。',
    formula: '其本期金额 / 其上期金额',
  },
  'gross-revenue-retention': {
    title: '总收入留存率',
    meaning: '同上，但不计增长。',
    formula: '本期与上期较小者之和 / 上期之和',
  },
  'win-rate': { title: '赢单率', meaning: '本期关闭的商机中赢单的比例。', formula: '赢单 / (赢单 + 输单)' },
  'win-rate-by-value': {
    title: '赢单率（按金额）',
    meaning: '本期关闭的商机金额中赢单的比例。',
    formula: '赢单金额 / (赢单金额 + 输单金额)',
  },
  'created-win-rate': { title: '新建商机赢单率', meaning: '本期新建的商机中赢单的比例。', formula: '赢单 / 新建' },
  'sales-cycle': {
    title: '销售周期',
    meaning: '本期赢单从创建到关闭的天数，取中位数。',
    formula: '关闭日期 - 创建日期的中位数',
  },
  'sales-cycle-mean': {
    title: '平均销售周期',
    meaning: '本期赢单从创建到关闭的平均天数。',
    formula: '关闭日期 - 创建日期的平均数',
  },
  'average-deal-size': {
    title: '平均赢单金额',
    meaning: '平均每个赢单商机的金额。',
    formula: '赢单金额 / 有金额的赢单数',
  },
  'deals-won': { title: '赢单数', meaning: '本期赢单的商机。', formula: '按关闭日期计数' },
  'deals-lost': { title: '输单数', meaning: '本期输单的商机。', formula: '按关闭日期计数' },
  'deals-created': { title: '新建商机数', meaning: '本期新建的商机。', formula: '按创建日期计数' },
  'open-pipeline': { title: '在手商机金额', meaning: '尚未赢单或输单的商机金额。', formula: '在手商机金额之和' },
  'weighted-pipeline': {
    title: '加权商机金额',
    meaning: '按概率加权的在手商机金额。',
    formula: '在手商机金额 x 概率之和',
  },
  'pipeline-coverage': {
    title: '商机覆盖倍数',
    meaning: '在手商机相当于目标差额的几倍。',
    formula: '本期在手商机 / (目标 - 赢单)',
  },
  'sales-velocity': {
    title: '销售速度',
    meaning: '商机每天带来的金额。',
    formula: '在手商机数 x 赢单率 x 平均赢单金额 / 平均销售周期',
  },
  csat: { title: '客户满意度', meaning: '已评分的答复中满意的比例。', formula: '满意 / 已评分' },
  nps: { title: '净推荐值', meaning: '推荐者减去贬损者，单位为点。', formula: '9-10 分占比 - 0-6 分占比' },
  'first-response-time': {
    title: '首次响应时间',
    meaning: '工单从创建到首次答复的时间，取中位数。',
    formula: '首次答复 - 创建的中位数',
  },
  'resolution-time': {
    title: '解决时间',
    meaning: '工单从创建到解决的时间，取中位数。',
    formula: '解决 - 创建的中位数',
  },
  'market-share': { title: '市场份额', meaning: '自己的销售额占整个市场的比例。', formula: '销售额 / 市场规模' },
};
