/** KPIs by the names that target files give them, English and Chinese. */
import { foldName } from '../lib/fold-text.ts';
import { knownKpis, traitsOf } from './kpi-traits.ts';

const names: Readonly<Record<string, readonly string[]>> = {
  revenue:
    ['sales', 'sales amount', 'sales revenue', 'turnover', 'bookings', 'sales volume', 'amount', '销售额', '销售金额', '销售收入', '收入', '营收', '营业额', '营业收入', '业绩', '销售业绩', '销售', '签约额', '合同额', '成交额', 'gmv'], // biome-ignore format: a list of words
  'net-revenue': ['net sales', '净销售额', '净收入', '净额'],
  collected: ['collections', 'collection', 'cash collected', 'cash', 'payments', 'received', '回款', '回款额', '回款金额', '收款', '收款额', '到账', '到账额', '已回款'], // biome-ignore format: a list of words
  'collection-rate': ['回款率', '收款率'],
  receivable: ['receivables', 'accounts receivable', '应收', '应收账款', '应收款'],
  overdue: ['overdue amount', '逾期', '逾期金额', '逾期应收'],
  orders: ['order count', 'number of orders', '订单', '订单数', '订单量', '成交单数', '单数'],
  units: ['quantity', 'unit sales', 'units sold', '销量', '销售量', '销售数量', '数量'],
  'average-order-value': ['aov', 'average order', '笔单价', '订单均价', '平均订单金额', '客单价'],
  'revenue-per-customer': ['客均销售额', '客户均销售额'],
  'discount-rate': ['discount', '折扣率'],
  'gross-margin': ['margin', 'gross margin rate', 'gross profit margin', '毛利率', '销售毛利率'],
  'active-customers': ['customers', 'active accounts', '活跃客户', '活跃客户数', '成交客户数', '客户数'],
  'new-customers': ['new customer', 'new accounts', 'new logos', 'customers acquired', '新客户', '新客户数', '新增客户', '新增客户数', '新客', '新客数', '新开客户', '新开客户数'], // biome-ignore format: a list of words
  'reactivated-customers': ['激活客户数', '唤醒客户数', '召回客户数'],
  'customer-retention': ['retention', 'retention rate', 'customer retention rate', '客户保留率', '客户留存率', '留存率', '保留率', '续费率'], // biome-ignore format: a list of words
  'customer-churn': ['churn', 'churn rate', 'customer churn rate', '流失率', '客户流失率'],
  'repeat-purchase-rate': ['repeat rate', '复购率', '重复购买率'],
  'returning-customer-rate': ['老客户占比', '回头客率'],
  'net-revenue-retention': ['nrr', 'ndr', '净收入留存率', '净留存率'],
  'gross-revenue-retention': ['grr', '总收入留存率', '毛留存率'],
  'win-rate': ['赢单率', '成交率', '转化率', 'close rate', 'conversion rate'],
  'win-rate-by-value': ['金额赢单率', '赢单率(金额)'],
  'created-win-rate': ['新建赢单率'],
  'sales-cycle': ['sales cycle length', 'sales cycle days', 'cycle', 'sales cycle, days', '销售周期', '销售周期(天)', '成交周期', '平均成交周期'], // biome-ignore format: a list of words
  'sales-cycle-mean': ['mean sales cycle', 'average sales cycle', '平均销售周期'],
  'average-deal-size': ['deal size', 'average deal', '平均成交金额', '平均单笔金额', '单笔金额'],
  'deals-won': ['won deals', 'wins', 'deals closed', '赢单数', '成交数', '签单数', '成单数'],
  'deals-lost': ['lost deals', '输单数', '丢单数'],
  'deals-created': ['new deals', 'opportunities created', '新增商机', '新增商机数', '新建商机数'],
  'open-pipeline': ['pipeline', '商机金额', '在途商机', '管道金额'],
  'weighted-pipeline': ['加权商机', '加权管道'],
  'pipeline-coverage': ['coverage', '商机覆盖率', '管道覆盖率'],
  'sales-velocity': ['velocity', '销售速度'],
  'slip-rate': ['slippage', 'deal slip rate', '延期率', '商机延期率'],
  csat: ['customer satisfaction', '满意度', '客户满意度'],
  nps: ['net promoter score', '净推荐值'],
  'first-response-time': ['首次响应时间', '首响时间'],
  'resolution-time': ['解决时间', '处理时长'],
  'market-share': ['share', '市场份额', '市场占有率', '市占率'],
};

const ids: ReadonlyMap<string, string> = new Map(
  knownKpis.flatMap((id) =>
    [id, ...(Object.hasOwn(names, id) ? (names[id] ?? []) : [])].map((name) => [keyOf(name), id]),
  ),
);

function keyOf(name: string): string {
  return foldName(name).replaceAll(/[-_()（）,，]/g, '');
}

/** The KPI that a target file's name for it means (`销售额`, `New customers`, `new-customers`), or undefined. */
export function kpiNamed(name: string): string | undefined {
  const key = keyOf(name);
  const found = ids.get(key) ?? ids.get(key.replace(/(?:目标|任务|指标|target|goal|quota)$/u, ''));
  if (found !== undefined) return found;
  return /-growth$/.test(name) && traitsOf(name) !== undefined ? name : undefined;
}

/** All names, for suggestions. */
export const kpiWords: readonly string[] = [...new Set([...knownKpis, ...Object.values(names).flat()])];
