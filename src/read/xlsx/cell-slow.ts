/** Any cell, the unusual ones included: read as XML, with all that the fast path does not know. */
import { NumberParser } from './number-bytes.ts';
import { finishText, ItemText } from './rich-text.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { readXml, XmlError, type XmlTag, type XmlText } from './xml.ts';

/** What stands in one `c` element. */
export interface CellParts {
  /** `B7`; undefined where the cell does not say. */
  readonly reference: string | undefined;
  readonly style: number;
  readonly type: string;
  readonly hasFormula: boolean;
  /** Undefined where there is no such element. */
  readonly value: string | undefined;
  readonly inline: string | undefined;
}

export function readCell(xml: string): CellParts {
  const content = new CellContent();
  for (const part of readXml(xml)) content.take(part);
  return content.parts();
}

/** Gathers what stands in a cell, by depth: the cell is 1, its `f`, `v` and `is` are 2. */
class CellContent {
  #attributes: ReadonlyMap<string, string> = new Map();
  #hasFormula = false;
  #value: string | undefined;
  #inline: ItemText | undefined;
  readonly #path: string[] = [];

  take(part: XmlTag | XmlText): void {
    if (part.kind === 'open') this.#open(part);
    if (this.#path[1] === 'is') this.#inline?.take(part);
    if (part.kind === 'text' && this.#path.length === 2 && this.#path[1] === 'v') this.#value += part.text;
    if (part.kind === 'close') this.#path.pop();
  }

  parts(): CellParts {
    const style = Number(this.#attributes.get('s') ?? 0);
    return {
      reference: this.#attributes.get('r'),
      style: Number.isInteger(style) && style >= 0 ? style : 0,
      type: this.#attributes.get('t') ?? 'n',
      hasFormula: this.#hasFormula,
      value: this.#value,
      inline: this.#inline?.text,
    };
  }

  #open({ name, attributes }: XmlTag): void {
    this.#path.push(name);
    if (this.#path.length === 1) this.#attributes = attributes;
    if (this.#path.length !== 2) return;
    if (name === 'f') this.#hasFormula = true;
    else if (name === 'v') this.#value ??= '';
    else if (name === 'is') this.#inline ??= new ItemText();
  }
}

const parser = new NumberParser();

/** Puts the cell in its place; throws XmlError for what is no value of its type. */
export function storeCell(cell: CellParts, column: number, builder: SheetBuilder): void {
  const { value, inline, hasFormula } = cell;
  if (hasFormula) builder.markFormula(column);
  if (inline !== undefined && value === undefined) builder.setText(column, inline);
  else if (value === undefined) {
    if (hasFormula) builder.setNoResult(column);
  } else storeValue(cell, value, column, builder);
}

function storeValue(cell: CellParts, value: string, column: number, builder: SheetBuilder): void {
  switch (cell.type) {
    case 's':
      if (value.trim() !== '') builder.setShared(column, indexOf(value));
      return;
    // Some writers put the text of an inline string into `v`.
    case 'inlineStr':
    case 'str':
      builder.setText(column, cell.inline ?? finishText(value));
      return;
    case 'b':
      builder.setBoolean(column, value.trim() === '1' || value.trim() === 'true');
      return;
    case 'e':
      builder.setError(column, value.trim());
      return;
    case 'd':
      builder.setIsoDate(column, cell.style, value);
      return;
    default:
      storeNumber(cell, value, column, builder);
  }
}

function indexOf(value: string): number {
  if (!/^\s*\d{1,10}\s*$/.test(value)) throw new XmlError(`${value.slice(0, 40)} is no number of a shared string`);
  return Number(value);
}

function storeNumber({ style, hasFormula }: CellParts, value: string, column: number, builder: SheetBuilder): void {
  if (value.trim() === '') {
    // openpyxl writes `<f>…</f><v></v>` for a formula that nothing has computed yet.
    if (hasFormula) builder.setNoResult(column);
    return;
  }
  const bytes = Buffer.from(value, 'latin1');
  if (parser.parse(bytes, 0, bytes.length)) builder.setNumber(column, style, parser.kind, parser.value);
  else builder.setText(column, value);
}
