/**
 * A brief as Markdown with pipe tables (GitHub's, which mails and chats take too). Whatever comes from a file is text: no
 * markup, no link, no HTML.
 */
import { textWidth } from '../lib/text-width.ts';
import { visible } from '../lib/visible.ts';
import type { Brief, BriefTable } from '../model/brief.ts';

export function markdownText({ title, warning, facts, tables, sentences }: Brief): string {
  const blocks = [
    `# ${escaped(title)}`,
    ...(warning === null ? [] : [`> **${escaped(warning)}**`]),
    paragraph(facts),
    ...tables.map(tableText),
    ...sentences.map(paragraph),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableText({ title, columns, rows }: BriefTable): string {
  const cells = [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(escaped));
  const widths = columns.map((_, at) => Math.max(4, ...cells.map((row) => textWidth(row[at] ?? ''))));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, at) => padded(text, widths[at] ?? 0, columns[at]?.align === 'right')).join(' | ')} |`;
  const [head = [], ...body] = cells;
  const rule = columns.map(({ align }, at) => {
    const dashes = '-'.repeat((widths[at] ?? 4) - 1);
    return align === 'right' ? `${dashes}:` : `${dashes}-`;
  });
  return [`## ${escaped(title)}`, '', line(head), line(rule), ...body.map(line)].join('\n');
}

function padded(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return isRight ? `${space}${text}` : `${text}${space}`;
}

/** On one line, nothing that hides or turns text, every sign that could be markup made plain; a bare address does not become a link. */
function escaped(text: string): string {
  return visible(text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
    .trim()
    .replaceAll(/[\\`*_{}[\]<>|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll(/(https?|ftp|file)(:)(?=\/\/)|(www)(\.)/gi, (_, scheme, colon, www) =>
      scheme ? `${scheme}\\${colon}` : `${www}\\.`,
    )
    .replaceAll(/(\w)@(?=\w)/g, '$1\\@');
}

/** At the beginning of a line some signs make a heading or a list. */
function paragraph(text: string): string {
  return escaped(text).replace(
    /^(#{1,6}|[-+=]|\d{1,9}[.)])(?=\s|$)/,
    (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`,
  );
}
