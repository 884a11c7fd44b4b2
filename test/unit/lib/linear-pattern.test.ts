import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearPattern, PatternError } from '../../../src/lib/linear-pattern.ts';

const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\.', '王', '(?:)');
const pattern = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => a + b),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a}|${b})`),
    fc
      .tuple(tie('any'), fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{0,2}', '*?'))
      .map(([a, mark]) => `(?:${a})${mark}`),
  ),
})).any;

test('finds what the engine of the platform finds', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', '王'), maxLength: 8 }),
      (source, text) => {
        expect(linearPattern(source)(text)).toBe(new RegExp(`^(?:${source})$`, 'us').test(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test('takes no longer where others backtrack for ever', () => {
  const text = `${'a'.repeat(5000)}!`;
  for (const source of ['(a+)+', '(a|aa)*b', 'a*a*a*a*a*b', '((a*)*)*', '(.*)*x'])
    expect(linearPattern(source)(text)).toBe(false);
});

test.each([
  ['SO-\\d+', 'SO-17', true],
  ['^SO-\\d+$', 'xSO-17', false],
  ['[A-Z]{2}-\\d{4}', 'AB-0001', true],
  ['\\p{Script=Han}+', '王芳', true],
  ['[^@]+@[^@]+\\.cn', 'a@b.cn', true],
  ['a\\-b|c', 'a-b', true],
])('%s on %s', (source, text, expected) => {
  expect(linearPattern(source)(text)).toBe(expected);
});

test.each(['(', ')', 'a**b(', '[a', '*a', '(?=a)', '(?<n>a)', '\\1', 'a{3,1}', '[z-a]', '((a{99}){99}){9}', 'a$b'])(
  '%s is refused',
  (source) => {
    expect(() => linearPattern(source)).toThrow(PatternError);
  },
);
