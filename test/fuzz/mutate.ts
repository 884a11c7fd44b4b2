/** What goes wrong with files on their way, and what somebody may do to one: one seeded change of bytes at a time. */
import type { Random } from '../support/random.ts';
import { type ZipPart, zip } from '../support/zip.ts';

/** Texts with a history of upsetting readers of tables, of XML and of terminals. */
export const hostileTexts = [
  '',
  '"',
  '""',
  '"\n',
  '\0',
  '\r',
  '\n\n',
  ',,,,,,,,',
  '\ufeff',
  '\u001b[31m',
  '\u202e',
  '=1+1',
  '=HYPERLINK("http://x")',
  '@SUM(1)',
  '__proto__',
  'constructor',
  'toString',
  '1e999',
  '-0',
  '9007199254740993',
  '4.9e-324',
  '1900-02-29',
  '0000-00-00',
  '99999999999999999999999999999999',
  '1,2,3',
  '百分之',
  '5%万',
  '\ud83d',
  '#N/A',
  '(1)',
  '--1',
];

/** Pieces of markup and attributes that a sheet may hold where they do not belong. */
const hostileMarkup = [
  '<',
  '>',
  '&',
  '&amp',
  '&#0;',
  '&#x110000;',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="A99999999999"><v>1</v></c>',
  '<c r="ZZZZZ1"><v>1</v></c>',
  '<c t="s"><v>99999999</v></c>',
  '<c t="s"><v>-1</v></c>',
  '<c t="d"><v>2024-13-99</v></c>',
  '<c t="zzz"><v>x</v></c>',
  '<v>1e999</v>',
  '<row r="-1"/>',
  '<row r="4294967297">',
  '</row>',
  '</sheetData>',
  'ref="A1:XFD1048576"',
  's="99999"',
  'r:id="rId99"',
  'encoding="utf-16"',
  'numFmtId="-1"',
];

/** `bytes` with 1 to 4 changes. */
export function mutatedText(bytes: Buffer, random: Random): Buffer {
  return changed(bytes, random, hostileTexts);
}

/** An archive of `parts` with a change in its container, or in a part behind a right checksum. */
export function mutatedArchive(parts: readonly ZipPart[], random: Random): Buffer {
  const how = random.between(0, 9);
  if (how < 3) return changed(zip(parts), random, hostileMarkup);
  const target = random.between(0, parts.length - 1);
  if (how === 3) return zip(parts.filter((_, at) => at !== target));
  if (how === 4) return zip(parts.flatMap((part, at) => (at === target ? [part, part] : [part])));
  if (how === 5) return zip(parts.map((part, at) => (at === target ? lying(part, random) : part)));
  if (how > 6) return zip(parts.map((part) => withOtherValue(part, random)));
  return zip(
    parts.map((part, at) =>
      at === target ? { ...part, data: changed(Buffer.from(part.data), random, hostileMarkup) } : part,
    ),
  );
}

/** A part in which a value, a text or an attribute is a hostile text, in markup that is sound. */
function withOtherValue(part: ZipPart, random: Random): ZipPart {
  const xml = part.data.toString();
  const places = [...xml.matchAll(/(?<=<v>|<t xml:space="preserve">|<t>|name=")[^<"]*|(?<= (?:r|s|t)=")[^"]*/g)];
  if (places.length === 0) return part;
  const { index, 0: old } = random.pick(places);
  const text = random.pick(hostileTexts).replaceAll(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  // XML itself has no room for control characters but tab and line ends.
  const allowed = text.replaceAll(
    /[^\P{Cc}\n\r\t]/gu,
    (sign) => `_x00${sign.charCodeAt(0).toString(16).padStart(2, '0')}_`,
  );
  return { ...part, data: xml.slice(0, index) + allowed + xml.slice(index + old.length) };
}

/** A part whose directory entry is not true. */
function lying(part: ZipPart, random: Random): ZipPart {
  return random.pick<ZipPart>([
    { ...part, size: 2 ** 31 },
    { ...part, size: 0 },
    { ...part, crc: 1 },
    { ...part, method: 99 },
    { ...part, flags: 0x801 },
    { ...part, name: `../../${part.name}` },
    { ...part, localName: 'other.xml' },
    { ...part, isStored: true, hasDescriptor: true },
    { ...part, isZip64: true },
    { ...part, name: '__proto__' },
  ]);
}

function changed(bytes: Buffer, random: Random, inserts: readonly string[]): Buffer {
  let copy: Buffer = Buffer.from(bytes);
  for (let left = random.between(1, 4); left > 0; left -= 1) copy = changedOnce(copy, random, inserts);
  return copy;
}

function changedOnce(bytes: Buffer, random: Random, inserts: readonly string[]): Buffer {
  const at = random.between(0, bytes.length);
  const to = Math.min(bytes.length, at + random.between(1, 40));
  const [head, piece, rest] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (random.between(0, 6)) {
    case 0:
      return Buffer.concat([head, flipped(piece, random), rest]);
    case 1:
      return Buffer.concat([head, rest]);
    case 2:
      return Buffer.concat([head, piece, piece, rest]);
    case 3:
      return Buffer.concat([head, Buffer.from([random.between(0, 255)]), piece, rest]);
    case 4:
      return random.between(0, 4) === 0 ? Buffer.from(head) : Buffer.concat([rest, head]);
    default:
      return Buffer.concat([head, Buffer.from(random.pick(inserts)), piece, rest]);
  }
}

function flipped(piece: Buffer, random: Random): Buffer {
  const copy = Buffer.from(piece);
  if (copy.length > 0) copy.writeUInt8(copy.readUInt8(0) ^ (1 << random.between(0, 7)), 0);
  return copy;
}
