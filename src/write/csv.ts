/** CSV as RFC 4180 has it, with the mark that tells spreadsheet programs that it is UTF-8. */

const trigger = /^[\s"']*[=+\-@\t\r\n＝＋－＠]/u;
const plainNumber = /^[+-]?\d[\d.,]*(?:e[+-]?\d+)?%?$/iu;

/** Text that a spreadsheet program would run gets an apostrophe; what has one already keeps it. */
export function harmless(text: string): string {
  const isArmed = trigger.test(text) && !text.startsWith("'") && !plainNumber.test(text);
  return isArmed ? `'${text}` : text;
}

export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`;
}

function field(text: string): string {
  const safe = harmless(text);
  return safe !== text || /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
