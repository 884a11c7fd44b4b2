/** The parts of our sheets under names that are free in the user's package, with all that leads from one to another. */
import { relationshipsOf, relativeTarget, resolveTarget } from '../../lib/part-name.ts';
import type { EditedParts } from '../package/edited-parts.ts';
import { attribute } from '../package/tags.ts';
import type { Parts } from '../xlsx/parts.ts';

interface TableIds {
  readonly theirs: ReadonlySet<number>;
  readonly own: ReadonlyMap<string, number>;
}

/** The names that the sheets' parts got, in the order of the sheets. */
export async function transplanted(
  parts: EditedParts,
  ours: Parts,
  sheets: number,
  tableIds: TableIds,
): Promise<string[]> {
  await parts.declareExtension('rels', 'application/vnd.openxmlformats-package.relationships+xml');
  const types = contentTypes(ours.get('[Content_Types].xml') ?? '');
  const taken = new Set([...tableIds.theirs, ...tableIds.own.values()]);
  const names = new Map<string, string>();
  const transplant = async (name: string): Promise<string> => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const [, start = name, end = ''] = /^(.*?)\d*(\.[^.]*)$/.exec(name) ?? [];
    const free = parts.freeName(start, end);
    names.set(name, free);
    const xml = ours.get(name) ?? '';
    parts.set(free, latin(start.startsWith('xl/tables/') ? withTableId(xml, tableIds, taken) : xml));
    await parts.declarePart(free, types.get(name) ?? 'application/xml');
    const relationships = ours.get(relationshipsOf(name));
    if (relationships !== undefined) {
      const targets = new Map<string, string>();
      for (const target of internalTargets(relationships))
        targets.set(target, relativeTarget(free, await transplant(resolveTarget(name, target))));
      parts.set(relationshipsOf(free), latin(retargeted(relationships, targets)));
    }
    return free;
  };
  const made: string[] = [];
  for (let sheet = 1; sheet <= sheets; sheet += 1) made.push(await transplant(`xl/worksheets/sheet${sheet}.xml`));
  return made;
}

function latin(xml: string): string {
  return Buffer.from(xml, 'utf8').toString('latin1');
}

function contentTypes(xml: string): ReadonlyMap<string, string> {
  const tags = xml.match(/<Override [^>]*>/g) ?? [];
  return new Map(tags.map((tag) => [(attribute(tag, 'PartName') ?? '').slice(1), attribute(tag, 'ContentType') ?? '']));
}

const relationshipTag = /<Relationship [^>]*>/g;

function internalTargets(xml: string): string[] {
  const tags = (xml.match(relationshipTag) ?? []).filter((tag) => attribute(tag, 'TargetMode') !== 'External');
  return tags.map((tag) => attribute(tag, 'Target') ?? '');
}

function retargeted(xml: string, targets: ReadonlyMap<string, string>): string {
  return xml.replaceAll(relationshipTag, (tag) => {
    const target = attribute(tag, 'Target') ?? '';
    if (attribute(tag, 'TargetMode') === 'External') return tag;
    return tag.replace(`Target="${target}"`, `Target="${targets.get(target) ?? target}"`);
  });
}

/** A table that was there before keeps its id: a slicer of the user's names it by that. */
function withTableId(xml: string, { own }: TableIds, taken: Set<number>): string {
  const name = (/ displayName="([^"]*)"/.exec(xml)?.[1] ?? '').toLowerCase();
  let id = own.get(name);
  if (id === undefined) {
    id = 1;
    while (taken.has(id)) id += 1;
    taken.add(id);
  }
  return xml.replace(/ id="\d+"/, ` id="${id}"`);
}
