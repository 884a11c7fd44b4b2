/** The number formats of cells: `cellXfs` of the styles part, by the index that a cell's `s` names. */
import { builtinFormat, type FormatKind, formatKind } from './number-format.ts';
import { readXml } from './xml.ts';

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
  for (const tag of readXml(xml)) {
    if (tag.kind === 'text') continue;
    if (tag.name === 'cellXfs') isInCellXfs = tag.kind === 'open';
    if (tag.kind === 'close') continue;
    if (tag.name === 'numFmt')
      custom.set(Number(tag.attributes.get('numFmtId')), tag.attributes.get('formatCode') ?? '');
    else if (tag.name === 'xf' && isInCellXfs && ids.length < maxFormats) {
      ids.push(Number(tag.attributes.get('numFmtId') ?? 0));
    }
  }
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
