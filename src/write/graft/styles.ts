/**
 * Our formats in the user's styles part: what looks the same is used again, the rest is appended, and no number of a
 * format that is there changes (ECMA-376 part 1, 18.8). Counts that the part states may be wrong: what stands is counted.
 */
import {
  attribute,
  edited,
  elementOf,
  elementsIn,
  insertedInOrder,
  masked,
  prefixOf,
  withAttribute,
} from '../package/tags.ts';

const order = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;
type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

const firstOwnNumber = 164;

/** What a workbook without a styles part means. */
export const plainStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** Both parts a character per byte. */
export class StyleMerger {
  readonly #theirs: string;
  readonly #prefix: string;
  readonly #lists: Readonly<Record<ListName, StyleList>>;
  readonly #ours: Readonly<Record<ListName, readonly string[]>>;
  readonly #formats = new Map<number, number>();

  constructor(theirs: string, ours: string) {
    this.#theirs = theirs;
    this.#prefix = prefixOf(masked(theirs));
    const all = (make: (name: ListName) => StyleList) => ({
      numFmts: make('numFmts'),
      fonts: make('fonts'),
      fills: make('fills'),
      borders: make('borders'),
      cellXfs: make('cellXfs'),
      dxfs: make('dxfs'),
    });
    const mask = masked(theirs);
    this.#lists = all((name) => new StyleList(itemsOf(theirs, mask, name)));
    const ourMask = masked(ours);
    const own = (name: ListName) => (itemsOf(ours, ourMask, name) ?? []).map((item) => this.#prefixed(item));
    this.#ours = {
      numFmts: own('numFmts'),
      fonts: own('fonts'),
      fills: own('fills'),
      borders: own('borders'),
      cellXfs: own('cellXfs'),
      dxfs: own('dxfs'),
    };
  }

  /** The number in the user's part of a cell format of ours. */
  format(number: number): number {
    const known = this.#formats.get(number);
    if (known !== undefined) return known;
    // The plain format is theirs: cells without one have it anyway.
    const found =
      number === 0 && this.#lists.cellXfs.length > 0 ? 0 : this.#lists.cellXfs.numberOf(this.#moved(number));
    this.#formats.set(number, found);
    return found;
  }

  /** The number in the user's part of a conditional look of ours. */
  look(number: number): number {
    return this.#lists.dxfs.numberOf(this.#ours.dxfs[number] ?? '');
  }

  /** The user's part with what was asked for. */
  text(): string {
    let xml = this.#theirs;
    for (const name of order) {
      if (name in this.#lists) xml = this.#withList(xml, name as ListName);
    }
    return xml;
  }

  #prefixed(item: string): string {
    return this.#prefix === '' ? item : item.replaceAll(/<(\/?)(?=\w)/g, `<$1${this.#prefix}`);
  }

  #moved(number: number): string {
    const xf = this.#ours.cellXfs[number] ?? '';
    const end = xf.indexOf('>') + 1;
    let tag = withAttribute(xf.slice(0, end), 'numFmtId', String(this.#numberFormat(numberIn(xf, 'numFmtId'))));
    for (const [list, name] of [
      ['fonts', 'fontId'],
      ['fills', 'fillId'],
      ['borders', 'borderId'],
    ] as const) {
      tag = withAttribute(tag, name, String(this.#part(list, numberIn(xf, name))));
    }
    return tag + xf.slice(end);
  }

  /** A list that is not there begins with our own defaults: numbers 0 mean them already. */
  #part(list: 'fonts' | 'fills' | 'borders', number: number): number {
    const { [list]: theirs } = this.#lists;
    const reserved = list === 'fills' ? 2 : 1;
    for (let at = theirs.length; at < reserved; at += 1) theirs.push(this.#ours[list][at] ?? '');
    return theirs.numberOf(this.#ours[list][number] ?? '');
  }

  #numberFormat(id: number): number {
    if (id < firstOwnNumber) return id;
    const own = this.#ours.numFmts.find((item) => numberIn(item, 'numFmtId') === id) ?? '';
    const code = attribute(own, 'formatCode') ?? '';
    const { numFmts } = this.#lists;
    const same = numFmts.items.find((item) => attribute(item, 'formatCode') === code);
    if (same !== undefined) return numberIn(same, 'numFmtId');
    const free = Math.max(firstOwnNumber - 1, ...numFmts.items.map((item) => numberIn(item, 'numFmtId'))) + 1;
    numFmts.push(withAttribute(own, 'numFmtId', String(free)));
    return free;
  }

  #withList(xml: string, name: ListName): string {
    const { added, length, isThere } = this.#lists[name];
    if (added.length === 0) return xml;
    const text = added.join('');
    const list = isThere ? elementOf(masked(xml), name) : null;
    const whole = `<${this.#prefix}${name} count="${length}">${text}</${this.#prefix}${name}>`;
    if (list === null) return insertedInOrder(xml, order, name, whole);
    if (list.open === list.end) return edited(xml, [{ at: list.start, remove: list.end - list.start, insert: whole }]);
    const tag = withAttribute(xml.slice(list.start, list.open), 'count', String(length));
    return edited(xml, [
      { at: list.start, remove: list.open - list.start, insert: tag },
      { at: list.close, remove: 0, insert: text },
    ]);
  }
}

class StyleList {
  readonly isThere: boolean;
  readonly items: string[];
  readonly added: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(items: readonly string[] | null) {
    this.isThere = items !== null;
    this.items = [...(items ?? [])];
    this.items.forEach((item, number) => {
      if (!this.#numbers.has(item)) this.#numbers.set(item, number);
    });
  }

  get length(): number {
    return this.items.length;
  }

  push(item: string): number {
    this.items.push(item);
    this.added.push(item);
    this.#numbers.set(item, this.items.length - 1);
    return this.items.length - 1;
  }

  numberOf(item: string): number {
    return this.#numbers.get(item) ?? this.push(item);
  }
}

function itemsOf(xml: string, mask: string, name: string): string[] | null {
  const list = elementOf(mask, name);
  return list === null ? null : elementsIn(mask, list.open, list.close).map(({ start, end }) => xml.slice(start, end));
}

function numberIn(tag: string, name: string): number {
  return Number(attribute(tag, name) ?? 0);
}
