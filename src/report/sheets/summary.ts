/** One page for the manager: the finding, four tiles, the parts ranked, what explains the gap, what is not computed. */
import { whyText } from '../../i18n/index.ts';
import { missingTexts } from '../../i18n/missing-text.ts';
import { add, type Decimal, decimal, divide, zero } from '../../lib/decimal.ts';
import type { Chart } from '../../model/chart.ts';
import type { Area, Cell, Link, Sheet } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { groupMissing, presentOf } from '../../model/missing.ts';
import { bridgeOf } from '../bridges.ts';
import { bar, blank, count, number, status, text, withRole } from '../cells.ts';
import { memberChart } from '../charts/member-chart.ts';
import {
  attainedCell,
  changeCell,
  differenceCell,
  dimensionsText,
  draftReason,
  factsLine,
  headlineTitle,
  kpiOf,
  linkToPerson,
  type ReportContext,
  statusCell,
  valueCell,
  valueOrReason,
} from '../context.ts';
import { attainmentLive, changeLive, gapLive, shareLive, statusFormula } from '../formulas.ts';
import { headlineText } from '../headline.ts';
import { type Breakdown, breakdownsOf, listed, type Member, sumOf, wholeOf } from '../members.ts';
import { atLeast, quotient } from '../numbers.ts';
import { address, addressOn, type PlacedTable, SheetBuilder, tableColumn } from '../sheet-builder.ts';
import { dimensionTitle, kpiTitle } from '../words.ts';
import { attainmentTitle, firstMemberRow } from './attainment.ts';
import { sparklineOf } from './attainment-recent.ts';
import type { ChecksPlace } from './audit.ts';
import { gapSentence } from './gap.ts';
import { kpiColumns, kpiRow } from './kpis.ts';
import { trendChartOf } from './trend.ts';

const firstColumn = 2;
const tileWidth = 3;
const mostTiles = 4;
const mostMembers = 15;
const tableTop = 10;
/** Preferred after the headline and KPIs with a target. */
const preferred = [
  'net-revenue',
  'orders',
  'new-customers',
  'average-order-value',
  'active-customers',
  'gross-margin',
  'units',
  'discount-rate',
  'win-rate',
  'average-deal-size',
  'sales-cycle',
  'open-pipeline',
  'collected',
  'collection-rate',
  'csat',
  'nps',
  'first-response-time',
];

export function summarySheet(whole: ReportContext, checks: ChecksPlace): Sheet {
  const context = pageContext(whole);
  const { words, evaluation } = context;
  const sheet = new SheetBuilder(words.report.sheets.summary, 'page');
  putTitle(context, sheet, checks);
  tilesOf(evaluation.kpis).forEach((kpi, index) => {
    putTile(context, sheet, kpi, firstColumn + index * tileWidth);
  });
  const [breakdown] = breakdownsOf(context);
  const below = breakdown ? putMembers(context, sheet, breakdown) : tableTop;
  const next = putCharts(context, sheet, breakdown, below + 1);
  putSentences(context, sheet, next);
  [2, 6, 20, 14, 14, 13, 13, 11, 18, 11, 12, 12, 14, 2].forEach((width, index) => {
    sheet.width(index + 1, width, index === 0 || index === 13 ? width : 34);
  });
  return sheet.build();
}

const chartRows = 15;

/** Members on the left, the trend on the right, or over the whole width where there is nothing to compare; returns the first row below them. */
function putCharts(context: ReportContext, sheet: SheetBuilder, breakdown: Breakdown | undefined, top: number): number {
  const middle = firstColumn + (mostTiles * tileWidth) / 2;
  const area = { top, bottom: top + chartRows - 1 };
  const members =
    breakdown && membersChart(context, sheet.name, breakdown, { ...area, left: firstColumn, right: middle - 1 });
  const left = members ? middle : firstColumn;
  const trend = trendChartOf(context, { ...area, left, right: firstColumn + mostTiles * tileWidth - 1 });
  const charts = [members, trend].filter((chart) => chart !== null && chart !== undefined);
  for (const chart of charts) sheet.chart(chart);
  return charts.length === 0 ? top : top + chartRows + 1;
}

function membersChart(context: ReportContext, sheet: string, breakdown: Breakdown, area: Area): Chart | null {
  const { hasTargets, members } = breakdown;
  const rows = memberRows(context, listed(context, breakdown), members).filter(({ isRest }) => !isRest);
  const place = { sheet, first: tableTop + 1, last: tableTop + rows.length };
  const columns = hasTargets
    ? { name: firstColumn + 1, target: firstColumn + 2, actual: firstColumn + 3 }
    : { name: firstColumn + 1, actual: firstColumn + 2, target: null };
  return memberChart(context, attainmentTitle(context, breakdown), rows, { rows: place, columns, area });
}

/** Cents of large amounts are noise on the first page; every other sheet shows them. */
export function pageContext(context: ReportContext): ReportContext {
  const { headline } = context;
  const isLarge = headline?.unit === 'money' && headline.actual !== null && atLeast(headline.actual, '10000');
  return isLarge ? { ...context, moneyDigits: 0 } : context;
}

function putTitle(context: ReportContext, sheet: SheetBuilder, checks: ChecksPlace): void {
  const { evaluation, words } = context;
  const last = firstColumn + mostTiles * tileWidth - 1;
  sheet.put(1, firstColumn, text(headlineText(context), 'title'));
  sheet.merge({ top: 1, left: firstColumn, bottom: 1, right: evaluation.draft ? last - 2 : last });
  if (evaluation.draft) {
    sheet.put(1, last - 1, text(words.report.draft, 'draft', { align: 'centre' }));
    sheet.merge({ top: 1, left: last - 1, bottom: 1, right: last });
  }
  sheet.put(2, firstColumn, text(factsLine(context), 'subtitle'));
  sheet.put(3, firstColumn, checksCell(context, checks));
  if (evaluation.draft) sheet.put(3, firstColumn + tileWidth, text(draftReason(context), 'warning'));
  else if (isTaxHalfStated(context)) {
    sheet.put(3, firstColumn + tileWidth, text(words.report.taxUnknown, 'warning'));
  }
  sheet.height(1, 30);
}

/** Whether only one of actual and target says how tax is treated, and the two are compared. */
export function isTaxHalfStated({ evaluation, headline }: ReportContext): boolean {
  const { actual, target } = evaluation.taxBasis;
  return (actual === null) !== (target === null) && (headline?.target ?? null) !== null;
}

function checksCell({ words }: ReportContext, { range, ok, all }: ChecksPlace): Cell {
  const { report } = words;
  return text(report.checksOkText(ok, all), 'subtitle', {
    formula: report.checksOk(`COUNTIF(${range},"${report.check.ok}")`, `ROWS(${range})`),
    link: { kind: 'sheet', sheet: report.sheets.audit, cell: 'A5' },
  });
}

/** The headline, KPIs with a target, then the preferred ones that have a value. */
export function tilesOf(kpis: readonly KpiResult[]): KpiResult[] {
  const [headline, ...others] = kpis;
  const usable = others.filter(({ actual }) => actual !== null);
  const withTarget = usable.filter(({ target }) => target !== null);
  const rest = preferred.flatMap((id) => usable.find((kpi) => kpi.id === id && kpi.target === null) ?? []);
  return [...(headline ? [headline] : []), ...withTarget, ...rest].slice(0, mostTiles);
}

function putTile(context: ReportContext, sheet: SheetBuilder, kpi: KpiResult, left: number): void {
  const top = 4;
  const edge = kpi.status ?? 'none';
  const details = tileDetails(context, kpi);
  const rows: (readonly [Cell, Cell | null])[] = [
    [tileLabel(context, kpi), null],
    [tileValue(context, kpi), null],
    ...details,
  ];
  rows.forEach(([first, second], index) => {
    const row = top + index;
    sheet.put(row, left, { ...first, edge });
    // Two of the three columns for the words: `vs 2023-Q1` must fit also where the first column is narrow.
    const from = second ? left + tileWidth - 1 : left;
    for (let column = left + 1; column < left + tileWidth; column += 1) sheet.put(row, column, text('', first.role));
    if (second) sheet.put(row, from, second);
    sheet.merge({ top: row, left, bottom: row, right: second ? from - 1 : left + tileWidth - 1 });
  });
  sheet.height(5, 30);
}

/** Chinese reports show money above a million in 万元; the unit stands in the tile's label. */
function isScaled({ words }: ReportContext, kpi: KpiResult): boolean {
  const { from } = words.report.sentenceUnit;
  return from !== null && kpi.unit === 'money' && kpi.actual !== null && atLeast(kpi.actual, from);
}

export function tileLabel(context: ReportContext, kpi: KpiResult): Cell {
  const { words, evaluation } = context;
  const unit = isScaled(context, kpi)
    ? words.report.scaledUnit(evaluation.currency)
    : kpi.unit === 'money'
      ? (evaluation.currency ?? '')
      : words.report.units[kpi.unit].replace('%', '');
  const title = kpiTitle(words, kpi.id);
  return text(unit === '' ? title : words.report.inUnit(title, unit), 'tile-label', {
    link: { kind: 'sheet', sheet: words.report.sheets.kpis, cell: address(kpiColumns.name, kpiRow(context, kpi.id)) },
  });
}

export function tileValue(context: ReportContext, kpi: KpiResult): Cell {
  const source = kpiCellAddress(context, kpi, kpiColumns.value);
  if (kpi.actual === null)
    return withRole(blank(whyText(kpi.id, kpi.why ?? 'no-data', context.words.lang)), 'tile-value');
  return withRole({ ...scaledCell(context, kpi, kpi.actual, source), align: 'left' }, 'tile-value');
}

function scaledCell(context: ReportContext, kpi: KpiResult, value: Decimal, source: string): Cell {
  if (!isScaled(context, kpi)) return valueCell(context, kpi, value, null, source);
  const { divisor } = context.words.report.sentenceUnit;
  return number('money', divide(value, decimal(divisor), 16), 1, { formula: `${source}/${divisor}` });
}

function kpiCellAddress(context: ReportContext, kpi: KpiResult, column: number): string {
  return addressOn(context.words.report.sheets.kpis, column, kpiRow(context, kpi.id));
}

/** Target and status, or the change against the comparison. */
export function tileDetails(context: ReportContext, kpi: KpiResult): (readonly [Cell, Cell])[] {
  const { words, evaluation } = context;
  const detail = (cell: Cell) => withRole({ ...cell, align: 'left' }, 'tile-detail');
  const change = changeLive(kpi, 'a', 'b');
  const changeCells = (): readonly [Cell, Cell] =>
    change.value === null || !evaluation.compare
      ? [text('', 'tile-detail'), text('', 'tile-detail')]
      : [
          text(words.report.versus(evaluation.compare.id), 'tile-detail'),
          detail(
            changeCell(context, kpi, {
              value: change.value,
              formula: kpiCellAddress(context, kpi, kpiColumns.change),
            }),
          ),
        ];
  if (kpi.target === null || kpi.attainment === null || kpi.status === null) {
    const why = kpi.attainmentWhy === null ? '' : words.whys[kpi.attainmentWhy];
    return [changeCells(), [text(why, 'tile-detail'), text('', 'tile-detail')]];
  }
  const label = kpi.better === 'lower' ? words.report.atMost : words.report.target;
  return [
    [
      text(label, 'tile-detail'),
      detail(scaledCell(context, kpi, kpi.target, kpiCellAddress(context, kpi, kpiColumns.target))),
    ],
    [
      {
        ...status(kpi.status, words.statuses[kpi.status], {
          formula: kpiCellAddress(context, kpi, kpiColumns.status),
          role: 'tile-detail',
        }),
      },
      detail(
        attainedCell(
          context,
          attainmentLive(kpi, 'a', 'b').value ?? kpi.attainment,
          null,
          kpiCellAddress(context, kpi, kpiColumns.attained),
        ),
      ),
    ],
  ];
}

interface MemberRow {
  readonly rank: number | null;
  /** All those together that do not fit on the page. */
  readonly isRest: boolean;
  readonly name: string;
  /** Its place among all members, in the engine's order. */
  readonly place: number;
  readonly kpi: KpiResult;
  readonly kpis: readonly KpiResult[] | null;
}

/** The parts, best first; those that do not fit on the page are one row together. Returns the first free row. */
function putMembers(context: ReportContext, sheet: SheetBuilder, breakdown: Breakdown): number {
  const { words, evaluation } = context;
  const { report } = words;
  const rows = memberRows(context, listed(context, breakdown), breakdown.members);
  const c = report.columns;
  const hasTrend = sparklineOf(context, breakdown, 0, { row: 0, column: 0 }) !== null;
  const names = breakdown.dimensions.map((dimension) => dimensionTitle(words, dimension)).join(' / ');
  const extra = ['orders', 'active-customers', 'average-order-value', 'gross-margin', 'units']
    .filter((id) => kpiOf(evaluation.kpis, id)?.actual)
    .slice(0, hasTrend ? 2 : 3);
  const versus = evaluation.compare ? [report.versus(evaluation.compare.id)] : [];
  sheet.put(
    tableTop - 1,
    firstColumn,
    text(report.attainmentBy(headlineTitle(context), dimensionsText(context, breakdown.dimensions)), 'section'),
  );
  const table = sheet.table({
    name: 'tblAttainment',
    top: tableTop,
    left: firstColumn,
    columns: [
      // The column stays, because formulas count on its place; a heading of a table may not be empty.
      ...[evaluation.isRanked ? c.rank : ' ', names],
      ...(breakdown.hasTargets
        ? [c.target, c.actual, c.attained, c.gap, c.status, c.bar]
        : [c.actual, c.share, c.shareBar]),
      ...(hasTrend ? [report.last(evaluation.recent.periods.length)] : []),
      ...versus,
      ...extra.map((id) => kpiTitle(words, id)),
    ],
    items: rows,
    row: (item, row) => [
      ...(breakdown.hasTargets
        ? targetRow(context, item, row)
        : shareRow(context, item, row, breakdown.addsUp ? tableTop + rows.length + 1 : null)),
      ...(hasTrend ? [text('')] : []),
      ...versusCells(context, item.kpi),
      ...extra.map((id) => valueOrReason(context, item.kpis && kpiOf(item.kpis, id))),
    ],
  });
  if (hasTrend) putSparklines(context, sheet, breakdown, rows);
  if (!breakdown.addsUp) return table.next;
  sheet.putRow(table.next, firstColumn, totalRow(context, breakdown, table, { extra, hasTrend }));
  pushCheck(context, breakdown, table);
  return table.next + 1;
}

function memberRows(context: ReportContext, members: readonly Member[], inOrder: readonly Member[]): MemberRow[] {
  const fits = members.length <= mostMembers;
  const shown = fits ? members : members.slice(0, mostMembers - 1);
  const rows: MemberRow[] = shown.map((member, index) => ({
    ...member,
    rank: context.evaluation.isRanked ? index + 1 : null,
    isRest: false,
    place: inOrder.indexOf(member),
  }));
  const rest = members.slice(shown.length);
  const [first] = rest;
  if (!first) return rows;
  const actual = sumOf(rest, (kpi) => kpi.actual);
  const target = rest.some(({ kpi }) => kpi.target !== null) ? sumOf(rest, (kpi) => kpi.target) : null;
  const attainment = target === null ? null : quotient(actual, target);
  const others: KpiResult = {
    ...first.kpi,
    actual,
    target,
    attainment,
    attainmentWhy: attainment === null ? 'no-target' : null,
    status: null,
    compare: sumOfBases(rest),
  };
  return [
    ...rows,
    {
      rank: null,
      isRest: true,
      name: context.words.report.others(rest.length),
      place: inOrder.indexOf(first),
      kpi: others,
      kpis: null,
    },
  ];
}

function sumOfBases(members: readonly Member[]): KpiResult['compare'] {
  const actual = members.reduce<Decimal>((sum, { kpi }) => add(sum, kpi.compare?.actual ?? zero), zero);
  return { actual, change: null };
}

function targetRow(context: ReportContext, { rank, isRest, name, place, kpi, kpis }: MemberRow, row: number): Cell[] {
  const at = (column: number) => address(firstColumn + column, row);
  const attained = attainmentLive(kpi, at(3), at(2));
  const gap = gapLive(kpi, at(3), at(2));
  return [
    rank === null ? text('') : count(rank, { align: 'centre' }),
    nameCell(context, name, { isRest, place }),
    valueCell(context, kpi, kpi.target, kpi.attainmentWhy ?? 'no-target'),
    valueCell(context, kpi, kpi.actual, kpi.why),
    attainedCell(context, attained.value, kpi.attainmentWhy, attained.formula),
    gap.value === null ? blank('-') : differenceCell(context, kpi, gap.value, gap.formula),
    statusCell(context, kpi.status, kpis === null ? null : statusFormula(context, kpi, at(4))),
    attained.value === null ? text('') : bar(attained.value, at(4), 1.4),
  ];
}

function shareRow(
  context: ReportContext,
  { rank, isRest, name, place, kpi }: MemberRow,
  row: number,
  total: number | null,
): Cell[] {
  const at = (column: number) => address(firstColumn + column, row);
  const whole = context.headline?.actual ?? zero;
  const share =
    kpi.actual === null || total === null
      ? null
      : shareLive(kpi.actual, whole, at(2), address(firstColumn + 2, `$${total}`));
  return [
    rank === null ? text('') : count(rank, { align: 'centre' }),
    nameCell(context, name, { isRest, place }),
    valueCell(context, kpi, kpi.actual, kpi.why),
    share?.value ? number('ratio', share.value, 1, { formula: share.formula }) : blank('-'),
    share?.value ? bar(share.value, at(3), 1) : text(''),
  ];
}

/** Leads to the sheet of a person, else to the member's own row. */
function nameCell(context: ReportContext, name: string, { isRest, place }: Pick<MemberRow, 'isRest' | 'place'>): Cell {
  const isPerson = !isRest && context.evaluation.by[0]?.join() === 'rep';
  const { attainment } = context.words.report.sheets;
  const toRow: Link = { kind: 'sheet', sheet: attainment, cell: address(1, firstMemberRow + place) };
  return text(name, 'body', { link: (isPerson ? linkToPerson(context, name) : null) ?? toRow });
}

function putSparklines(
  context: ReportContext,
  sheet: SheetBuilder,
  breakdown: Breakdown,
  rows: readonly MemberRow[],
): void {
  const column = firstColumn + (breakdown.hasTargets ? 8 : 5);
  rows.forEach(({ isRest, place }, index) => {
    const spark = isRest ? null : sparklineOf(context, breakdown, place, { row: tableTop + 1 + index, column });
    if (spark) sheet.sparkline(spark);
  });
}

/** The change stands as a value here: what it is measured against is on the sheet of all parts. */
export function versusCells(context: ReportContext, kpi: KpiResult): Cell[] {
  const { evaluation, words } = context;
  if (!evaluation.compare) return [];
  const before = kpi.compare?.actual ?? null;
  const change = changeLive(kpi, 'a', 'b');
  if (change.value !== null) return [changeCell(context, kpi, { value: change.value, formula: null })];
  return [blank(kpi.actual !== null && (before === null || before.units === 0n) ? words.report.newSince : '-')];
}

function totalRow(
  context: ReportContext,
  breakdown: Breakdown,
  table: PlacedTable,
  { extra, hasTrend }: { readonly extra: readonly string[]; readonly hasTrend: boolean },
): Cell[] {
  const { headline, words, evaluation } = context;
  if (!headline) return [];
  const at = (column: number) => address(firstColumn + column, table.next);
  const sum = (column: number) => `SUM(${tableColumn(table.name, table.headings[column] ?? '')})`;
  const tail = [
    ...(hasTrend ? [text('')] : []),
    ...versusCells(context, headline),
    ...extra.map((id) => valueOrReason(context, kpiOf(evaluation.kpis, id))),
  ];
  const head = [text(''), text(words.report.total)];
  const attained = attainmentLive(headline, at(3), at(2));
  const gap = gapLive(headline, at(3), at(2));
  const middle = breakdown.hasTargets
    ? [
        valueCell(
          context,
          headline,
          headline.target,
          headline.attainmentWhy ?? 'no-target',
          wholeOf(headline, breakdown).isTargetSum ? sum(2) : null,
        ),
        valueCell(context, headline, headline.actual, null, sum(3)),
        attainedCell(context, attained.value, headline.attainmentWhy, attained.formula),
        gap.value === null ? blank('-') : differenceCell(context, headline, gap.value, gap.formula),
        statusCell(context, headline.status, statusFormula(context, headline, at(4))),
        text(''),
      ]
    : [valueCell(context, headline, headline.actual, null, sum(2)), number('ratio', decimal(1), 1), text('')];
  return [...head, ...middle, ...tail].map((cell) => withRole(cell, 'total'));
}

function pushCheck(context: ReportContext, breakdown: Breakdown, table: PlacedTable): void {
  const { checks, headline, checkDigits, words } = context;
  if (!headline?.actual) return;
  const by = dimensionsText(context, breakdown.dimensions);
  checks.push({
    name: `${words.report.sheets.summary}${words.report.colon}${words.report.audit.checkNames.members(kpiTitle(words, headline.id), by)}`,
    formula: `SUM(${tableColumn(table.name, table.headings[breakdown.hasTargets ? 3 : 2] ?? '')})`,
    value: headline.actual,
    engine: headline.actual,
    digits: headline.unit === 'money' ? checkDigits : 0,
  });
}

/** Where not everybody has a sheet. */
function peopleCut({ evaluation: { people }, words }: ReportContext): string[] {
  if (people === null || people.all <= people.list.length) return [];
  return [words.report.person.cut(people.list.length, people.all)];
}

function putSentences(context: ReportContext, sheet: SheetBuilder, top: number): void {
  const { evaluation, words } = context;
  const { report } = words;
  const last = firstColumn + mostTiles * tileWidth - 1;
  const bridge = bridgeOf(context);
  const missing = missingTexts(
    groupMissing(evaluation.notComputed, presentOf(evaluation)),
    words.lang,
    false,
    evaluation.ownKpis,
  );
  const sentences = [
    ...(bridge && bridge.parts.length > 0 ? [gapSentence(context, bridge, 8)] : []),
    ...(missing.length > 0
      ? [`${report.notComputed}${report.colon}${report.list([...missing, report.seeSheet(report.sheets.kpis)])}`]
      : []),
    ...peopleCut(context),
  ];
  sentences.forEach((sentence, index) => {
    const row = top + index;
    sheet.put(row, firstColumn, text(sentence, 'note', { wraps: true }));
    sheet.merge({ top: row, left: firstColumn, bottom: row, right: last });
    sheet.height(row, 15 * Math.max(1, Math.ceil(sentence.length / (words.lang === 'en' ? 165 : 90))));
  });
}
