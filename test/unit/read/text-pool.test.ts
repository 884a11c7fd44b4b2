import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decoderOf } from '../../../src/read/encoding.ts';
import { TextPoolBuilder } from '../../../src/read/text-pool.ts';

describe('TextPoolBuilder', () => {
  test('gives equal texts one index, dense from 0, and every text back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 400 }), (texts) => {
        const pool = new TextPoolBuilder();
        const known = new Map<string, number>();
        for (const text of texts) {
          if (!known.has(text)) known.set(text, known.size);
          expect(pool.internText(text)).toBe(known.get(text));
        }
        const finished = pool.finish();
        expect(finished.size).toBe(known.size);
        for (const [text, index] of known) expect(finished.text(index)).toBe(text);
      }),
    );
  });

  test.each([63, 64, 65, 5000])('tells %i ids apart that differ in their last digits', (count) => {
    const pool = new TextPoolBuilder();
    for (let id = 0; id < count; id += 1) expect(pool.internText(`SO-${String(id).padStart(8, '0')}`)).toBe(id);
    for (let id = 0; id < count; id += 1) expect(pool.internText(`SO-${String(id).padStart(8, '0')}`)).toBe(id);
  });

  test('tells numbered texts apart that differ in width, prefix or form, however far apart they are', () => {
    const digits = fc.constantFrom('0', '1', '7', '07', '007', '10', '999999999', '1234567890', '4000000', '');
    const text = fc
      .tuple(fc.constantFrom('', 'A', 'A-', 'B'), digits, fc.constantFrom('', '', '', 'x'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
        const bytes = texts.map((each) => Buffer.from(each));
        const all = Buffer.concat(bytes);
        const ends = Int32Array.from(
          bytes,
          (
            (sum) =>
            ({ length }: Buffer) =>
              (sum += length)
          )(0),
        );
        const starts = ends.map((end, i) => end - (bytes[i]?.length ?? 0));
        const indexes = new Int32Array(texts.length);
        const [pool, known] = [new TextPoolBuilder(), [...new Set(texts)]];
        pool.internAll(all, { starts, ends, indexes, count: texts.length });
        expect([...indexes]).toEqual(texts.map((each) => known.indexOf(each)));
        expect(texts.map((each) => pool.internText(each))).toEqual([...indexes]);
        expect(Array.from({ length: pool.size }, (_, index) => pool.text(index))).toEqual(known);
      }),
    );
  });

  test('keeps nothing of the bytes it is given', () => {
    const pool = new TextPoolBuilder();
    const bytes = Buffer.alloc(3);
    for (const [index, text] of ['Id', 'A-1', 'B-1', 'A-1'].entries()) {
      bytes.write(text, 'latin1');
      expect(pool.intern(bytes, 0, text.length)).toBe([0, 1, 2, 1][index]);
    }
  });

  test('reads slices of the given encoding', () => {
    const pool = new TextPoolBuilder(decoderOf('gb18030'));
    const bytes = Buffer.from([0x2c, 0xbb, 0xaa, 0xb6, 0xab, 0x2c]);
    expect(pool.text(pool.intern(bytes, 1, 5))).toBe('华东');
    expect(pool.text(pool.intern(bytes, 0, 1))).toBe(',');
  });

  test.each([
    ['A-1 b', true],
    ['~!@#', true],
    [' a', false],
    ['a ', false],
    ['a\tb', false],
    ['华', false],
    ['\u007f', false],
  ])('%j is plain: %s', (text, isPlain) => {
    const pool = new TextPoolBuilder();
    pool.internText('plain');
    pool.internText(text);
    expect(pool.isPlain).toBe(isPlain);
  });

  test('a finished pool refuses more texts, an index that never was is an error', () => {
    const pool = new TextPoolBuilder();
    pool.internText('a');
    pool.finish();
    expect(() => pool.internText('b')).toThrow();
    expect(() => pool.text(1)).toThrow(RangeError);
    expect(pool.text(0)).toBe('a');
  });
});
