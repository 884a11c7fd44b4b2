/** 配置等用户所写文件中的错误，按代码给出中文说明；`hint` 写在标记之下。 */
import type { configErrors as english } from '../en/config-errors.ts';
import type { ErrorWords, ReadParam } from '../shape.ts';

const near = (p: ReadParam) => (p('near') === '' ? '' : `是否为“${p('near')}”？`);
/** A few of a long list. */
const first = (names: string) => (names.length > 80 ? `${names.slice(0, names.lastIndexOf('、', 80))}…` : names);
const nearOrAllowed = (p: ReadParam) => {
  const allowed = first(p('allowed') || p('known'));
  return near(p) || (allowed === '' ? '' : `可用：${allowed}`);
};

const kinds: Readonly<Record<string, string>> = {
  string: '文本',
  text: '文本，容易误解的请加引号',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组键值',
  record: '一组键值',
  headings: '表头列表，或用 ~ 表示没有',
  'file-or-days': '文件名，或日期列表',
  'file-or-rates': '文件名，或 { policy, file, table }',
  'text-or-list': '文本，或文本列表',
  'file-or-files': '文件名，或文件名列表',
  'money-unit': 'auto、1、千、万、百万、千万、亿、k 或 m',
  'rows-or-percent': '行数，或带引号的百分比："0.5%"',
  where: '一个值、若干值的列表，或 { gte, gt, lte, lt }',
  title: '文本，或 { en, zh-CN }',
};

const isNumber = (p: ReadParam) => p('what') === 'number' || p('what') === 'int';

export const configErrors: Readonly<Record<keyof typeof english, ErrorWords>> = {
  'config/not-yaml': { message: (p) => `不是有效的 YAML：${p('reason')}`, hint: () => '检查缩进、冒号和引号' },
  'config/unknown-key': { message: (p) => `未知的键“${p('key')}”`, hint: nearOrAllowed },
  'config/missing-key': { message: (p) => `缺少键“${p('key')}”`, hint: () => '' },
  'config/long-number': { message: () => '位数过多的数字', hint: () => '请加引号' },
  'config/wrong-value': { message: (p) => `“${p('key')}”：${p('reason')}`, hint: () => '' },
  'config/wrong-type': {
    message: (p) => `“${p('key')}”应为${kinds[p('wanted')] ?? p('wanted')}`,
    hint: () => '',
  },
  'config/not-allowed': { message: (p) => `“${p('key')}”不能是“${p('value')}”`, hint: nearOrAllowed },
  'config/too-small': {
    message: (p) => (isNumber(p) ? `“${p('key')}”小于 ${p('least')}` : `“${p('key')}”是空的`),
    hint: () => '',
  },
  'config/too-big': {
    message: (p) => (isNumber(p) ? `“${p('key')}”大于 ${p('most')}` : `“${p('key')}”超过 ${p('most')} 个字符`),
    hint: () => '',
  },
  'config/not-a-day': { message: (p) => `日期不存在：“${p('value')}”`, hint: () => '日期写作 2024-01-31' },
  'config/not-a-currency': { message: (p) => `“${p('value')}”不是币种`, hint: () => '三个字母：CNY、USD、EUR' },
  'config/extends-itself': { message: (p) => `${p('file')} 被引用了两次`, hint: () => '每个文件只能引用一次' },
  'config/word-twice': {
    message: (p) => `“${p('word')}”有两种含义`,
    hint: (p) => `“${p('other')}”下也有它`,
  },
  'config/name-twice': {
    message: (p) => `“${p('name')}”指向两个人`,
    hint: (p) => `“${p('other')}”处也有它`,
  },
  'config/ends-before-start': { message: (p) => `to（${p('to')}）早于 from（${p('from')}）`, hint: () => '' },
  'config/near-above-met': { message: (p) => `near（${p('near')}）高于 met（${p('met')}）`, hint: () => '' },
  'config/unknown-kpi': {
    message: (p) => `没有指标“${p('name')}”`,
    hint: (p) => near(p) || '查看所有指标：salesmetrics explain kpis',
  },
  'config/built-in-kpi': {
    message: (p) => `“${p('id')}”是内置指标，其 ${p('key')} 不能改`,
    hint: () => '只能设置 target 和 weight',
  },
  'config/kpi-taken': { message: (p) => `“${p('id')}”是内置指标`, hint: () => '自有指标请换一个名字' },
  'config/kpi-id': {
    message: (p) => `“${p('id')}”不能用作指标名`,
    hint: () => '用字母、数字和连字符；title 可以是中文',
  },
  'config/two-kinds': {
    message: (p) => `“${p('id')}”定义了两次：${p('kinds')}`,
    hint: () => '只用 simple、ratio、derived、cumulative 之一',
  },
  'config/expression-unreadable': { message: () => '算式无法读取', hint: (p) => p('what') },
  'config/expression-part': {
    message: (p) => `算式中不能有“${p('what')}”`,
    hint: () => '只能用指标名、数字、+ - * / 和括号',
  },
  'config/expression-too-long': { message: (p) => `算式超过 ${p('what')} 个字符`, hint: () => '拆成几个指标' },
  'config/expression-too-deep': { message: (p) => `算式嵌套超过 ${p('what')} 层`, hint: () => '拆成几个指标' },
  'config/unknown-field': {
    message: (p) => `没有字段“${p('name')}”`,
    hint: (p) => near(p) || '可写明数据集：deals.amount',
  },
  'config/one-aggregate': { message: () => '需要一种汇总', hint: (p) => `可用：${p('allowed')}` },
  'config/not-a-sum': { message: (p) => `“${p('name')}”不能按时间累加`, hint: () => '只有合计和计数可以累计' },
  'config/kpi-cycle': { message: (p) => `“${p('id')}”依赖自身`, hint: (p) => `所在行：${p('cycle')}` },
};
