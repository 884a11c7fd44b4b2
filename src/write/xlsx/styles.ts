/** The looks of cells: the only place that knows fonts, colours and number formats. */
import type { Alignment, Border, Borders, Fill, Font, Style } from 'exceljs';
import type { Cell, Document, NumberKind, Role, Value } from '../../model/document.ts';
import type { Status } from '../../model/kpi.ts';

/** Okabe and Ito's palette for colour blindness; text on tints has a contrast of at least 6.4. */
const statusColours: Readonly<
  Record<Status, { readonly strong: string; readonly text: string; readonly tint: string }>
> = {
  met: { strong: 'FF0072B2', text: 'FF004A75', tint: 'FFD9EBF5' },
  'on-track': { strong: 'FF0072B2', text: 'FF004A75', tint: 'FFD9EBF5' },
  near: { strong: 'FFE69F00', text: 'FF6B4A00', tint: 'FFFDF1D0' },
  unconfirmed: { strong: 'FFE69F00', text: 'FF6B4A00', tint: 'FFFDF1D0' },
  below: { strong: 'FFD55E00', text: 'FF8A3A00', tint: 'FFFBE3D6' },
  behind: { strong: 'FFD55E00', text: 'FF8A3A00', tint: 'FFFBE3D6' },
};

const ink = 'FF1F2933';
const grey = 'FF5F6B76';
const rule = 'FFD5DBE1';
const headingFill = 'FF2F4B62';
const inputFill = 'FFFFF9E3';
const tileFill = 'FFF4F6F8';
const linkInk = 'FF0B5394';
export const draftOrange = 'FFE69F00';
/** A bar that grows from the left is good or neutral, one from the right a shortfall. */
export const barColours = { left: 'FF5AA0CF', right: 'FFE58B4F' } as const;

/** From the lowest to the highest share; text on the darker one has a contrast of 8. */
export const shadeColours = [{ argb: 'FFFFFFFF' }, { argb: 'FF9CC7E4' }] as const;

export const fontNames: Readonly<Record<Document['lang'], string>> = { en: 'Calibri', 'zh-CN': 'Microsoft YaHei' };

interface Look {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  readonly border?: Partial<Borders>;
}

const thin = (colour: string): Partial<Border> => ({ style: 'thin', color: { argb: colour } });

const looks: Readonly<Record<Role, Look>> = {
  title: { size: 18, isBold: true },
  subtitle: { colour: grey },
  warning: { colour: statusColours.below.text, isBold: true },
  draft: { size: 14, isBold: true, colour: 'FF3D2B00', fill: draftOrange },
  section: { size: 12, isBold: true },
  heading: { isBold: true, colour: 'FFFFFFFF', fill: headingFill },
  body: { border: { bottom: thin(rule) } },
  input: { fill: inputFill, border: { bottom: thin(rule) } },
  total: { isBold: true, border: { top: { style: 'medium', color: { argb: headingFill } } } },
  note: { colour: grey },
  'tile-label': { colour: grey, fill: tileFill },
  'tile-value': { size: 20, isBold: true, fill: tileFill },
  'tile-detail': { fill: tileFill },
};

/** Styles by what they look like: equal cells share one object, which exceljs then looks up once. */
export class StyleBook {
  readonly #lang: Document['lang'];
  readonly #known = new Map<string, Partial<Style>>();

  constructor(lang: Document['lang']) {
    this.#lang = lang;
  }

  /** `needsPrefix`: the text begins like a formula (see `quotePrefixMark`). */
  of(cell: Cell, needsPrefix: boolean): Partial<Style> {
    const format = numberFormat(cell.value, this.#lang);
    const key = [
      cell.role,
      format,
      cell.align,
      cell.wraps,
      cell.edge,
      cell.link !== null,
      cell.value.kind,
      needsPrefix,
    ].join('|');
    const known = this.#known.get(key);
    if (known) return known;
    const style = this.#make(cell, format, needsPrefix);
    this.#known.set(key, style);
    return style;
  }

  #make(cell: Cell, format: string | null, needsPrefix: boolean): Partial<Style> {
    const { fill, border } = looks[cell.role];
    const edged = cell.edge === null ? border : { ...border, left: edgeOf(cell.edge) };
    return {
      font: fontOf(cell, fontNames[this.#lang]),
      alignment: alignmentOf(cell),
      ...(fill === undefined ? {} : { fill: solid(fill) }),
      ...(edged === undefined ? {} : { border: edged }),
      ...(format === null ? {} : { numFmt: format }),
      ...(needsPrefix ? { protection: quotePrefixMark } : {}),
    };
  }
}

/** A reason in the place of a number is small and grey, a link blue and underlined. */
function fontOf(cell: Cell, name: string): Partial<Font> {
  const look = looks[cell.role];
  if (cell.value.kind === 'blank') return { name, size: 9, italic: true, color: { argb: grey } };
  const isLink = cell.link !== null && cell.role === 'body';
  return {
    name,
    size: look.size ?? 10,
    bold: look.isBold === true,
    underline: isLink,
    color: { argb: isLink ? linkInk : (look.colour ?? ink) },
  };
}

/**
 * exceljs cannot write `quotePrefix`. Nothing is protected in these workbooks, so a hidden-formula protection is used
 * as a mark that the package step turns into `quotePrefix="1"`.
 */
const quotePrefixMark = { hidden: true, locked: true };

function edgeOf(edge: Status | 'none'): Partial<Border> {
  return { style: 'thick', color: { argb: edge === 'none' ? rule : statusColours[edge].strong } };
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** Fill and font of a status cell, for conditional formats. */
export function statusTint(status: Status): Partial<Style> {
  const { text, tint } = statusColours[status];
  return {
    font: { color: { argb: text }, bold: true },
    fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: tint }, fgColor: { argb: tint } },
  };
}

const horizontal = { left: 'left', right: 'right', centre: 'center' } as const;
const isText = (value: Value) => value.kind === 'text' || value.kind === 'status' || value.kind === 'day';

const indented: ReadonlySet<Role> = new Set([
  'heading',
  'body',
  'input',
  'total',
  'tile-label',
  'tile-value',
  'tile-detail',
]);

function alignmentOf(cell: Cell): Partial<Alignment> {
  const side = cell.align === null ? (isText(cell.value) ? 'left' : 'right') : horizontal[cell.align];
  const isTall = cell.wraps || cell.role === 'heading' || (cell.value.kind === 'blank' && cell.role === 'body');
  return {
    horizontal: side,
    vertical: cell.role === 'body' || cell.role === 'note' ? 'top' : 'middle',
    wrapText: isTall,
    // Keeps left-aligned text off a number that stands right-aligned on its left.
    ...(side === 'left' && indented.has(cell.role) ? { indent: 1 } : {}),
  };
}

/** Null where the general format will do. */
function numberFormat(value: Value, lang: Document['lang']): string | null {
  switch (value.kind) {
    case 'number':
      return valueFormat(value, lang);
    case 'unfilled':
      return value.of === 'ratio' ? '0.##%' : '#,##0.##';
    case 'bar':
      return ';;;';
    case 'day':
      return 'yyyy-mm-dd';
    case 'text':
    case 'status':
    case 'blank':
      return null;
  }
}

const pointsSuffix: Readonly<Record<Document['lang'], string>> = { en: '" pp"', 'zh-CN': '" 个点"' };

/** The number format of a kind of number: `#,##0.00`, `0.0%`. */
export function formatCode(of: NumberKind, digits: number, lang: Document['lang']): string {
  const fraction = digits > 0 ? `.${'0'.repeat(digits)}` : '';
  const whole = of === 'money' || of === 'count' || of === 'plain' ? '#,##0' : '0';
  const suffix = of === 'ratio' ? '%' : of === 'points' ? pointsSuffix[lang] : '';
  return `${whole}${fraction}${suffix}`;
}

function valueFormat({ of, digits, isSigned }: Value & { kind: 'number' }, lang: Document['lang']): string {
  const plain = formatCode(of, digits, lang);
  return isSigned ? `+${plain};-${plain};${of === 'money' || of === 'count' ? '0' : plain}` : plain;
}
