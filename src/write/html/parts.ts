/** The parts of a section as HTML. */
import type { PagePart } from '../../model/page.ts';
import type { LegendItem, PageChart } from '../../model/page-chart.ts';
import { chartSvg } from './charts/chart.ts';
import { escaped } from './escape.ts';
import { tableHtml } from './table.ts';

/** Pixels; the second is for phones, where the first would shrink to unreadable. */
const widths = { wide: 560, narrow: 328 } as const;

export function partHtml(part: PagePart, numbersWord: string): string {
  switch (part.kind) {
    case 'chart':
      return chartHtml(part.chart, tableHtml(part.numbers), numbersWord);
    case 'table':
      return tableHtml(part.table);
    case 'text':
      return `<p class="note">${escaped(part.text)}</p>`;
    case 'folded': {
      const status =
        part.status === null ? '' : ` <span class="status s-${part.status.status}">${escaped(part.status.word)}</span>`;
      const inner = part.parts.map((inside) => partHtml(inside, numbersWord)).join('\n');
      return `<details><summary>${escaped(part.summary)}${status}</summary>\n${inner}\n</details>`;
    }
    case 'definitions': {
      const items = part.items.map(({ term, id, says }) => {
        const said = says.map((text) => `<dd>${escaped(text)}</dd>`).join('');
        return `<div><dt>${escaped(term)} <code>${escaped(id)}</code></dt>${said}</div>`;
      });
      return `<dl>\n${items.join('\n')}\n</dl>`;
    }
  }
}

function chartHtml(chart: PageChart, numbers: string, numbersWord: string): string {
  return [
    legendHtml(chart),
    `<div class="chart wide">${chartSvg(chart, widths.wide)}</div>`,
    `<div class="chart narrow">${chartSvg(chart, widths.narrow)}</div>`,
    `<details class="numbers"><summary>${escaped(numbersWord)}</summary>\n${numbers}\n</details>`,
  ]
    .filter((html) => html !== '')
    .join('\n');
}

function legendHtml({ legend, note }: PageChart): string {
  const items = legend.map(legendItem);
  const said = note === '' ? [] : [`<span>${escaped(note)}</span>`];
  const all = [...items, ...said];
  return all.length === 0 ? '' : `<p class="legend">${all.join(' ')}</p>`;
}

function legendItem({ look, text }: LegendItem): string {
  return `<span><i class="key k-${look}"></i>${escaped(text)}</span>`;
}
