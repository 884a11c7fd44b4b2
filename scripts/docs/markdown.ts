/** Pieces of Markdown. */

/** A table; bars and line ends inside cells are escaped. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map((cells) => line(cells.map(cellText)))].join(
    '\n',
  );
}

/** Text of a cell: one line, no bar that would end it. */
function cellText(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
}

/** Words of the program are text: nothing in them is mark-up. */
export function plain(text: string): string {
  return text.replaceAll(/[<>*_[\]]/g, (mark) => `\\${mark}`);
}

export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

/** A page of blocks with an empty line between them. */
export function page(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
