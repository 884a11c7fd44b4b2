/** Tables of a page. A wide one scrolls inside its box, never the page. */
import type { PageCell, PageTable } from '../../model/page.ts';
import { escaped } from './escape.ts';

export function tableHtml({ caption, isCaptionShown, headings, headingColumns, rows, total }: PageTable): string {
  const head = headings.map(
    ({ text, align }) => `<th scope="col"${classes([alignClass(align)])}>${escaped(text)}</th>`,
  );
  const body = rows.map((cells) => `<tr>${rowHtml(cells, headingColumns)}</tr>`);
  const foot = total === null ? '' : `<tfoot><tr>${rowHtml(total, headingColumns)}</tr></tfoot>`;
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}">`,
    `<table>${isCaptionShown ? `<caption>${escaped(caption)}</caption>` : ''}`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>${foot}</table></div>`,
  ].join('\n');
}

function rowHtml(cells: readonly PageCell[], headingColumns: number): string {
  return cells.map((cell, column) => cellHtml(cell, column < headingColumns)).join('');
}

function cellHtml({ text, align, status, isReason, shade }: PageCell, isHeading: boolean): string {
  const words = escaped(text);
  const inner = status === null ? words : `<span class="status s-${status}">${words}</span>`;
  const look = classes([alignClass(align), isReason ? 'reason' : '', shadeClass(shade), isLong(text) ? 'long' : '']);
  return isHeading ? `<th scope="row"${look}>${inner}</th>` : `<td${look}>${inner}</td>`;
}

/** Long texts take several lines and need the room for them; all else stays on one. */
function isLong(text: string): boolean {
  return text.length > 28;
}

function alignClass(align: PageCell['align']): string {
  return align === 'right' ? 'n' : '';
}

/** Eleven tints, from 0 to 1. */
function shadeClass(shade: number | null): string {
  return shade === null ? '' : `shade t${Math.round(Math.min(1, Math.max(0, shade)) * 10)}`;
}

function classes(names: readonly string[]): string {
  const given = names.filter((name) => name !== '');
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`;
}
