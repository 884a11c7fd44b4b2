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

test.each([
  ['columns', columns],
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
