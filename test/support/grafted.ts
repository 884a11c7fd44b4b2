/** Our sheets in a workbook in memory, and whether the whole package is sound afterwards. */
import { relationshipsOf, resolveTarget } from '../../src/lib/part-name.ts';
import type { Document } from '../../src/model/document.ts';
import { readXml } from '../../src/read/xlsx/xml.ts';
import { graftDocument } from '../../src/report/data/data-sheets.ts';
import { renamed } from '../../src/report/renamed.ts';
import { chosenNames } from '../../src/write/graft/choose-names.ts';
import { graft } from '../../src/write/graft/graft.ts';
import { graftTarget } from '../../src/write/graft/target.ts';
import { packageOf, packedHashes, wholeOf } from './annotated.ts';
import { exampleEvaluation } from './evaluation.ts';

/** The example's sheets in a copy of the workbook. */
export async function grafted(bytes: Uint8Array, document: Document = graftDocument(exampleEvaluation('en', {}))) {
  const target = await graftTarget(await packageOf(bytes));
  const wanted = document.sheets.map(({ name }) => name);
  return await wholeOf(await graft(target, renamed(document, chosenNames(target, document)), wanted));
}

/** Parts that were there before and have other packed bytes now, or are gone. */
export async function changedParts(before: Uint8Array, after: Uint8Array): Promise<string[]> {
  const [was, is] = [await packedHashes(before), await packedHashes(after)];
  return [...was].filter(([name, hash]) => is.get(name) !== hash).map(([name]) => name);
}

/** What is wrong with the XML, the relationships and the content types of a package, of these parts only. */
export async function packageFaults(bytes: Uint8Array, isJudged: (part: string) => boolean): Promise<string[]> {
  const { parts, read } = await packageOf(bytes);
  const text = async (name: string) => Buffer.from((await read(name)) ?? '').toString('utf8');
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  const types = tags(await text('[Content_Types].xml'));
  const faults = twiceDeclared(types);
  for (const { name } of parts.filter((part) => isJudged(part.name))) {
    if (/\.(?:xml|rels|vml)$/.test(name)) faults.push(...xmlFaults(name, await text(name)));
    if (!isDeclared(name, types) && name !== '[Content_Types].xml') faults.push(`no content type: ${name}`);
    const list = tags(await text(relationshipsOf(name)));
    const targets = list.filter(({ attributes }) => attributes.has('Target') && !attributes.has('TargetMode'));
    const leads = targets.map(({ attributes }) => resolveTarget(name, attributes.get('Target') ?? ''));
    faults.push(...leads.filter((part) => !names.has(part.toLowerCase())).map((part) => `${name} leads to no ${part}`));
  }
  return faults;
}

type Tag = ReturnType<typeof tags>[number];

const partNameOf = ({ attributes }: Tag) => resolveTarget('', attributes.get('PartName') ?? '').toLowerCase();

function twiceDeclared(types: readonly Tag[]): string[] {
  const declared = types.filter(({ name }) => name === 'Override').map(partNameOf);
  return declared.filter((name, index) => declared.indexOf(name) !== index).map((name) => `declared twice: ${name}`);
}

function isDeclared(part: string, types: readonly Tag[]): boolean {
  const extension = part.split('.').at(-1)?.toLowerCase();
  return types.some(
    (tag) => partNameOf(tag) === part.toLowerCase() || tag.attributes.get('Extension')?.toLowerCase() === extension,
  );
}

function tags(xml: string) {
  return [...readXml(xml)].flatMap((part) => (part.kind === 'open' ? [part] : []));
}

function xmlFaults(name: string, xml: string): string[] {
  try {
    for (const _ of readXml(xml.replace(/^\ufeff/, '')));
    return [];
  } catch (error) {
    return [`${name}: ${String(error)}`];
  }
}
