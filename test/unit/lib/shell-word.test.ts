import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellWord } from '../../../src/lib/shell-word.ts';

test.each([
  ['orders.csv', 'orders.csv'],
  ['订单（2024）.csv', '订单（2024）.csv'],
  ['amount=Net Value', '"amount=Net Value"'],
  ['Sales ($)', "'Sales ($)'"],
  ["it's $5", `'it'\\''s $5'`],
])('%s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test('a shell reads each word as the text it was', () => {
  const printable = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\p{Cc}/u.test(text));
  fc.assert(
    fc.property(fc.array(printable, { minLength: 1, maxLength: 20 }), (texts) => {
      const said = execFileSync('sh', ['-c', `printf '%s\\n' ${texts.map(shellWord).join(' ')}`], { encoding: 'utf8' });
      expect(said).toBe(`${texts.join('\n')}\n`);
    }),
    { numRuns: 20 },
  );
});
