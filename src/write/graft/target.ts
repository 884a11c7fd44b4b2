/** A user's workbook that is to take our sheets: what has to be known of it before they are made. */
import type { PackageParts } from '../../model/package-parts.ts';
import { UserError } from '../../problems/user-error.ts';
import { EditedParts, isSigned, type PartRelationship } from '../package/edited-parts.ts';
import { attribute, masked, nextTag, plainText } from '../package/tags.ts';
import { layoutVersion, ownSheets, readWorkbookXml, type WorkbookXml } from './workbook-xml.ts';

/** A workbook that can take sheets, and what is taken in it already. */
export interface GraftTarget {
  readonly source: PackageParts;
  readonly workbook: WorkbookXml;
  /** The version of the data sheets that it was made for; null where it has had none. */
  readonly layoutVersion: number | null;
  /** Places of sheets of an earlier run by the name of their mark. */
  readonly own: ReadonlyMap<string, number>;
  /** Names of tables and formulas of the user, in lower case. */
  readonly takenNames: ReadonlySet<string>;
  /** Ids of tables: those of the user, and those of an earlier run by name, in lower case. */
  readonly tableIds: { readonly theirs: ReadonlySet<number>; readonly own: ReadonlyMap<string, number> };
}

/**
 * Throws UserErrors `into/signed`, `into/shared`, `into/locked`, `package/encoding`, `package/too-large` for one that
 * cannot take any.
 */
export async function graftTarget(source: PackageParts): Promise<GraftTarget> {
  const { file } = source;
  if (isSigned(source)) throw new UserError('into/signed', { file });
  const parts = new EditedParts(source);
  const relationships = await parts.relationships(source.workbook.name);
  if (relationships.some(({ type }) => type === 'revisionHeaders' || type === 'usernames')) {
    throw new UserError('into/shared', { file });
  }
  const workbook = readWorkbookXml((await parts.text(source.workbook.name)) ?? '');
  if (workbook.isLocked) throw new UserError('into/locked', { file });
  const own = ownSheets(workbook);
  const removed = new Set(own.values());
  const tables = await tablesIn(parts, workbook, relationships);
  const theirs = tables.filter(({ place }) => !removed.has(place));
  const theirNames = workbook.names.filter(({ sheet }) => sheet === null || !removed.has(sheet));
  return {
    source,
    workbook,
    layoutVersion: layoutVersion(workbook),
    own,
    takenNames: new Set([...theirNames.map(({ title }) => title.toLowerCase()), ...theirs.map(({ name }) => name)]),
    tableIds: {
      theirs: new Set(theirs.map(({ id }) => id)),
      own: new Map(tables.filter(({ place }) => removed.has(place)).map(({ name, id }) => [name, id])),
    },
  };
}

interface Table {
  /** In lower case. */
  readonly name: string;
  readonly id: number;
  /** Of its sheet. */
  readonly place: number;
}

async function tablesIn(
  parts: EditedParts,
  { sheets }: WorkbookXml,
  relationships: readonly PartRelationship[],
): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const [place, { relationship }] of sheets.entries()) {
    const part = relationships.find(({ id }) => id === relationship)?.target ?? null;
    const found = part === null ? [] : await parts.relationships(part);
    for (const { type, target } of found) {
      if (type === 'table' && target !== null) tables.push({ ...tableOf((await parts.text(target)) ?? ''), place });
    }
  }
  return tables;
}

function tableOf(xml: string): Omit<Table, 'place'> {
  const root = nextTag(masked(xml), 0);
  const tag = root === null ? '' : xml.slice(root.start, root.end);
  const name = plainText(attribute(tag, 'displayName') ?? attribute(tag, 'name') ?? '').toLowerCase();
  return { name, id: Number(attribute(tag, 'id') ?? 0) };
}
