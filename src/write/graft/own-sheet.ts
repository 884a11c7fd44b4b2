/** One sheet part of ours, made fit for a user's workbook: texts in the cells, formats by the numbers of its styles. */
import type { StyleMerger } from './styles.ts';

/** `strings`: our shared strings, the content of each `<si>`. The user's list of strings is left alone. */
export function fittedSheet(xml: string, strings: readonly string[], styles: StyleMerger): string {
  const inline = xml.replaceAll(
    /<c ([^<>]*?) t="s"><v>(\d+)<\/v><\/c>/g,
    (_, attributes: string, number: string) =>
      `<c ${attributes} t="inlineStr"><is>${strings[Number(number)] ?? ''}</is></c>`,
  );
  // The user's own view stays: none of ours is selected.
  const unselected = inline.replace(/ tabSelected="1"/, '');
  return unselected
    .replaceAll(/(<(?:c|row) [^<>]*?\bs=")(\d+)"/g, (_, before: string, number: string) => {
      return `${before}${styles.format(Number(number))}"`;
    })
    .replaceAll(/(<col [^<>]*?\bstyle=")(\d+)"/g, (_, before: string, number: string) => {
      return `${before}${styles.format(Number(number))}"`;
    })
    .replaceAll(/(<cfRule [^<>]*?\bdxfId=")(\d+)"/g, (_, before: string, number: string) => {
      return `${before}${styles.look(Number(number))}"`;
    });
}

/** The content of each string of our own list of them. */
export function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/g)].map(([, content]) => content ?? '');
}

const strictNames: readonly (readonly [string, string])[] = [
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'],
  [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'],
  [
    'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
    'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
  ],
];

/** A part of ours in the namespaces of a strict workbook (ISO/IEC 29500 part 1). Texts of cells stay as they are. */
export function strictPart(xml: string): string {
  return strictNames.reduce((text, [from, to]) => text.replaceAll(`="${from}`, `="${to}`), xml);
}
