/** 附在消息后的简短说明，按单元格解析器给出的代号；其他文字原样显示。 */

const numberHints: ReadonlyMap<string, string> = new Map([
  ['letter-o', '：其中有字母 O，不是数字 0'],
  ['letter-l', '：其中有字母 l，不是数字 1'],
  ['text', ''],
]);

export function numberHint(slug: string): string {
  return numberHints.get(slug) ?? added(slug);
}

export function dateHint(slug: string): string {
  return added(slug);
}

function added(text: string): string {
  return text === '' ? '' : `（${text}）`;
}
