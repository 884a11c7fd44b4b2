/** Formats for marked cells: each the cell's own with another fill, appended so that no number of a format changes. */
import { attribute, childrenOf, edited, elementOf, masked, prefixOf, tagEnd, withAttribute } from '../package/tags.ts';

/** The tints of the report: text on them stays readable, and they are told apart without seeing colours well. */
const fills = { error: 'FFFBE3D6', warning: 'FFFDF1D0' } as const;
export type MarkKind = keyof typeof fills;

/** Gives out numbers of formats while sheets are marked; `text` is the styles part with all of them. */
export class MarkStyles {
  readonly #xml: string;
  readonly #formats: readonly string[];
  readonly #fillCount: number;
  readonly #added: string[] = [];
  readonly #known = new Map<string, number>();

  private constructor(xml: string, formats: readonly string[], fillCount: number) {
    this.#xml = xml;
    this.#formats = formats;
    this.#fillCount = fillCount;
  }

  /** Null where the part has no fills or formats to start from: then cells get notes only. */
  static of(xml: string): MarkStyles | null {
    const mask = masked(xml);
    const [fillList, formatList] = [elementOf(mask, 'fills'), elementOf(mask, 'cellXfs')];
    if (fillList === null || formatList === null || formatList.open === formatList.end) return null;
    if (fillList.open === fillList.end) return null;
    // Counts that the part states may be wrong: what stands there is counted.
    const formats = childrenOf(mask, formatList.open, formatList.close).map((tag, index, all) =>
      xml.slice(tag.start, all[index + 1]?.start ?? formatList.close).trim(),
    );
    return new MarkStyles(xml, formats, childrenOf(mask, fillList.open, fillList.close).length);
  }

  /** The number of a format that is `base` with the fill of a mark. */
  of(base: number, kind: MarkKind): number {
    const key = `${base} ${kind}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const format = this.#formats[base] ?? this.#formats[0] ?? '';
    const end = tagEnd(format, 0);
    const fill = this.#fillCount + (kind === 'error' ? 0 : 1);
    const tag = withAttribute(withAttribute(format.slice(0, end), 'fillId', String(fill)), 'applyFill', '1');
    const number = this.#formats.length + this.#added.length;
    this.#added.push(tag + format.slice(end));
    this.#known.set(key, number);
    return number;
  }

  text(): string {
    if (this.#added.length === 0) return this.#xml;
    const [xml, mask] = [this.#xml, masked(this.#xml)];
    const prefix = prefixOf(mask);
    const newFills = [fills.error, fills.warning].map(
      (colour) =>
        `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`,
    );
    return edited(xml, [
      ...appendTo(xml, mask, 'fills', newFills.join(''), this.#fillCount + newFills.length),
      ...appendTo(xml, mask, 'cellXfs', this.#added.join(''), this.#formats.length + this.#added.length),
    ]);
  }
}

function appendTo(xml: string, mask: string, name: string, insert: string, count: number) {
  const list = elementOf(mask, name);
  if (list === null) return [];
  const tag = xml.slice(list.start, list.open);
  const counted = attribute(tag, 'count') === null ? tag : withAttribute(tag, 'count', String(count));
  return [
    { at: list.start, remove: tag.length, insert: counted },
    { at: list.close, remove: 0, insert },
  ];
}
