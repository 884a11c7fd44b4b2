/** What runs against what. Each contender is a node process; all of them read the same generated file. */
import { join } from 'node:path';

export interface Contender {
  readonly name: string;
  readonly args: readonly string[];
  /** Run without the memory hook, where milliseconds count. */
  readonly isBare?: boolean;
}

/** `ours ÷ other` must not be above the bar; the aim is what we would like. */
export interface Bar {
  readonly what: string;
  readonly ours: string;
  readonly other: string;
  readonly bar: number;
  readonly aim: number;
}

const root = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'contenders');
const command = join(root, 'bin/salesmetrics.js');

export interface Files {
  readonly csv: string;
  /** Null where the rows do not fit a sheet. */
  readonly xlsx: string | null;
  /** A tenth of the rows, to see growth. */
  readonly tenthCsv: string;
  /** 10,000 rows, for the run with a workbook. */
  readonly smallXlsx: string;
  readonly report: string;
}

const quiet = ['--no-report', '--json'];

export function contendersOf(files: Files): readonly Contender[] {
  const { csv, xlsx, tenthCsv, smallXlsx, report } = files;
  const workbook =
    xlsx === null
      ? []
      : [
          { name: 'xlsx: salesmetrics evaluate', args: [command, 'evaluate', xlsx, ...quiet] },
          { name: 'xlsx: inflate only', args: [join(folder, 'inflate.js'), xlsx] },
          { name: 'xlsx: exceljs streaming, read only', args: [join(folder, 'exceljs-stream.js'), xlsx] },
        ];
  return [
    ...workbook,
    { name: 'csv: salesmetrics evaluate', args: [command, 'evaluate', csv, ...quiet] },
    { name: 'csv: salesmetrics, revenue alone', args: [command, 'evaluate', csv, ...quiet, '--kpi', 'revenue'] },
    { name: 'csv: a tenth of the rows', args: [command, 'evaluate', tenthCsv, ...quiet] },
    { name: 'csv: one pass over the bytes', args: [join(folder, 'bytes.js'), csv] },
    { name: 'csv: csv-parse with columns, read only', args: [join(folder, 'csv-parse-columns.js'), csv] },
    { name: 'csv: DuckDB, the same KPIs', args: [join(folder, 'duckdb.js'), csv] },
    { name: '10k rows with workbook', args: [command, 'evaluate', smallXlsx, '-o', report, '-F'] },
    { name: 'node -e 0', args: ['-e', '0'], isBare: true },
    { name: 'salesmetrics --help', args: [command, '--help'], isBare: true },
    { name: 'salesmetrics --version', args: [command, '--version'], isBare: true },
  ];
}

/** The bars of docs and design: a bar of 8 "times faster" is a ratio of 1 ÷ 8. */
export const bars: readonly Bar[] = [
  { what: 'XLSX against inflating', ours: 'xlsx: salesmetrics evaluate', other: 'xlsx: inflate only', bar: 6, aim: 4 },
  {
    what: 'XLSX against exceljs streaming',
    ours: 'xlsx: salesmetrics evaluate',
    other: 'xlsx: exceljs streaming, read only',
    bar: 1 / 8,
    aim: 1 / 12,
  },
  {
    what: 'CSV against csv-parse',
    ours: 'csv: salesmetrics evaluate',
    other: 'csv: csv-parse with columns, read only',
    bar: 1 / 4,
    aim: 1 / 6,
  },
  {
    what: 'CSV against DuckDB',
    ours: 'csv: salesmetrics evaluate',
    other: 'csv: DuckDB, the same KPIs',
    bar: 1.3,
    aim: 0.8,
  },
  {
    what: 'all KPIs against revenue alone',
    ours: 'csv: salesmetrics evaluate',
    other: 'csv: salesmetrics, revenue alone',
    bar: 1.6,
    aim: 1.3,
  },
  {
    what: 'ten times the rows',
    ours: 'csv: salesmetrics evaluate',
    other: 'csv: a tenth of the rows',
    bar: 12,
    aim: 10,
  },
  { what: '--help against bare node', ours: 'salesmetrics --help', other: 'node -e 0', bar: 3.5, aim: 2.5 },
  { what: '--version against bare node', ours: 'salesmetrics --version', other: 'node -e 0', bar: 3.5, aim: 2.5 },
];
