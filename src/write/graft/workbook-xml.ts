/** What the workbook part of a user's workbook lists, as far as our sheets are concerned (ECMA-376 part 1, 18.2). */
import { isSheetMark, sheetOfReference, versionMark } from '../../model/own-sheets.ts';
import { attribute, type Element, elementOf, elementsIn, masked, plainText } from '../package/tags.ts';

export interface ListedSheet extends Element {
  readonly title: string;
  readonly sheetId: number;
  readonly relationship: string;
}

export interface ListedName extends Element {
  readonly title: string;
  /** The sheet that it belongs to, by place; null for one of the whole workbook. */
  readonly sheet: number | null;
  readonly formula: string;
}

export interface WorkbookXml {
  readonly xml: string;
  readonly sheets: readonly ListedSheet[];
  readonly names: readonly ListedName[];
  /** Nobody may add sheets. */
  readonly isLocked: boolean;
  readonly isStrict: boolean;
}

export function readWorkbookXml(xml: string): WorkbookXml {
  const mask = masked(xml);
  const tagOf = ({ start, open }: Element) => xml.slice(start, open);
  const children = (name: string) => {
    const list = elementOf(mask, name);
    return list === null ? [] : elementsIn(mask, list.open, list.close);
  };
  const sheets = children('sheets').map((element) => ({
    ...element,
    title: plainText(attribute(tagOf(element), 'name') ?? ''),
    sheetId: Number(attribute(tagOf(element), 'sheetId') ?? 0),
    relationship: plainText(/\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tagOf(element))?.[1] ?? ''),
  }));
  const names = children('definedNames').map((element) => {
    const sheet = attribute(tagOf(element), 'localSheetId');
    return {
      ...element,
      title: plainText(attribute(tagOf(element), 'name') ?? ''),
      sheet: sheet === null ? null : Number(sheet),
      formula: plainText(xml.slice(element.open, element.close)),
    };
  });
  const protection = elementOf(mask, 'workbookProtection');
  const lock = protection && attribute(xml.slice(protection.start, protection.open), 'lockStructure');
  return {
    xml,
    sheets,
    names,
    isLocked: lock === '1' || lock === 'true' || lock === 'on',
    isStrict: mask.slice(0, 4000).includes('http://purl.oclc.org/ooxml/'),
  };
}

/** Places of the sheets that an earlier run put in, by the name of their mark. */
export function ownSheets({ sheets, names }: WorkbookXml): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { title, sheet, formula } of names) {
    if (sheet !== null || !isSheetMark(title)) continue;
    const name = sheetOfReference(formula)?.toLowerCase();
    const place = sheets.findIndex((listed) => listed.title.toLowerCase() === name);
    if (place >= 0) found.set(title.toLowerCase(), place);
  }
  return found;
}

/** The version of the data sheets that the workbook was made for; null where it has had none. */
export function layoutVersion({ names }: WorkbookXml): number | null {
  const name = names.find(({ title, sheet }) => sheet === null && title.toLowerCase() === versionMark);
  const version = Number(name?.formula ?? '');
  return name === undefined || !Number.isInteger(version) ? null : version;
}
