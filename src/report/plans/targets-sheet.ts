/** The targets themselves: wide, with live sums; what a person works on and `validate` and `evaluate` read. */
import type { Catalogue } from '../../i18n/catalogue.ts';
import { add, type Decimal, toText, zero } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import { kpiNamed } from '../../model/kpi-names.ts';
import type { Plan } from '../../model/plan.ts';
import { number, text, withRole } from '../cells.ts';
import { kindOf } from '../numbers.ts';
import { address, SheetBuilder } from '../sheet-builder.ts';
import { kpiTitle, type Words } from '../words.ts';
import { periodHeading } from './period-headings.ts';
import { sumsLine } from './sums-line.ts';
import { type LaidColumn, type LaidRow, laidColumns, laidRows, sumFormula } from './wide-layout.ts';

const headRow = 3;

export function targetsSheet(plan: Plan, words: Words, plans: Catalogue['plans']): Sheet {
  const sheet = new SheetBuilder(plans.sheets.targets, 'data');
  const columns = laidColumns(plan);
  const keys = Math.max(1, plan.dimensions.length);
  sheet.put(1, 1, text(plans.title(plan.period.id, readableKpi(plan.kpi, words)), 'title'));
  sheet.height(1, 28);
  if (plan.unit === 'money' && plan.currency !== null)
    sheet.put(2, 1, text(plans.unit(unitWord(plan.currency, words)), 'note'));
  const buffer = bufferLine(plan, plans);
  if (buffer !== null) sheet.put(2, 2, text(buffer, 'note'));
  sheet.putRow(headRow, 1, headings(plan, plans, columns));
  const rows = laidRows(plan.root);
  for (const [place, row] of rows.entries()) {
    const at = headRow + 1 + place;
    sheet.putRow(at, 1, [...keyCells(row, keys, plans), ...valueCells(plan, columns, row, at, keys)]);
  }
  for (let column = 1; column <= keys; column++) sheet.width(column, 12, 28);
  for (let column = 0; column < columns.length; column++) sheet.width(keys + 1 + column, 11, 18);
  sheet.freeze(headRow, keys);
  return sheet.build();
}

/** Parts of a level may exceed the node above by its buffer, each rounded to the step. */
function bufferLine({ buffers, step }: Plan, plans: Catalogue['plans']): string | null {
  return sumsLine(new Map([...buffers].map(([level, ratio]) => [level, { kind: 'within', ratio, step }])), plans);
}

/** The KPI in words where a reader takes them for the KPI, else its id. */
export function readableKpi(kpi: string, words: Words): string {
  const title = kpiTitle(words, kpi);
  return kpiNamed(title) === kpi ? title : kpi;
}

export function unitWord(currency: string, { lang }: Words): string {
  return lang === 'zh-CN' && currency === 'CNY' ? '元' : currency;
}

function headings(plan: Plan, plans: Catalogue['plans'], columns: readonly LaidColumn[]): Cell[] {
  const keys =
    plan.dimensions.length === 0 ? [plans.level] : plan.dimensions.map((name) => plans.headings[name] ?? name);
  return [
    ...keys.map((name) => text(name, 'heading')),
    ...columns.map(({ period, sums }) =>
      text(sums.length > 0 && period.grain === 'range' ? plans.total : periodHeading(period, plans), 'heading', {
        align: 'right',
      }),
    ),
  ];
}

function keyCells({ node, kind }: LaidRow, keys: number, plans: Catalogue['plans']): Cell[] {
  const isWhole = kind === 'total';
  const alone = isWhole && node.children.length === 0;
  const label = alone ? plans.company : isWhole ? plans.total : plans.subtotal;
  const names = kind === 'leaf' ? node.path : [...node.path, label];
  const cells = Array.from({ length: keys }, (_, i) => text(names[i] ?? ''));
  return kind === 'leaf' || alone ? cells : cells.map((cell) => withRole(cell, 'total'));
}

function valueCells(plan: Plan, columns: readonly LaidColumn[], row: LaidRow, at: number, keys: number): Cell[] {
  const letter = (place: number) => keys + 1 + place;
  const isSum = row.kind !== 'leaf' && row.node.children.length > 0;
  return columns.map((column, place) => {
    const formula =
      column.index === null
        ? sumFormula(column.sums.map((one) => ({ at: address(letter(one), at), place: one })))
        : isSum && row.sums.length > 0
          ? sumFormula(row.sums.map((one) => ({ at: address(letter(place), headRow + 1 + one), place: one })))
          : null;
    const value = amountIn(columns, column, row.node.values);
    const cell = number(kindOf(plan.unit), value, digitsOf(value), { formula });
    return isSum ? withRole(cell, 'total') : cell;
  });
}

function amountIn(columns: readonly LaidColumn[], { index, sums }: LaidColumn, values: readonly Decimal[]): Decimal {
  if (index !== null) return values[index] ?? zero;
  return sums
    .flatMap((place) => columns[place] ?? [])
    .reduce((total, column) => add(total, amountIn(columns, column, values)), zero);
}

function digitsOf(value: Decimal): number {
  return toText(value).includes('.') ? 2 : 0;
}
