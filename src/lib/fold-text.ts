// Printable ASCII without a blank at either end: what most cells are, and what folding leaves as it is.
const plain = /^[!-~](?:[ -~]*[!-~])?$/;
// Zero-width space, non-joiner and joiner, word joiner, byte order mark: invisible, and a common reason why equal names differ.
const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;

/** The form in which keys and dimension values are compared: width-folded (NFKC), trimmed, case kept. `ＡＢ－１　` → `AB-1`. */
export function foldText(text: string): string {
  return plain.test(text) ? text : text.normalize('NFKC').replace(invisible, '').trim();
}

/** The form in which headings and words of a list are compared: folded, case and inner blanks dropped. `客户 ID` → `客户id`. */
export function foldName(text: string): string {
  return foldText(text).toLowerCase().replace(/\s+/g, '');
}
