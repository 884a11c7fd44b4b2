/** The text of a string item (`si`, `is`): runs joined, phonetic runs left out. */
import { decodeExcelEscapes, readXml, type XmlTag, type XmlText } from './xml.ts';

/** Joins the `t` elements of an item as they come; `rPh` holds the reading of the text, not the text. */
export class ItemText {
  #text = '';
  #phonetic = 0;
  #isInText = false;

  take(part: XmlTag | XmlText): void {
    if (part.kind === 'text') {
      if (this.#isInText && this.#phonetic === 0) this.#text += part.text;
    } else if (part.name === 'rPh') this.#phonetic += part.kind === 'open' ? 1 : -1;
    else if (part.name === 't') this.#isInText = part.kind === 'open';
  }

  get text(): string {
    return finishText(this.#text);
  }
}

/** Line ends as XML has them, then Excel's own escapes. */
export function finishText(text: string): string {
  return decodeExcelEscapes(text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);
}

/** The text of one whole item. */
export function textOfItem(xml: string): string {
  const item = new ItemText();
  for (const part of readXml(xml)) item.take(part);
  return item.text;
}
