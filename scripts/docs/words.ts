/** The few words of the reference pages that the program itself does not say. */
import type { Lang } from '../../src/i18n/shape.ts';

const english = {
  madeBy: 'Made from the code by `npm run docs`; a test holds the page against it.',
  other: '中文',
  commands: 'Commands',
  commandsLead: '`salesmetrics <command> --help` shows the same in a terminal.',
  everywhere: 'Flags of every command',
  flag: 'Flag',
  argument: 'Argument',
  meaning: 'Meaning',
  exitCodes: 'Exit codes',
  exitCode: 'Code',
  environment: 'Environment',
  variable: 'Variable',
  kpis: 'KPIs',
  kpisLead:
    'Each is computed for the period, for each part of `--by` and for each sub-period of the trend. The worked numbers are those of 2024-Q1 in [first-run](EXAMPLES/first-run/README.md): `salesmetrics explain <kpi> examples/first-run/q1.xlsx` shows the rows behind them. `<kpi>-growth` is the change of a KPI of money or counts against the comparison period.',
  worked: 'Worked',
  problems: 'Problems',
  problemsLead:
    'What can be wrong in data, by code. An error makes the report a draft and the exit code 1. `salesmetrics explain <code>` shows the same.',
  severity: 'Severity',
  config: 'Configuration',
  key: 'Key',
  value: 'Value',
  files: 'Files and fields',
  formats: 'Formats',
  format: 'Format',
  presets: 'Programs whose exports are known',
  program: 'Program',
  tables: 'Its tables',
  fields: 'Datasets and fields',
  fieldsLead: 'Names as `--column`, `--by` and the config take them.',
  field: 'Field',
  kind: 'Kind',
  kinds: { text: 'text', amount: 'number', day: 'date' },
  json: 'JSON documents',
  jsonLead:
    'What `--json` prints. Numbers are exact decimals without exponent; keys are never left out, `null` says none; a quotient is rounded to 6 decimals and comes with its numerator and denominator.',
  printedBy: 'Printed by',
  schema: 'JSON Schema',
  sameAs: (key: string) => `as \`${key}\``,
  or: ' or ',
  list: 'list',
  object: 'map',
  types: { string: 'text', number: 'number', integer: 'whole number', boolean: 'true or false', null: 'null' },
};

export type DocWords = typeof english;

const chinese: DocWords = {
  madeBy: '本页由 `npm run docs` 从代码生成，并有测试核对。',
  other: 'English',
  commands: '命令',
  commandsLead: '在终端中用 `salesmetrics <command> --help --lang zh-CN` 查看同样的内容。',
  everywhere: '所有命令都有的参数',
  flag: '参数',
  argument: '实参',
  meaning: '含义',
  exitCodes: '退出码',
  exitCode: '代码',
  environment: '环境变量',
  variable: '变量',
  kpis: '指标',
  kpisLead:
    '每个指标都按期间、按 `--by` 的每个部分、按趋势的每个子期间计算。“算例”是 [first-run](EXAMPLES/first-run/README.md) 中 2024-Q1 的数字；`salesmetrics explain <kpi> examples/first-run/q1.xlsx` 列出其背后的行。`<kpi>-growth` 是金额类或计数类指标与对比期相比的变化。',
  worked: '算例',
  problems: '问题',
  problemsLead:
    '数据中可能出现的问题，按代码排列。有错误时报告标为草稿，退出码为 1。`salesmetrics explain <code>` 显示同样的内容。',
  severity: '级别',
  config: '配置',
  key: '键',
  value: '值',
  files: '文件与字段',
  formats: '格式',
  format: '格式',
  presets: '能识别其导出的系统',
  program: '系统',
  tables: '能识别的表',
  fields: '数据集与字段',
  fieldsLead: '`--column`、`--by` 和配置中使用的名称。',
  field: '字段',
  kind: '类型',
  kinds: { text: '文本', amount: '数字', day: '日期' },
  json: 'JSON 文档',
  jsonLead:
    '`--json` 的输出。数字是不带指数的精确小数；键从不省略，没有时为 `null`；商四舍五入到 6 位小数，并附分子和分母。',
  printedBy: '输出它的命令',
  schema: 'JSON Schema',
  sameAs: (key) => `同 \`${key}\``,
  or: ' 或 ',
  list: '列表',
  object: '映射',
  types: { string: '文本', number: '数字', integer: '整数', boolean: 'true 或 false', null: 'null' },
};

export function docWords(lang: Lang): DocWords {
  return lang === 'en' ? english : chinese;
}
