import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, decimalFromText, toText } from '../../../src/lib/decimal.ts';
import { jsonText } from '../../../src/write/json.ts';

describe('jsonText', () => {
  test('decimals beyond a double stay exact and have no exponent', () => {
    const text = jsonText({ big: decimal(123456789012345678901234567890n, 2), small: decimal(1n, 12) });
    expect(text).toBe('{\n  "big": 1234567890123456789012345678.9,\n  "small": 0.000000000001\n}\n');
  });

  test('any decimal is spelled as its plain text', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat({ max: 20 }), (units, scale) => {
        const value = decimal(units, scale);
        expect(jsonText([value])).toBe(`[\n  ${toText(value)}\n]\n`);
        expect(decimalFromText(toText(value)).units * 10n ** BigInt(scale)).toBeDefined();
      }),
    );
  });

  test('minus zero is zero; what JSON cannot hold is refused', () => {
    expect(jsonText(-0)).toBe('0\n');
    expect(() => jsonText(Number.NaN)).toThrow(RangeError);
    expect(() => jsonText(0.1)).toThrow(RangeError);
  });

  test('user text as a key is a key like any other', () => {
    const text = jsonText({ by: new Map([['__proto__', 'x']]), none: new Map(), list: [] });
    expect(text).toBe('{\n  "by": {\n    "__proto__": "x"\n  },\n  "none": {},\n  "list": []\n}\n');
  });

  test('text is the same after parsing and holds no terminal code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = jsonText(text);
        expect(JSON.parse(written)).toBe(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
        expect(written.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });
});
