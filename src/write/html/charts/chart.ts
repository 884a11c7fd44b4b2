/** A chart of a page as SVG, as wide as is asked for. */
import type { PageChart } from '../../../model/page-chart.ts';
import { bridgeSvg } from './bridge.ts';
import { barsSvg, bulletSvg } from './bullet.ts';
import { columnsSvg } from './columns.ts';

export function chartSvg(chart: PageChart, width: number): string {
  switch (chart.kind) {
    case 'bullet':
      return bulletSvg(chart, width);
    case 'bars':
      return barsSvg(chart, width);
    case 'columns':
      return columnsSvg(chart, width);
    case 'bridge':
      return bridgeSvg(chart, width);
  }
}
