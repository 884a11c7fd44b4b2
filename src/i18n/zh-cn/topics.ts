/** What `explain formats` and `explain environment` say, Chinese. */
export const formats: readonly (readonly [string, string])[] = [
  ['.xlsx、.xlsm', 'Excel、WPS、LibreOffice 的工作簿；读取所有可见工作表，取存储的值，不运行宏'],
  ['.xls', 'Excel 97 至 2003 的工作簿'],
  ['.csv、.tsv、.txt', '文本；分隔符和编码自动识别：UTF-8、UTF-16、GB18030（GBK）、Windows-1252'],
  ['.html', '网页中的表格，程序把它命名为 .xls 时也可以'],
  ['-', '标准输入'],
  ['不读取', '.xlsb、.ods、.numbers、.pdf、数据库、压缩包和加密的工作簿：另存为 .xlsx 或 .csv'],
  ['写出', '.xlsx（报告）、JSON（--json）；文件类型看内容，不看名称'],
];

export const environment: readonly (readonly [string, string])[] = [
  ['SALESMETRICS_CONFIG', '没有 -c 时读取的配置'],
  ['SALESMETRICS_LANG', '没有 --lang 时的语言：en、zh-CN'],
  ['LC_ALL、LC_MESSAGES、LANG', '别处都没有说明时的语言'],
  ['NO_COLOR、FORCE_COLOR', '不用颜色，或在管道中也用颜色；--color 优先'],
  ['TERM', 'dumb：不用颜色'],
  ['COLUMNS', '输出不是终端时的行宽（80）'],
  ['TZ 及其他', '没有作用；以上只有配置可能改变数字，所用配置总会列出'],
];
