/** A document whose sheets and tables go by other names, formulas, links and charts included. */
import type { Chart } from '../model/chart.ts';
import type { Cell, Document, InputRule, Sheet } from '../model/document.ts';
import { sheetReference } from './sheet-builder.ts';

interface Names {
  readonly sheets: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
}

export function renamed(document: Document, names: Names): Document {
  const isSame = (map: ReadonlyMap<string, string>) => [...map].every(([before, after]) => before === after);
  if (isSame(names.sheets) && isSame(names.tables)) return document;
  return { ...document, sheets: document.sheets.map((sheet) => renamedSheet(sheet, names)) };
}

function renamedSheet(sheet: Sheet, names: Names): Sheet {
  return {
    ...sheet,
    name: names.sheets.get(sheet.name) ?? sheet.name,
    rows: sheet.rows.map((cells) => cells.map((cell) => cell && renamedCell(cell, names))),
    tables: sheet.tables.map((table) => ({ ...table, name: names.tables.get(table.name) ?? table.name })),
    charts: sheet.charts.map((chart) => renamedChart(chart, names)),
    inputRules: sheet.inputRules.map((rule) => renamedRule(rule, names)),
  };
}

function renamedCell(cell: Cell, names: Names): Cell {
  const { formula, link } = cell;
  if (formula === null && link?.kind !== 'sheet') return cell;
  return {
    ...cell,
    formula: formula === null ? null : renamedFormula(formula, names),
    link: link?.kind === 'sheet' ? { ...link, sheet: names.sheets.get(link.sheet) ?? link.sheet } : link,
  };
}

function renamedChart(chart: Chart, names: Names): Chart {
  const { categories, series } = chart;
  return {
    ...chart,
    categories: { ...categories, cells: renamedFormula(categories.cells, names) },
    series: series.map((one) => ({ ...one, cells: renamedFormula(one.cells, names) })),
  };
}

function renamedRule(rule: InputRule, names: Names): InputRule {
  const { allows } = rule;
  return allows.kind === 'list'
    ? { ...rule, allows: { ...allows, formula: renamedFormula(allows.formula, names) } }
    : rule;
}

/** Our own formulas quote every sheet (`'Trend'!$A$6`); texts in them are left alone. */
export function renamedFormula(formula: string, { sheets, tables }: Names): string {
  return formula.replaceAll(
    /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|(?<![\w.])([A-Za-z_]\w*)(?=\[)/g,
    (whole, sheet: string | undefined, table: string | undefined) => {
      if (table !== undefined) return tables.get(table) ?? table;
      if (sheet === undefined) return whole;
      const name = sheet.replaceAll("''", "'");
      return `${sheetReference(sheets.get(name) ?? name)}!`;
    },
  );
}
