/** Words of the terminal report, of problems and of help, English. */
import { shellWord } from '../../lib/shell-word.ts';
import type { Grain } from '../../model/period.ts';
import { counted, grouped } from '../numbers.ts';
import { notReadWhy } from './not-read.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const files = (paths: readonly string[]) => paths.join(' ');

export const terminal = {
  comma: ', ',
  semicolon: '; ',
  stop: '.',
  colon: ': ',
  quote: (text: string) => `"${text}"`,
  brackets: (text: string) => ` (${text})`,
  /** `1 Jan to 31 Mar 2024`, from civil days. */
  dayRange: (a: Civil, b: Civil) =>
    a.year === b.year
      ? `${dayMonth(a)} to ${dayMonth(b)} ${b.year}`
      : `${dayMonth(a)} ${a.year} to ${dayMonth(b)} ${b.year}`,
  day: (a: Civil) => `${dayMonth(a)} ${a.year}`,
  rows: (count: number) => counted(count, 'row'),

  // What was read.
  read: (path: string, seconds: string | null) => `Read ${path}${seconds === null ? '' : ` (${seconds} s)`}`,
  tableRows: (rows: number, inPeriod: number | null) =>
    `${counted(rows, 'row')}${inPeriod === null ? '' : `, ${grouped(String(inPeriod))} in the period`}`,
  sheet: (name: string) => `sheet "${name}"`,
  headerRow: (row: number) => `header row ${row}`,
  columnsUsed: (used: number, all: number) => `${used} of ${all} columns used`,
  notRead: (why: string) => `not read: ${notReadWhy(why)}`,
  notRecognised: 'not recognised, not read',
  periodLabel: 'Period',
  configLabel: 'Config',
  notUsedYet: (keys: readonly string[]) => `not used yet: ${keys.join(', ')}`,
  moreFaults: (count: number) => `and ${counted(count, 'more error')}`,
  currencyLabel: 'Currency',
  taxLabel: 'Tax',
  statusLabel: 'Status',
  complete: 'complete',
  incomplete: (asOf: string) => `not complete, as of ${asOf}`,
  completeBecause: {
    'as-of': 'by --as-of',
    'export-range': 'from the export range',
    data: 'from the order dates',
    'tail-gap': 'from the order dates',
  },
  tailGap: (day: string) => `; the last is of ${day}`,
  periodFrom: {
    flag: '',
    targets: 'chosen because it is the last one with targets',
    name: 'chosen because the file name says it',
    title: 'chosen because the title says it',
    data: 'chosen because it is the last complete month',
  },
  comparedWith: (id: string) => `compared with ${id}`,
  currency: (code: string) => code,
  currencyUnknown: 'not stated',
  /** `source`: `number-format`, `symbol`, `heading`, `column`, `title`; `name`: a column letter or heading. */
  currencyFrom: (source: string, name: string) => {
    if (source === 'number-format') return `from the number format of column ${name}`;
    if (source === 'symbol') return `from the symbol in column ${name}`;
    if (source === 'heading') return `from the heading of column ${name}`;
    if (source === 'column') return `from column "${name}"`;
    return `from the ${source}`;
  },
  taxBasis: { included: 'included', excluded: 'not included' },
  taxFrom: {
    heading: 'from the heading',
    flag: 'by --tax',
    config: 'from the config',
    targets: 'as the targets state',
    default: 'not stated',
  },
  statusUse: {
    counts: 'counts',
    'not-counted': 'not counted',
    refunded: 'refunded',
    unmapped: 'unknown, counted',
    won: 'won',
    lost: 'lost',
    open: 'open',
  },
  accepted: (rows: number, money: string, file: string) =>
    `${counted(rows, 'row')} left out as accepted in ${file}: ${money}`,
  acceptDrafted: (rows: number) => `${counted(rows, 'row')}: fill in who and reason, then --accept`,
  allowed: (rows: number, money: string, percent: string | null) =>
    `${counted(rows, 'row')} left out as allowed: ${money}${percent === null ? '' : `, ${percent} of revenue`} (sheet "Data quality" lists them)`,

  // Headline.
  draft: 'DRAFT',
  reached: (period: string, percent: string, kpi: string) => `${period} reached ${percent} of its ${kpi} target`,
  isAt: (period: string, percent: string, kpi: string) => `${period} is at ${percent} of its ${kpi} target`,
  short: (amount: string) => `${amount} short`,
  above: (amount: string) => `${amount} above`,
  exactly: 'exactly on target',
  overLimit: (amount: string) => `${amount} over the limit`,
  underLimit: (amount: string) => `${amount} under the limit`,
  actualOnly: (period: string, kpi: string, amount: string) => `${period} ${kpi}: ${amount}`,
  against: (change: string, id: string) => `${change} against ${id}`,
  noActual: (period: string, kpi: string, why: string) => `${period} ${kpi}: ${why}`,
  pace: (elapsed: string, expected: string | null, basis: string, status: string | null) =>
    `Pace: ${elapsed} of the period has passed (${basis})${expected === null ? '' : `; ${expected} expected by now`}${status === null ? '' : `: ${status}`}`,
  paceBasis: { 'monthly-targets': 'by monthly targets', workdays: 'by workdays' },
  money: (currency: string | null, amount: string) => (currency === null ? amount : `${currency} ${amount}`),
  noTargets: 'No targets found, so no attainment. Give --targets FILE.',
  noTargetsFor: (period: string) => `The targets say nothing of these KPIs for ${period}, so no attainment.`,
  asOf: (day: string) => `as of ${day}`,

  // Tables.
  kpi: 'KPI',
  actual: 'Actual',
  target: 'Target',
  gap: 'Gap',
  attained: 'Attained',
  status: 'Status',
  versus: (id: string) => `vs ${id}`,
  versusYear: (year: string) => `vs ${year}`,
  change: 'Change',
  share: 'Share',
  isNew: 'new',
  total: 'Total',
  unassigned: '(unassigned)',
  pointsWide: (amount: string) => `${amount} pp`,
  points: (amount: string) => `${amount} pp`,
  atMost: (amount: string) => `<= ${amount}`,
  daysUnit: ', days',
  hoursUnit: ', hours',
  pointsUnit: ', points',
  perDayUnit: (unit: string) => (unit === '' ? ', per day' : `, ${unit} per day`),
  byTitle: (kpi: string, dimension: string, unit: string) => `${kpi} by ${dimension}${unit === '' ? '' : `, ${unit}`}`,
  unitSuffix: (unit: string) => (unit === '' ? '' : `, ${unit}`),
  moreKpis: (count: number, isInWorkbook: boolean) =>
    `and ${grouped(String(count))} more: -v shows them, --kpi those you name${isInWorkbook ? ' (all in the workbook)' : ''}`,
  moreRows: (count: number, isInWorkbook: boolean) =>
    `and ${grouped(String(count))} more (all in ${isInWorkbook ? 'the workbook and in ' : ''}--json)`,
  note: (kpi: string, text: string) => `${kpi}: ${text}`,
  noAttainment: (why: string) => `no attainment, ${why}`,

  // Gap and what is missing.
  gapLead: 'The gap: ',
  surplusLead: 'The surplus: ',
  gapMadeUp: { before: 'made up in part by ', after: '.' },
  surplusReduced: { before: 'reduced by ', after: '.' },
  gapUnit: (_unit: string) => '',
  partsMore: (count: number, amount: string) => `${counted(count, 'other')} ${amount}`,
  notComputed: 'Not computed: ',
  noValue: 'No value: ',
  kpiCount: (count: number) => counted(count, 'KPI'),
  /** `13 KPIs of deals`, or only `13 of deals` after another. */
  kpisOf: (count: number, dataset: string, isFirst: boolean) =>
    `${isFirst ? counted(count, 'KPI') : grouped(String(count))} of ${dataset.toLowerCase()}`,
  noSuchTables: 'no such tables',
  noSuchRows: (tables: readonly string[]) => `no such rows in ${tables.join(' or ')}`,
  seeInspect: (file: string | null) => `see salesmetrics inspect ${file === null ? 'FILE' : shellWord(file)}`,
  /** `columns`: fields of the facts; `tables`: other datasets. */
  missing: (columns: readonly string[], tables: readonly string[]) =>
    `no ${[...(columns.length > 0 ? [`${columns.map(capital).join(' or ')} column`] : []), ...tables.map((table) => `${capital(table)} table`)].join(' or ')}`,
  seeExplain: (id: string) => `see salesmetrics explain ${id}`,

  cohorts: {
    title: (grain: Grain) => `Customers by first ${grain}; share that bought again 1, 2, ... ${grain}s later`,
    first: (grain: Grain) => `First ${grain}`,
    size: 'Size',
    none: 'No cohorts: the sales have no Customer column.',
    earlier: (count: number, isInWorkbook: boolean) =>
      `and ${grouped(String(count))} earlier (all in ${isInWorkbook ? 'the workbook and in ' : ''}--json)`,
    hidden: (periods: readonly string[]) =>
      `${periods.join(', ')} is not shown: the data begins there, so everybody looks new.`,
  },

  // Problems.
  severity: { error: 'error', warning: 'warning', info: 'note' },
  leftOut: (rows: number, money: string | null, percent: string | null) =>
    `${counted(rows, 'row')} ${rows === 1 ? 'was' : 'were'} left out${money === null ? '' : `, ${money}${percent === null ? '' : ` or ${percent} of revenue`}`}`,
  leftOutUnknown: (rows: number) => `${counted(rows, 'row')} of them without a readable amount`,
  seeThem: (paths: readonly string[]) => `see and fix them:  salesmetrics validate ${files(paths)}`,
  notAllowed: {
    unknown: '--allow-skipped does not apply: not every left-out row has a readable amount',
    money: '--allow-skipped does not apply: the left-out money is more than 0.1% of revenue',
    rows: '--allow-skipped does not apply: more rows than it allows',
  },
  acceptThem: (rows: number) => `accept them:       add --allow-skipped ${rows}`,
  moreOfCode: (count: number) => `and ${grouped(String(count))} more`,
  place: (file: string, sheet: string | null, cell: string | null, row: number | null, heading: string | null) =>
    [
      file,
      sheet === null ? '' : `sheet "${sheet}"`,
      cell !== null ? `cell ${cell}` : row === null ? '' : `row ${row}`,
      heading === null || heading === '' ? '' : `column "${heading}"`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  rowShort: (row: number) => `row ${row}`,
  rowList: (rows: readonly number[]) => `${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}`,
  cellBetween: ', ',
  also: (cells: string) => ` (also ${cells})`,
  fix: (remedy: string) => `fix: ${remedy}`,
  problemsFound: (errors: number, kinds: number, warnings: number) =>
    `${counted(errors, 'error')}${kinds > 1 ? ` in ${kinds} kinds` : ''}, ${counted(warnings, 'warning')}`,
  checked: (rows: number, fileCount: number, seconds: string | null) =>
    `${counted(rows, 'row')} of ${counted(fileCount, 'file')} checked${seconds === null ? '' : ` in ${seconds} s`}`,
  explainCode: (code: string) => `Explain a code:  salesmetrics explain ${code}`,
  noProblems: 'no problems',

  // Files.
  listed: (listed: number, all: number) =>
    `${grouped(String(listed))} of ${counted(all, 'problem')} listed; -f ndjson gives all`,
  annotated: (cells: number, notes: number) => `${counted(cells, 'cell')} marked, ${notes} with a note`,
  wrote: 'Wrote',
  csvEscaped: (count: number) =>
    `${counted(count, 'text')} that a spreadsheet would take for a formula got a ' in front (--csv-formulas raw leaves it out)`,
  /** Behind the name of the workbook. */
  wroteSheets: (count: number, names: readonly string[]) => `${counted(count, 'sheet')}: ${names.join(', ')}`,
  peopleSheets: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  wouldWrite: 'Would write',
  wroteSplit: (people: number, folder: string, hasPages: boolean) =>
    `Wrote ${counted(people, 'workbook')}${hasPages ? ' and as many pages' : ''} to ${folder}, one per person`,
  inNobodysFile: (rows: number, money: string) =>
    `${counted(rows, 'row')} of the period (${money}) ${rows === 1 ? 'is' : 'are'} in nobody's file: whose ${rows === 1 ? 'it is' : 'they are'} cannot be told`,
  peopleCut: (shown: number, all: number) =>
    `Sheets for the first ${shown} of ${grouped(String(all))} people, by revenue: --only narrows, --split makes a file for everybody`,
  markedDraft: ' (marked DRAFT)',
  sheets: (count: number) => counted(count, 'sheet'),
  exitCode: (code: number) => `exit code ${code}`,
  notWritten: 'Nothing written: --strict, and there are errors',
  tie: (kpi: string, value: string) => `Control total: ${kpi} = ${grouped(value)}, as expected`,
  unnamedTable: 'Table',
  more: (count: number) => `and ${counted(count, 'more table')}`,
  failUnder: (reached: string, wanted: string) => `--fail-under: ${reached} reached, ${wanted} wanted`,
  bug: 'This is a bug in salesmetrics; please report it with these lines.',
  interrupted: 'interrupted; nothing half-written is left',
  progress: (file: string, percent: string, rows: string) => `reading ${file} ${percent}, ${rows} rows`,
  errorWord: 'error',

  inspect: {
    separator: (text: string) => `separator ${text}`,
    encoding: (name: string, isDetected: boolean) => `encoding ${name}${isDetected ? ' (not valid UTF-8)' : ''}`,
    header: (row: number) => `header in row ${row}`,
    noHeader: 'no header row',
    dataRows: (rows: number) => counted(rows, 'data row'),
    columnCount: (count: number) => counted(count, 'column'),
    hidden: 'hidden',
    emptySheet: 'no cells',
    as: (dataset: string) => `read as ${dataset}`,
    ofPreset: (preset: string) => `an export of ${preset}`,
    notTable: 'not recognised as a table',
    tab: 'tab',
    heads: {
      column: 'Column',
      type: 'Read as',
      sample: 'Sample',
      smallest: 'Smallest',
      largest: 'Largest',
      distinct: 'Distinct',
      empty: 'Empty',
      use: 'Use',
      sure: 'How sure',
    },
    types: {
      text: 'text',
      number: 'number',
      money: 'money',
      date: 'date',
      boolean: 'yes/no',
      mixed: 'mixed',
      empty: 'empty',
    },
    textOf: (count: number) => `text, ${count}`,
    sure: {
      exact: 'exact alias',
      alias: 'alias',
      declared: 'as you said',
      preset: 'by preset',
      content: 'from the other columns',
      guess: 'guess, not used',
    },
    notNeeded: 'not needed',
    guessed: (field: string) => `${field}?`,
    can: 'You can compute',
    cannot: 'You cannot yet',
    nothing: 'nothing yet',
    attainment: 'attainment',
    noTargets: 'no targets: give --targets FILE',
    /** `columns`: of what is there, in words; `tables`: in their place. */
    needs: (columns: string, tables: string) =>
      `needs ${[columns === '' ? '' : `${aOrAn(columns)} column`, tables === '' ? '' : `${aOrAn(tables)} table`].filter((part) => part !== '').join(' or ')}`,
    needsTable: (table: string, fields: readonly string[]) => `needs ${aOrAn(table)} table: ${fields.join(', ')}`,
    allNames: (id: string) => `-v names them all; salesmetrics explain ${id} says what one needs`,
    sayColumn: (letter: string, field: string, heading: string) =>
      `if ${letter} is it, say so: --column ${field}=${heading}`,
    check: 'Check this',
    keep: 'Keep this',
  },

  explain: {
    config:
      'salesmetrics.yaml is read from the folder of the first file or above it; -c FILE names one, -c none none. Its JSON Schema: salesmetrics explain config --json',
    severities: { error: 'error, on by default', warning: 'warning, on by default', info: 'information' },
    example: 'It reads',
    why: 'Why it matters',
    causes: 'Usual causes',
    turnDown: 'Turn it down',
    fix: 'Fix',
    unit: 'Unit',
    better: 'Better',
    formula: 'Formula',
    rollUp: 'Roll-up',
    needs: 'Needs',
    noValue: 'No value',
    caution: 'Note',
    source: 'Source',
    betterWords: { higher: 'higher', lower: 'lower' },
    exitCodes: {
      0: 'done; warnings are possible, nothing left out beyond what was allowed',
      1: 'the data has problems; the report was still written, marked DRAFT',
      2: 'wrong flag, a file that cannot be used or written',
      3: '--fail-under not reached (only when asked)',
      70: 'unexpected error, a bug',
      129: 'interrupted by SIGHUP; nothing half-written',
      130: 'interrupted (Ctrl-C); nothing half-written',
      143: 'stopped by SIGTERM; nothing half-written',
    },
    report: `evaluate --json prints one document, schema salesmetrics.evaluation/1. Its JSON Schema: salesmetrics explain report --json
With --with-rows it holds its rows; evaluate --against holds a later run against it: rows added, removed, changed, reassigned, and their effect.

evaluate -f csv prints one row per KPI, period and part, numbers as in the document:
  section              total, part (of a breakdown) or trend (a sub-period)
  period, periodStart, periodEnd
  by, value            dimensions and members of a part, joined by " / "
  kpi, unit, better, currency
  actual, numerator, denominator, why, rows
  target, attainment, attainmentWhy, gap, status
  compare, compareActual, change
  cautions, draft`,
    topics:
      'Topics: codes, kpis, fields, formats, presets, environment, exit-codes, report, config, a code (cell/not-a-number), a KPI (revenue); a KPI and files: the rows behind its number',
  },
};

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dayMonth({ month, day }: Civil): string {
  return `${day} ${months[month - 1]}`;
}

function aOrAn(text: string): string {
  return `${/^[aeiou]/i.test(text) ? 'an' : 'a'} ${text}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
