/** From target to actual (without a target: from the comparison period), part by part; the parts add up exactly. */
import { add, compare, type Decimal, isZero, signOf, subtract, zero } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { bar, blank, number, text, withRole } from '../cells.ts';
import {
  differenceCell,
  dimensionsText,
  headlineTitle,
  putHead,
  type ReportContext,
  signedMoneyWords,
  valueCell,
} from '../context.ts';
import { breakdownsOf } from '../members.ts';
import { absolute, amountText, plus, quotient } from '../numbers.ts';
import { address, addressOn, SheetBuilder } from '../sheet-builder.ts';

const top = 5;
const at = { step: 1, amount: 2, running: 3, down: 4, up: 5, share: 6 };

/** How the headline's gap comes about. */
export interface Bridge {
  readonly kpi: KpiResult;
  readonly start: Decimal;
  readonly end: Decimal;
  readonly total: Decimal;
  /** Largest shortfall first; they add up to `total`. */
  readonly parts: readonly { readonly name: string; readonly amount: Decimal }[];
  /** Null: against the target. */
  readonly against: string | null;
  readonly by: string;
}

export function bridgeOf(context: ReportContext): Bridge | null {
  return targetBridge(context) ?? changeBridge(context);
}

function targetBridge(context: ReportContext): Bridge | null {
  const { gap, kpis } = context.evaluation;
  const kpi = gap && kpis.find(({ id }) => id === gap.kpi);
  if (!gap || !kpi || kpi.actual === null) return null;
  return {
    kpi,
    start: subtract(kpi.actual, gap.total),
    end: kpi.actual,
    total: gap.total,
    parts: gap.parts.map(({ by, amount }) => ({ name: Object.values(by).join(' / '), amount })),
    against: null,
    by: dimensionsText(context, Object.keys(gap.parts[0]?.by ?? {})),
  };
}

/** Only where the parts' changes explain the whole change to the last digit. */
function changeBridge(context: ReportContext): Bridge | null {
  const { headline, evaluation } = context;
  const [first] = breakdownsOf(context);
  const before = headline?.compare?.actual;
  if (!headline?.actual || !before || !evaluation.compare || !first?.addsUp) return null;
  const parts = first.members.flatMap(({ name, kpi }) => {
    const amount = subtract(kpi.actual ?? zero, kpi.compare?.actual ?? zero);
    return isZero(amount) ? [] : [{ name, amount }];
  });
  const total = subtract(headline.actual, before);
  const sum = parts.reduce<Decimal>((all, { amount }) => add(all, amount), zero);
  if (compare(sum, total) !== 0) return null;
  return {
    kpi: headline,
    start: before,
    end: headline.actual,
    total,
    parts: parts.toSorted((a, b) => compare(a.amount, b.amount)),
    against: evaluation.compare.id,
    by: dimensionsText(context, first.dimensions),
  };
}

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
  if (!bridge) return sheet.build();
  const c = report.columns;
  sheet.put(top - 1, 1, text(report.attainmentBy(headlineTitle(context), bridge.by), 'section'));
  const steps = stepsOf(context, bridge);
  const table = sheet.table({
    name: 'tblGap',
    top,
    left: 1,
    columns: [c.step, c.amount, c.running, c.down, c.up, c.shareOfGap],
    items: steps,
    row: (step, row) => stepCells(context, bridge, step, row, steps.length),
  });
  sheet.width(4, 24);
  sheet.width(5, 24);
  context.checks.push({
    name: report.audit.checkNames.gap,
    formula: addressOn(report.sheets.gap, at.running, table.lastRow),
    value: bridge.end,
    engine: bridge.end,
    digits: bridge.kpi.unit === 'money' ? context.checkDigits : 0,
  });
  sheet.freeze(top);
  return sheet.build();
}

function gapTitle(context: ReportContext, bridge: Bridge | null): string {
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

interface Step {
  readonly role: 'start' | 'part' | 'end';
  readonly name: string;
  readonly amount: Decimal;
  readonly running: Decimal;
}

function stepsOf(context: ReportContext, bridge: Bridge): Step[] {
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
  count: number,
): Cell[] {
  const [first, last] = [top + 1, top + count];
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
  const isDown = signOf(step.amount) < 0;
  const parted = `${address(at.amount, first + 1)}:${address(at.amount, last - 1)}`;
  const scale = `MAX(MAX(${parted}),-MIN(${parted}))`;
  const share = quotient(step.amount, total);
  return [
    text(step.name),
    differenceCell(context, kpi.unit === 'ratio' ? { ...kpi, unit: 'count' } : kpi, step.amount, null),
    valueCell(context, kpi, step.running, null, `${address(at.running, row - 1)}+${amountAt}`),
    isDown
      ? bar(size, `IF(${amountAt}<0,-${amountAt}/${scale},"")`, 1, 'right')
      : text('', 'body', { formula: `IF(${amountAt}<0,-${amountAt}/${scale},"")` }),
    isDown
      ? text('', 'body', { formula: `IF(${amountAt}>0,${amountAt}/${scale},"")` })
      : bar(size, `IF(${amountAt}>0,${amountAt}/${scale},"")`, 1),
    share === null ? blank('-') : number('ratio', share, 1, { formula: shareFormula(amountAt, first, last) }),
  ];
}

function shareFormula(amount: string, first: number, last: number): string {
  const [start, end] = [`$B$${first}`, `$B$${last}`];
  return `IF(${end}-${start}=0,"",${amount}/(${end}-${start}))`;
}
