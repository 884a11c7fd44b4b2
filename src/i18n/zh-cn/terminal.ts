/** 终端报告、问题和帮助的中文用语。 */
import { shellWord } from '../../lib/shell-word.ts';
import type { terminal as english } from '../en/terminal.ts';
import { grouped } from '../numbers.ts';
import { notReadWhy } from './not-read.ts';

const grains = { day: '日', week: '周', month: '月份', quarter: '季度', half: '半年', year: '年份' } as const;
const later = { day: '天', week: '周', month: '个月', quarter: '个季度', half: '个半年', year: '年' } as const;
const number = (count: number) => grouped(String(count));
const files = (paths: readonly string[]) => paths.join(' ');
const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const terminal: typeof english = {
  comma: '，',
  semicolon: '；',
  stop: '。',
  colon: '：',
  quote: (text) => `“${text}”`,
  brackets: (text) => `（${text}）`,
  dayRange: (a, b) => `${iso(a.year, a.month, a.day)} 至 ${iso(b.year, b.month, b.day)}`,
  day: (a) => iso(a.year, a.month, a.day),
  rows: (count) => `${number(count)} 行`,

  read: (path, seconds) => `已读取 ${path}${seconds === null ? '' : `（${seconds} 秒）`}`,
  tableRows: (rows, inPeriod) => `${number(rows)} 行${inPeriod === null ? '' : `，其中本期 ${number(inPeriod)} 行`}`,
  sheet: (name) => `工作表“${name}”`,
  headerRow: (row) => `表头在第 ${row} 行`,
  columnsUsed: (used, all) => `用到 ${all} 列中的 ${used} 列`,
  notRead: (why) => `未读取：${notReadWhy(why)}`,
  notRecognised: '未能识别，未读取',
  periodLabel: '期间',
  configLabel: '配置',
  notUsedYet: (keys) => `尚未使用：${keys.join('、')}`,
  moreFaults: (count) => `另有 ${number(count)} 处错误`,
  currencyLabel: '币种',
  taxLabel: '含税',
  statusLabel: '状态',
  complete: '已结束',
  incomplete: (asOf) => `未结束，截至 ${asOf}`,
  completeBecause: {
    'as-of': '据 --as-of',
    'export-range': '据导出范围',
    data: '据下单日期判断',
    'tail-gap': '据下单日期判断',
  },
  tailGap: (day) => `；最后一天是 ${day}`,
  periodFrom: {
    flag: '',
    targets: '取最后一个有目标的期间',
    name: '据文件名',
    title: '据标题',
    data: '取最后一个完整的月份',
  },
  comparedWith: (id) => `与 ${id} 对比`,
  currency: (code) => (code === 'CNY' ? '人民币 CNY' : code),
  currencyUnknown: '未写明',
  currencyFrom: (source, name) => {
    if (source === 'number-format') return `据 ${name} 列数字格式判断`;
    if (source === 'symbol') return `据 ${name} 列的货币符号`;
    if (source === 'heading') return `据 ${name} 列表头`;
    if (source === 'column') return `据“${name}”列`;
    if (source === 'config') return '据配置';
    return source === 'title' ? '据标题' : `据 ${source}`;
  },
  taxBasis: { included: '含税', excluded: '不含税' },
  taxFrom: { heading: '据表头', flag: '据 --tax', config: '据配置', targets: '据目标', default: '未写明' },
  statusUse: {
    counts: '计入',
    'not-counted': '不计入',
    refunded: '已退款',
    unmapped: '未知，计入',
    won: '赢单',
    lost: '输单',
    open: '进行中',
  },
  accepted: (rows, money, file) => `按 ${file} 接受，${number(rows)} 行未计入：共 ${money}`,
  acceptDrafted: (rows) => `${number(rows)} 行：填写 who 和 reason 后用 --accept`,
  allowed: (rows, money, percent) =>
    `按你的许可，${number(rows)} 行未计入：共 ${money}${percent === null ? '' : `，占销售额 ${percent}`}（见工作表“数据质量”）`,

  draft: '草稿',
  reached: (period, percent, kpi) => `${period} 完成${kpi}目标的 ${percent}`,
  isAt: (period, percent, kpi) => `${period} 已完成${kpi}目标的 ${percent}`,
  short: (amount) => `差 ${amount}`,
  above: (amount) => `超出 ${amount}`,
  exactly: '正好达成',
  overLimit: (amount) => `超出上限 ${amount}`,
  underLimit: (amount) => `低于上限 ${amount}`,
  actualOnly: (period, kpi, amount) => `${period} ${kpi} ${amount}`,
  against: (change, id) => `较 ${id} ${change}`,
  noActual: (period, kpi, why) => `${period} ${kpi}：${why}`,
  pace: (elapsed, expected, basis, status) =>
    `进度：期间已过 ${elapsed}（${basis}）${expected === null ? '' : `；此时应达到 ${expected}`}${status === null ? '' : `：${status}`}`,
  paceBasis: { 'monthly-targets': '按月度目标', workdays: '按工作日' },
  money: (currency, amount) => (currency === null || currency === 'CNY' ? amount : `${currency} ${amount}`),
  noTargets: '没有找到目标，因此没有达成率。请加 --targets 文件。',
  noTargetsFor: (period) => `目标中没有这些指标 ${period} 的目标，因此没有达成率。`,
  asOf: (day) => `截至 ${day}`,

  kpi: '指标',
  actual: '实际',
  target: '目标',
  gap: '差额',
  attained: '达成率',
  status: '状态',
  versus: (id) => `对比 ${id}`,
  versusYear: () => '同比',
  change: '变化',
  share: '占比',
  isNew: '新增',
  total: '合计',
  unassigned: '（未分配）',
  pointsWide: (amount) => `${amount} 个点`,
  points: (amount) => `${amount}点`,
  atMost: (amount) => `<= ${amount}`,
  daysUnit: '(天)',
  hoursUnit: '(小时)',
  pointsUnit: '(点)',
  perDayUnit: (unit) => (unit === '' ? '(每天)' : `(${unit}/天)`),
  byTitle: (kpi, dimension, unit) => `${kpi}(按${dimension}${unit === '' ? '' : `,${unit}`})`,
  unitSuffix: (unit) => (unit === '' ? '' : `(${unit})`),
  moreKpis: (count, isInWorkbook) =>
    `另有 ${number(count)} 项：-v 全部显示，--kpi 按名称选择${isInWorkbook ? '（工作簿中都有）' : ''}`,
  moreRows: (count, isInWorkbook) => `另有 ${number(count)} 项（见${isInWorkbook ? '工作簿和 ' : ' '}--json）`,
  note: (kpi, text) => `${kpi}：${text}`,
  noAttainment: (why) => `没有达成率，${why}`,

  gapLead: '缺口来源：',
  surplusLead: '超额来源：',
  gapMadeUp: { before: '', after: ' 弥补了一部分' },
  surplusReduced: { before: '', after: ' 抵消了一部分' },
  gapUnit: (unit) => (unit === '' ? '。' : `（${unit}）。`),
  partsMore: (count, amount) => `其他 ${number(count)} 项 ${amount}`,
  notComputed: '未计算：',
  noValue: '没有数值：',
  kpiCount: (count) => `${number(count)} 项指标`,
  kpisOf: (count, dataset) => `${dataset}类 ${number(count)} 项`,
  noSuchTables: '没有这些表',
  noSuchRows: (tables) => `${tables.map((table) => `“${table}”`).join('或')}表中没有这类数据`,
  seeInspect: (file) => `详见 salesmetrics inspect ${file === null ? '文件' : shellWord(file)}`,
  missing: (columns, tables) =>
    `缺少${[...(columns.length > 0 ? [`${columns.map((field) => `“${field}”`).join('或')}列`] : []), ...tables.map((table) => `“${table}”表`)].join('或')}`,
  seeExplain: (id) => `详见 salesmetrics explain ${id}`,

  cohorts: {
    title: (grain) => `按首购${grains[grain]}分组的客户，及其之后第 1、2……${later[grain]}再次购买的比例`,
    first: (grain) => `首购${grains[grain]}`,
    size: '客户数',
    none: '没有留存分组：销售数据没有“客户”列。',
    earlier: (count, isInWorkbook) => `另有更早的 ${number(count)} 组（见${isInWorkbook ? '工作簿和 ' : ' '}--json）`,
    hidden: (periods) => `${periods.join('、')} 不显示：数据从这里开始，所有客户看起来都是新客户。`,
  },

  severity: { error: '错误', warning: '警告', info: '提示' },
  leftOut: (rows, money, percent) =>
    `${number(rows)} 行未计入${money === null ? '' : `，共 ${money}${percent === null ? '' : `，占销售额 ${percent}`}`}`,
  leftOutUnknown: (rows) => `其中 ${number(rows)} 行的金额无法读取`,
  seeThem: (paths) => `查看并修正：  salesmetrics validate ${files(paths)}`,
  notAllowed: {
    unknown: '--allow-skipped 不适用：有未计入的行金额无法读取',
    money: '--allow-skipped 不适用：未计入的金额超过销售额的 0.1%',
    rows: '--allow-skipped 不适用：行数超过许可',
  },
  acceptThem: (rows) => `确认可忽略：  加上 --allow-skipped ${rows}`,
  moreOfCode: (count) => `另有 ${number(count)} 处`,
  place: (file, sheet, cell, row, heading) =>
    [
      file,
      sheet === null ? '' : `工作表“${sheet}”`,
      cell !== null ? `单元格 ${cell}` : row === null ? '' : `第 ${row} 行`,
      heading === null || heading === '' ? '' : `“${heading}”列`,
    ]
      .filter((part) => part !== '')
      .join('，'),
  rowShort: (row) => `第 ${row} 行`,
  rowList: (rows) => `第 ${rows.join('、')} 行`,
  cellBetween: '、',
  also: (cells) => `（另有 ${cells}）`,
  fix: (remedy) => `修正：${remedy}`,
  problemsFound: (errors, kinds, warnings) =>
    `${kinds > 1 ? `${kinds} 类共 ` : ''}${number(errors)} 个错误，${number(warnings)} 个警告`,
  checked: (rows, fileCount, seconds) =>
    `检查了 ${number(fileCount)} 个文件 ${number(rows)} 行${seconds === null ? '' : `，用时 ${seconds} 秒`}`,
  explainCode: (code) => `查看代码含义：salesmetrics explain ${code}`,
  noProblems: '没有问题',

  listed: (listed: number, all: number) => `列出 ${listed} 个问题，共 ${all} 个；-f ndjson 给出全部`,
  annotated: (cells: number, notes: number) => `已标注 ${cells} 个单元格，其中 ${notes} 个有批注`,
  wrote: '已写入',
  csvEscaped: (count: number) => `${count} 处文字会被表格软件当作公式，已在前面加 '（--csv-formulas raw 可不加）`,
  wroteSheets: (count: number, names: readonly string[]) => `${count} 张工作表：${names.join('、')}`,
  peopleSheets: (count: number) => `${count} 人`,
  wouldWrite: '将写入',
  wroteSplit: (people, folder, hasPages) =>
    `已向 ${folder} 写入 ${number(people)} 个工作簿${hasPages ? '和同样多的网页' : ''}，每人一${hasPages ? '份' : '个'}`,
  inNobodysFile: (rows, money) => `本期有 ${number(rows)} 行（${money}）不在任何人的文件中：无法确定归谁`,
  peopleCut: (shown, all) =>
    `工作簿中有前 ${shown} 人的工作表（按销售额），共 ${number(all)} 人：--only 缩小范围，--split 为每个人生成文件`,
  markedDraft: '（标为草稿）',
  sheets: (count) => `${count} 张工作表`,
  exitCode: (code) => `退出码 ${code}`,
  notWritten: '没有写文件：有错误，且指定了 --strict',
  tie: (kpi, value) => `核对总数：${kpi} = ${grouped(value)}，一致`,
  unnamedTable: '表格',
  more: (count) => `另有 ${number(count)} 张表`,
  failUnder: (reached, wanted) => `--fail-under：达到 ${reached}，要求 ${wanted}`,
  bug: '这是 salesmetrics 的缺陷，请连同以下内容一起报告。',
  interrupted: '已中断，没有留下未写完的文件',
  progress: (file, percent, rows) => `正在读取 ${file} ${percent}，${rows} 行`,
  errorWord: '错误',

  inspect: {
    separator: (text) => `分隔符${text}`,
    encoding: (name, isDetected) => `编码 ${name}${isDetected ? '（不是有效的 UTF-8）' : ''}`,
    header: (row) => `表头在第 ${row} 行`,
    noHeader: '没有表头',
    dataRows: (rows) => `数据 ${number(rows)} 行`,
    columnCount: (count) => `${number(count)} 列`,
    hidden: '隐藏',
    emptySheet: '没有单元格',
    as: (dataset) => `识别为${dataset}`,
    ofPreset: (preset) => `${preset}${/[\x21-\x7e]$/.test(preset) ? ' ' : ''}导出`,
    notTable: '未能识别为表格',
    tab: '制表符',
    heads: {
      column: '列',
      type: '类型',
      sample: '示例',
      smallest: '最小',
      largest: '最大',
      distinct: '不重复',
      empty: '空值',
      use: '用作',
      sure: '把握',
    },
    types: { text: '文本', number: '数字', money: '金额', date: '日期', boolean: '是/否', mixed: '混合', empty: '空' },
    textOf: (count) => `文本，${count} 种`,
    sure: {
      exact: '别名完全一致',
      alias: '别名',
      declared: '据你的指定',
      preset: '据预设',
      content: '据其他列',
      guess: '推测，未采用',
    },
    notNeeded: '用不到',
    guessed: (field) => `${field}？`,
    can: '可以计算',
    cannot: '还不能算',
    nothing: '暂无',
    attainment: '目标达成率',
    noTargets: '没有目标：请加 --targets 文件',
    needs: (columns, tables) =>
      `需要${[columns === '' ? '' : `“${columns}”列`, tables === '' ? '' : `“${tables}”表`].filter((part) => part !== '').join('或')}`,
    needsTable: (table, fields) => `需要“${table}”表：${fields.join('、')}`,
    allNames: (id) => `-v 列出全部名称；各项所需见 salesmetrics explain ${id}`,
    sayColumn: (letter, field, heading) => `如果就是 ${letter} 列，请加：--column ${field}=${heading}`,
    check: '请确认',
    keep: '保存识别结果',
  },

  explain: {
    config:
      'salesmetrics.yaml 从首个文件所在文件夹向上查找；-c 文件 指定，-c none 不用。JSON Schema：salesmetrics explain config --json',
    severities: { error: '错误，默认启用', warning: '警告，默认启用', info: '提示' },
    example: '显示为',
    why: '为何重要',
    causes: '常见原因',
    turnDown: '不再提示',
    fix: '修正',
    unit: '单位',
    better: '方向',
    formula: '公式',
    rollUp: '汇总方式',
    needs: '需要',
    noValue: '没有数值',
    caution: '注意',
    source: '出处',
    betterWords: { higher: '越高越好', lower: '越低越好' },
    exitCodes: {
      0: '完成；可能有警告，没有超出许可的遗漏',
      1: '数据有问题；报告仍会写出，标为草稿',
      2: '参数错误，或文件无法使用、无法写入',
      3: '未达到 --fail-under（仅在要求时）',
      70: '意外错误，属于缺陷',
      129: '被 SIGHUP 中断；没有写了一半的文件',
      130: '被中断（Ctrl-C）；没有写了一半的文件',
      143: '被 SIGTERM 停止；没有写了一半的文件',
    },
    report: `evaluate --json 输出一个文档，格式为 salesmetrics.evaluation/1。其 JSON Schema：salesmetrics explain report --json
加 --with-rows 时文档保留各行；以后的运行用 evaluate --against 与它比较：新增、删除、修改、改派的行及其影响。

evaluate -f csv 每个指标、期间和部分输出一行，数字与文档相同：
  section              total（整体）、part（细分）或 trend（各期）
  period, periodStart, periodEnd
  by, value            细分的维度和成员，以 " / " 连接
  kpi, unit, better, currency
  actual, numerator, denominator, why, rows
  target, attainment, attainmentWhy, gap, status
  compare, compareActual, change
  cautions, draft`,
    topics:
      '主题：codes、kpis、fields、formats、presets、environment、exit-codes、report、config、问题代码（cell/not-a-number）、指标（revenue）；指标加文件：数值背后的行',
  },
};
