/** The workbook part with our sheets in it; what is the user's stays in its order and in view. */
import { isSheetMark, versionMark } from '../../model/own-sheets.ts';
import {
  attribute,
  type Edit,
  edited,
  elementOf,
  elementsIn,
  insertedInOrder,
  masked,
  partText,
  prefixOf,
  withAttribute,
} from '../package/tags.ts';
import type { WorkbookXml } from './workbook-xml.ts';

/** Elements of a workbook part in the order of the schema. */
const order = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

export interface NewSheet {
  readonly title: string;
  readonly relationship: string;
  /** The place of the sheet that it replaces; null for a new one. */
  readonly replaces: number | null;
}

/** `sheet`: place in the list of new sheets; null for a name of the whole workbook. */
export interface NewName {
  readonly name: string;
  readonly sheet: number | null;
  readonly formula: string;
  readonly isHidden: boolean;
}

/** `removed`: places of sheets of an earlier run, replaced ones among them. */
export function editedWorkbookXml(
  workbook: WorkbookXml,
  removed: ReadonlySet<number>,
  sheets: readonly NewSheet[],
  names: readonly NewName[],
): string {
  const sequence = sequenceOf(workbook, removed, sheets);
  const places = placesIn(sequence);
  const named = withNames(withoutOldNames(workbook, removed, places.theirs), names, places.ours);
  const viewed = withViews(named, places, sheets, removed);
  return calculatedOnLoad(withSheets(viewed, workbook, sequence, sheets));
}

/** A sheet of the user by its place before, or one of ours by its place in the list of new ones. */
type Entry = { readonly theirs: number } | { readonly ours: number };

/** A sheet that replaces one stands in its place; a new one before the next of ours that does, or else at the end. */
function sequenceOf({ sheets }: WorkbookXml, removed: ReadonlySet<number>, added: readonly NewSheet[]): Entry[] {
  const before = new Map<number, Entry[]>();
  let waiting: Entry[] = [];
  for (const [ours, { replaces }] of added.entries()) {
    waiting.push({ ours });
    if (replaces === null) continue;
    before.set(replaces, waiting);
    waiting = [];
  }
  const kept = [...sheets.keys()].flatMap(
    (place) => before.get(place) ?? (removed.has(place) ? [] : [{ theirs: place }]),
  );
  return [...kept, ...waiting];
}

interface Places {
  /** New place by old place, of the user's sheets. */
  readonly theirs: ReadonlyMap<number, number>;
  /** Places of the new sheets. */
  readonly ours: readonly number[];
}

function placesIn(sequence: readonly Entry[]): Places {
  const theirs = new Map<number, number>();
  const ours: number[] = [];
  for (const [place, entry] of sequence.entries()) {
    if ('ours' in entry) ours[entry.ours] = place;
    else theirs.set(entry.theirs, place);
  }
  return { theirs, ours };
}

function withoutOldNames(
  { xml, names }: WorkbookXml,
  removed: ReadonlySet<number>,
  theirs: ReadonlyMap<number, number>,
): string {
  const edits: Edit[] = [];
  for (const { start, open, end, title, sheet } of names) {
    const isMark = sheet === null && (isSheetMark(title) || title.toLowerCase() === versionMark);
    if (isMark || (sheet !== null && removed.has(sheet))) edits.push({ at: start, remove: end - start, insert: '' });
    else if (sheet !== null && (theirs.get(sheet) ?? sheet) !== sheet) {
      const tag = withAttribute(xml.slice(start, open), 'localSheetId', String(theirs.get(sheet)));
      edits.push({ at: start, remove: open - start, insert: tag });
    }
  }
  return edited(xml, edits);
}

function withNames(xml: string, names: readonly NewName[], ours: readonly number[]): string {
  if (names.length === 0) return xml;
  const mask = masked(xml);
  const prefix = prefixOf(mask);
  const text = names
    .map(({ name, sheet, formula, isHidden }) => {
      const place = sheet === null ? '' : ` localSheetId="${ours[sheet] ?? 0}"`;
      const hidden = isHidden ? ' hidden="1"' : '';
      return `<${prefix}definedName name="${partText(name)}"${place}${hidden}>${partText(formula)}</${prefix}definedName>`;
    })
    .join('');
  const list = elementOf(mask, 'definedNames');
  const whole = `<${prefix}definedNames>${text}</${prefix}definedNames>`;
  if (list === null) return insertedInOrder(xml, order, 'definedNames', whole);
  if (list.open === list.end) return edited(xml, [{ at: list.start, remove: list.end - list.start, insert: whole }]);
  return edited(xml, [{ at: list.close, remove: 0, insert: text }]);
}

/** The user's own elements are kept as they are written. */
function withSheets(
  xml: string,
  workbook: WorkbookXml,
  sequence: readonly Entry[],
  added: readonly NewSheet[],
): string {
  const mask = masked(xml);
  const list = elementOf(mask, 'sheets');
  if (list === null) return xml;
  const theirs = elementsIn(mask, list.open, list.close).map(({ start, end }) => xml.slice(start, end));
  const kept = workbook.sheets.filter((_, place) =>
    sequence.some((entry) => 'theirs' in entry && entry.theirs === place),
  );
  const first = Math.max(0, ...kept.map(({ sheetId }) => sheetId)) + 1;
  const tags = added.map((sheet, index) => sheetTag(xml, sheet, first + index));
  const items = sequence.map((entry) => ('ours' in entry ? tags[entry.ours] : theirs[entry.theirs]) ?? '');
  return edited(xml, [{ at: list.open, remove: list.close - list.open, insert: items.join('') }]);
}

const relationships = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

function sheetTag(xml: string, { title, relationship }: NewSheet, sheetId: number): string {
  const mask = masked(xml).slice(0, 4000);
  const namespace = mask.includes(relationships.strict) ? relationships.strict : relationships.transitional;
  // The element says itself what its prefix means, in case the root does not.
  return `<${prefixOf(mask)}sheet name="${partText(title)}" sheetId="${sheetId}" xmlns:r="${namespace}" r:id="${relationship}"/>`;
}

/** The sheet that was open stays open: where it was one of ours its successor, or else the first. */
function withViews(
  xml: string,
  { theirs, ours }: Places,
  added: readonly NewSheet[],
  removed: ReadonlySet<number>,
): string {
  if (removed.size === 0) return xml;
  const mask = masked(xml);
  const list = elementOf(mask, 'bookViews');
  if (list === null) return xml;
  const placeNow = (place: number) =>
    theirs.get(place) ?? ours[added.findIndex(({ replaces }) => replaces === place)] ?? 0;
  return edited(
    xml,
    elementsIn(mask, list.open, list.close).map(({ start, open }) => {
      let tag = xml.slice(start, open);
      for (const name of ['activeTab', 'firstSheet']) {
        const before = attribute(tag, name);
        if (before !== null && placeNow(Number(before)) !== Number(before))
          tag = withAttribute(tag, name, String(placeNow(Number(before))));
      }
      return { at: start, remove: open - start, insert: tag };
    }),
  );
}

/** Formulas were added: a program that opens the workbook computes what depends on them. */
function calculatedOnLoad(xml: string): string {
  const mask = masked(xml);
  const found = elementOf(mask, 'calcPr');
  if (found === null) return insertedInOrder(xml, order, 'calcPr', `<${prefixOf(mask)}calcPr fullCalcOnLoad="1"/>`);
  const tag = xml.slice(found.start, found.open);
  const insert = withAttribute(tag, 'fullCalcOnLoad', '1');
  return edited(xml, [{ at: found.start, remove: tag.length, insert }]);
}
