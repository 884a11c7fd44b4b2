/** The sheets of an empty targets workbook: by month, as a list, what may be chosen, and how it is meant. */
import type { Catalogue } from '../../i18n/catalogue.ts';
import { kpiWords } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Area, Cell, InputRule, Sheet } from '../../model/document.ts';
import { knownKpis, traitsOf } from '../../model/kpi-traits.ts';
import { nodeLevels } from '../../model/target.ts';
import { number, text, unfilled, withRole } from '../cells.ts';
import { address, addressOn, SheetBuilder } from '../sheet-builder.ts';

type Words = Catalogue['plans'];

const kpis = knownKpis.filter((id) => traitsOf(id)?.targets === 'sum');
const otherKpis = knownKpis.filter((id) => !kpis.includes(id));
const listsTop = 1;
const listColumns = { kpi: 1, level: 3, unit: 4 } as const;

export function guideSheet({ template }: Words): Sheet {
  const sheet = new SheetBuilder(template.sheets.guide, 'page');
  sheet.portrait();
  sheet.put(1, 1, text(template.title, 'title'));
  sheet.height(1, 28);
  for (const [i, line] of template.guide.entries()) sheet.put(3 + i, 1, text(line, 'body', { wraps: true }));
  sheet.width(1, 90, 90);
  return sheet.build();
}

export function listsSheet(words: Words, lang: Lang): Sheet {
  const { template } = words;
  const sheet = new SheetBuilder(template.sheets.lists, 'data');
  sheet.table({
    name: 'tblKpis',
    top: listsTop,
    left: listColumns.kpi,
    columns: [template.lists.kpi, template.lists.meaning],
    items: [...kpis, ...otherKpis],
    row: (id) => [text(id), text(kpiWords(id, lang).title)],
  });
  const put = (column: number, title: string, items: readonly string[]) => {
    sheet.put(listsTop, column, text(title, 'heading'));
    for (const [i, item] of items.entries()) sheet.put(listsTop + 1 + i, column, text(item));
  };
  put(listColumns.level, template.lists.level, template.levels);
  put(listColumns.unit, template.lists.unit, template.units);
  sheet.width(2, 24, 44);
  sheet.freeze(1);
  return sheet.build();
}

/** One of the first `count` items of a list. `addable`: KPIs whose targets add up stand first. */
function oneOf(words: Words, column: number, count: number): InputRule['allows'] {
  const { lists } = words.template.sheets;
  const last = addressOn(lists, column, listsTop + count).split('!')[1] ?? '';
  return { kind: 'list', formula: `${addressOn(lists, column, listsTop + 1)}:${last}` };
}

const wide = { head: 6, rows: 24, keys: 3 } as const;

/** A heading of a period and what it adds up. */
interface Across {
  readonly heading: string;
  readonly formula: string;
  /** Columns of its parts; empty for a month. */
  readonly sums: readonly number[];
}

export function wideTemplate(words: Words, year: string): Sheet {
  const { template } = words;
  const sheet = new SheetBuilder(template.sheets.wide, 'data');
  const [first, last] = [wide.head + 1, wide.head + wide.rows];
  const title = template.wideTitle.of(year, 'revenue');
  sheet.put(1, 1, text(title, 'title', { formula: template.wideTitle.formula }));
  sheet.height(1, 28);
  sheet.putRow(2, 1, [
    text(template.year, 'note'),
    number('days', decimal(BigInt(year)), 0, { role: 'input', align: 'left' }),
  ]);
  sheet.putRow(3, 1, [text(template.kpi, 'note'), text('revenue', 'input')]);
  sheet.putRow(4, 1, [text(template.unit, 'note'), text(template.firstUnit, 'input')]);
  sheet.put(5, 1, text(template.unitLine.of(template.firstUnit), 'note', { formula: template.unitLine.formula }));
  const across = acrossOf(words, year);
  sheet.putRow(wide.head, 1, [
    ...nodeLevels.map((name) => text(words.headings[name] ?? name, 'heading')),
    ...across.map(({ heading, formula }) => text(heading, 'heading', { formula, align: 'right' })),
  ]);
  for (let row = first; row <= last; row++) sheet.putRow(row, 1, inputRow(across, row));
  sheet.putRow(last + 1, 1, totalRow(words, across, first, last));
  addWideRules(sheet, words, across, { first, last });
  for (let column = 1; column <= wide.keys; column++) sheet.width(column, 12, 24);
  sheet.freeze(wide.head, wide.keys);
  return sheet.build();
}

function acrossOf({ template }: Words, year: string): Across[] {
  const across: Across[] = [];
  const quarters: number[] = [];
  for (let month = 1; month <= 12; month++) {
    across.push({ heading: template.month.of(year, month), formula: template.month.formula(month), sums: [] });
    if (month % 3 !== 0) continue;
    const end = wide.keys + across.length;
    quarters.push(end + 1);
    const quarter = month / 3;
    across.push({
      heading: template.quarter.of(year, quarter),
      formula: template.quarter.formula(quarter),
      sums: [end - 2, end - 1, end],
    });
  }
  const { wholeYear } = template;
  return [...across, { heading: wholeYear.of(year), formula: wholeYear.formula, sums: quarters }];
}

function inputRow(across: readonly Across[], row: number): Cell[] {
  const names = Array.from({ length: wide.keys }, () => text('', 'input'));
  return [
    ...names,
    ...across.map(({ sums }) =>
      sums.length === 0
        ? unfilled('money', 'input')
        : unfilled('money', 'body', sumIfAny(sums.map((column) => address(column, row)))),
    ),
  ];
}

function totalRow(words: Words, across: readonly Across[], first: number, last: number): Cell[] {
  const label = [text(words.total), text(''), text('')];
  const sums = across.map((_, i) => {
    const column = wide.keys + 1 + i;
    return unfilled('money', 'total', sumIfAny([`${address(column, first)}:${address(column, last)}`]));
  });
  return [...label.map((cell) => withRole(cell, 'total')), ...sums];
}

/** Nothing as long as nothing is filled in: 0 would be a target. */
function sumIfAny(cells: readonly string[]): string {
  const all = cells.join(',');
  return `IF(COUNT(${all})=0,"",SUM(${all}))`;
}

function addWideRules(
  sheet: SheetBuilder,
  words: Words,
  across: readonly Across[],
  rows: { readonly first: number; readonly last: number },
): void {
  const { refuses, units } = words.template;
  sheet.inputs({ area: cellArea(2, 2), allows: { kind: 'at-least', least: 2000 }, message: refuses.year });
  sheet.inputs({ area: cellArea(3, 2), allows: oneOf(words, listColumns.kpi, kpis.length), message: refuses.list });
  sheet.inputs({ area: cellArea(4, 2), allows: oneOf(words, listColumns.unit, units.length), message: refuses.list });
  for (const [i, { sums }] of across.entries()) {
    const column = wide.keys + 1 + i;
    const area = { top: rows.first, left: column, bottom: rows.last, right: column };
    if (sums.length === 0) sheet.inputs({ area, allows: { kind: 'at-least', least: 0 }, message: refuses.number });
  }
}

function cellArea(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}

const long = { head: 3, rows: 120 } as const;
const numbers: ReadonlySet<string> = new Set(['target', 'floor', 'stretch']);

export function longTemplate(words: Words): Sheet {
  const { longColumns, sheets, longTitle } = words.template;
  const sheet = new SheetBuilder(sheets.long, 'data');
  const names = Object.keys(longColumns);
  sheet.put(1, 1, text(longTitle, 'title'));
  sheet.height(1, 28);
  sheet.putRow(
    long.head,
    1,
    Object.entries(longColumns).map(([name, title]) =>
      text(title, 'heading', { align: isNumber(name) ? 'right' : 'left' }),
    ),
  );
  for (let row = long.head + 1; row <= long.head + long.rows; row++) sheet.putRow(row, 1, names.map(inputCell));
  for (const [i, name] of names.entries()) {
    const rule = longRule(words, name);
    const area = { top: long.head + 1, left: i + 1, bottom: long.head + long.rows, right: i + 1 };
    if (rule) sheet.inputs({ area, ...rule });
    sheet.width(i + 1, 13, 24);
  }
  sheet.freeze(long.head, 0);
  return sheet.build();
}

function isNumber(name: string): boolean {
  return numbers.has(name) || name === 'weight';
}

function inputCell(name: string): Cell {
  return isNumber(name) ? unfilled(name === 'weight' ? 'ratio' : 'money', 'input') : text('', 'input');
}

function longRule(words: Words, name: string): Omit<InputRule, 'area'> | null {
  const { refuses, levels, units } = words.template;
  if (isNumber(name)) return { allows: { kind: 'at-least', least: 0 }, message: refuses.number };
  if (name === 'kpi') return { allows: oneOf(words, listColumns.kpi, knownKpis.length), message: refuses.list };
  if (name === 'level') return { allows: oneOf(words, listColumns.level, levels.length), message: refuses.list };
  if (name === 'unit') return { allows: oneOf(words, listColumns.unit, units.length), message: refuses.list };
  return name === 'effectiveFrom' ? { allows: { kind: 'day' }, message: refuses.day } : null;
}
