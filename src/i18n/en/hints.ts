/** Short additions to a message, by the slug that the cell parser gives; any other text is shown as it is. */

const numberHints: ReadonlyMap<string, string> = new Map([
  ['letter-o', ': it holds the letter O, not a zero'],
  ['letter-l', ': it holds the letter l, not a one'],
  ['text', ''],
]);

export function numberHint(slug: string): string {
  return numberHints.get(slug) ?? added(slug);
}

export function dateHint(slug: string): string {
  return added(slug);
}

function added(text: string): string {
  return text === '' ? '' : ` (${text})`;
}
