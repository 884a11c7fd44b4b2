/** Colours and texts that all charts share. */
import { escapeXml } from '../../../lib/xml-text.ts';
import type { SeriesRole } from '../../../model/chart.ts';

export const ink = '1F2933';
export const grey = '5F6B76';
export const pale = 'D5DCE3';
export const gridInk = 'E3E7EB';

/** Okabe and Ito's blue and vermilion for what rises and falls; null is not drawn. */
export const colours: Readonly<Record<SeriesRole, string | null>> = {
  actual: '2F6690',
  target: '111111',
  previous: 'B8C4CE',
  base: null,
  rise: '0072B2',
  fall: 'D55E00',
  total: grey,
  cut: grey,
};

export function runLook(font: string, size: number, colour: string, isBold: boolean, tag = 'rPr'): string {
  const name = escapeXml(font);
  return `<a:${tag} lang="en-US" sz="${size}" b="${isBold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="${name}"/><a:ea typeface="${name}"/></a:${tag}>`;
}

export function textLook(font: string, size: number, colour: string): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runLook(font, size, colour, false, 'defRPr')}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}
