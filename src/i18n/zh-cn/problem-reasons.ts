/** 每个代码为何重要、通常的原因，中文；用于 `explain`。 */
import type { ProblemReasons } from '../shape.ts';

export const problemReasons: ProblemReasons = {
  'targets/duplicate': {
    why: '无法判断以哪一个为准，因此没有达成率',
    causes: '复制了一行却没有改姓名或月份；两份计划粘贴在一起',
  },
  'targets/repeated-key': {
    why: '这些行会相加；若其中一行是重复的，目标就偏高',
    causes: '同一行粘贴了两次；缺少区分这些行的列',
  },
  'targets/several-versions': {
    why: '达成率取决于以哪个版本为准',
    causes: '在旧计划下方加入了新计划，却没有写生效日期',
  },
  'targets/parent-sum': {
    why: '团队可能达标而成员未达标，或者相反',
    causes: '只改了其中一级；有人入职或离职；上浮没有写明',
  },
  'targets/quarter-sum': {
    why: '按月与按季度的达成率会不一致',
    causes: '只改了其中一级；四舍五入',
  },
  'targets/half-sum': {
    why: '按季度与按半年的达成率会不一致',
    causes: '只改了其中一级；四舍五入',
  },
  'targets/year-sum': {
    why: '按月与全年的达成率会不一致',
    causes: '先定了全年目标，之后又改了月度目标；四舍五入',
  },
  'targets/printed-total': {
    why: '看表的人看到的合计与评估所用的不同',
    causes: '合计为手工输入，或公式漏了一行',
  },
  'targets/cut-sum': {
    why: '同一笔目标按两种方式分解却不相等，达成率会不一致',
    causes: '只调整了其中一种分解',
  },
  'targets/typed-total': {
    why: '下级改变时合计不会随之改变',
    causes: '把数值粘贴或输入到了公式上',
  },
  'targets/unknown-kpi': {
    why: '该目标没有计入任何数字',
    causes: '指标名有误，或这里用的是另一个名称',
  },
  'targets/unknown-period': {
    why: '该目标没有计入任何数字',
    causes: '月份写错，或不存在',
  },
  'targets/unknown-parent': {
    why: '该行没有计入其团队或区域之和',
    causes: '团队名写错；团队的行被删除',
  },
  'targets/unknown-level': {
    why: '无法判断是谁的目标，因此没有计入任何数字',
    causes: '笔误',
  },
  'targets/misspelled-name': {
    why: '同一名称被当作两个：目标分散，而销售额只归其中一个',
    causes: '笔误；由两个人分别填写',
  },
  'targets/hierarchy': {
    why: '无法按团队和区域加总，或者漏掉某些人',
    causes: '层级或上级写错；名称末尾有空格',
  },
  'targets/scale': {
    why: '达成率会相差上百倍',
    causes: '目标以万或千为单位，销售额以元为单位，却没有写明',
  },
  'targets/unit-slip': {
    why: '目标相差一万倍',
    causes: '在以元为单位的数中填了万元，或者相反',
  },
  'targets/tax-basis': {
    why: '达成率会相差一个税率',
    causes: '用含税销售额对比不含税目标，或者相反',
  },
  'targets/tax-basis-unknown': {
    why: '达成率可能相差一个税率',
    causes: '其中一个文件没有写明是否含税',
  },
  'targets/incomplete': {
    why: '该期间只有部分月份有目标，因此不给出达成率',
    causes: '有些月份尚未制定目标；有些行未计入',
  },
  'targets/year-only': {
    why: '全年目标不能说明某月或某季度；也不会被平均分摊',
    causes: '计划尚未分解',
  },
  'targets/outside-period': {
    why: '这些目标没有计入任何数字',
    causes: '计划的期间比销售数据长',
  },
  'targets/not-computed': {
    why: '这些目标没有计入任何数字',
    causes: '该指标目前只识别名称',
  },
  'targets/negative': {
    why: '目标不应为负；该单元格未计入',
    causes: '误输负号；把调整记成了一行',
  },
  'targets/inactive-owner': {
    why: '该目标没有人负责',
    causes: '有人已离职或尚未入职；人员名单中的日期有误',
  },
  'targets/gap': {
    why: '整体达成率会漏掉某人或某月',
    causes: '单元格为空；新人没有纳入计划',
  },
  'targets/weights': {
    why: '权重不为 100% 的得分无法与他人比较',
    causes: '增删了指标，却没有调整权重',
  },
  'targets/overlap': {
    why: '同一笔销售会计入两个目标',
    causes: '调整了一个期间，却没有调整相邻的期间',
  },
  'targets/version-total': {
    why: '在人员之间调整目标时，总额应保持不变',
    causes: '新版本中多了或少了一行',
  },
  'targets/late-version': {
    why: '期间结束后再改目标，等于改写结果',
    causes: '生效日期晚于该版本所改的期间',
  },
  'targets/calendar': {
    why: '目标会与其他月份的销售额对比',
    causes: '复制了表头；财年的月份没有写年份',
  },
  'targets/floor-target-stretch': {
    why: '无法计算保底与挑战之间的奖金',
    causes: '两列对调；只提高了其中一个',
  },
  'targets/non-additive-sum': {
    why: '整体的比率不是各部分比率之和',
    causes: '把合计公式用在了不可相加的指标上',
  },
  'targets/hidden-rows': {
    why: '隐藏的行会计入，却没有人看到',
    causes: '筛选没有取消',
  },
  'targets/implausible': {
    why: '与历史相差太远的目标不起作用',
    causes: '多输了一位数字；历史中看不出的计划变化',
  },
  'targets/not-smart': {
    why: '无法衡量或没有时限的目标难以考核',
    causes: '缺少单位、负责人或指标列',
  },
  'row/unknown-person': {
    why: '目标对不上销售额，销售额也对不上目标',
    causes: '姓名写错；新人不在名单中',
  },
  'row/ragged': {
    why: '单元格错位到别的列',
    causes: '文本中有分隔符却没有加引号',
  },
  'row/repeated-line': {
    why: '相同的行都会计入；若为重复，收入就偏高',
    causes: '同一行粘贴了两次；或客户确实买了两次',
  },
  'row/shared-order-id': {
    why: '订单按订单号计数',
    causes: '各店或各年的订单号重新编号',
  },
  'row/refund-without-order': {
    why: '退款减少了本期收入，而对应的销售不在文件中',
    causes: '销售早于导出范围',
  },
  'row/line-without-order': {
    why: '该明细没有日期和客户，因此未计入',
    causes: '两次导出的范围不同；把行号当成了订单号',
  },
  'row/order-without-lines': {
    why: '该订单以金额 0 计入',
    causes: '两次导出的范围不同',
  },
  'row/head-amount-differs': {
    why: '以明细为准，但订单头的金额与之不同',
    causes: '运费、折扣或税只写在订单头',
  },
  'row/duplicate-key': {
    why: '按此键连接会有歧义；以第一行为准',
    causes: '名单由两个来源合并而成',
  },
  'row/ambiguous-person': {
    why: '无法判断是谁的销售额',
    causes: '两人同名且没有工号',
  },
  'row/return-without-order': {
    why: '该退货没有冲减任何收入',
    causes: '订单早于导出范围；订单号写法不同',
  },
  'row/payment-without-order': {
    why: '该回款计入已收，但没有对应的应收',
    causes: '订单早于导出范围；订单号写法不同',
  },
  'row/repeated-deal': {
    why: '每个商机只计一次',
    causes: '导出中每次变更或每个产品各占一行',
  },
  'row/closed-without-date': {
    why: '该商机不属于任何期间',
    causes: '成交时没有填写日期',
  },
  'row/negative-cycle': {
    why: '商机不会在创建前成交；未计入销售周期',
    causes: '日与月对调；商机为事后补录',
  },
  'row/negative-duration': {
    why: '时长不应为负；该行未计入平均',
    causes: '两列对调；两个系统的时钟不同',
  },
  'cell/too-long': {
    why: '没有闭合的引号会吞掉后面的行',
    causes: '文本中有引号',
  },
  'cell/not-a-number': {
    why: '该行没有计入任何合计',
    causes: '把 0 输成字母 O；在数字列中写了备注',
  },
  'cell/ambiguous-number': {
    why: '数值可能相差一千倍',
    causes: '同一列混有两种国家的写法',
  },
  'cell/no-such-date': {
    why: '该行不属于任何期间',
    causes: '日期超过了月末',
  },
  'cell/not-a-date': {
    why: '该行不属于任何期间',
    causes: '在日期列中写了备注；日期为文本',
  },
  'cell/ambiguous-date': {
    why: '行可能被算到错误的月份',
    causes: '导出只用数字写日和月，而没有一个值能判断顺序',
  },
  'cell/implausible-date': {
    why: '代表空值的日期会拉长所有期间',
    causes: '导出程序的默认值；年份笔误',
  },
  'cell/error-value': {
    why: '该单元格没有值，因此该行未计入',
    causes: '公式的来源已不存在',
  },
  'cell/no-cached-value': {
    why: '工作簿没有保存计算结果，因此读不到数值',
    causes: '由程序写出，之后没有用表格软件打开过',
  },
  'cell/required': {
    why: '无法判断该行属于哪里',
    causes: '单元格为空；该行属于上一行',
  },
  'cell/lost-digits': {
    why: '两个不同的号码可能读成一样',
    causes: '长号码被表格软件截到 15 位',
  },
  'cell/rounded-source': {
    why: '合计是精确的，但原数已四舍五入',
    causes: '导出以万为单位',
  },
  'cell/out-of-range': {
    why: '该值超出其列的范围',
    causes: '把百分比输成数字，或者相反',
  },
  'header/missing-column': {
    why: '需要该列的指标无法计算',
    causes: '导出缺少该列，或用了另一个名称',
  },
  'header/ambiguous-column': {
    why: '无法判断以哪一列为准',
    causes: '有两列都可能是它',
  },
  'header/repeated-heading': {
    why: '只能按位置区分这些列',
    causes: '两张表并排粘贴',
  },
};
