/** A user's package while it is edited: texts a character per byte (`tags.ts`); what is not edited stays packed. */
import { relationshipsOf, relativeTarget, resolveTarget } from '../../lib/part-name.ts';
import type { PackageParts } from '../../model/package-parts.ts';
import { UserError } from '../../problems/user-error.ts';
import type { Content } from '../content.ts';
import { packedPart, rawZip } from './raw-zip.ts';
import { appended, attribute, masked, plainText, prefixOf, withoutElements } from './tags.ts';

const typesName = '[Content_Types].xml';
const emptyRelationships =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
/** A string of V8 ends at 512 MiB. */
const mostBytes = 500 << 20;

/** A digital signature covers every byte: no copy with a change keeps it. */
export function isSigned({ parts }: PackageParts): boolean {
  return parts.some(({ name }) => name.toLowerCase().startsWith('_xmlsignatures/'));
}

export interface PartRelationship {
  readonly id: string;
  /** The last step of its type: `worksheet`. */
  readonly type: string;
  /** Part name; null for what is outside the package. */
  readonly target: string | null;
}

/** Throws UserErrors `package/too-large`, `package/encoding` for parts that cannot be edited. */
export class EditedParts {
  readonly #source: PackageParts;
  readonly #kept: ReadonlySet<string>;
  /** Spelling by name in lower case: part names match without regard to case, the archive's own spelling counts. */
  readonly #spelled: Map<string, string>;
  readonly #edited = new Map<string, string>();
  readonly #removed = new Set<string>();

  constructor(source: PackageParts) {
    this.#source = source;
    this.#kept = new Set(source.parts.map(({ name }) => name));
    this.#spelled = new Map(source.parts.map(({ name }) => [name.toLowerCase(), name]));
  }

  /** Null where there is no such part. */
  async text(name: string): Promise<string | null> {
    const own = this.#ownName(name);
    const before = this.#edited.get(own);
    if (before !== undefined) return before;
    const bytes = this.#removed.has(own) ? null : await this.#source.read(own);
    if (bytes === null) return null;
    if (bytes.length > mostBytes) throw new UserError('package/too-large', { file: this.#source.file, part: own });
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(text.slice(0, 300))?.[1];
    const isByteWise = /^(?:\xef\xbb\xbf)?\s*</.test(text) && /^(?:utf-?8|us-ascii|ascii)$/i.test(declared ?? 'utf-8');
    if (!isByteWise || text[1] === '\0')
      throw new UserError('package/encoding', { file: this.#source.file, part: own });
    return text;
  }

  set(name: string, text: string): void {
    const own = this.#ownName(name);
    this.#spelled.set(own.toLowerCase(), own);
    this.#removed.delete(own);
    this.#edited.set(own, text);
  }

  names(): readonly string[] {
    return [...this.#spelled.values()];
  }

  freeName(start: string, end: string): string {
    for (let number = 1; ; number++) {
      const name = `${start}${number}${end}`;
      if (!this.#spelled.has(name.toLowerCase())) return name;
    }
  }

  /** Removes parts with their lists of relationships and what declares them. */
  async remove(names: ReadonlySet<string>): Promise<void> {
    for (const name of [...names].flatMap((part) => [part, relationshipsOf(part)])) {
      const own = this.#ownName(name);
      this.#spelled.delete(own.toLowerCase());
      this.#edited.delete(own);
      this.#removed.add(own);
    }
    const folded = new Set([...names].map((name) => name.toLowerCase()));
    const types = (await this.text(typesName)) ?? '';
    const isGone = (tag: string) => {
      const part = attribute(tag, 'PartName');
      return part !== null && folded.has(resolveTarget('', plainText(part)).toLowerCase());
    };
    this.set(typesName, withoutElements(types, isGone));
  }

  /** The relationships of a part; of the package for an empty name. */
  async relationships(part: string): Promise<readonly PartRelationship[]> {
    const xml = await this.text(relationshipsOf(part));
    const tags = masked(xml ?? '').match(/<(?:[\w.-]+:)?Relationship\s[^>]*>/g) ?? [];
    return tags.map((tag) => {
      const type = attribute(tag, 'Type') ?? '';
      const target = resolveTarget(part, plainText(attribute(tag, 'Target') ?? ''));
      return {
        id: plainText(attribute(tag, 'Id') ?? ''),
        type: type.slice(type.lastIndexOf('/') + 1),
        target:
          attribute(tag, 'TargetMode') === 'External' ? null : (this.#spelled.get(target.toLowerCase()) ?? target),
      };
    });
  }

  /** Adds a relationship of `part` to the part `target` and gives its id, which begins with `start`. */
  async relate(part: string, target: string, type: string, start: string): Promise<string> {
    const name = relationshipsOf(part);
    const before = (await this.text(name)) ?? emptyRelationships;
    let number = 1;
    while (before.includes(`"${start}${number}"`)) number += 1;
    const id = `${start}${number}`;
    const tag = `<${prefixOf(masked(before))}Relationship Id="${id}" Type="${type}" Target="${relativeTarget(part, target)}"/>`;
    this.set(name, appended(before, tag));
    return id;
  }

  async unrelate(part: string, ids: ReadonlySet<string>): Promise<void> {
    const name = relationshipsOf(part);
    const xml = await this.text(name);
    if (xml === null || ids.size === 0) return;
    this.set(
      name,
      withoutElements(xml, (tag) => ids.has(plainText(attribute(tag, 'Id') ?? ''))),
    );
  }

  async declarePart(name: string, type: string): Promise<void> {
    await this.#addType(`Override PartName="/${name}" ContentType="${type}"`);
  }

  async declareExtension(extension: string, type: string): Promise<void> {
    const types = (await this.text(typesName)) ?? '';
    const tags = types.match(/<(?:[\w.-]+:)?Default\s[^>]*>/g) ?? [];
    if (tags.some((tag) => attribute(tag, 'Extension')?.toLowerCase() === extension)) return;
    await this.#addType(`Default Extension="${extension}" ContentType="${type}"`);
  }

  async #addType(tag: string): Promise<void> {
    const types = (await this.text(typesName)) ?? '';
    this.set(typesName, appended(types, `<${prefixOf(masked(types))}${tag}/>`));
  }

  /** Parts in their order, new ones behind them. */
  zip(): Content {
    const { parts, checkUnchanged } = this.#source;
    const kept = parts
      .filter(({ name }) => !this.#removed.has(name))
      .map((part) => {
        const text = this.#edited.get(part.name);
        return text === undefined
          ? part
          : { ...packedPart(part.name, bytesOf(text)), rawName: part.rawName, isUtf8: part.isUtf8 };
      });
    const added = [...this.#edited].filter(([name]) => !this.#kept.has(name));
    return rawZip([...kept, ...added.map(([name, text]) => packedPart(name, bytesOf(text)))], checkUnchanged);
  }

  #ownName(name: string): string {
    return this.#kept.has(name) ? name : (this.#spelled.get(name.toLowerCase()) ?? name);
  }
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
