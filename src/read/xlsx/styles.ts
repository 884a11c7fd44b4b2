/** The number formats of cells: `cellXfs` of the styles part, by the index that a cell's `s` names. */
import { builtinFormat, type FormatKind, formatKind } from './number-format.ts';
import { readXml, type XmlTag } from './xml.ts';

export interface CellFormat {
  readonly code: string;
  readonly kind: FormatKind;
}

export const generalFormat: CellFormat = { code: 'General', kind: 'number' };

const maxFormats = 1 << 16;

/** One format per `xf` of `cellXfs`; those of `cellStyleXfs` are for named styles and say nothing of cells. */
export function readStyles(xml: string): readonly CellFormat[] {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  let isInCellXfs = false;
  const take = ({ kind, name, attributes }: XmlTag) => {
    if (name === 'cellXfs') isInCellXfs = kind === 'open';
    if (kind === 'close') return;
    const id = Number(attributes.get('numFmtId') ?? 0);
    if (name === 'numFmt') custom.set(id, attributes.get('formatCode') ?? '');
    if (name === 'xf' && isInCellXfs) ids.push(id);
  };
  for (const part of readXml(xml)) if (part.kind !== 'text') take(part);
  // More than Excel can hold: what goes beyond is plain.
  if (ids.length > maxFormats) ids.length = maxFormats;
  const known = new Map<number, CellFormat>();
  return ids.map((id) => {
    const format = known.get(id) ?? cellFormat(custom.get(id) ?? builtinFormat(id));
    known.set(id, format);
    return format;
  });
}

export function cellFormat(code: string): CellFormat {
  const shown = code === '' ? 'General' : code;
  return { code: shown, kind: formatKind(shown) };
}
