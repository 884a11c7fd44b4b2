/** The one way by which texts come into a page. */
import { visible } from '../../lib/visible.ts';
import { escapeXml } from '../../lib/xml-text.ts';

/** Text that hides and reorders nothing: controls, bidi marks and zero-width characters are spelled out. */
export function plain(text: string): string {
  return visible(text).replaceAll(/[\ufffe\uffff]/g, '');
}

/** The same for an element or a quoted attribute. */
export function escaped(text: string): string {
  return escapeXml(plain(text));
}
