/** Breaking and cutting text by the cells it takes on a terminal, Chinese included. */
import stringWidth from 'string-width';
import { breakPieces, breakText } from './break-text.ts';

/** Lines of at most `width` cells; see `breakText`. */
export function wrapText(text: string, width: number): string[] {
  return breakText(text, width, stringWidth);
}

/** The same for pieces that must not be broken. */
export function wrapPieces(items: readonly string[], width: number): string[] {
  return breakPieces(items, width, stringWidth);
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
