/** Labels of totals in tables of targets. */
import { totalledName, totalWord } from './dimension-words.ts';

/** For the whole text of a cell that could be a KPI or a period. */
export function isTotalText(text: string): boolean {
  return /^(?:合计|总计|小计|total|grand total|subtotal|全年)$/iu.test(text.trim());
}

/** For a name: a total word, or one with what it totals. */
export function isTotalLabel(text: string): boolean {
  return totalWord(text) !== undefined || totalledName(text) !== undefined;
}
