/** Puts charts into a workbook that exceljs made, which writes none: their parts, and what leads to them. */
import type { Chart } from '../../../model/chart.ts';
import type { Document } from '../../../model/document.ts';
import { addOverride, addRelationship, editPart, type Parts, relationships } from '../parts.ts';
import { chartPart } from './chart-part.ts';
import { drawingPart } from './drawing-part.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = {
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
};

/** Adds the charts of every sheet; sheets without any stay as they are. */
export function addCharts(parts: Parts, { sheets, lang }: Document): void {
  let charts = 0;
  for (const [index, sheet] of sheets.entries()) {
    if (sheet.charts.length === 0) continue;
    addDrawing(parts, index + 1, sheet.charts);
    const targets = sheet.charts.map((chart) => {
      charts += 1;
      parts.set(`xl/charts/chart${charts}.xml`, chartPart(chart, lang));
      addOverride(parts, `/xl/charts/chart${charts}.xml`, types.chart);
      return `../charts/chart${charts}.xml`;
    });
    const ids = targets.map((target, place) => ({ id: `rId${place + 1}`, type: `${office}/chart`, target }));
    parts.set(`xl/drawings/_rels/drawing${index + 1}.xml.rels`, relationships(ids));
  }
}

function addDrawing(parts: Parts, sheet: number, charts: readonly Chart[]): void {
  const name = `xl/drawings/drawing${sheet}.xml`;
  parts.set(name, drawingPart(charts));
  addOverride(parts, `/${name}`, types.drawing);
  addRelationship(parts, `xl/worksheets/_rels/sheet${sheet}.xml.rels`, {
    id: 'rIdDrawing',
    type: `${office}/drawing`,
    target: `../drawings/drawing${sheet}.xml`,
  });
  editPart(parts, `xl/worksheets/sheet${sheet}.xml`, (xml) => {
    // Order of elements in a sheet (ECMA-376 part 1, 18.3.1.99): the drawing stands after header and footer.
    // Rules of data bars have an extLst of their own, further up.
    const margins = xml.indexOf('<pageMargins');
    const at = margins + xml.slice(margins).search(/<(?:legacyDrawing|tableParts|extLst)\b|<\/worksheet>/);
    return `${xml.slice(0, at)}<drawing r:id="rIdDrawing"/>${xml.slice(at)}`;
  });
}
