import { describe, expect, test } from 'vitest';
import type { Limits } from '../../../../src/model/options.ts';
import { limitsFor } from '../../../../src/read/limits.ts';
import { memorySource } from '../../../../src/read/source.ts';
import { openZip } from '../../../../src/read/xlsx/zip.ts';
import { textLike } from '../../../support/text-like.ts';
import { zip } from '../../../support/zip.ts';

const file = 'book.xlsx';

async function readAll(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Record<string, string>> {
  const archive = await openZip(memorySource(file, bytes), limitsFor('workbook', limits));
  const texts: [string, string][] = [];
  for (const entry of archive.entries) {
    texts.push([entry.name, (await archive.readWhole(entry, 1 << 20)).toString('utf8')]);
  }
  return Object.fromEntries(texts);
}

const two = [
  { name: 'a.txt', data: 'first' },
  { name: 'b/c.txt', data: 'second '.repeat(1000) },
];
const twoTexts = { 'a.txt': 'first', 'b/c.txt': 'second '.repeat(1000) };

describe('archives that are sound', () => {
  test.each([
    ['packed', zip(two)],
    ['stored', zip(two.map((part) => ({ ...part, isStored: true })))],
    ['sizes behind the data', zip(two.map((part) => ({ ...part, hasDescriptor: true })))],
    [
      'zip64',
      zip(
        two.map((part) => ({ ...part, isZip64: true })),
        { isZip64: true },
      ),
    ],
    ['a comment, with a false end record in it', zip(two, { comment: `PK\u0005\u0006${'x'.repeat(40)}` })],
    ['folders among the entries', zip([{ name: 'b/', data: '', isStored: true }, ...two])],
  ])('%s', async (_, bytes) => {
    expect(await readAll(bytes)).toEqual(twoTexts);
  });

  test('backslashes are slashes', async () => {
    expect(await readAll(zip([{ name: 'xl\\book.xml', data: 'x' }]))).toEqual({ 'xl/book.xml': 'x' });
  });

  test('names are found without regard to case, exact ones first', async () => {
    const bytes = zip([
      { name: 'A.xml', data: '1' },
      { name: 'a.xml', data: '2' },
      { name: 'B.xml', data: '3' },
    ]);
    const archive = await openZip(memorySource(file, bytes), limitsFor('workbook'));
    expect(archive.find('a.xml')?.name).toBe('a.xml');
    expect(archive.find('b.XML')?.name).toBe('B.xml');
    expect(() => archive.find('A.XML')).toThrow(/twice/);
  });
});

const sound = zip(two);

function changed(at: number, value: number, width: 1 | 2 | 4 = 1): Buffer {
  const bytes = Buffer.from(sound);
  const from = at < 0 ? bytes.length + at : at;
  bytes.writeUIntLE(value, from, width);
  return bytes;
}

const directory = sound.readUInt32LE(sound.length - 6);

describe('archives that are not are refused', () => {
  test.each([
    ['no end record', Buffer.from('PK\u0003\u0004 and then nothing that an archive has'), /end record/],
    ['cut off', sound.subarray(0, -1), /end record/],
    ['something behind the end', Buffer.concat([sound, Buffer.from('x')]), /end record/],
    ['something before the start', Buffer.concat([Buffer.from('x'), sound]), /directory/],
    ['one of several disks', changed(-18, 1, 2), /several/],
    ['fewer entries than the directory has', changed(-12, 1, 2), /several|directory/],
    ['a wrong checksum', zip([{ name: 'a', data: 'abc', crc: 1 }]), /checksum of a/],
    ['a size too large', zip([{ name: 'a', data: 'abc', size: 4 }]), /a is shorter/],
    ['a size too small', zip([{ name: 'a', data: 'abc'.repeat(99), size: 4 }]), /a is longer/],
    ['two sizes of a stored part', zip([{ name: 'a', data: 'abc', isStored: true, size: 4 }]), /two sizes/],
    ['another name in the local header', zip([{ name: 'a', data: 'abc', localName: 'b' }]), /another name/],
    ['a name twice', zip([two[0], two[0]].flatMap((part) => part ?? [])), /a\.txt twice/],
    [
      'a name twice by a backslash',
      zip([
        { name: 'a/b', data: '' },
        { name: 'a\\b', data: '' },
      ]),
      /twice/,
    ],
    ['a name that leads out', zip([{ name: '../a', data: 'abc' }]), /leads elsewhere/],
    ['a name that leads out by a backslash', zip([{ name: 'x\\..\\..\\a', data: 'abc' }]), /leads elsewhere/],
    ['an absolute name', zip([{ name: '/etc/a', data: 'abc' }]), /leads elsewhere/],
    ['a name with a drive', zip([{ name: 'C:\\a', data: 'abc' }]), /leads elsewhere/],
    ['a name with a NUL', zip([{ name: 'a\0b', data: 'abc' }]), /leads elsewhere/],
    ['an encrypted part', zip([{ name: 'a', data: 'abc', flags: 0x801 }]), /encrypted/],
    ['an unknown method', zip([{ name: 'a', data: 'abc', method: 12 }]), /unknown method/],
    [
      'no deflate stream',
      zip([{ name: 'a', data: 'abcdef', isStored: true, method: 8 }]),
      /cannot be unpacked|packed bytes/,
    ],
    ['a broken directory', changed(directory, 0), /directory is broken/],
    ['a broken local header', changed(0, 0), /no entry where/],
  ])('%s', async (_, bytes, why) => {
    await expect(readAll(bytes)).rejects.toMatchObject({
      code: 'file/damaged',
      params: { file, reason: textLike(why) },
    });
  });

  test('one stream under two names', async () => {
    const bytes = Buffer.from(sound);
    // The second entry's offset becomes the first's.
    bytes.writeUInt32LE(0, directory + 46 + 'a.txt'.length + 42);
    await expect(readAll(bytes)).rejects.toMatchObject({ code: 'file/damaged' });
  });

  test.each([
    ['limit/entries', { maxEntries: 1 }],
    ['limit/part', { maxPart: 100 }],
    ['limit/inflated', { maxInflated: 1000 }],
  ])('%s', async (code, limits) => {
    await expect(readAll(sound, limits)).rejects.toMatchObject({ code });
  });

  test('a bomb that lies about its size is stopped while it unpacks', async () => {
    const bomb = zip([{ name: 'a', data: Buffer.alloc(64 << 20), size: 1000 }]);
    await expect(readAll(bomb)).rejects.toMatchObject({ code: 'file/damaged' });
  });
});
