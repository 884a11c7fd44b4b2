/** 结果的原因、注意事项和状态的中文说明。 */
import type { Caution, Status, Unit, Why } from '../../model/kpi.ts';
import type { RollUp } from '../../model/kpi-basis.ts';
import type { details as english } from '../en/states.ts';
import { grouped } from '../numbers.ts';

export const whys: Readonly<Record<Why, string>> = {
  'no-data': '本期没有数据',
  'zero-denominator': '分母为 0',
  'negative-base': '基数不大于 0',
  'left-censored': '本期之前没有历史数据',
  immature: '尚未完结',
  'missing-field': '缺少列',
  'no-target': '没有目标',
  'target-is-zero': '目标为 0',
  'target-incomplete': '目标未覆盖整个期间',
  'target-met': '目标已达成',
  'target-ambiguous': '有两个不同的目标',
  'zero-actual': '实际为 0',
};

/** 同上，只占一个数字的宽度。 */
export const shortWhys: Readonly<Record<Why, string>> = {
  'no-data': '无数据',
  'zero-denominator': '分母为 0',
  'negative-base': '基数 <= 0',
  'left-censored': '无历史',
  immature: '未完结',
  'missing-field': '缺列',
  'no-target': '无目标',
  'target-is-zero': '目标为 0',
  'target-incomplete': '目标不全',
  'target-met': '目标已达',
  'target-ambiguous': '目标不一',
  'zero-actual': '实际为 0',
};

export const cautions: Readonly<Record<Caution, string>> = {
  'short-history': '本期之前的历史较短，数值可能偏高',
  immature: '仍有未完结的，数值还会变化',
  'whole-order-returns': '退货清单没有金额，按整单退回',
  'partial-cost': '没有成本的行未参与计算',
  'without-amount': '没有金额的商机未计入',
  'without-probability': '缺少金额或赢率的商机未计入',
  unreplied: '部分工单尚未回复，数值只会变差',
  'tail-gap': '期末几天没有数据',
};

/** 同上，已知个数时用。 */
export const countedCautions: Readonly<Partial<Record<Caution, (count: number) => string>>> = {
  'without-amount': (count) => `${grouped(String(count))} 个在手商机缺少金额，未计入`,
  'without-probability': (count) => `${grouped(String(count))} 个在手商机缺少金额或赢率，未计入`,
  unreplied: (count) => `${grouped(String(count))} 个工单尚未回复，数值只会变差`,
};

/** 指标数值之外的说明，数字已排好格式。 */
export const details: typeof english = {
  quartiles: (low, high) => `中间一半用时 ${low} 至 ${high} 天`,
  p90: (hours) => `90% 不超过 ${hours} 小时`,
  invoiced: (amount) => `开票 ${amount}`,
  due: (amount) => `到期 ${amount}`,
  lookback: (days) => `数据早于本期 ${days} 天`,
};

export const rollUps: Readonly<Record<RollUp, string>> = {
  sum: '各部分相加',
  'ratio-of-sums': '分子分母各自相加再相除',
  distinct: '重新计数，不相加',
  recounted: '重新计算，不取平均',
};

export const units: Readonly<Record<Unit, string>> = {
  money: '金额',
  count: '个数',
  ratio: '%',
  days: '天',
  hours: '小时',
  points: '点',
  'money-per-day': '金额/天',
};

export const statuses: Readonly<Record<Status, string>> = {
  met: '达成',
  near: '接近',
  below: '落后',
  'on-track': '正常',
  behind: '滞后',
  unconfirmed: '待确认',
};
