/** 每个问题代码的中文说明：`says` 说明现状，`remedy` 说明怎么改（ux.md 3.18）。 */
import { shellWord } from '../../lib/shell-word.ts';
import { grouped } from '../numbers.ts';
import type { ProblemCatalogue, Seen } from '../shape.ts';
import { notReadWhy } from './not-read.ts';

const quoted = ({ value }: Seen) => (value === null ? '该单元格' : `“${value}”`);
const under = ({ heading }: Seen) => (heading === null || heading === '' ? '' : `“${heading}”列的`);
const timeRemedy = sumRemedy(({ own, sum }) => `把合计改为 ${grouped(sum)}，或把各期补足到 ${grouped(own)}。`);
const list = (items: readonly string[]) => items.join('、');
const quotedList = (items: readonly string[]) => items.map((item) => `“${item}”`).join('、');
const number = (count: number) => grouped(String(count));

const typeWords: Readonly<Record<string, string>> = {
  text: '文本',
  number: '数字',
  integer: '整数',
  money: '金额',
  date: '日期',
  boolean: '是或否',
};

export const problems: ProblemCatalogue = {
  'file/html-named-xls': {
    title: '扩展名为 .xls 的网页',
    says: () => '文件扩展名是 .xls，内容却是 HTML 网页；已读取其中的表格',
    remedy: () => '用 Excel 另存为 .xlsx，数字和日期会更可靠。',
  },
  'file/text-named-xls': {
    title: '扩展名为 .xls 的文本',
    says: () => '文件扩展名是 .xls，内容却是分隔文本；已按文本读取',
    remedy: () => '改名为 .csv，或用 Excel 另存为 .xlsx。',
  },
  'file/content-differs': {
    title: '内容与扩展名不符',
    says: ({ expected, found }) => `扩展名是 ${expected}，内容是 ${found}；已按 ${found} 读取`,
    remedy: ({ found }) => `把扩展名改为 .${found}。`,
  },
  'into/title-taken': {
    title: '工作表名已被占用',
    says: ({ title }) => `工作簿自己已有同名工作表，因此我们的改名为“${title}”`,
    remedy: () => '两者都可以随意改名：以后运行时仍能认出我们的工作表。',
  },
  'into/recalculate': {
    title: '公式读取数据表',
    says: () => '该工作表的公式读取我们的工作表：Excel 打开时自动重算，LibreOffice 需手动重算',
    remedy: () => '在 LibreOffice 中按 Ctrl+Shift+F9。',
  },
  'into/other-version': {
    title: '版式对应另一版数据表',
    says: ({ made, now }) => `该工作簿按数据表第 ${made} 版制作，现在写入的是第 ${now} 版：其中的公式可能找不到数据`,
    remedy: () => '改用本版的模板，或按 sm_data 的列修改公式。',
  },
  'file/unclosed-quote': {
    title: '引号没有闭合',
    says: ({ lines }) => `此处的引号没有闭合，会吞掉 ${number(lines)} 行`,
    remedy: () => '补上引号；若引号属于文字，请写成两个（""）。',
  },
  'file/null-bytes': {
    title: '含有空字节',
    says: ({ count }) => `文件含有 ${number(count)} 个空字节，已跳过`,
    remedy: () => '重新导出，或指定编码：--encoding utf-16le',
  },
  'row/ragged': {
    title: '单元格个数不对',
    says: ({ found, expected, rows }) =>
      `本行有 ${number(found)} 个单元格，表格有 ${number(expected)} 列${rows > 1 ? `；另有 ${number(rows - 1)} 行也不符` : ''}`,
    remedy: () => '含分隔符的文字请加引号，或删去多余的分隔符。',
  },
  'cell/too-long': {
    title: '文字过长',
    says: ({ length }) => `文字有 ${number(length)} 个字符，超过 Excel 单元格的上限`,
    remedy: () => '检查上方是否漏了引号。',
  },
  'header/missing-column': {
    title: '缺少一列',
    says: ({ field, dataset, near }) =>
      `${dataset} 中没有表头对应 ${field}${near.length > 0 ? `；相近的有 ${quotedList(near)}` : ''}`,
    remedy: ({ field, near }) =>
      `指定该列：--column ${near[0] === undefined ? `${field}=<表头>` : shellWord(`${field}=${near[0]}`)}`,
  },
  'header/ambiguous-column': {
    title: '两列对应同一字段',
    says: ({ field, columns }) => `${quotedList(columns)} 都可以作为 ${field}，未作选择`,
    remedy: ({ field, columns }) =>
      `选定一列：--column ${columns[0] === undefined ? `${field}=<表头>` : shellWord(`${field}=${columns[0]}`)}`,
  },
  'header/repeated-heading': {
    title: '表头重复',
    says: ({ columns }) => `表头 ${quotedList(columns)} 出现多次，采用第一列`,
    remedy: () => '让每列有自己的表头。',
  },
  'table/not-recognised': {
    title: '未能识别',
    says: ({ headings }) =>
      headings.length === 0 ? '这里没有找到表格' : `不是订单、目标等已知表格；表头为 ${quotedList(headings)}`,
    remedy: () => '说明它是什么：--as orders=文件#工作表，并指定列：--column amount=<表头>',
  },
  'table/not-read': {
    title: '未读取',
    says: ({ why }) => `未读取：${notReadWhy(why)}`,
    remedy: ({ why }) =>
      why === 'stage-history'
        ? '请导出商机本身：带阶段、金额和关闭日期的报表。'
        : '若仍要读取，请指明：--sheet 名称，或 --as orders=文件#工作表',
  },
  'table/summary': {
    title: '另一张表的汇总',
    says: ({ other }) => `金额等于 ${other} 的合计，未重复计入`,
    remedy: () => '若不想看到此提示，去掉该文件或工作表。',
  },
  'table/more-problems': {
    title: '问题过多，未全部列出',
    says: ({ what, count }) => `另有 ${number(count)} 个 ${what} 问题，只计数，未列出`,
    remedy: () => '先改正已列出的问题，再检查一次',
  },
  'table/overlap': {
    title: '同样的行出现在两张表中',
    says: ({ rows, amount, other }) => `${number(rows)} 行（${grouped(amount)}）在 ${other} 中已有；后出现的未计入`,
    remedy: () => '若是重复导出：--overlap drop；若是各自独立的销售：--overlap keep',
  },
  'table/total-mismatch': {
    title: '合计不符',
    says: ({ label, stated, sum }) => `“${label}”写的是 ${grouped(stated)}，各行之和为 ${grouped(sum)}`,
    remedy: () => '重新导出，或改正合计之后被修改过的行。',
  },
  'table/hidden-rows': {
    title: '隐藏的行已计入',
    says: ({ rows, amount }) => `${number(rows)} 行被筛选或手工隐藏，仍已计入（${grouped(amount)}）`,
    remedy: () => '若不应计入，请删除这些行或使用 --only。',
  },
  'table/unit-scaled': {
    title: '数字已换算单位',
    says: ({ stated, factor }) => `文件写明“${stated}”，数字已乘以 ${grouped(factor)}`,
    remedy: () => '若有误，请指明单位：--unit orders=1',
  },
  'table/expected-close': {
    title: '已结束商机按预计日期计算',
    says: ({ heading }) => `赢单和输单的商机按“${heading}”归入期间：表中没有实际结束日期`,
    remedy: () => '导出时加上赢单或输单日期，或用 --column closeDate=<列名> 指定该列。',
  },
  'table/price-as-amount': {
    title: '每行按一件计',
    says: ({ heading }) => `没有数量列：每行按一件计，“${heading}”即为金额`,
    remedy: () => '若一行不止一件，用 --column quantity=<列名> 指定数量列。',
  },
  'table/actuals-of-plan': {
    title: '实际值取自目标表',
    says: ({ heading }) => `未提供订单：销售额取各期“${heading}”的数`,
    remedy: () => '同时提供订单，才能算订单数、客户等需要逐笔数据的指标。',
  },
  'cell/not-a-number': {
    title: '不是数字',
    says: (_, seen) => `${under(seen)}${quoted(seen)}不是数字`,
    remedy: ({ hint }) => (hint === '' ? '改为数字，或清空该单元格。' : `若是此意，改为 ${grouped(hint)}。`),
  },
  'cell/ambiguous-number': {
    title: '数字有两种读法',
    says: ({ readings }, seen) => `${under(seen)}${quoted(seen)}可以是 ${readings.join(' 或 ')}`,
    remedy: () => '去掉千位分隔符，或存为数字。',
  },
  'cell/no-such-date': {
    title: '日期不存在',
    says: (_, seen) => `日期不存在：${under(seen)}${quoted(seen)}`,
    remedy: ({ hint }) => (hint === '' ? '改正日期。' : `改正日期；该月最后一天是 ${hint}。`),
  },
  'cell/not-a-date': {
    title: '不是日期',
    says: (_, seen) => `${under(seen)}${quoted(seen)}不是日期`,
    remedy: () => '改为日期，例如 2024-01-31。',
  },
  'cell/ambiguous-date': {
    title: '日期有两种读法',
    says: ({ readings, rows }, seen) =>
      `${under(seen)}${quoted(seen)}可以是 ${readings.join(' 或 ')}；整列没有能判断的日期（${number(rows)} 行）`,
    remedy: () => '指明顺序：--date-order dmy 或 --date-order mdy',
  },
  'cell/implausible-date': {
    title: '日期不合常理',
    says: ({ first, last }, seen) => `${under(seen)}${quoted(seen)}与其他日期相差太远（${first} 至 ${last}）`,
    remedy: () => '改正日期。',
  },
  'cell/error-value': {
    title: '错误值',
    says: (_, seen) => `${under(seen)}单元格是错误值 ${quoted(seen)}`,
    remedy: () => '改正公式。',
  },
  'cell/no-cached-value': {
    title: '公式没有结果',
    says: (_, seen) => `${under(seen)}公式没有保存结果`,
    remedy: () => '用 Excel 打开并保存一次，结果就会写入。',
  },
  'cell/required': {
    title: '单元格为空',
    says: (_, seen) => `${under(seen)}单元格为空`,
    remedy: () => '补上内容，或删除该行。',
  },
  'cell/lost-digits': {
    title: '编号丢失位数',
    says: ({ digits }, seen) => `${under(seen)}${quoted(seen)}有 ${digits} 位，却存为数字，只保留 15 位`,
    remedy: () => '把该列导出为文本。',
  },
  'cell/rounded-source': {
    title: '金额已四舍五入',
    says: ({ rows }, seen) => `${under(seen)}${number(rows)} 个单元格带单位（如 1.2万），数值已四舍五入`,
    remedy: () => '请导出完整的金额。',
  },
  'money/mixed-currency': {
    title: '多种币种',
    says: ({ currencies }) => `金额有 ${list(currencies)}，没有给出汇率`,
    remedy: () => '请给出汇率（date、from、to、rate）：--as rates=文件，或 salesmetrics.yaml 中的 money.rates。',
  },
  'money/missing-rate': {
    title: '没有汇率',
    says: ({ from, to, day }) => `没有${day === '' ? '' : ` ${day} 的`} ${from} 对 ${to} 汇率`,
    remedy: ({ from, to }) => `在汇率表中补上 ${from} 对 ${to} 的汇率；同一天有两个不同的值视为没有。`,
  },
  'money/converted': {
    title: '已折算为报告币种',
    says: ({ from, to, rows, before, after, policy }) =>
      `${number(rows)} 行已折算：${from} ${grouped(before)} 合 ${to} ${grouped(after)}（${policy}）`,
    remedy: () => '若要金额保持不变，请按同一币种导出。',
  },
  'status/unmapped': {
    title: '未知状态',
    says: ({ status, rows, amount }) =>
      `不知道状态“${status}”是否计入；该状态的 ${number(rows)} 行（${grouped(amount)}）已计入`,
    remedy: ({ status }) => `若不应计入，请用 --only 排除，或改写状态“${status}”。`,
  },
  'stage/unmapped': {
    title: '未知阶段',
    says: ({ stage, rows, amount }) =>
      `不知道阶段“${stage}”是赢单、输单还是进行中；该阶段的 ${number(rows)} 个商机（${grouped(amount)}）按进行中计`,
    remedy: ({ stage }) => `若已结束，请改写阶段“${stage}”，例如赢单或输单。`,
  },
  'satisfaction/unmapped': {
    title: '未知的满意度',
    says: ({ answer, rows }) => `不知道“${answer}”是否满意；该评价的 ${number(rows)} 个工单按未评价计`,
    remedy: () => '写成满意、不满意，或 1 到 5 的分数。',
  },
  'cell/out-of-range': {
    title: '分数超出范围',
    says: ({ lowest, highest }, seen) => `${under(seen)}${quoted(seen)}不是 ${lowest} 到 ${highest} 的分数`,
    remedy: ({ lowest, highest }) => `填写 ${lowest} 到 ${highest} 的分数，或清空单元格。`,
  },
  'row/repeated-line': {
    title: '相同的行',
    says: ({ rows, amount, firstRow }) =>
      `${number(rows)} 行与另一行相同（${grouped(amount)}），首行为第 ${firstRow} 行；全部计入`,
    remedy: () => '若是误录，请在文件中删除。',
  },
  'row/shared-order-id': {
    title: '一个订单号对应多个客户',
    says: ({ orders, example }) => `${number(orders)} 个订单号对应多个客户，例如“${example}”`,
    remedy: () => '检查订单号列是否正确：--column orderId=<表头>',
  },
  'row/refund-without-order': {
    title: '退款找不到原订单',
    says: ({ rows, amount }) => `${number(rows)} 行退款（${grouped(amount)}）在文件中没有原订单，按所在日期计入`,
    remedy: () => '若要与原订单对上，请加上含有原订单的导出。',
  },
  'row/line-without-order': {
    title: '明细没有对应订单',
    says: ({ orderId }) => `没有订单“${orderId}”，这行明细没有日期，未计入`,
    remedy: () => '在订单表中补上该订单，或改正订单号。',
  },
  'row/order-without-lines': {
    title: '订单没有明细',
    says: ({ orders, example }) => `${number(orders)} 个订单没有明细，金额按 0 计，例如“${example}”`,
    remedy: () => '补上明细，或删除订单。',
  },
  'row/head-amount-differs': {
    title: '订单金额与明细不符',
    says: ({ orders, amount, example }) =>
      `${number(orders)} 个订单的金额与明细相差 ${grouped(amount)}，例如“${example}”；以明细为准`,
    remedy: () => '检查只写在订单上的折扣和运费。',
  },
  'row/duplicate-key': {
    title: '键重复',
    says: ({ key, firstRow }) => `“${key}”在第 ${firstRow} 行已有，以第一行为准`,
    remedy: () => '每个键只保留一行。',
  },
  'row/ambiguous-person': {
    title: '同名人员',
    says: ({ name }) => `有不止一人叫“${name}”`,
    remedy: () => '在两张表中加上工号列。',
  },
  'row/return-without-order': {
    title: '退货找不到原订单',
    says: ({ rows, example }) => `${number(rows)} 个退货订单不在订单表中，例如“${example}”`,
    remedy: () => '补上更早的订单，或检查订单号列。',
  },
  'row/payment-without-order': {
    title: '回款找不到订单',
    says: ({ rows, amount, example }) =>
      `${number(rows)} 笔回款（${grouped(amount)}）的订单不在订单表中，例如“${example}”；仍然计入`,
    remedy: () => '补上更早的订单，或检查订单号列。',
  },
  'row/repeated-deal': {
    title: '商机重复',
    says: ({ rows, amount, example, firstRow }) =>
      `${number(rows)} 行（${grouped(amount)}）的商机编号前面已有，例如“${example}”，首次在第 ${firstRow} 行；全部计入`,
    remedy: () => '若是重复，请在文件中删除；否则检查编号列：--column dealId=<表头>',
  },
  'row/closed-without-date': {
    title: '已结束的商机没有日期',
    says: ({ rows, amount }) => `${number(rows)} 个赢单或输单的商机（${grouped(amount)}）没有关闭日期，不属于任何期间`,
    remedy: () => '补上关闭日期。',
  },
  'deals/gone': {
    title: '后一次导出中没有的商机',
    says: ({ deals, example }) =>
      `较早导出中有 ${deals} 个在手商机（${example}）不在后一次导出中，因此不计入商机延期率`,
    remedy: () => '用同样的筛选条件导出两次，或把商机合并到同一编号下。',
  },
  'row/negative-cycle': {
    title: '关闭早于创建',
    says: ({ created, closed }) => `该商机 ${closed} 赢单，早于创建日期 ${created}；不计入销售周期`,
    remedy: () => '改正其中一个日期。',
  },
  'row/negative-duration': {
    title: '结束早于开始',
    says: ({ from, to }) => `${to} 早于工单创建时间 ${from}；不计入时长`,
    remedy: () => '改正其中一个时间。',
  },
  'join/unmatched': {
    title: '关联表中没有的键',
    says: ({ field, dataset, keys, rows, amount, near }, seen) =>
      `${field} 有 ${number(keys)} 个值（${number(rows)} 行${amount === '' ? '' : `，${grouped(amount)}`}）不在 ${dataset} 中，例如${quoted(seen)}${near.length > 0 ? `；相近的有${quotedList(near)}` : ''}`,
    remedy: ({ near }, seen) =>
      near.length > 0 ? `若指同一项，请把${quoted(seen)}写成${quotedList(near)}。` : '在名单中补上。',
  },
  'join/differs': {
    title: '文件与人员表不一致',
    says: ({ field, rows, amount, own, other }) =>
      `${number(rows)} 行${amount === '' ? '' : `（${grouped(amount)}）`}的 ${field} 与人员表不同，首行为“${own}”，人员表为“${other}”；以文件为准`,
    remedy: ({ field }) => `请改正其中一处；仍要按人员表分组，请写明：--by people.${field}`,
  },
  'market/size-differs': {
    title: '同一市场有两个规模',
    says: ({ period, first, second, firstRow }) =>
      `${period} 的市场规模此处为 ${grouped(second)}，第 ${firstRow} 行为 ${grouped(first)}；以首行为准`,
    remedy: () => '每个期间、细分和地区只保留一个规模。',
  },
  'market/share-over-one': {
    title: '销售额超过整个市场',
    says: ({ where, revenue, size }) =>
      `${where === '' ? '' : `${where} 的`}销售额 ${grouped(revenue)} 超过整个市场规模 ${grouped(size)}`,
    remedy: () => '请检查市场规模的单位（--unit market=万）、期间和统计口径。',
  },
  'market/unknown-period': {
    title: '未知期间',
    says: (_, seen) => `${under(seen)}${quoted(seen)}不是期间`,
    remedy: () => '写成 2024、2024-Q1 或 2024-03。',
  },
  'control/total': {
    title: '与核对总数不符',
    says: ({ kpi, expected, actual, difference }) =>
      `${kpi} 为 ${grouped(actual)}，应为 ${grouped(expected)}，相差 ${grouped(difference)}`,
    remedy: () => '与源系统核对期间、筛选条件和含税口径。',
  },
  'accept/unused': {
    title: '已接受的行不存在',
    says: ({ code, key }) => `没有行“${key}”再因 ${code} 而未计入`,
    remedy: () => '从接受清单中删去这一行。',
  },
  'accept/unsigned': {
    title: '接受但无人负责',
    says: ({ rows }) => `${number(rows)} 个已接受的行没有写明人或原因`,
    remedy: () => '填写 who 和 reason 两列。',
  },
  'targets/duplicate': {
    title: '目标重复',
    says: ({ name, period, kpi, firstRow }) =>
      `“${name}”在 ${period} 的 ${kpi} 有第二个目标，第一个在第 ${firstRow} 行`,
    remedy: () => '只保留其中一个。',
  },
  'targets/repeated-key': {
    title: '相同维度的目标已相加',
    says: ({ key, period, firstRow }) => `“${key}”在 ${period} 的目标已在第 ${firstRow} 行给出，两者已相加`,
    remedy: () => '若非本意，只保留其中一个。',
  },
  'targets/several-versions': {
    title: '目标有多个版本',
    says: ({ versions, kpi }) => `${kpi} 的目标有版本 ${quotedList(versions)}，都没有生效日期`,
    remedy: () => '加上“生效日期”列，或只保留一个版本。',
  },
  'targets/parent-sum': {
    title: '下级目标之和不符',
    says: ({ name, period, own, sum }) => `“${name}”${period} 的目标为 ${grouped(own)}，下级之和为 ${grouped(sum)}`,
    remedy: sumRemedy(({ own, sum }) => `改其中之一：${grouped(own)} 或 ${grouped(sum)}。`),
  },
  'targets/quarter-sum': {
    title: '各月目标之和不符',
    says: ({ name, period, own, sum }) => `“${name}”${period} 的目标为 ${grouped(own)}，其中各期之和为 ${grouped(sum)}`,
    remedy: timeRemedy,
  },
  'targets/unknown-kpi': {
    title: '未知指标',
    says: ({ near }, seen) => `${quoted(seen)}不是指标${near.length > 0 ? `；是否为 ${list(near)}？` : ''}`,
    remedy: ({ near }) => (near.length > 0 ? `改为 ${near[0]}。` : '查看全部指标：salesmetrics explain kpis'),
  },
  'targets/unknown-period': {
    title: '未知期间',
    says: (_, seen) => `${under(seen)}${quoted(seen)}不是期间`,
    remedy: () => '写成 2024、2024-Q1、2024-03 或 2024-03-15。',
  },
  'targets/scale': {
    title: '目标的数量级不同',
    says: ({ actual, target }) => `实际为 ${grouped(actual)}，目标为 ${grouped(target)}，其中之一可能以千或万为单位`,
    remedy: () => '指明单位：--unit targets=万 或 --unit targets=k',
  },
  'targets/tax-basis': {
    title: '目标的含税口径不同',
    says: ({ actual, target }) => `实际${tax(actual)}，目标${tax(target)}`,
    remedy: ({ target }) => `按目标的口径取实际：--tax ${target}`,
  },
  'targets/tax-basis-unknown': {
    title: '一方的含税口径未知',
    says: ({ known, side }) =>
      side === 'target' ? `目标没有写明是否含税，实际${tax(known)}` : `实际没有写明是否含税，目标${tax(known)}`,
    remedy: () => '在文件的表头或标题中写明，或用 --tax included、--tax excluded 指定。',
  },
  'targets/incomplete': {
    title: '目标未覆盖整个期间',
    says: ({ kpi, missing }) => `${list(missing)} 没有 ${kpi} 目标，因此不计算本期达成率`,
    remedy: () => '补上目标，或选择目标覆盖的期间：--period 期间',
  },
  'targets/year-only': {
    title: '只有全年目标',
    says: ({ year }) => `${year} 年的目标只有全年数，不按月平摊`,
    remedy: ({ year }) => `评估全年（--period ${year}），或把它分解到各月：salesmetrics targets breakdown`,
  },
  'targets/outside-period': {
    title: '期间之外的目标',
    says: ({ rows, first, last }) => `${number(rows)} 个目标在 ${first} 至 ${last} 之外，未使用`,
    remedy: () => '若期间写错，请改正。',
  },
  'targets/not-computed': {
    title: '指标有目标但不计算',
    says: ({ kpi, rows }) => `读到 ${number(rows)} 个 ${kpi} 目标；当前版本不计算该指标`,
    remedy: () => '若不想看到此提示，去掉这些目标。',
  },
  'targets/negative': {
    title: '目标为负数',
    says: (_, seen) => `${under(seen)}${quoted(seen)}是负数`,
    remedy: () => '改正符号，或为退货另设一行。',
  },
  'schema/missing-table': {
    title: '缺少 schema 中的表',
    says: ({ table }) => `没有文件含有 schema 中的表“${table}”`,
    remedy: ({ table }) => `同时给出它的文件，或在 schema 中写明可以没有：${table}: { optional: true }`,
  },
  'schema/missing-column': {
    title: '缺少 schema 中的列',
    says: ({ field, headings }) =>
      `没有表头对应“${field}”${headings.length > 0 ? `（找过${[field, ...headings].map((one) => `“${one}”`).join('、')}）` : ''}`,
    remedy: ({ field }) => `补上该列，或在 schema 中加上它的表头：${field}: { headings: [...] }`,
  },
  'schema/required': {
    title: '必填单元格为空',
    says: (_, seen) => `${under(seen)}单元格为空，schema 要求有值`,
    remedy: () => '填写该值，或在 schema 中写 required: false',
  },
  'schema/type': {
    title: '不是声明的类型',
    says: ({ type }, seen) => `${under(seen)}${quoted(seen)}不是${typeWords[type] ?? type}`,
    remedy: ({ hint }) => (hint === '' ? '改正该单元格。' : `若是此意，改为 ${hint}。`),
  },
  'schema/unique': {
    title: '值重复',
    says: ({ headings, firstRow }, seen) =>
      headings.length > 1
        ? `${headings.map((one) => `“${one}”`).join('、')}合起来与第 ${firstRow} 行相同`
        : `${under(seen)}${quoted(seen)}在第 ${firstRow} 行已出现`,
    remedy: () => '删除其中一行，或改正其中一个值。',
  },
  'schema/enum': {
    title: '不在允许的值之中',
    says: ({ allowed }, seen) => `${under(seen)}${quoted(seen)}不是${allowed.map((one) => `“${one}”`).join('、')}之一`,
    remedy: ({ near }) =>
      near[0] === undefined ? '改为其中之一，或把该值加入 schema。' : `若是此意，改为 ${near[0]}。`,
  },
  'schema/pattern': {
    title: '不符合声明的格式',
    says: ({ pattern }, seen) => `${under(seen)}${quoted(seen)}不符合 ${pattern}`,
    remedy: () => '改正该单元格，或 schema 中的 pattern。',
  },
  'schema/range': {
    title: '超出声明的范围',
    says: ({ lowest, highest }, seen) =>
      `${under(seen)}${quoted(seen)}${lowest === '' ? `大于 ${highest}` : highest === '' ? `小于 ${lowest}` : `不在 ${lowest} 与 ${highest} 之间`}`,
    remedy: () => '改正该单元格，或 schema 中的 min 和 max。',
  },
  'schema/foreign-key': {
    title: '不在另一张表中',
    says: ({ table, field }, seen) => `${under(seen)}${quoted(seen)}不在表“${table}”的“${field}”中`,
    remedy: ({ near, table }) =>
      near[0] === undefined ? `加入“${table}”，或改正该单元格。` : `若是此意，改为 ${near[0]}。`,
  },
  'targets/half-sum': {
    title: '各期之和与半年目标不符',
    says: ({ name, period, own, sum }) => `“${name}”${period} 的目标为 ${grouped(own)}，其中各期之和为 ${grouped(sum)}`,
    remedy: timeRemedy,
  },
  'targets/year-sum': {
    title: '各期之和与全年目标不符',
    says: ({ name, period, own, sum }) => `“${name}”${period} 的目标为 ${grouped(own)}，其中各期之和为 ${grouped(sum)}`,
    remedy: timeRemedy,
  },
  'targets/printed-total': {
    title: '表中的合计有误',
    says: ({ name, period, own, sum }) => `“${name}”${period} 的合计写作 ${grouped(own)}，实际加总为 ${grouped(sum)}`,
    remedy: timeRemedy,
  },
  'targets/cut-sum': {
    title: '同一总目标的两种分解不一致',
    says: ({ period, first, second, own, sum }) =>
      `${period} 的目标按${first}合计 ${grouped(own)}，按${second}合计 ${grouped(sum)}`,
    remedy: sumRemedy(() => '改正其中一种分解。'),
  },
  'row/unknown-person': {
    title: '未知人员',
    says: ({ near, rows }, seen) =>
      `${quoted(seen)}不在已知人员之中${rows > 1 ? `（${number(rows)} 个目标）` : ''}${near.length > 0 ? `；是否为${quotedList(near)}？` : ''}`,
    remedy: ({ near }) =>
      near.length > 0 ? `改为${quotedList(near.slice(0, 1))}，或把此人加入人员名单。` : '把此人加入人员名单。',
  },
  'targets/unknown-parent': {
    title: '未知上级',
    says: ({ near }, seen) =>
      `${quoted(seen)}被写作上级，但没有对应的行${near.length > 0 ? `；是否为${quotedList(near)}？` : ''}`,
    remedy: ({ near }) => (near.length > 0 ? `改为${quotedList(near.slice(0, 1))}。` : '改正名称，或为其增加一行。'),
  },
  'targets/unknown-level': {
    title: '未知层级',
    says: ({ near }, seen) => `${quoted(seen)}不是层级；是否为${quotedList(near)}？`,
    remedy: ({ near }) => `改为${quotedList(near.slice(0, 1))}。`,
  },
  'targets/misspelled-name': {
    title: '同一名称有两种写法',
    says: ({ near, rows }, seen) =>
      `${quoted(seen)}${rows > 1 ? `（${number(rows)} 行）` : ''}像是${quotedList(near)}的误写`,
    remedy: ({ near }) => `改为${quotedList(near.slice(0, 1))}。`,
  },
  'targets/inactive-owner': {
    title: '目标落在不在职的人身上',
    says: ({ name, period, from, to }) =>
      `“${name}”在 ${period} 有目标，但${to === '' ? `${from} 才到岗` : `${to} 已离岗`}`,
    remedy: () => '把目标转给他人，或改正人员名单中的日期。',
  },
  'targets/gap': {
    title: '缺少目标',
    says: ({ kind, name, kpi, missing }) =>
      ({
        months: `“${name}”缺少 ${list(missing)} 的 ${kpi} 目标，同级都有`,
        period: `${list(missing)} 没有任何 ${kpi} 目标`,
        person: `人员名单中的“${name}”没有 ${kpi} 目标`,
        unplanned: `“${name}”有实际业绩，但没有 ${kpi} 目标`,
      })[kind] ?? `“${name}”没有 ${kpi} 目标`,
    remedy: () => '补上目标；若确实没有，填 0。',
  },
  'targets/weights': {
    title: '权重之和不是 100 %',
    says: ({ name, period, sum }) => `“${name}”${period} 的权重之和为 ${sum} %`,
    remedy: () => '改正权重，使其合计为 100 %。',
  },
  'targets/unit-slip': {
    title: '单位疑似写错',
    says: ({ usual, factor }, seen) => `${quoted(seen)}约为周围数值（${grouped(usual)}）的 ${factor} 倍`,
    remedy: () => '改用与其他单元格相同的单位（万元或元）。',
  },
  'targets/overlap': {
    title: '期间重叠',
    says: ({ name, first, second }) => `“${name}”的目标期间 ${first} 与 ${second} 有重叠`,
    remedy: () => '让前一期间在后一期间开始之前结束。',
  },
  'targets/version-total': {
    title: '新版本的总目标不同',
    says: ({ period, first, second, own, other }) =>
      `${period} 的目标在版本“${second}”中为 ${grouped(own)}，在“${first}”中为 ${grouped(other)}`,
    remedy: ({ other }) => `若只是重新分配，请把新版本合计调为 ${grouped(other)}。`,
  },
  'targets/late-version': {
    title: '版本改动了已结束的期间',
    says: ({ version, from, period }) => `版本“${version}”自 ${from} 生效，却改动了 ${period} 的目标`,
    remedy: () => '版本生效前已结束的期间，其目标应保持不变。',
  },
  'targets/hierarchy': {
    title: '层级关系有误',
    says: ({ kind, name, other }) =>
      ({
        root: `“${name}”与“${other}”都是顶层`,
        cycle: `“${name}”经由“${other}”成了自己的下级`,
        orphan: `“${name}”没有上级，同级其他节点都有`,
        space: `此处的“${name}”末尾有空格，其他地方没有`,
      })[kind] ?? `“${name}”的位置不明确`,
    remedy: ({ kind }) => (kind === 'space' ? '删去空格；工作簿的公式会把两者当作不同名称。' : '写明它的上级。'),
  },
  'targets/calendar': {
    title: '日历不符',
    says: ({ kind, found, expected }) =>
      ({
        months: `列中有 ${found} 个月，一年只有 ${expected} 个月`,
        year: `目标属于 ${found}，标题写的是 ${expected}`,
        row: `此行属于 ${found}，而其他行正缺 ${expected}`,
        order: `${found} 排在 ${expected} 之后`,
      })[kind] ?? `应为 ${expected}，却是 ${found}`,
    remedy: ({ kind, expected }) => (kind === 'row' ? `改为 ${expected}。` : '改正表头，或在其中写明年份：2025-01。'),
  },
  'targets/floor-target-stretch': {
    title: '保底、目标、挑战的顺序不对',
    says: ({ name, period, lower, upper }) =>
      `“${name}”${period}：${grouped(lower)} 不应大于 ${grouped(upper)}（保底 ≤ 目标 ≤ 挑战）`,
    remedy: () => '改正其中不合顺序的一个。',
  },
  'targets/non-additive-sum': {
    title: '不可相加的指标被相加',
    says: ({ kpi, name, period }) => `“${name}”${period} 的 ${kpi} 目标等于下级之和，而 ${kpi} 不可相加`,
    remedy: () => '总体目标应单独设定。',
  },
  'targets/hidden-rows': {
    title: '隐藏行已计入',
    says: ({ rows }) => `${number(rows)} 行被隐藏的目标已计入`,
    remedy: () => '若不计入，请删除这些行。',
  },
  'targets/typed-total': {
    title: '合计为手工输入，旁边的合计为公式',
    says: ({ neighbour, formulas }, seen) =>
      `合计${quoted(seen)}为手工输入；旁边有 ${number(formulas)} 个合计为公式，如 ${neighbour}`,
    remedy: ({ neighbour }) => `把 ${neighbour} 的公式复制到该单元格，使其随下级更新。`,
  },
  'targets/implausible': {
    title: '目标与历史相差较大',
    says: ({ kind, name, period, base, times }) =>
      ({
        growth: `“${name}”${period} 的目标是去年同期实际（${grouped(base)}）的 ${times} 倍`,
        flat: `“${name}”${period} 各月目标相同，而历史并非如此：最好的月份是最差月份的 ${times} 倍`,
        best: `“${name}”${period} 的目标是历史最好月份（${grouped(base)}）的 ${times} 倍`,
      })[kind] ?? `“${name}”${period} 的目标是 ${grouped(base)} 的 ${times} 倍`,
    remedy: () => '若并非本意，请改正数值或单位。',
  },
  'targets/not-smart': {
    title: 'SMART 提示',
    says: ({ criterion, why }) =>
      ({
        kpi: '不够具体（S）：没有写明指标，按销售额读取',
        owner: '不够具体（S）：没有写明是谁的目标',
        unit: '难以衡量（M）：金额既无币种也无单位',
        implausible: '难以达成（A）：目标与历史相差较大',
        unlinked: '缺乏关联（R）：目标没有与上级总目标相联系',
        yearly: '缺乏时限（T）：只有全年目标，没有阶段目标',
      })[why] ?? `准则 ${criterion}`,
    remedy: ({ why }) =>
      ({
        kpi: '增加“指标”列。',
        owner: '增加“负责人”“业务员”或“团队”列。',
        unit: '在表头写明币种或单位，例如“目标（元）”。',
        implausible: '见各目标的提示。',
        unlinked: '增加“上级”列，或补上上一级的目标。',
        yearly: '分解到季度或月份：salesmetrics targets breakdown',
      })[why] ?? '',
  },
};

interface Sum {
  readonly own: string;
  readonly sum: string;
  readonly wanted: string;
  readonly allowed: string;
}

/** `otherwise`：无法判断哪个单元格有误时。 */
function sumRemedy(otherwise: (sum: Sum) => string): (sum: Sum) => string {
  return (found) => {
    if (found.allowed === 'rounding') return '无需处理：差额来自四舍五入。';
    if (found.allowed === 'at-least') return '无需处理：下级之和允许更多。';
    if (found.allowed !== '') return `无需处理：允许相差 ${found.allowed}。`;
    return found.wanted === '' ? otherwise(found) : setTo(found.wanted);
  };
}

function setTo(wanted: string): string {
  return `把该单元格改为 ${grouped(wanted)}。`;
}

function tax(basis: string): string {
  return basis === 'excluded' ? '不含税' : '含税';
}
