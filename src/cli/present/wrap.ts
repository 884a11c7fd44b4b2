/** Breaking and cutting text by the cells it takes on a terminal, Chinese included. */
import stringWidth from 'string-width';

/** Lines of at most `width` cells. Breaks at blanks and after Chinese characters and marks; a longer word stands alone. */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapPieces(pieces(paragraph), width));
}

/** The same for pieces that must not be broken; blanks at the end of a line are dropped. */
export function wrapPieces(items: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line !== '' && stringWidth(line + item.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = item.trimStart();
    } else line += item;
  }
  return [...lines, line.trimEnd()];
}

// A word with the blanks after it, or one wide character with the closing marks that must not start a line.
const piece =
  /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60][，。；：、？！）”》]*\s*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]+[，。；：、？！）”》]*\s*|\s+/gu;

function pieces(text: string): readonly string[] {
  return text.match(piece) ?? [];
}

/** At most `width` cells; what is cut off is marked by `…`. */
export function cutTo(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    const cells = stringWidth(character);
    if (used + cells > width - 1) break;
    kept += character;
    used += cells;
  }
  return `${kept}…`;
}

export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}
