/** A page's model as lines to read: what stands where, without tags and colours. */
import type { Page, PagePart, PageTable } from '../../src/model/page.ts';
import type { PageChart } from '../../src/model/page-chart.ts';

export function pageText({ title, facts, draft, warning, tiles, sections, footer }: Page): string {
  const lines = [
    `# ${title}`,
    facts,
    ...(draft === null ? [] : [`[${draft.word}] ${draft.reason}`]),
    ...(warning === null ? [] : [`! ${warning}`]),
    ...tiles.map(({ label, value, details, status }) =>
      [`- ${label}`, value, ...details.map((pair) => pair.join(' ')), ...(status === null ? [] : [`(${status})`])].join(
        ' | ',
      ),
    ),
    ...sections.flatMap(({ label, heading, isHalf, parts }) => [
      '',
      `## ${label}: ${heading}${isHalf ? '  (half)' : ''}`,
      ...parts.flatMap(partLines),
    ]),
    '',
    ...footer.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\n')}\n`;
}

export function partLines(part: PagePart): string[] {
  switch (part.kind) {
    case 'text':
      return [part.text];
    case 'table':
      return tableLines(part.table);
    case 'definitions':
      return part.items.map(({ term, id, says }) => `${term} [${id}] ${says.join(' // ')}`);
    case 'folded':
      return [
        `> ${part.summary}${part.status === null ? '' : ` (${part.status.status} ${part.status.word})`}`,
        ...part.parts.flatMap(partLines).map((line) => `  ${line}`),
      ];
    case 'chart':
      return [...chartLines(part.chart), ...tableLines(part.numbers).map((line) => `  ${line}`)];
  }
}

function chartLines({ kind, description, legend, note }: PageChart): string[] {
  return [
    `<${kind}> ${description}`,
    ...(legend.length === 0 ? [] : [`  legend: ${legend.map(({ look, text }) => `${look}=${text}`).join(', ')}`]),
    ...(note === '' ? [] : [`  note: ${note}`]),
  ];
}

function tableLines({ caption, headings, rows, total }: PageTable): string[] {
  return [
    `[${caption}] ${headings.map(({ text }) => text).join(' | ')}`,
    ...[...rows, ...(total === null ? [] : [total])].map((cells) => cells.map(({ text }) => text).join(' | ')),
  ];
}
