import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decoderOf, encodingNamed, markOf, unmarkedUtf16 } from '../../../src/read/encoding.ts';
import { Gb18030Check } from '../../../src/read/gb18030.ts';
import { Utf8Check } from '../../../src/read/utf8.ts';
import { readBytes, readCells } from '../../support/read-cells.ts';

/** GBK bytes of texts that the tests use; Node decodes GB18030 but does not encode it. */
const gbk = {
  orders: Buffer.from('b6a9b5a5bac52cbdf0b6ee0a412d312c31322e35300a', 'hex'),
  names: Buffer.from('d0d5c3fb0acdf5b7bc0ac0eec4c80a', 'hex'),
};

function pieces(bytes: Buffer, size: number): Buffer[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

describe('Utf8Check', () => {
  test('agrees with the whole, wherever it is cut', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 24 }).map((array) => Buffer.from(array)),
      fc.string({ unit: 'binary', maxLength: 12 }).map((text) => Buffer.from(text, 'utf8')),
    );
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 7 }), (all, size) => {
        const check = new Utf8Check();
        for (const piece of pieces(all, size)) check.push(piece);
        let isUtf8 = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(all);
        } catch {
          isUtf8 = false;
        }
        expect(check.finish()).toBe(isUtf8);
      }),
      { numRuns: 500 },
    );
  });

  test('says where it goes wrong', () => {
    const check = new Utf8Check();
    for (const piece of pieces(Buffer.from('61e58d8e62ff63', 'hex'), 2)) check.push(piece);
    expect(check.finish()).toBe(false);
    expect(check.badAt).toBe(5);
  });
});

describe('Gb18030Check', () => {
  test('never passes what the decoder refuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const check = new Gb18030Check();
        check.push(bytes);
        if (!check.isWhole()) return;
        expect(() => new TextDecoder('gb18030', { fatal: true }).decode(bytes)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['Zürich', false],
    ['Straße, Köln', false],
    ['naïve café', false],
  ])('%s in Windows-1252 is no Chinese', (text, isChinese) => {
    const check = new Gb18030Check();
    check.push(Buffer.from(text, 'latin1'));
    expect(check.isWhole() && check.isPlausible()).toBe(isChinese);
  });
});

describe('the encoding of a file is', () => {
  test.each([
    ['plain ASCII', Buffer.from('id,n\n1,2\n'), 'utf-8', 'id'],
    ['UTF-8', Buffer.from('订单,n\n1,2\n'), 'utf-8', '订单'],
    ['UTF-8 with a mark', Buffer.from('\ufeff订单,n\n1,2\n'), 'utf-8', '订单'],
    ['UTF-8 with two marks', Buffer.from('\ufeff\ufeffid,n\n1,2\n'), 'utf-8', 'id'],
    ['GBK', gbk.orders, 'gb18030', '订单号'],
    ['GBK of one column', gbk.names, 'gb18030', '姓名'],
    ['Windows-1252', Buffer.from('Größe,n\nStraße \x80,2\n', 'latin1'), 'windows-1252', 'Größe'],
    ['UTF-16 LE with a mark', Buffer.from('\ufeff订单\tn\r\n1\t2\r\n', 'utf16le'), 'utf-16le', '订单'],
    ['UTF-16 LE without', Buffer.from('id\tname\r\n1\t中文\r\n', 'utf16le'), 'utf-16le', 'id'],
    ['UTF-16 BE with a mark', Buffer.from('\ufeffid\tn\r\n1\t2\r\n', 'utf16le').swap16(), 'utf-16be', 'id'],
    ['UTF-16 BE without', Buffer.from('id\tname\r\n1\t2\r\n', 'utf16le').swap16(), 'utf-16be', 'id'],
  ])('%s', async (_what, bytes, encoding, first) => {
    for (const chunkSize of [1, 7, 1 << 20]) {
      const file = await readBytes(bytes, { chunkSize });
      expect(file.encoding).toBe(encoding);
      expect(file.tables[0]?.columns[0]?.pool.text(0)).toBe(first);
    }
  });

  test('is proven over the whole file: bytes that are no UTF-8 may come late', async () => {
    const late = Buffer.concat([
      Buffer.from(`n,x\n${'1,2\n'.repeat(200_000)}`),
      Buffer.from('3,\xe9t\xe9\n', 'latin1'),
    ]);
    expect((await readBytes(late)).encoding).toBe('windows-1252');
  });

  test('not guessed for UTF-8 that is damaged, nor for what no encoding explains', async () => {
    const damaged = Buffer.concat([Buffer.from('客户,金额\n华东,1\n'), Buffer.from([0xe5, 0x8d]), Buffer.from(',2\n')]);
    await expect(readCells(damaged)).rejects.toMatchObject({
      code: 'file/encoding-failed',
      params: { encoding: 'utf-8', row: 3 },
    });
    const unknown = Buffer.from([0x61, 0x81, 0x20, 0x90, 0x0a]);
    await expect(readCells(unknown)).rejects.toMatchObject({ code: 'file/encoding-unknown' });
  });
});

describe('--encoding', () => {
  test.each([
    ['gbk', 'gb18030'],
    ['GB2312', 'gb18030'],
    ['cp936', 'gb18030'],
    ['UTF8', 'utf-8'],
    ['utf_8', 'utf-8'],
    ['latin1', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['big5', 'big5'],
    ['utf-16', 'utf-16le'],
  ])('%s is %s', (typed, name) => {
    expect(encodingNamed(typed)).toBe(name);
  });

  test('an unknown one is refused', () => {
    expect(() => encodingNamed('klingon')).toThrowError(expect.objectContaining({ code: 'usage/wrong-value' }));
  });

  test('wins over what the bytes suggest', async () => {
    expect(await readCells(gbk.names, { encoding: 'latin1' })).toEqual([['ÐÕÃû'], ['Íõ·¼'], ['ÀîÄÈ']]);
    const big5 = Buffer.from('a4a4a4e50a', 'hex');
    expect(await readCells(big5, { encoding: 'big5' })).toEqual([['中文']]);
  });

  test('is refused where the bytes are not of it, with the row', async () => {
    await expect(readCells(Buffer.from('b6a9ff0a', 'hex'), { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'file/encoding-failed',
      params: { file: 't.csv', encoding: 'utf-8', row: 1 },
    });
    const loneSurrogate = Buffer.from('61003dd841000a00', 'hex');
    await expect(readCells(loneSurrogate, { encoding: 'utf-16le' })).rejects.toMatchObject({
      code: 'file/encoding-failed',
      params: { file: 't.csv', encoding: 'utf-16le' },
    });
    await expect(readCells(Buffer.from('a\né\n', 'utf8').subarray(0, 3), { encoding: 'gbk' })).rejects.toMatchObject({
      params: { encoding: 'gb18030', row: 2 },
    });
  });
});

test('Windows-1252 has its own characters from 80 to 9F', () => {
  const bytes = Buffer.from([0x80, 0x85, 0x92, 0x99, 0xe9, 0x41]);
  expect(decoderOf('windows-1252')(bytes, 0, 6)).toBe('€…’™éA');
});

test('a NUL here and there makes no UTF-16', () => {
  expect(unmarkedUtf16(Buffer.from('hello\n\0world\0\n'))).toBeNull();
  expect(markOf(Buffer.from('id'))).toBeNull();
});
