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
