/** `--against` 的中文用语：终端和“变动”工作表。 */
import type { PerKind } from '../../model/against.ts';
import type { against as english } from '../en/against.ts';
import { grouped } from '../numbers.ts';

const number = (count: number) => grouped(String(count));

const kinds: PerKind<string> = { added: '新增', removed: '删除', changed: '修改', reassigned: '改派' };

const runs = (what: string) =>
  ({ config: '配置', currency: '币种', tool: 'salesmetrics 版本', fields: '列' })[what] ?? what;

export const against: typeof english = {
  title: (file, period) => `${period} 自 ${file} 以来的变动`,
  none: (file, period) => `自 ${file} 以来，${period} 没有任何变动。`,
  counts: (counts) =>
    (['added', 'removed', 'changed', 'reassigned'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => `${kinds[kind]} ${number(counts[kind])}`)
      .join('，'),
  elsewhere: (counts) => `其他期间的行：${counts}。只有回看历史的指标可能受其影响。`,
  runs: (list) => `两次运行的其他差异：${list.join('；')}。`,
  run: (what, was, now) =>
    what === 'period'
      ? `期间（文档为 ${was}；这里两边都按 ${now} 评估）`
      : `${runs(what)}（当时${was === '' ? '无' : ` ${was}`}，现在${now === '' ? '无' : ` ${now}`}）`,
  kinds,
  heads: kinds,
  kindList: (list) => list.map((kind) => kinds[kind]).join('并'),
  step: (kind, count) => `${kinds[kind]} ${number(count)} 行`,
  was: '当时',
  now: '现在',
  difference: '差额',
  whole: {
    'not-a-sum': '不拆分，因为不是各行之和',
    'not-reproduced': '不拆分，因为由当时的行算不出当时的数值（选项或版本不同）',
    'no-value': '不拆分，因为其中一次运行没有数值',
  },
  noValue: '无',
  people: (kpi) => `${kpi}，按人员`,
  person: '人员',
  nobody: '(未分配)',
  rows: (shown, all, kpi) =>
    shown < all ? `各行：共 ${number(all)} 行，以下 ${shown} 行对${kpi ?? '结果'}影响最大` : '各行',
  more: (isInWorkbook) => `全部各行见${isInWorkbook ? '工作簿和 ' : ' '}--json。`,
  place: (now, was) => (was === '' ? now : now === '' ? `原 ${was}` : `${now}，原 ${was}`),
  change: (field, was, now) => `${field} 原 ${was === '' ? '（空）' : was}，现 ${now === '' ? '（空）' : now}`,
  leftOut: (isNow) => (isNow ? '现在未计入' : '当时未计入'),
  same: '行本身没有变，但计入方式不同',
  and: '；',
  columns: {
    what: '变动',
    dataset: '识别为',
    id: '编号',
    day: '日期',
    person: '人员',
    now: '现在的行',
    was: '当时的行',
    fields: '不同的字段',
    effect: (kpi) => `对${kpi}的影响`,
  },
  perKpi: '各指标的差额',
  others: (rows) => `其余 ${number(rows)} 行`,
  notSplit: '不拆分的原因',
  reasons: {
    'not-a-sum': '不是各行之和',
    'not-reproduced': '由当时的行算不出当时的数值',
    'no-value': '其中一次运行没有数值',
  },
  check: (kpi) => `${kpi}，各类变动之和`,
  checkRows: (kpi) => `${kpi}，变动各行之和`,
  rowsTitle: '各行',
  together: '合计',
  sum: '各行合计',
};
