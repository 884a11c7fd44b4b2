/** Where each number comes from: checks against the engine's own totals, how the program ran, what it read. */

import { datasetTitle } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import { compare, type Decimal, decimal, subtract } from '../../lib/decimal.ts';
import { formatDay } from '../../model/day.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import { blank, count, number, text } from '../cells.ts';
import { type Check, putHead, type ReportContext } from '../context.ts';
import { absolute } from '../numbers.ts';
import { address, SheetBuilder, sheetReference } from '../sheet-builder.ts';

const top = 6;
const at = { name: 1, workbook: 2, engine: 3, result: 4 };

/** Where the results of the checks stand, for the summary. */
export interface ChecksPlace {
  readonly range: string;
  readonly ok: number;
  readonly all: number;
}

export function checksPlace({ checks, words }: ReportContext): ChecksPlace {
  const last = top + Math.max(1, checks.length);
  return {
    range: `${sheetReference(words.report.sheets.audit)}!$D$${top + 1}:$D$${last}`,
    ok: checks.filter(isOk).length,
    all: Math.max(1, checks.length),
  };
}

function isOk(check: Check): boolean {
  return compare(absolute(subtract(check.value, check.engine)), toleranceOf(check)) < 0;
}

/** Half a unit of the last digit that is compared: a workbook computes in doubles. */
function toleranceOf({ digits }: Check): Decimal {
  return digits >= 6 ? decimal(1, 6) : decimal(5, 3);
}

export function auditSheet(context: ReportContext, inputHash: string): Sheet {
  const { words, checks } = context;
  const { report } = words;
  const c = report.columns;
  const sheet = new SheetBuilder(report.sheets.audit, 'data');
  putHead(context, sheet, report.title.audit);
  sheet.put(top - 1, 1, text(report.audit.checks, 'section'));
  const table = sheet.table({
    name: 'tblChecks',
    top,
    left: 1,
    columns: [c.check, c.inWorkbook, c.engine, c.result],
    items: checks,
    row: (check, row) => checkCells(context, check, row),
  });
  const facts = putFacts(context, sheet, table.next + 2, inputHash);
  putInputs(context, sheet, facts + 2);
  [34, 24, 24, 14, 12, 14, 12, 12, 12, 12, 66].forEach((width, index) => {
    // The names of checks are sentences.
    sheet.width(index + 1, width, width === 66 ? 66 : index === 0 ? 70 : Math.max(width, 40));
  });
  sheet.freeze(3);
  return sheet.build();
}

function checkCells({ words }: ReportContext, check: Check, row: number): Cell[] {
  const { check: said } = words.report;
  const shown = Math.min(check.digits, 6);
  const tolerance = check.digits >= 6 ? '0.000001' : '0.005';
  return [
    text(check.name),
    number('plain', check.value, shown, { formula: check.formula }),
    number('plain', check.engine, shown),
    text(isOk(check) ? said.ok : said.failed, 'body', {
      formula: `IF(ABS(${address(at.workbook, row)}-${address(at.engine, row)})<${tolerance},"${said.ok}","${said.failed}")`,
      align: 'centre',
    }),
  ];
}

function putFacts(context: ReportContext, sheet: SheetBuilder, start: number, inputHash: string): number {
  const { report } = context.words;
  sheet.put(start - 1, 1, text(report.audit.facts, 'section'));
  return sheet.table({
    name: 'tblAudit',
    top: start,
    left: 1,
    columns: [report.columns.item, report.columns.value],
    items: factsOf(context, inputHash),
    row: ([item, value]) => [text(item), text(value, 'note')],
  }).next;
}

function factsOf(context: ReportContext, inputHash: string): (readonly [string, string])[] {
  const { evaluation, words } = context;
  const { audit, tax, completeBecause, draft } = words.report;
  const { tool, options, config, period, compare: base, currency, currencyFrom, taxBasis, leftOut } = evaluation;
  const range = (days: { readonly id: string; readonly start: number; readonly end: number }) =>
    `${days.id} (${words.report.period({ start: formatDay(days.start), end: formatDay(days.end) })})`;
  const given = Object.entries(options).map(([name, value]) => optionText(name, value));
  const basis = (side: 'actual' | 'target') => (taxBasis[side] === null ? audit.unstated : tax[taxBasis[side]]);
  return [
    [audit.tool, `${tool.name} ${tool.version}`],
    [audit.state, evaluation.draft ? draft : audit.final],
    [audit.options, given.length === 0 ? audit.noOptions : given.join(' ')],
    [audit.config, config === null ? audit.noConfig : config.path],
    [audit.configHash, config === null ? audit.noConfig : config.sha256],
    [audit.inputHash, inputHash],
    [audit.asOf, formatDay(evaluation.asOf)],
    [audit.period, range(period)],
    [
      audit.complete,
      period.complete && period.completeBecause ? audit.completeAs(completeBecause[period.completeBecause]) : audit.no,
    ],
    [audit.compare, base === null ? audit.noCompare : range(base)],
    [
      audit.currency,
      currency === null
        ? audit.unstated
        : `${currency}${currencyFrom === null ? '' : ` (${audit.currencyFrom(currencyFrom)})`}`,
    ],
    [audit.tax, basis('actual')],
    [audit.taxTarget, basis('target')],
    [audit.zone, audit.zoneText],
    [audit.leftOut, String(leftOut.rows)],
    [audit.allowed, String(leftOut.allowed)],
  ];
}

function optionText(name: string, value: string | number | boolean | readonly string[]): string {
  if (value === true) return `--${name}`;
  return typeof value === 'object' ? value.map((item) => `--${name} ${item}`).join(' ') : `--${name} ${String(value)}`;
}

type InputTable = Evaluation['inputs'][number]['tables'][number];

function putInputs({ evaluation, words }: ReportContext, sheet: SheetBuilder, start: number): void {
  const { report, lang } = words;
  const c = report.columns;
  const items = evaluation.inputs.flatMap((input) => {
    const tables: readonly (InputTable | null)[] = input.tables.length === 0 ? [null] : input.tables;
    return tables.map((table) => ({ input, table }));
  });
  sheet.put(start - 1, 1, text(report.audit.inputs, 'section'));
  sheet.table({
    name: 'tblInputs',
    top: start,
    left: 1,
    columns: [
      c.file,
      c.sheet,
      c.dataset,
      c.headerRow,
      c.rows,
      c.inPeriod,
      c.leftOut,
      c.encoding,
      c.delimiter,
      c.bytes,
      c.sha256,
    ],
    items,
    row: ({ input, table }) => [text(input.path), ...tableCells(table, lang), count(input.bytes), text(input.sha256)],
  });
}

function tableCells(table: InputTable | null, lang: Lang): Cell[] {
  if (table === null) return Array.from({ length: 8 }, () => blank('-'));
  return [
    text(table.sheet ?? '-'),
    text(table.dataset === null ? '-' : datasetTitle(table.dataset, lang)),
    table.headerRow === null ? blank('-') : count(table.headerRow),
    count(table.rows),
    count(table.inPeriod),
    count(table.leftOut),
    text(table.encoding ?? '-'),
    text(delimiterText(table.delimiter)),
  ];
}

function delimiterText(delimiter: string | null): string {
  if (delimiter === null) return '-';
  return delimiter === '\t' ? 'TAB' : delimiter;
}
