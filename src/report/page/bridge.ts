/** Sections that explain a gap or a change step by step. */
import { fieldTitle } from '../../i18n/index.ts';
import { add, compare, type Decimal, decimalFromDouble, isZero, signOf, toNumber, zero } from '../../lib/decimal.ts';
import type { Cell } from '../../model/document.ts';
import type { PageSection, PageTable } from '../../model/page.ts';
import type { BridgeChart, LegendItem } from '../../model/page-chart.ts';
import { type Bridge, bridgeOf, customerBridge, volumeBridge } from '../bridges.ts';
import { number, text } from '../cells.ts';
import { differenceCell, type ReportContext, valueCell } from '../context.ts';
import { absolute, atLeast, quotient } from '../numbers.ts';
import { gapTitle, type Step, stepsOf } from '../sheets/gap.ts';
import { kpiTitle } from '../words.ts';
import { type Scale, scaled, scaleOf, signedScaled } from './scale.ts';
import { pageTable } from './table.ts';

/** Steps that a chart shows beside its ends; smaller ones are one together. */
const mostSteps = 16;

/** Null where there is neither a target nor a period to compare with. */
export function gapSection(context: ReportContext): PageSection | null {
  const bridge = bridgeOf(context);
  if (bridge === null || bridge.parts.length === 0) return null;
  const { report } = context.words;
  return sectionOf(context, bridge, {
    heading: gapTitle(context, bridge),
    name: report.columns.step,
    share: bridge.against === null ? report.columns.shareOfGap : report.customerChange.share,
  });
}

/** Null where quantities or the period before are not known. */
export function volumeSection(context: ReportContext): PageSection | null {
  const { title, note } = context.words.report.volumeChange;
  const bridge = volumeBridge(context);
  const by = bridge?.kpi.details['priceVolumeMixBy'];
  const section = changeSection(context, bridge, title);
  if (section === null || typeof by !== 'string') return section;
  return { ...section, parts: [...section.parts, { kind: 'text', text: note(fieldTitle(by, context.words.lang)) }] };
}

/** Null where nothing is known of customers or of the period before. */
export function customerSection(context: ReportContext): PageSection | null {
  return changeSection(context, customerBridge(context), context.words.report.customerChange.title);
}

function changeSection(
  context: ReportContext,
  whole: Bridge | null,
  title: (kpi: string, base: string) => string,
): PageSection | null {
  if (whole === null) return null;
  const bridge = { ...whole, parts: whole.parts.filter(({ amount }) => !isZero(amount)) };
  const { customerChange, columns } = context.words.report;
  const heading = title(kpiTitle(context.words, bridge.kpi.id), bridge.against ?? '');
  return sectionOf(context, bridge, { heading, name: columns.step, share: customerChange.share });
}

interface Titles {
  readonly heading: string;
  /** Headings of the columns of steps and of shares. */
  readonly name: string;
  readonly share: string;
}

function sectionOf(context: ReportContext, bridge: Bridge, titles: Titles): PageSection {
  const { report } = context.words;
  const shown = { ...bridge, parts: fewParts(context, bridge.parts) };
  const steps = stepsOf(context, shown);
  return {
    label: bridge.against === null ? report.sheets.gap : report.gapAgainst(bridge.against),
    heading: titles.heading,
    isHalf: true,
    parts: [
      {
        kind: 'chart',
        chart: bridgeChart(context, shown, steps),
        numbers: stepTable(context, bridge, stepsOf(context, bridge), titles),
      },
    ],
  };
}

/** The largest parts in their order, and the others added up. */
function fewParts(context: ReportContext, parts: Bridge['parts']): Bridge['parts'] {
  if (parts.length <= mostSteps) return parts;
  const bySize = parts.toSorted((a, b) => compare(absolute(b.amount), absolute(a.amount)));
  const kept = new Set(bySize.slice(0, mostSteps - 1));
  const rest = parts.filter((part) => !kept.has(part));
  const amount = rest.reduce<Decimal>((sum, part) => add(sum, part.amount), zero);
  return [...parts.filter((part) => kept.has(part)), { name: context.words.report.others(rest.length), amount }];
}

function bridgeChart(context: ReportContext, bridge: Bridge, steps: readonly Step[]): BridgeChart {
  const { onPage: page } = context.words.report;
  const scale = finer(
    scaleOf(
      context,
      bridge.kpi,
      steps.map(({ running }) => running),
    ),
    bridge.parts,
  );
  const drawn = steps.map((step, index): BridgeChart['steps'][number] => {
    const { name, amount, running } = step;
    if (step.role !== 'part') return { name, label: scaled(running, scale), from: zero, to: running, look: 'end' };
    const from = steps[index - 1]?.running ?? zero;
    return { name, label: signedScaled(amount, scale), from, to: running, look: signOf(amount) < 0 ? 'fall' : 'rise' };
  });
  const cut = cutOf(steps);
  const note = [scale.unit, cut === null ? '' : page.axisCut].filter((part) => part !== '').join(page.semicolon);
  return {
    kind: 'bridge',
    steps: drawn,
    cut,
    description: `${note === '' ? '' : `${note}${context.words.report.colon}`}${drawn
      .map(({ name, label }) => `${name} ${label}`)
      .join(page.semicolon)}`,
    legend: legendOf(context, drawn),
    note,
  };
}

/** One digit more where steps would have only one. */
function finer(scale: Scale, parts: Bridge['parts']): Scale {
  const isCoarse =
    scale.divisor > 1 && parts.some(({ amount }) => !isZero(amount) && !atLeast(amount, String(scale.divisor * 10)));
  return isCoarse ? { ...scale, digits: scale.digits + 1 } : scale;
}

function legendOf({ words }: ReportContext, steps: BridgeChart['steps']): LegendItem[] {
  const { chart } = words.report;
  return (['fall', 'rise'] as const)
    .filter((look) => steps.some((step) => step.look === look))
    .map((look) => ({ look, text: chart[look] }));
}

/** Steps that are small against the whole would be slivers: then the axis leaves out what lies under all of them. */
function cutOf(steps: readonly Step[]): BridgeChart['cut'] {
  const heights = steps.map(({ running }) => toNumber(running));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  if (low < high * 0.4 || high === low) return null;
  const room = Math.max(high - low, high * 0.02);
  const unit = 10 ** Math.floor(Math.log10(room));
  const to = Math.floor((low - room * 0.3) / unit) * unit;
  const from = Math.min(to * 0.05, room * 0.2);
  return to <= 0 ? null : { from: decimalFromDouble(from), to: decimalFromDouble(to) };
}

function stepTable(context: ReportContext, bridge: Bridge, steps: readonly Step[], titles: Titles): PageTable {
  const c = context.words.report.columns;
  return pageTable(context.words, {
    caption: titles.heading,
    headings: [titles.name, c.amount, c.running, titles.share],
    rows: steps.map((step) => stepCells(context, bridge, step)),
  });
}

function stepCells(context: ReportContext, { kpi, total }: Bridge, { role, name, amount, running }: Step): Cell[] {
  const isPart = role === 'part';
  const share = isPart ? quotient(amount, total) : null;
  return [
    text(name),
    isPart ? differenceCell(context, kpi, amount, null) : valueCell(context, kpi, amount, null),
    valueCell(context, kpi, running, null),
    share === null ? text('') : number('ratio', share, 1),
  ];
}
