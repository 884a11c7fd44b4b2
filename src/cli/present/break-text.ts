/** Breaking text into lines, whoever measures it: reports by string-width, help by a measure that loads in no time. */

export type Measure = (text: string) => number;

/** Lines of at most `width` cells. Breaks at blanks and after Chinese characters and marks; a longer word stands alone. */
export function breakText(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => breakPieces(textPieces(paragraph), width, measure));
}

/** What a line of text may end with, in order. */
export function textPieces(text: string): readonly string[] {
  return text.match(piece) ?? [];
}

/** The same for pieces that must not be broken; blanks at the end of a line are dropped. */
export function breakPieces(items: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line !== '' && measure(line + item.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = item.trimStart();
    } else line += item;
  }
  return [...lines, line.trimEnd()];
}

// A word with the blanks after it, or one wide character with the opening marks that must not end a line and the closing
// marks that must not start one.
const piece =
  /[（“《]*(?:[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]|[^\s（“《\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]+)[，。；：、？！）”》]*\s*|[（“《]+\s*|\s+/gu;
