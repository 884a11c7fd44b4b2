/** Texts as ECharts may have them. */

/** Word joiner: as wide as nothing. */
const mark = '\u2060';

/**
 * ECharts keeps the widths of texts in a plain object, by text: to measure `__proto__` would change every object there is, and
 * the next chart would end in an endless loop. A mark before such names makes others of them; `withoutMarks` takes it away.
 */
export function drawnText(shown: string): string {
  return shown in {} ? mark + shown : shown;
}

/** The drawing as it was meant. */
export function withoutMarks(svg: string): string {
  return svg.replaceAll(mark, '');
}
