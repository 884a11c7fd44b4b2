/** What `explain formats` and `explain environment` say, English. */
export const formats: readonly (readonly [string, string])[] = [
  ['.xlsx, .xlsm', 'workbooks of Excel, WPS and LibreOffice; all visible sheets, values as stored, macros never run'],
  ['.xls', 'workbooks of Excel 97 to 2003'],
  ['.csv, .tsv, .txt', 'text; separator and encoding are found: UTF-8, UTF-16, GB18030 (GBK), Windows-1252'],
  ['.html', 'the tables of a web page, also where a program calls it .xls'],
  ['-', 'standard input'],
  [
    'not read',
    '.xlsb, .ods, .numbers, .pdf, databases, archives and protected workbooks: save a copy as .xlsx or .csv',
  ],
  ['written', '.xlsx (the report), JSON (--json); a kind is told by what is in a file, not by its name'],
];

export const environment: readonly (readonly [string, string])[] = [
  ['SALESMETRICS_CONFIG', 'the config to read where -c names none'],
  ['SALESMETRICS_LANG', 'the language where --lang names none: en, zh-CN'],
  ['LC_ALL, LC_MESSAGES, LANG', 'the language where nothing else says one'],
  ['NO_COLOR, FORCE_COLOR', 'no colour, or colour also in a pipe; --color goes before'],
  ['TERM', 'dumb: no colour'],
  ['COLUMNS', 'the width of lines where the output is no terminal (80)'],
  ['TZ and all others', 'change nothing; of these only the config can change a number, and which is used is printed'],
];
