/** From target to actual (without a target: from the comparison period), part by part; the parts add up exactly. */
import { fieldTitle } from '../../i18n/index.ts';
import { add, compare, type Decimal, isZero, signOf, zero } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { type Bridge, bridgeOf, customerBridge, volumeBridge } from '../bridges.ts';
import { bar, blank, number, text, withRole } from '../cells.ts';
import type { BridgeStep } from '../charts/bridge-chart.ts';
import { differenceCell, headlineTitle, putHead, type ReportContext, signedMoneyWords, valueCell } from '../context.ts';
import { absolute, amountText, plus, quotient } from '../numbers.ts';
import { address, addressOn, type PlacedTable, SheetBuilder } from '../sheet-builder.ts';
import { kpiTitle } from '../words.ts';
import { putBridgeChart } from './gap-chart.ts';
import { kpiColumns, kpiRow } from './kpis.ts';

const top = 5;
const at = { step: 1, amount: 2, running: 3, down: 4, up: 5, share: 6 };

/** `The gap: Liu Wei -675,000, ...`, at most `most` parts. */
export function gapSentence(context: ReportContext, bridge: Bridge, most: number): string {
  const { report } = context.words;
  const shown = bridge.parts.filter(({ amount }) => !isZero(amount));
  const [low, high] = [
    shown.filter(({ amount }) => signOf(amount) < 0),
    shown.filter(({ amount }) => signOf(amount) > 0).toReversed(),
  ];
  const kept = [...low.slice(0, most - Math.min(2, high.length)), ...high.slice(0, Math.max(2, most - low.length))];
  const items = kept.map(({ name, amount }) => `${name} ${amountWords(context, bridge.kpi, amount)}`);
  const rest = shown.length - kept.length;
  const all = rest > 0 ? [...items, report.moreIn(rest, report.sheets.gap)] : items;
  const label = bridge.against === null ? report.gapSentence : report.gapAgainst(bridge.against);
  return `${label}${report.colon}${report.list(all)}`;
}

function amountWords(context: ReportContext, kpi: KpiResult, amount: Decimal): string {
  return kpi.unit === 'money' ? signedMoneyWords(context, amount) : `${plus(amount)}${amountText(amount)}`;
}

export function gapSheet(context: ReportContext): Sheet {
  const { report } = context.words;
  const sheet = new SheetBuilder(report.sheets.gap, 'page');
  const bridge = bridgeOf(context);
  putHead(context, sheet, gapTitle(context, bridge));
  sheet.width(1, 16, 40);
  sheet.width(at.down, 24);
  sheet.width(at.up, 24);
  sheet.width(at.share, 17);
  let next = bridge ? putGap(context, sheet, bridge) : top;
  for (const { bridge: change, ...said } of changesOf(context))
    next = putChange(context, sheet, change, { ...said, row: next + 1 });
  sheet.freeze(top);
  return sheet.build();
}

interface Change {
  readonly table: string;
  readonly title: string;
  readonly note: string;
  /** Name of the check. */
  readonly check: string;
  readonly row: number;
}

/** Price, volume and mix, then customers: as far as the data tells of them. */
function changesOf(context: ReportContext): (Omit<Change, 'row'> & { readonly bridge: Bridge })[] {
  const { report } = context.words;
  const [volume, customers] = [volumeBridge(context), customerBridge(context)];
  const title = (say: (kpi: string, base: string) => string, { kpi, against }: Bridge) =>
    say(kpiTitle(context.words, kpi.id), against ?? '');
  const by = volume?.kpi.details['priceVolumeMixBy'];
  return [
    ...(volume === null
      ? []
      : [
          {
            bridge: volume,
            table: 'tblPriceVolumeMix',
            title: title(report.volumeChange.title, volume),
            note: report.volumeChange.note(fieldTitle(typeof by === 'string' ? by : '', context.words.lang)),
            check: report.audit.checkNames.volume,
          },
        ]),
    ...(customers === null
      ? []
      : [
          {
            bridge: customers,
            table: 'tblCustomerChange',
            title: title(report.customerChange.title, customers),
            note: report.customerChange.note(customers.against ?? ''),
            check: report.audit.checkNames.customers,
          },
        ]),
  ];
}

/** Returns the first free row. */
function putGap(context: ReportContext, sheet: SheetBuilder, bridge: Bridge): number {
  const { report } = context.words;
  sheet.put(top - 1, 1, text(report.attainmentBy(headlineTitle(context), bridge.by), 'section'));
  const table = putSteps(context, sheet, bridge, { name: 'tblGap', top, share: report.columns.shareOfGap });
  context.checks.push({
    name: report.audit.checkNames.gap,
    formula: addressOn(report.sheets.gap, at.running, table.lastRow),
    value: bridge.end,
    engine: bridge.end,
    digits: bridge.kpi.unit === 'money' ? context.checkDigits : 0,
  });
  const title = gapTitle(context, bridge);
  return putBridgeChart(context, sheet, { title, kpi: bridge.kpi }, chartSteps(context, bridge), table);
}

/** The ends stand on the axis, the parts on what came before. */
function chartSteps(context: ReportContext, bridge: Bridge): BridgeStep[] {
  return stepsOf(context, bridge).map(({ role, ...step }) => ({ ...step, isEnd: role !== 'part' }));
}

/** A change of revenue by its parts, and below it that they are the whole change. Returns the first free row. */
function putChange(context: ReportContext, sheet: SheetBuilder, bridge: Bridge, change: Change): number {
  const { report } = context.words;
  const { kpi, total } = bridge;
  const { title, row } = change;
  sheet.put(row, 1, text(title, 'section'));
  if (change.note !== '') sheet.put(row + 1, 1, text(change.note, 'note'));
  const place = { name: change.table, top: row + 2, share: report.customerChange.share };
  const table = putSteps(context, sheet, bridge, place);
  const next = putBridgeChart(context, sheet, { title, kpi }, chartSteps(context, bridge), table);
  const parts = `SUM(${address(at.amount, table.firstRow + 1)}:${address(at.amount, table.lastRow - 1)})`;
  const onKpis = (column: number) => addressOn(report.sheets.kpis, column, kpiRow(context, kpi.id));
  const ofKpis = `${onKpis(kpiColumns.value)}-${onKpis(kpiColumns.base)}`;
  const sum = address(at.amount, table.next);
  sheet.putRow(
    table.next,
    1,
    [
      text(report.customerChange.sum),
      differenceCell(context, kpi, total, parts),
      text(report.check.ok, 'body', {
        align: 'right',
        formula: `IF(ABS(${sum}-(${ofKpis}))<0.005,"${report.check.ok}","${report.check.failed}")`,
      }),
    ].map((cell) => withRole(cell, 'total')),
  );
  context.checks.push({
    name: change.check,
    formula: addressOn(report.sheets.gap, at.amount, table.next),
    value: total,
    engine: total,
    digits: context.checkDigits,
  });
  return Math.max(next, table.next + 1);
}

interface StepsPlace {
  readonly name: string;
  readonly top: number;
  /** Heading of the column of shares. */
  readonly share: string;
}

function putSteps(context: ReportContext, sheet: SheetBuilder, bridge: Bridge, place: StepsPlace): PlacedTable {
  const c = context.words.report.columns;
  const steps = stepsOf(context, bridge);
  const rows = { first: place.top + 1, last: place.top + steps.length };
  return sheet.table({
    name: place.name,
    top: place.top,
    left: 1,
    columns: [c.step, c.amount, c.running, c.down, c.up, place.share],
    items: steps,
    row: (step, row) => stepCells(context, bridge, step, row, rows),
  });
}

export function gapTitle(context: ReportContext, bridge: Bridge | null): string {
  const { title } = context.words.report;
  if (!bridge) return title.noGap;
  const isShort = signOf(bridge.total) < 0;
  const part = isShort ? bridge.parts[0] : bridge.parts.at(-1);
  if (!part) return title.noGap;
  const said = {
    name: part.name,
    amount: amountWords(context, bridge.kpi, part.amount),
    total: amountWords(context, bridge.kpi, bridge.total),
  };
  if (bridge.against !== null)
    return isShort
      ? title.changeShort({ ...said, base: bridge.against })
      : title.changeAbove({ ...said, base: bridge.against });
  return isShort ? title.gapShort(said) : title.gapAbove(said);
}

export interface Step {
  readonly role: 'start' | 'part' | 'end';
  readonly name: string;
  readonly amount: Decimal;
  readonly running: Decimal;
}

export function stepsOf(context: ReportContext, bridge: Bridge): Step[] {
  const { report } = context.words;
  const steps: Step[] = [
    { role: 'start', name: bridge.against ?? report.columns.target, amount: bridge.start, running: bridge.start },
  ];
  let running = bridge.start;
  for (const { name, amount } of bridge.parts) {
    running = add(running, amount);
    steps.push({ role: 'part', name, amount, running });
  }
  steps.push({
    role: 'end',
    name: bridge.against === null ? report.columns.actual : context.evaluation.period.id,
    amount: bridge.end,
    running: bridge.end,
  });
  return steps;
}

function stepCells(
  context: ReportContext,
  { kpi, parts, total }: Bridge,
  step: Step,
  row: number,
  { first, last }: { readonly first: number; readonly last: number },
): Cell[] {
  const amountAt = address(at.amount, row);
  if (step.role !== 'part') {
    const sum = `SUM(${address(at.amount, first)}:${address(at.amount, row - 1)})`;
    const isEnd = step.role === 'end';
    return [
      withRole(text(step.name), 'total'),
      withRole(valueCell(context, kpi, step.amount, null, isEnd ? sum : null), 'total'),
      withRole(valueCell(context, kpi, step.running, null, amountAt), 'total'),
      withRole(text(''), 'total'),
      withRole(text(''), 'total'),
      withRole(text(''), 'total'),
    ];
  }
  const largest = parts.reduce<Decimal>(
    (most, { amount }) => (compare(absolute(amount), most) > 0 ? absolute(amount) : most),
    zero,
  );
  const size = isZero(largest) ? zero : (quotient(absolute(step.amount), largest) ?? zero);
  const sign = signOf(step.amount);
  const parted = `${address(at.amount, first + 1)}:${address(at.amount, last - 1)}`;
  const scale = `MAX(MAX(${parted}),-MIN(${parted}))`;
  const share = quotient(step.amount, total);
  return [
    text(step.name),
    differenceCell(context, kpi.unit === 'ratio' ? { ...kpi, unit: 'count' } : kpi, step.amount, null),
    valueCell(context, kpi, step.running, null, `${address(at.running, row - 1)}+${amountAt}`),
    barCell(sign < 0 ? size : null, `IF(${amountAt}<0,-${amountAt}/${scale},"")`, 'right'),
    barCell(sign > 0 ? size : null, `IF(${amountAt}>0,${amountAt}/${scale},"")`, 'left'),
    share === null || isZero(total)
      ? blank('-')
      : number('ratio', share, 1, { formula: shareFormula(amountAt, first, last) }),
  ];
}

/** Live in both directions: an edit can turn a loss into a gain. */
function barCell(size: Decimal | null, formula: string, from: 'left' | 'right'): Cell {
  return size === null ? text('', 'body', { formula }) : bar(size, formula, 1, from);
}

function shareFormula(amount: string, first: number, last: number): string {
  const [start, end] = [`$B$${first}`, `$B$${last}`];
  return `IF(${end}-${start}=0,"",${amount}/(${end}-${start}))`;
}
