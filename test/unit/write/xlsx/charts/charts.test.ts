/** Native charts: their parts as text, and the package that holds them. */
import { expect, test } from 'vitest';
import { decimal } from '../../../../../src/lib/decimal.ts';
import type { Chart } from '../../../../../src/model/chart.ts';
import { workbookDocument } from '../../../../../src/report/workbook.ts';
import { chartPart } from '../../../../../src/write/xlsx/charts/chart-part.ts';
import { drawingPart } from '../../../../../src/write/xlsx/charts/drawing-part.ts';
import { writeWorkbook } from '../../../../../src/write/xlsx/workbook.ts';
import { exampleEvaluation } from '../../../../support/evaluation.ts';
import { unpack } from '../../../../support/unpack.ts';
import { unbalancedTag } from '../../../../support/well-formed.ts';

const columns: Chart = {
  shape: 'columns',
  title: 'Liu Wei & "<Li>" are short',
  description: 'Wang Fang 2,868 of 2,400; Liu Wei 825 of 1,500',
  categories: { cells: "'Summary'!$C$11:$C$13", texts: ['Wang Fang', '=1+1', '<script>'] },
  series: [
    {
      name: 'Actual',
      role: 'actual',
      form: 'columns',
      cells: "'Summary'!$E$11:$E$13",
      values: [decimal(2868), decimal(-5), null],
    },
    {
      name: 'Target',
      role: 'target',
      form: 'dashes',
      cells: "'Summary'!$D$11:$D$13",
      values: [decimal(2400), decimal(1500), null],
    },
  ],
  isStacked: false,
  numbers: { of: 'money', digits: 0 },
  axis: { from: null, to: null },
  area: { top: 15, left: 2, bottom: 30, right: 7 },
};

const bridge: Chart = {
  ...columns,
  isStacked: true,
  series: (['base', 'rise', 'fall', 'total'] as const).map((role, index) => ({
    name: role,
    role,
    form: 'columns',
    cells: `'Gap'!$H$${index}:$H$9`,
    values: [decimal(1, 1), null, decimal(index)],
  })),
};

const trend: Chart = {
  ...columns,
  numbers: { of: 'ratio', digits: 1 },
  series: columns.series.map((series) => ({ ...series, form: 'line' })),
};

const bullet: Chart = {
  ...columns,
  shape: 'bullet',
  axis: { from: decimal(0), to: decimal(3000) },
  series: columns.series.map((series) => ({ ...series, form: 'columns' })),
};

const cutBridge: Chart = {
  ...bridge,
  axis: { from: decimal(900), to: decimal(1200) },
  series: [
    ...bridge.series,
    { name: 'Axis starts at 900', role: 'cut', form: 'columns', cells: "'Gap'!$I$6:$I$9", values: [] },
  ],
};

test.each([
  ['columns', columns],
  ['bullet', bullet],
  ['cut-bridge', cutBridge],
  ['bridge', bridge],
  ['trend', trend],
] as const)('%s', async (name, chart) => {
  const xml = chartPart(chart, name === 'trend' ? 'zh-CN' : 'en');
  expect(unbalancedTag(xml)).toBeNull();
  await expect(xml.replaceAll('><', '>\n<')).toMatchFileSnapshot(`golden/${name}.xml`);
});

test('a drawing names and describes each chart, and places it', async () => {
  const xml = drawingPart([columns, bridge]);
  expect(unbalancedTag(xml)).toBeNull();
  await expect(xml.replaceAll('><', '>\n<')).toMatchFileSnapshot('golden/drawing.xml');
});

test('in a workbook every part is well-formed, and sheet, drawing and charts lead to each other', async () => {
  const document = workbookDocument(exampleEvaluation('en'));
  const [first, ...others] = document.sheets;
  const sheets = first ? [{ ...first, charts: [columns, bridge] }, ...others] : [];
  const parts = unpack(await writeWorkbook({ ...document, sheets }));
  for (const [name, xml] of parts) expect([name, unbalancedTag(xml)]).toEqual([name, null]);
  expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<\/headerFooter><drawing r:id="rIdDrawing"\/><tableParts/);
  expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="../drawings/drawing1.xml"');
  expect(parts.get('xl/drawings/_rels/drawing1.xml.rels')).toContain('Target="../charts/chart2.xml"');
  expect(parts.get('[Content_Types].xml')).toContain('PartName="/xl/charts/chart2.xml"');
});

test('sparklines are an extension of their sheet, behind all else', async () => {
  const document = workbookDocument(exampleEvaluation('en'));
  const parts = unpack(await writeWorkbook(document));
  const summary = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(summary).toMatch(/<\/x14:sparklineGroups><\/ext><\/extLst><\/worksheet>$/);
  expect(summary.match(/<x14:sparkline>/g)).toHaveLength(6);
  // Wang Fang is the first of the ranking and the first of the table of the last months.
  expect(summary).toContain('$B$17:$D$17</xm:f><xm:sqref>J11</xm:sqref>');
  expect(summary.match(/<extLst>/g)).toHaveLength(summary.split('<cfRule type="dataBar"').length);
  expect(unbalancedTag(summary)).toBeNull();
});
